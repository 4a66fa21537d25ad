"""The sample that ships is what its script builds, and it holds together."""

from datetime import date

import pytest

from desktop.analysis.evaluation import evaluate
from desktop.analysis.integration import effort
from desktop.analysis.persons import is_person
from desktop.exchange.inventory import preview
from desktop.exchange.source import read_source
from desktop.exchange.suggest import suggest
from desktop.files.codec import decode, encode
from desktop.workbook import Workbook
from tests.northwind import maker, sample

CLAIMS = sample().systems["0001-claims-triage"]


def test_the_shipped_file_is_what_the_script_builds():
    assert maker().PROJECT.read_bytes() == maker().sample_bytes()


def test_the_shipped_file_opens_as_what_was_built():
    opened = decode(maker().PROJECT.read_bytes())
    assert opened.workbook == sample()
    assert not opened.altered
    assert encode(opened.workbook, opened, "")[0] == maker().PROJECT.read_bytes()


def test_the_sample_says_that_it_is_invented():
    assert sample().engagement.fictitious
    assert "(fictitious)" in sample().engagement.client
    assert all(person.email.endswith(".example") for person in sample().people.values() if person.email)


def test_every_name_that_is_used_is_known():
    known, used = set(sample().people), set()
    for system in sample().systems.values():
        used.add(system.owner)
        if system.sprint:
            used |= {system.sprint.owner, system.sprint.deputy, system.sprint.scoring.alert_to}
            used |= {entry.owner for entry in system.sprint.connections.values()}
            used |= {entry.owner for entry in system.sprint.assignments.values()}
            used |= set(system.sprint.decision.decided_by)
    assert used - {None} <= known


def test_one_name_is_wrong_on_purpose():
    assert [person.name for person in sample().people.values() if not is_person(person.name)] == ["IT and Claims"]


def test_importing_the_shipped_inventory_again_changes_nothing():
    table = read_source(maker().INVENTORY)
    found = preview(table, suggest(table), sample(), date(2026, 11, 21))
    assert (found.counts.rows, found.counts.same) == (7, 7)


def test_the_inventory_imports_into_an_empty_project_with_things_to_look_at():
    table = read_source(maker().INVENTORY)
    found = preview(table, suggest(table), Workbook(), date(2026, 11, 21))
    assert found.counts.added == 7
    assert found.counts.problems > 0


def test_amounts_hang_together():
    assert CLAIMS.sprint is not None
    value = CLAIMS.sprint.value
    doubled = effort(CLAIMS.sprint).doubled
    for end in ("low", "likely", "high"):
        integration = getattr(value.investment["0001-nw26"].amount, end)
        assert integration == 900 * getattr(doubled, end)
    assert CLAIMS.sprint.decision.budget == pytest.approx(204_600, abs=500)


def test_one_of_the_daily_runs_fell_and_the_last_clears_the_threshold():
    assert CLAIMS.sprint is not None
    found = evaluate(CLAIMS.sprint)
    assert len(found.runs) == 10
    assert min(run.correct for run in found.runs) == found.runs[6].correct == 203
    assert found.cleared
    assert {run.scored for run in found.runs} == {CLAIMS.sprint.test_set.examples}
    assert sum(entry.examples for entry in found.mix) == CLAIMS.sprint.test_set.examples
