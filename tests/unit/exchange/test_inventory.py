from datetime import date

import pytest

from desktop.exchange.inventory import preview
from desktop.exchange.inventory_edit import import_edit, import_inventory
from desktop.exchange.mapping import Mapping, choose_value
from desktop.exchange.problems import described
from desktop.exchange.suggest import suggest
from desktop.workbook.difference import difference
from desktop.workbook.document import Workbook
from desktop.workbook.engagement import Person
from desktop.workbook.system import Impact, Stage
from tests.unit.exchange.builders import TODAY, german, imported, previewed, table_of


def test_another_inventory_arrives_with_its_values():
    workbook = imported(german())
    first, second, third, fourth = workbook.systems.values()
    assert (first.name, first.unit, first.stage) == ("Rechnungsprüfung", "Finanzen", Stage.OPERATION)
    assert (first.started, first.implemented) == (date(2023, 2, 3), date(2023, 9, 15))
    assert (second.stage, second.started) == (Stage.PILOT, date(2024, 4, 1))
    assert third.stage is Stage.RETIRED
    assert (fourth.stage, fourth.started, fourth.owner) == (Stage.IDEA, None, None)
    people = {person.name: person.id for person in workbook.people.values()}
    assert people == {"Jörg Müller": first.owner, "Renée Weiß": second.owner}


def test_words_of_the_source_stay_beside_the_values():
    first = next(iter(imported(german()).systems.values()))
    assert first.as_written == {
        "stage": "Im Betrieb",
        "started": "03.02.2023",
        "implemented": "15.09.2023",
        "owner": "Jörg Müller",
    }


def test_every_cell_stands_in_the_source_record():
    table = german()
    workbook = imported(table)
    (batch,) = workbook.imports.values()
    assert batch.columns == table.headers
    for system, cells, number in zip(workbook.systems.values(), table.rows, table.row_numbers, strict=True):
        assert system.source is not None
        assert (system.source.cells, system.source.row, system.source.batch) == (cells, number, batch.id)


def test_problems_name_row_column_value_and_reason():
    (problem,) = previewed(german()).problems
    assert described(problem) == {
        "row": 4,
        "column": "Verantwortlich",
        "value": "Team HR",
        "why": "“Team HR” is not one named person. Choose the owner yourself.",
    }


def test_counts_and_unmapped_columns():
    table = table_of("Name,Colour,Stage\nA,red,Live\nA,blue,Pilot\nB,red,Live\n")
    shown = preview(table, suggest(table), Workbook(), TODAY)
    assert (shown.counts.rows, shown.counts.added, shown.counts.problems) == (3, 3, 0)
    assert [key.header for key in shown.unmapped] == ["Colour"]
    assert [(same.name, same.rows) for same in shown.duplicates] == [("A", (2, 3))]
    assert len(import_inventory(Workbook(), shown).systems) == 3


def test_without_any_mapping_every_row_still_arrives():
    table = german()
    shown = preview(table, Mapping(), Workbook(), TODAY)
    assert [problem.code for problem in shown.problems] == ["name-unmapped"]
    workbook = import_inventory(Workbook(), shown)
    assert [system.name for system in workbook.systems.values()] == ["Row 2", "Row 3", "Row 4", "Row 5"]
    assert [system.source.cells for system in workbook.systems.values() if system.source] == list(table.rows)


def test_a_row_without_a_name_is_reported_and_kept():
    table = table_of("Name,Stage\nA,Live\n,Pilot\n")
    shown = previewed(table)
    assert [(problem.code, problem.row) for problem in shown.problems] == [("no-name", 3)]
    assert shown.systems[1].system.name == "Row 3"


def test_values_of_the_mapping_go_before_the_vocabulary():
    table = table_of("Name,Stage\nA,Live\nB,Frozen\nC,Pilot\n")
    mapping = choose_value(choose_value(suggest(table), "stage", "Frozen", "retired"), "stage", "Live", "pilot")
    shown = preview(table, choose_value(mapping, "stage", "Pilot", "nonsense"), Workbook(), TODAY)
    assert [draft.system.stage for draft in shown.systems] == [Stage.PILOT, Stage.RETIRED, None]
    assert [problem.code for problem in shown.problems] == ["mapping-value"]


def test_development_stands_in_for_a_missing_start_and_order_is_checked():
    table = table_of(
        "Name,Date initiated,Development began,Date implemented\nA,,2023-05-01,2024-01-01\nB,2024-02-01,,2023-01-01\n"
    )
    shown = previewed(table)
    assert [draft.system.started for draft in shown.systems] == [date(2023, 5, 1), date(2024, 2, 1)]
    assert [(problem.code, problem.row) for problem in shown.problems] == [("implemented-too-early", 3)]


def test_known_people_are_found_again():
    ann = Person(id="ann", name="jörg müller")
    workbook = imported(german(), Workbook(people={"ann": ann}))
    assert next(iter(workbook.systems.values())).owner == "ann"
    assert len(workbook.people) == 2


def test_long_names_are_cut_and_said_to_be():
    table = table_of(f"Name,Stage\n{'A' * 2_500},Live\nB,Pilot\n")
    shown = preview(table, suggest(table), Workbook(), TODAY)
    assert len(shown.systems[0].system.name) == 2_000
    assert [problem.code for problem in shown.problems if problem.row == 2] == ["text-cut"]


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "<b>bold</b>", "\x00\x1b[31m", "\u202egnp.exe", "😀" * 50])
def test_hostile_text_is_data(cell):
    table = table_of(f"Name,Stage,Description\nA,Live,{cell} and some more text\n")
    workbook = imported(table)
    system = next(iter(workbook.systems.values()))
    assert system.source is not None
    assert system.source.cells[2] == f"{cell} and some more text"
    assert Workbook.model_validate_json(workbook.model_dump_json()) == workbook


def test_importing_is_one_edit_and_nothing_else_changes():
    before = Workbook(people={"ann": Person(id="ann", name="Ann Lee")})
    after = import_edit(previewed(german(), before))(before)
    assert {change.path[0] for change in difference(before, after)} == {"imports", "people", "systems"}
    assert before.systems == {}
    assert after.people["ann"] is before.people["ann"]


def test_words_are_kept_with_their_spaces_and_line_breaks():
    table = table_of('Name,Stage,Impact\nA," Live ","Rights-impacting\n"\nB,Pilot,Both\n')
    first = previewed(table).systems[0].system
    assert first.as_written == {"stage": " Live ", "impact": "Rights-impacting\n"}
    assert (first.stage, first.impact) == (Stage.OPERATION, Impact.RIGHTS)


def test_names_in_other_scripts_stay_apart():
    table = table_of("Name,Department,Stage,Owner\nОценка,営業,Pilot,Иван Петров\nЧатбот,営業,Pilot,Анна Смирнова\n")
    shown = previewed(table)
    assert [person.name for person in shown.people] == ["Иван Петров", "Анна Смирнова"]
    assert len({draft.system.owner for draft in shown.systems}) == 2
    assert not shown.duplicates


def test_numbers_and_signs_tell_names_apart():
    shown = previewed(table_of("Name,Stage\n360 Copilot,Pilot\n365 Copilot,Pilot\n🤖,Pilot\n🦾,Pilot\n"))
    assert not shown.duplicates


def test_a_header_without_rows_is_said_to_be_one():
    assert "no-rows" in [problem.code for problem in previewed(table_of("Name,Stage,Owner\n")).problems]
