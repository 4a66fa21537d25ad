from datetime import date

from desktop.exchange.inventory_edit import import_inventory
from desktop.workbook.edits.places import set_value
from desktop.workbook.edits.systems import accept_proposal, remove_system
from desktop.workbook.rating import Perspective
from desktop.workbook.system import Stage
from tests.unit.exchange.builders import GERMAN, german, imported, previewed, table_of


def states(shown) -> list[str]:
    return [draft.status for draft in shown.systems]


def test_the_same_file_again_changes_nothing():
    workbook = imported(german())
    again = previewed(german(), workbook)
    assert (states(again), again.missing) == (["same"] * 4, ())
    assert import_inventory(workbook, again) is workbook


def test_what_a_person_wrote_does_not_make_the_file_look_new():
    workbook = imported(german())
    first = next(iter(workbook.systems))
    edited = set_value(workbook, ("systems", first, "name"), "Invoice check")
    again = previewed(german(), edited)
    assert states(again) == ["same"] * 4
    assert import_inventory(edited, again) is edited


def test_a_newer_file_changes_adds_and_misses():
    workbook = imported(german())
    newer = GERMAN.replace("Pilotbetrieb;01.04.2024;;", "Im Betrieb;01.04.2024;01.10.2026;")
    newer = (
        newer.replace("Bewerberauswahl", "Neues System")
        + "Ganz neu;IT;Sortiert Post nach Dringlichkeit und Ziel;Geplant;;;;\n"
    )
    shown = previewed(table_of(newer), workbook)
    assert states(shown) == ["same", "changed", "added", "same", "added"]
    assert [workbook.systems[name].name for name in shown.missing] == ["Bewerberauswahl"]
    after = import_inventory(workbook, shown)
    changed = after.systems[list(workbook.systems)[1]]
    assert (changed.stage, changed.implemented) == (Stage.OPERATION, date(2026, 10, 1))
    assert changed.source is not None
    assert after.imports[changed.source.batch].columns == german().headers
    assert len(after.systems) == 6


def test_a_persons_value_stays_and_an_untouched_one_follows():
    workbook = imported(german())
    second = list(workbook.systems)[1]
    edited = set_value(workbook, ("systems", second, "purpose"), "Compares contracts")
    newer = GERMAN.replace("Vergleicht Verträge", "Prüft Verträge").replace("Pilotbetrieb", "Im Betrieb")
    after = import_inventory(edited, previewed(table_of(newer), edited)).systems[second]
    assert (after.purpose, after.stage) == ("Compares contracts", Stage.OPERATION)


def test_rows_that_moved_are_still_the_same_systems():
    workbook = imported(german())
    head, *rows = GERMAN.splitlines()
    again = previewed(table_of("\n".join([head, *reversed(rows)]) + "\n"), workbook)
    assert states(again) == ["same"] * 4


def test_twins_are_matched_one_to_one():
    text = "Name,Unit,Stage\nChat,IT,Live\nChat,IT,Live\nChat,IT,Pilot\n"
    workbook = imported(table_of(text))
    assert len(workbook.systems) == 3
    assert states(previewed(table_of(text), workbook)) == ["same"] * 3
    more = previewed(table_of(text + "Chat,IT,Live\n"), workbook)
    assert states(more) == ["same", "same", "same", "added"]


def test_a_different_inventory_is_not_mixed_in():
    workbook = imported(german())
    other = previewed(table_of("Name,Unit,Stage\nRechnungsprüfung,Finanzen,Live\nB,IT,Pilot\n"), workbook)
    assert (states(other), other.missing) == (["added", "added"], ())


def test_a_removed_system_comes_back_under_its_own_id():
    workbook = imported(german())
    third = list(workbook.systems)[2]
    after = imported(german(), remove_system(workbook, third))
    assert after.systems[third] == workbook.systems[third]


def test_a_decision_on_a_proposal_stays_until_the_source_says_otherwise():
    workbook = imported(german())
    first = next(iter(workbook.systems))
    decided = accept_proposal(
        workbook, first, "impact-assessed", view=Perspective.DATA_GOVERNANCE, by="Ann", on=date(2026, 11, 1)
    )
    assert states(previewed(german(), decided)) == ["same"] * 4
    newer = table_of(GERMAN.replace("Jörg Müller;Ja", "Jörg Müller;Nein"))
    after = import_inventory(decided, previewed(newer, decided)).systems[first]
    assert (after.proposals["impact-assessed"].state, after.proposals["impact-assessed"].level) == ("open", 0)
    assert after.ratings == decided.systems[first].ratings


def test_changed_twins_are_not_guessed_apart():
    text = "Name,Unit,Stage\nChat,IT,Live\nChat,IT,Pilot\nMail,IT,Live\n"
    workbook = imported(table_of(text))
    shown = previewed(table_of(text.replace("IT,Live\nChat,IT,Pilot", "IT,Retired\nChat,IT,Planned")), workbook)
    assert states(shown) == ["added", "added", "same"]
    assert len(shown.missing) == 2
    one_left = previewed(table_of(text.replace("Chat,IT,Pilot", "Chat,IT,Retired")), workbook)
    assert (states(one_left), one_left.missing) == (["same", "changed", "same"], ())
