"""Decision and Governance in the tracker: seals told, terms locked, and standings that equal the app's."""

from datetime import date

import pytest

from desktop.analysis.governance import controls
from desktop.method import load_method
from desktop.method.practice import load_practice
from desktop.reports.report import Stamp, build_report
from desktop.session.governance import tier_words
from desktop.text import say
from desktop.workbook.edits.places import set_value
from desktop.workbook.governance import ControlRecord, ControlState
from tests.northwind import sample
from tests.unit.reports.excel.opened import opened, sheet, tables, word, written

TODAY = date(2026, 11, 21)
CLAIMS = "0001-claims-triage"


def made(workbook):
    return build_report(workbook, load_method(), Stamp(TODAY, "00" * 8, "test"))


@pytest.fixture(scope="module")
def book():
    return opened(written(made(sample())))


@pytest.fixture(scope="module")
def values(recalculate):
    return recalculate(written(made(sample())))


def control_rows(book):
    return next(table for table in tables(sheet(book, "governance"), "standing"))


def test_every_control_of_each_tier_has_a_row(book):
    rows = control_rows(book)
    expected = [
        (system.name, entry.control.name)
        for system in sample().systems.values()
        if system.sprint
        for entry in controls(sample(), load_practice(), system, TODAY)
    ]
    assert [(row[word("system")], row[say("governance.sheet.control")]) for row in rows] == expected
    counts = [
        sum(name == system for system, _ in expected) for name in ("Claims triage assistant", "Underwriting notes")
    ]
    assert counts == [15, 6]


def test_standings_and_counts_equal_the_apps(values):
    rows = control_rows(values)
    systems = [system for system in sample().systems.values() if system.sprint]
    found = {system.name: controls(sample(), load_practice(), system, TODAY) for system in systems}
    for name, entries in found.items():
        told = [row[word("standing")] for row in rows if row[word("system")] == name]
        assert told == [say(f"governance.state.{entry.state}") for entry in entries]
    heads = tables(sheet(values, "governance"), "decided-by")[0]
    for row in heads:
        entries = found[row[word("system")]]
        assert row[say("governance.sheet.held")] == sum(entry.state == "in-place" for entry in entries)
        assert row[say("governance.sheet.missing")] == sum(entry.missing for entry in entries)
    assert heads[0][say("governance.sheet.tier")] == tier_words(systems[0].risk_tier)


STATES = (
    (ControlRecord(), "unsaid"),
    (ControlRecord(state=ControlState.ABSENT), "absent"),
    (ControlRecord(state=ControlState.IN_PLACE), "claimed"),
    (ControlRecord(state=ControlState.IN_PLACE, evidence="Minutes"), "in-place"),
    (ControlRecord(state=ControlState.PLANNED, owner="0002-keller"), "unplanned"),
    (ControlRecord(state=ControlState.PLANNED, owner="0010-it-and-claims", due=date(2027, 1, 1)), "unplanned"),
    (ControlRecord(state=ControlState.PLANNED, owner="0002-keller", due=date(2026, 11, 20)), "late"),
    (ControlRecord(state=ControlState.PLANNED, owner="0002-keller", due=date(2026, 11, 21)), "planned"),
)


def test_each_state_reads_as_in_the_app(recalculate):
    at = ("systems", CLAIMS)
    needed = load_practice().controls(sample().systems[at[1]].risk_tier)
    records = {control.id: record for control, (record, _) in zip(needed, STATES, strict=False)}
    workbook = set_value(set_value(sample(), (*at, "ratings"), {}), (*at, "governance", "controls"), records)
    states = [state for _, state in STATES]
    assert [entry.state for entry in controls(workbook, load_practice(), workbook.systems[at[1]], TODAY)][:8] == states
    report = build_report(workbook, load_method(), Stamp(TODAY, "", "t"), at[1])
    told = [row[word("standing")] for row in control_rows(recalculate(written(report)))]
    assert told[:8] == [say(f"governance.state.{state}") for state in states]


def test_a_sealed_decision_tells_its_hash_and_the_one_before(book):
    rows = next(
        table for table in tables(sheet(book, "decision"), "decided-by") if say("decision.seal.hash") in table[0]
    )
    sprint = sample().systems[CLAIMS].sprint
    past = next(iter(sprint.superseded.values()))
    assert [row[say("decision.seal.hash")] for row in rows] == [sprint.decision.seal.sha256, past.seal.sha256]
    assert {row[say("decision.sheet.state")] for row in rows} == {say("decision.sheet.intact")}
    assert rows[0][say("decision.sheet.changed")] == 0
    assert rows[0][say("decision.line.override")].startswith("Helena Brandt: ")


def locked(workbook):
    page = sheet(opened(written(made(workbook))), "decision")
    head = next(cell for row in page.iter_rows() for cell in row if cell.value == word("condition"))
    heads = {cell.value: cell.column for cell in page[head.row] if cell.value}
    keys = ("owner", "by-day", "met-on")
    return {key: page.cell(head.row + 1, heads[word(key)]).protection.locked for key in keys}


def test_terms_of_a_sealed_decision_are_locked_and_the_day_it_was_met_is_not():
    assert locked(sample()) == {"owner": True, "by-day": True, "met-on": False}
    unsealed = set_value(sample(), ("systems", CLAIMS, "sprint", "decision", "seal"), None)
    assert locked(unsealed) == {"owner": False, "by-day": False, "met-on": False}


def test_a_refused_decision_says_so():
    at = ("systems", CLAIMS, "sprint", "decision")
    workbook = set_value(set_value(sample(), (*at, "seal"), None), (*at, "override"), None)
    page = sheet(opened(written(made(workbook))), "decision")
    texts = [str(cell.value) for row in page.iter_rows() for cell in row if cell.value]
    assert any(text.startswith("Conditional go: does not stand, ") for text in texts)
    workbook = set_value(workbook, (*at, "outcome"), "no-go")
    page = sheet(opened(written(made(workbook))), "decision")
    assert not any("does not stand" in str(cell.value) for row in page.iter_rows() for cell in row)
