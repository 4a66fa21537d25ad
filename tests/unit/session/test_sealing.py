"""Sealing in a session: refused while something stands against it, undone before it is saved, kept after."""

from dataclasses import replace
from datetime import date

import pytest
from pydantic import ValidationError

from desktop.analysis.findings import findings
from desktop.analysis.scoring import standings
from desktop.method import load_method
from desktop.session import decision_edits as edits
from desktop.session.assess import assess
from desktop.session.decision import decision_view
from desktop.session.decision_edits import Desk
from desktop.session.editing import Edit, NewPerson
from desktop.session.sealed import SealedError
from desktop.session.session import Session
from desktop.session.system_edits import remove_system
from desktop.workbook import Workbook
from desktop.workbook.edits.places import remove_record, set_value
from tests.northwind import sample

TODAY = date(2026, 11, 21)
CLAIMS = "0001-claims-triage"
AT = ("systems", CLAIMS, "sprint", "decision")
DESK = Desk(load_method(), TODAY, "00" * 8)


def session(workbook: Workbook) -> Session:
    return Session(load_method(), workbook, lambda: TODAY, lambda: "t001")


def put(path: tuple[str, ...], value: object) -> Edit:
    return Edit("Set", path, lambda workbook: set_value(workbook, path, value))


def unsealed(*, override: bool = True) -> Workbook:
    workbook = set_value(sample(), (*AT, "seal"), None)
    return workbook if override else set_value(workbook, (*AT, "override"), None)


def view(workbook: Workbook):
    return decision_view(assess(workbook, load_method(), CLAIMS, TODAY))


def test_a_go_over_an_open_blocking_finding_is_refused():
    here = session(unsealed(override=False))
    assert view(here.workbook).headline.startswith("Conditional go cannot stand: ")
    with pytest.raises(SealedError):
        here.apply(edits.seal(CLAIMS, "0001-brandt", DESK))
    assert here.apply(put((*AT, "outcome"), "no-go"))
    assert view(here.workbook).may_seal


def test_an_override_needs_name_and_reason_and_is_told_then():
    here = session(unsealed(override=False))
    for by, reason in (("", "Because"), ("0001-brandt", "  ")):
        with pytest.raises(ValidationError):
            here.apply(edits.override(CLAIMS, by, reason, DESK))
    assert here.apply(edits.override(CLAIMS, "0001-brandt", "The round closes.", DESK))
    told = view(here.workbook)
    assert told.override.startswith("Helena Brandt decided over ")
    assert told.override.endswith("open blocking findings: The round closes.")
    assert told.may_seal
    assert here.apply(edits.take_back(CLAIMS))
    assert not view(here.workbook).may_seal


@pytest.mark.parametrize("by", ["IT and the business", "Steering committee", "Head of Claims"])
def test_only_one_person_overrides_or_seals(by):
    here = session(unsealed(override=False))
    with pytest.raises(SealedError, match="not the name of one person"):
        here.apply(edits.override(CLAIMS, NewPerson(by), "The round closes.", DESK))
    ready = session(unsealed())
    with pytest.raises(SealedError):
        ready.apply(edits.seal(CLAIMS, NewPerson(by), DESK))


def test_a_reason_that_nobody_can_see_is_none():
    with pytest.raises(ValidationError):
        session(unsealed()).apply(edits.override(CLAIMS, "0001-brandt", "\u200b\u2060 .", DESK))


def test_who_decided_stays_as_it_was_sealed_when_a_person_is_renamed():
    here = session(sample())
    by = view(here.workbook).lines[0][1]
    assert by == "Helena Brandt, Maria Keller and Priya Raman"
    here.apply(put(("people", "0002-keller", "name"), "Someone Else"))
    seen = view(here.workbook)
    assert "Maria Keller, Head of Claims" in seen.lines[0][1]
    assert "Someone Else" not in repr((seen.lines, seen.terms, seen.history))


def test_a_finding_that_comes_after_the_override_is_not_covered():
    here = session(unsealed())
    system = here.workbook.systems[CLAIMS]
    open_now = {gap.question for gap in findings(here.workbook, here.method, system, standings(here.method, system))}
    fresh = next(asked.id for asked in here.method.questions if asked.blocks.medium and asked.id not in open_now)
    rating = {"level": 0, "note": "Seen today"}
    here.apply(put(("systems", CLAIMS, "ratings", fresh), {"views": {"it-operations": rating}}))
    assert not view(here.workbook).may_seal
    with pytest.raises(SealedError):
        here.apply(edits.seal(CLAIMS, "0001-brandt", DESK))


@pytest.mark.parametrize("lacking", [("decided_on", None), ("decided_by", ()), ("resources", ""), ("conditions", {})])
def test_what_is_missing_keeps_it_from_being_sealed(lacking):
    here = session(set_value(unsealed(), (*AT, lacking[0]), lacking[1]))
    with pytest.raises(SealedError):
        here.apply(edits.seal(CLAIMS, "0001-brandt", DESK))
    assert not view(here.workbook).may_seal


def test_it_is_sealed_by_a_name_once():
    here = session(unsealed())
    for nobody in ("", None):
        with pytest.raises(SealedError):
            here.apply(edits.seal(CLAIMS, nobody, DESK))
    assert here.apply(edits.seal(CLAIMS, NewPerson("Ida Notary"), DESK))
    told = view(here.workbook)
    assert told.seal is not None
    assert (told.seal.state, told.seal.sealed) == ("intact", "Sealed 21 Nov 2026 by Ida Notary")
    assert told.changed == "Nothing has changed since it was sealed"
    with pytest.raises(SealedError):
        here.apply(edits.seal(CLAIMS, "Again", DESK))


@pytest.mark.parametrize(
    ("place", "value"),
    [("outcome", "go"), ("reason", "Other"), ("decided_by", ()), ("seal", None), ("override", None), ("budget", None)],
)
def test_an_edit_of_a_sealed_decision_is_refused_and_changes_nothing(place, value):
    here = session(sample())
    with pytest.raises(SealedError, match="sealed"):
        here.apply(put((*AT, place), value))
    assert here.workbook is sample()
    assert here.undo_name is None


def test_conditions_of_a_sealed_decision_can_be_met_and_nothing_else():
    here = session(sample())
    first = next(iter(sample().systems[CLAIMS].sprint.decision.conditions))
    assert here.apply(put((*AT, "conditions", first, "met_on"), TODAY))
    assert "1 of 3 conditions met" in view(here.workbook).headline
    assert view(here.workbook).seal.state == "intact"
    for path, value in (((*AT, "conditions", first, "due"), TODAY), ((*AT, "conditions", "0009-x"), {"text": "New"})):
        with pytest.raises(SealedError):
            here.apply(put(path, value))
    with pytest.raises(SealedError):
        here.apply(Edit("Remove", AT, lambda w: remove_record(w, (*AT, "conditions"), first)))


def test_the_history_cannot_be_edited_or_emptied():
    here, at = session(sample()), ("systems", CLAIMS, "sprint", "superseded")
    past = next(iter(sample().systems[CLAIMS].sprint.superseded))
    for path, value in (((*at, past, "reason"), "Other"), (at, {})):
        with pytest.raises(SealedError):
            here.apply(put(path, value))


def test_a_new_decision_supersedes_and_the_old_one_is_listed():
    here = session(sample())
    assert here.apply(edits.supersede(CLAIMS, "t001"))
    told = view(here.workbook)
    assert told.seal is None
    assert told.outcome is None
    assert [past.headline for past in told.history] == [
        "Conditional go, decided 20 November 2026 by 3 people",
        "No-go, decided 13 November 2026 by 2 people",
    ]
    assert [past.state for past in told.history] == ["intact", "intact"]
    here.undo()
    assert here.workbook is sample()


def test_undo_takes_a_seal_back_until_it_is_saved():
    here = session(unsealed())
    here.apply(edits.seal(CLAIMS, "0001-brandt", DESK))
    assert here.undo() is not None
    assert here.workbook == unsealed()
    assert here.redo() is not None
    here.mark_saved(here.workbook)
    assert here.undo_name is None
    assert here.undo() is None
    assert view(here.workbook).seal is not None


def test_after_saving_undo_still_takes_back_what_came_after_the_seal():
    here = session(unsealed())
    here.apply(put(("engagement", "note"), "Before"))
    here.apply(edits.seal(CLAIMS, "0001-brandt", DESK))
    here.mark_saved(here.workbook)
    here.apply(put(("engagement", "note"), "After"))
    assert here.undo() is not None
    assert here.workbook.engagement.note == "Before"
    assert here.undo() is None


def test_a_system_can_be_taken_out_with_its_decisions_and_brought_back():
    here = session(sample())
    assert here.apply(remove_system(CLAIMS))
    assert here.undo() is not None
    assert here.workbook is sample()


def test_what_has_changed_since_the_seal_is_told_in_words():
    changed = set_value(sample(), ("systems", CLAIMS, "sprint", "scoring", "threshold"), 87)
    told = view(changed)
    assert told.changed == "2 facts have changed since it was sealed"
    assert [(line.label, line.then, line.now) for line in told.changes] == [
        ("Threshold", "85.0 %", "87.0 %"),
        ("Above the threshold with the whole interval", "yes", "no"),
    ]
    assert [line.id for line in told.rests if line.changed] == ["evaluation"]


def test_every_kind_of_change_has_words():
    """Whatever fact a record holds, its name and value read as words."""
    from desktop.analysis.record import facts_of
    from desktop.analysis.seals import Changed
    from desktop.session.decision_rests import change_lines

    facts = facts_of(sample(), load_method(), sample().systems[CLAIMS])
    told = change_lines(tuple(Changed(key, value, None) for key, value in facts.items()), load_method(), "EUR")
    unnamed = [line.label for line in told if "/" in line.label]
    assert [label for label in unnamed if not label.startswith(("project/", "people/"))] == ["system/id"]


def test_the_headline_counts_the_late_ones():
    workbook = sample()
    told = decision_view(assess(workbook, load_method(), CLAIMS, date(2026, 12, 20)))
    assert told.headline.endswith("0 of 3 conditions met, one is late")
    assert told.state == "risk"


def test_without_a_decision_the_page_counts_what_is_left():
    workbook = sample()
    told = decision_view(assess(workbook, load_method(), "0002-underwriting-notes", TODAY))
    assert told.headline.startswith("Not decided yet, and ")
    assert not told.may_seal
    assert replace(told, needs=()).may_seal
