import io
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from desktop.exchange.problems import SourceRefusedError, sentence
from desktop.exchange.spreadsheet import read_spreadsheet
from tests.unit.exchange.hostile import archive


def saved(*sheets: tuple[str, list[list[object]]]) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.active)
    for title, rows in sheets:
        page = workbook.create_sheet(title)
        for row in rows:
            page.append(row)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def test_every_kind_of_cell_becomes_the_text_a_person_expects():
    row = [
        "Chat",
        date(2024, 3, 1),
        datetime.fromisoformat("2024-03-01 09:30"),
        0.1 + 0.2,
        3.0,
        7,
        True,
        None,
        "=not a formula",
        "007",
    ]
    data = saved(("One", [[f"Column {at}" for at in range(10)], row]))
    table = read_spreadsheet(data)
    expected = ("Chat", "2024-03-01", "2024-03-01 09:30:00", "0.3", "3", "7", "TRUE", "", "=not a formula", "007")
    assert table.rows == (expected,)
    assert table.row_numbers == (2,)


def test_formulas_and_errors_are_reported_and_never_trusted():
    data = saved(("One", [["Name", "Sum", "Error"], ["Chat", "=1+1", "#N/A"]]))
    table = read_spreadsheet(data)
    assert table.rows[0][1] == "=1+1"
    assert [(problem.code, problem.row, problem.column) for problem in table.problems] == [
        ("formula", 2, "Sum"),
        ("error-cell", 2, "Error"),
    ]


def test_errors_are_found_without_formulas_too():
    table = read_spreadsheet(saved(("One", [["Name", "Error"], ["Chat", "#REF!"]])))
    assert [(problem.code, problem.row, problem.column) for problem in table.problems] == [("error-cell", 2, "Error")]


def test_the_fullest_visible_sheet_is_chosen_and_any_can_be():
    cover = ("Cover", [["Inventory of AI systems"], ["2026"]])
    systems = ("Systems", [["Name", "Stage", "Unit"], *[[f"S{n}", "Live", "IT"] for n in range(9)]])
    table = read_spreadsheet(saved(cover, systems))
    assert (table.sheet, table.sheets, len(table.rows)) == ("Systems", ("Cover", "Systems"), 9)
    assert read_spreadsheet(saved(cover, systems), sheet="Cover").rows == (("2026",),)
    with pytest.raises(SourceRefusedError, match="Nowhere"):
        read_spreadsheet(saved(cover, systems), sheet="Nowhere")


def test_titles_and_blank_rows_keep_the_row_numbers_of_the_sheet():
    rows = [["AI systems"], [], ["Name", "Stage", "Unit"], ["Chat", "Live", "IT"], [], ["Mail", "Pilot", "IT"]]
    table = read_spreadsheet(saved(("One", rows)))
    assert table.headers == ("Name", "Stage", "Unit")
    assert table.row_numbers == (4, 6)
    assert [cells[0] for cells in table.preamble] == ["AI systems"]


def test_an_empty_workbook_is_refused():
    with pytest.raises(SourceRefusedError, match="no table"):
        read_spreadsheet(saved(("One", [])))


def test_a_shared_text_that_does_not_exist_is_damage():
    data = archive(sheet='<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
                         '<row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData></worksheet>')  # fmt: skip
    with pytest.raises(SourceRefusedError, match="damaged"):
        read_spreadsheet(data)


def test_a_large_honest_workbook_passes():
    workbook = Workbook(write_only=True)
    page = workbook.create_sheet("Systems")
    page.append(["Name", "Unit", "Stage", *[f"Answer {at}" for at in range(27)]])
    for at in range(1_000):
        page.append([f"System {at}", "Unit", "Live", *["a usual answer"] * 27])
    stream = io.BytesIO()
    workbook.save(stream)
    table = read_spreadsheet(stream.getvalue())
    assert len(table.rows) == 1_000
    assert table.problems == ()


def test_line_breaks_of_other_programs_are_line_breaks():
    table = read_spreadsheet(saved(("One", [["Name", "Text"], ["Chat", "one_x000D_\ntwo"]])))
    assert table.rows == (("Chat", "one\r\ntwo"),)


def test_links_to_other_files_and_macros_are_dropped_and_said_to_be():
    link = '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    table = read_spreadsheet(archive(**{"xl/externalLinks/externalLink1.xml": link, "xl/vbaProject.bin": b"code"}))
    assert table.headers == ("hello",)
    assert [problem.code for problem in table.problems] == ["links-dropped", "macros-dropped"]
    assert [sentence(problem) for problem in table.problems][
        1
    ] == "The workbook holds macros. They were neither read nor run."
