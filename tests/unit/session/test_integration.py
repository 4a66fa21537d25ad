"""What the integration map's page says, and its edits: named, pure, and refused without a reason."""

import pytest

from desktop.analysis.record import inputs_digest
from desktop.reports.integration.choice import choice_view, phase_views
from desktop.reports.integration.scene import scene
from desktop.reports.integration.sentences import headline, lead
from desktop.session.integration import map_view, station_view
from desktop.session.integration_edits import begin_with, lay_out_again, move, put_in_phase
from desktop.workbook import Workbook
from desktop.workbook.edits.places import set_value
from desktop.workbook.sprint import LaterPhase, MapPlace
from tests.connected import alike, connected
from tests.northwind import sample

CLAIMS, NOTES = "0001-claims-triage", "0002-underwriting-notes"


def now(workbook: Workbook, system: str = "s1"):
    return scene(workbook, workbook.systems[system])


def sprint(workbook: Workbook, system: str = "s1"):
    return workbook.systems[system].sprint


def test_the_headline_is_the_answer():
    assert headline(now(sample(), CLAIMS)).replace("\u00a0", " ") == (
        "Phase 1 begins with Claims mail gateway: 5 person-days, 10 doubled"
    )
    assert (
        headline(now(sample(), NOTES))
        .replace("\u00a0", " ")
        .endswith("simplest viable start: 6 person-days, 12 doubled")
    )
    assert headline(now(connected(1))) == "The connected system is not ready for phase 1 yet"
    bare = now(sample().model_copy(update={"people": {}}), NOTES)
    assert headline(bare) == "None of the 6 connected systems is ready for phase 1 yet", (
        "owners that are gone own nothing"
    )


def test_the_lead_keeps_estimated_and_doubled_apart_and_counts_the_flags():
    assert lead(now(sample(), CLAIMS)) == (
        "5 connected systems. All of them together: 57 person-days as estimated, 114 doubled. "
        "Each has an owner and a fallback."
    )
    assert lead(now(sample(), NOTES)) == (
        "6 connected systems. 5 of 6 are estimated: 48 person-days, 96 doubled. 2 have no owner. 2 have no fallback."
    )


def test_reasons_and_alternatives_are_sentences_with_both_values():
    view = choice_view(now(sample(), CLAIMS))
    assert view.headline == "Claims mail gateway comes first"
    assert "Fewest person-days: 5 likely, next 9 (Document archive)" in view.reasons
    assert [option.place for option in view.options] == [1, 2, 3, 4, 5]
    assert view.options[1].why == "Takes 9 person-days, not 5"
    notes = choice_view(now(sample(), NOTES)).options
    assert notes[3].why == "Not viable: it lacks a fallback"
    assert notes[4].why == "Not viable: it lacks an owner, authentication and a first connection"


def test_every_alternative_says_why_it_is_not_first():
    options = choice_view(now(alike())).options
    said = {option.why.split(",")[0].split(":")[0] for option in options if not option.picked}
    assert {"Takes 2.5 person-days", "As many days", "Equal so far", "Not viable"} <= said
    assert sum(option.picked for option in options) == 1


def test_another_choice_needs_a_reason_and_says_it():
    workbook = alike()
    suggested = now(workbook).suggested
    other = next(option.id for option in choice_view(now(workbook)).options if option.id != suggested)
    with pytest.raises(ValueError, match="why"):
        begin_with("s1", other, suggested, "  ").change(workbook)
    chosen = begin_with("s1", other, suggested, " The contract ends. ").change(workbook)
    assert (sprint(chosen).phase_one, sprint(chosen).phase_one_reason) == (other, "The contract ends.")
    view = choice_view(now(chosen))
    assert (view.override, view.reasons, view.needs_reason) == ("The contract ends.", (), False)
    assert "by choice" in headline(now(chosen))
    back = begin_with("s1", suggested, suggested, "left over").change(chosen)
    assert sprint(back).phase_one_reason == "", "what the rules suggest needs none"


def test_a_choice_from_elsewhere_without_a_reason_is_told():
    workbook = alike()
    other = choice_view(now(workbook)).options[3].id
    bare = workbook.systems["s1"].model_copy(
        update={"sprint": sprint(workbook).model_copy(update={"phase_one": other})}
    )
    found = now(workbook.model_copy(update={"systems": {"s1": bare}}))
    assert choice_view(found).needs_reason
    assert headline(found).endswith("nobody has written why")


def test_moving_and_laying_out_again():
    workbook = connected(3)
    moved = move("s1", "c01", "Mail", (40, -20)).change(workbook)
    assert sprint(moved).connections["c01"].place == MapPlace(x=40, y=-20)
    assert sprint(moved).connections["c00"] is sprint(workbook).connections["c00"], (
        "every other branch stays the same object"
    )
    assert map_view(now(moved)).moved
    assert station_view(now(moved), "c01").moved
    both = move("s1", "c02", "Queue", (0, 0)).change(moved)
    assert lay_out_again("s1", "c02").change(both) == moved
    assert lay_out_again("s1").change(both) == workbook
    assert lay_out_again("s1").change(workbook) == workbook, "nothing to let go is no edit"
    assert move("s1", "c01", "Mail", (1, 1), by_keys=True).merges
    assert not move("s1", "c01", "Mail", (1, 1)).merges


def test_a_phase_by_hand_and_back():
    workbook = sample()
    later = next(key for key, phase in now(workbook, CLAIMS).phase.items() if phase == "phase-2")
    put = put_in_phase(CLAIMS, later, LaterPhase.THIRD).change(workbook)
    assert now(put, CLAIMS).phase[later] == "phase-3"
    assert [key for key, _, by_hand in phase_views(now(put, CLAIMS))[2].connections if by_hand] == [later]
    assert put_in_phase(CLAIMS, later, None).change(put) == workbook


def test_phases_carry_the_methods_criteria_and_both_efforts():
    first, second, third = phase_views(now(sample(), CLAIMS))
    assert first.criteria == ("Uptime at least 99.5 %", "Time to answer below 2 seconds", "Critical errors at most 0")
    assert (first.honest, first.doubled) == ("3 / 5 / 8", "6 / 10 / 16")
    assert next(name for _, name, _ in second.connections) == "Document archive"
    assert (third.connections, third.honest) == ((), "")


def test_facts_tell_not_answered_from_zero():
    facts = {fact.label: fact.value for fact in station_view(now(connected(1)), "c00").facts}
    assert facts["Person-days as estimated, least / likely / most"] == ""
    assert facts["Doubled, to plan with"] == ""
    notes = now(sample(), NOTES)
    archive = next(key for key in notes.sprint.connections if notes.name(key) == "Regulatory archive")
    links = station_view(notes, archive).todo
    assert [link.title for link in links[:2]] == ["Name who owns it", "Write the fallback"]
    assert links[0].at == ("systems", NOTES, "sprint", "connections", archive, "owner")


def test_a_box_that_is_moved_is_no_change_of_what_was_decided_on():
    workbook = connected(3)
    moved = move("s1", "c01", "Mail", (40, -20)).change(workbook)
    renamed = set_value(workbook, ("systems", "s1", "sprint", "connections", "c01", "name"), "Other")
    before, after = (inputs_digest(book.systems["s1"]) for book in (workbook, moved))
    assert before == after
    assert inputs_digest(renamed.systems["s1"]) != before
