"""The file as openpyxl reads it: what stands in which cell, what may be changed, how it prints."""

import re
from datetime import date
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl.worksheet.table import Table

from desktop.reports.cancel import Cancelled
from desktop.reports.excel.tracker import STEPS, write_tracker
from desktop.reports.excel.words import states
from desktop.text import say
from desktop.text.verdicts import verdict_sentence
from desktop.workbook import Engagement, Stage, System, Workbook
from tests.unit.reports.excel.engagement import TODAY, report, workbook
from tests.unit.reports.excel.opened import opened, sheet, silent, tables, word, written


def formulas(book):
    return [
        (page.title, cell.coordinate, cell.value)
        for page in book
        for row in page.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def test_the_sheets_stand_in_their_order(book):
    names = ["dashboard", "tasks", "metrics", "evaluation", "integration", "value", "cash", "decision", "governance"]
    diagnosis = [
        say(f"tracker-assessment.sheet-{name}") for name in ("diagnosis", "findings", "warnings", "lenses", "answers")
    ]
    steering = [say("checkin.sheet"), say("checkin.sheet.burn-up")]
    shown = [page.title for page in book if page.sheet_state == "visible"]
    after = [word(f"sheet-{name}") for name in ("portfolio", "sources", "readme")]
    first, rest = names[:2], names[2:]
    weeks = _sheets(["workflow", "raci", "launch", "rollout"])
    assert shown == [*_sheets(first), *steering, *_sheets(rest), *diagnosis, *weeks, *after]
    assert book.active.title == word("sheet-dashboard")


def _sheets(names):
    return [word(f"sheet-{name}") for name in names]


def test_tasks_cell_by_cell(book, three):
    rows = tables(sheet(book, "tasks"), "task")[0]
    expected = [(system, task) for system in three.systems for task in system.tasks]
    assert len(rows) == len(expected) == 75
    for row, (system, task) in zip(rows, expected, strict=True):
        verdict = task.checked.verdict
        assert row[word("system")] == system.system.name
        assert row[word("week")] == task.week
        assert row[word("task")] == task.checked.check.task
        assert row[word("deliverable")] == task.checked.check.deliverable
        assert row[word("role")] == task.role
        assert row[word("owner")] == task.owner
        assert row[word("task-end")].date() == task.due
        entered = {"met": states().done, "failed": states().problem}.get(verdict.state, states().open)
        assert row[word("state")] == entered
        said = "" if verdict.met else verdict_sentence(verdict.code, verdict.values, three.currency)
        assert (row[word("detail")] or "") == said
        assert (row[word("note")] or "") == task.note
        assert (row[word("system-id")], row[word("check-id")]) == (system.system.id, task.id)


def test_metrics_cell_by_cell(book, three):
    rows = tables(sheet(book, "metrics"), "metric")[0]
    expected = [(system, key, metric) for system in three.systems for key, metric in system.sprint.metrics.items()]
    assert len(rows) == len(expected)
    for row, (system, key, metric) in zip(rows, expected, strict=True):
        assert (row[word("metric")], row[word("unit")]) == (metric.name, metric.unit)
        assert row[word("today")] == (None if metric.baseline is None else float(metric.baseline))
        assert row[word("target")] == (None if metric.target is None else float(metric.target))
        assert (row[word("system-id")], row[word("record-id")]) == (system.system.id, key)


def test_nothing_zero_and_not_applicable_are_three_things(book, computed):
    rows = {row[word("record-id")]: row for row in tables(sheet(book, "metrics"), "metric")[0][:3]}
    assert rows["k2"][word("target")] is None
    assert rows["k3"][word("target")] == 0
    shown = {row[word("record-id")]: row for row in tables(sheet(computed, "metrics"), "metric")[0][:3]}
    assert shown["k2"][word("change-relative")] in (None, "")
    assert shown["k3"][word("change-relative")] == word("na"), "no change in per cent of nothing"
    assert shown["k3"][word("change")] == 0


def test_a_decision_without_conditions_says_not_applicable():
    from desktop.workbook import Sprint
    from desktop.workbook.decision import Decision, Outcome

    system = System(id="a", name="A", sprint=Sprint(decision=Decision(outcome=Outcome.NO_GO)))
    book = opened(written(report(Workbook(systems={"a": system, "b": System(id="b", name="B", sprint=Sprint())}))))
    rows = tables(sheet(book, "decision"), "condition")[0]
    assert [(row[word("system")], row[word("condition")]) for row in rows] == [("A", word("na"))]


def test_the_as_of_day_is_a_tinted_open_cell_with_a_name(book):
    cell = sheet(book, "dashboard")["J1"]
    assert cell.value.date() == TODAY
    assert cell.fill.fgColor.rgb.endswith("FFF8E1")
    assert not cell.protection.locked
    assert book.defined_names["AsOf"].attr_text == "'Dashboard'!$J$1"


def test_tinted_cells_and_only_they_are_open_and_no_formula_is(book):
    for page in book:
        for row in page.iter_rows():
            for cell in row:
                tinted = str(cell.fill.fgColor.rgb).endswith("FFF8E1") and page.title != word("sheet-readme")
                assert cell.protection.locked is not tinted, (page.title, cell.coordinate)
                assert not (tinted and cell.data_type == "f"), (page.title, cell.coordinate)


def test_sheets_are_protected_only_where_formulas_stand_and_without_a_password(book):
    with_formulas = {title for title, *_ in formulas(book)}
    for page in book:
        assert page.protection.sheet == (page.title in with_formulas), page.title
        assert page.protection.password is None
        if page.protection.sheet:
            assert page.protection.autoFilter is False, "False: filtering stays allowed"


def test_only_functions_that_every_office_knows(book):
    unknown = re.compile(r"XLOOKUP|LET\(|FILTER|_xlfn|MAXIFS|TEXTJOIN|SORT\(|UNIQUE|TEXT\(", re.IGNORECASE)
    assert [entry for entry in formulas(book) if unknown.search(entry[2])] == []
    assert len(formulas(book)) > 300


def test_choices_and_days_are_validated(book):
    page = sheet(book, "tasks")
    kinds = {
        str(rule.sqref).partition(":")[0].rstrip("0123456789"): rule for rule in page.data_validations.dataValidation
    }
    by_head = {cell.value: cell.column_letter for cell in page[9]}
    state, owner, due, start = (kinds[by_head[word(key)]] for key in ("state", "owner", "task-end", "task-start"))
    assert (state.type, state.errorStyle) == ("list", "stop")
    assert (owner.type, owner.errorStyle) == ("list", "warning"), "somebody new may be entered"
    assert (due.type, start.type) == ("date", "date")
    lists = book[word("sheet-lists")]
    assert lists.sheet_state == "hidden"
    assert [lists.cell(row, 6).value for row in range(1, 6)] == list(states().choices)
    percent = kinds[by_head[word("task-percent")]]
    assert (percent.type, percent.formula1, percent.formula2) == ("whole", "0", "100")


def test_ids_are_there_and_hidden(book):
    for name in ("tasks", "metrics", "evaluation", "integration", "portfolio"):
        page = sheet(book, name)
        hidden = {letter for letter, column in page.column_dimensions.items() if column.hidden}
        ids = {cell.column_letter for row in page.iter_rows() for cell in row if cell.value == word("system-id")}
        assert ids, name
        assert ids <= hidden, name


def test_one_system_needs_no_column_for_its_name():
    book = opened(written(report(system_id="0001-ab")))
    page = sheet(book, "tasks")
    assert page.column_dimensions["B"].hidden
    assert page["C1"].value == word("sheet-tasks")
    assert sheet(book, "dashboard")["A1"].value == "Claims triage assistant"


def test_tables_can_be_filtered_and_their_headers_are_unique(book):
    found: list[Table] = [table for page in book for table in page.tables.values()]
    assert {table.displayName for table in found} >= {
        "Tasks",
        "CheckIns",
        "BurnUp",
        "Metrics",
        "Runs",
        "Connections",
        "Portfolio",
    }
    for table in found:
        names = [column.name.casefold() for column in table.tableColumns]
        assert len(set(names)) == len(names)
        assert all(names)
        assert table.autoFilter is not None


def test_every_sheet_prints_on_landscape_a4_one_page_wide_with_a_footer(book):
    for page in book:
        if page.sheet_state != "visible":
            continue
        assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
        assert page.page_setup.fitToWidth == 1
        assert page.sheet_properties.pageSetUpPr.fitToPage
        footer = page.oddFooter.left.text + page.oddFooter.right.text
        for part in (
            "Confidential",
            "Northwind Insurance (fictitious)",
            "Revision 47",
            "21 Nov 2026",
            "&A",
            "&P",
            "&N",
        ):
            assert part in footer, page.title
    assert sheet(book, "tasks").print_title_rows == "$6:$9"
    assert sheet(book, "portfolio").print_title_rows == "$7:$7"


@pytest.mark.parametrize("client", ["R&D & Sons", "&P&N 24", "9 Lives", "x" * 1900, "a\nb", "&" * 300, "😀" * 200])
def test_a_footer_never_exceeds_what_excel_reads(client):
    content = written(report(Workbook(engagement=Engagement(client=client, confidentiality=client[:7]))))
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                text = archive.read(name).decode()
                for footer in re.findall(r"<oddFooter>(.*?)</oddFooter>", text, re.DOTALL):
                    plain = unescape(footer)
                    assert len(plain.encode("utf-16-le")) // 2 <= 255


def test_ampersands_of_a_client_are_no_codes_in_the_footer():
    content = written(report(Workbook(engagement=Engagement(client="R&D"))))
    with ZipFile(BytesIO(content)) as archive:
        assert "R&amp;&amp;D" in archive.read("xl/worksheets/sheet1.xml").decode()


def test_the_file_says_revision_and_version_and_nothing_of_the_machine(content):
    with ZipFile(BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core, custom = archive.read("docProps/core.xml").decode(), archive.read("docProps/custom.xml").decode()
    assert core.count("2026-11-21T00:00:00Z") == 2
    assert "lastModifiedBy" not in core
    assert "47" in custom
    assert "0.1.0" in custom


def test_the_same_report_gives_the_same_bytes(content):
    assert written(report()) == content
    changed = workbook(confidentiality="Internal")
    assert written(report(changed)) != content


def test_an_invented_engagement_is_marked_once():
    named = workbook(client="Northwind (fictitious)")
    assert sheet(opened(written(report(named))), "dashboard")["A1"].value == "Northwind (fictitious)"
    true = opened(written(report(workbook(fictitious=False))))
    assert sheet(true, "dashboard")["A1"].value == "Northwind Insurance"
    assert word("readme-fictitious-name") not in {row[0].value for row in sheet(true, "readme").iter_rows()}


@pytest.mark.parametrize("at", range(STEPS + 2))
def test_cancel_leaves_nothing(three, at):
    stream, calls = BytesIO(), iter(range(1000))

    def progress(done, of):
        assert 0 <= done <= of
        if next(calls) == at:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_tracker(three, stream, progress)
    assert stream.getvalue() == b""


def test_progress_rises_to_its_end(three):
    seen = []
    write_tracker(three, BytesIO(), lambda done, of: seen.append((done, of)))
    assert seen == sorted(seen)
    assert seen[-1] == (STEPS, STEPS)


def test_a_portfolio_of_thousands_arrives_whole():
    names = {
        f"s{n}": System(id=f"s{n}", name=f"System {n}", stage=Stage.PILOT, started=date(2024, 1, 1))
        for n in range(2133)
    }
    calls = []
    stream = BytesIO()
    write_tracker(report(Workbook(systems=names)), stream, lambda *step: calls.append(step))
    rows = tables(sheet(opened(stream.getvalue()), "portfolio"), "stage")[0]
    assert [row[word("system-id")] for row in rows] == list(names)
    assert len(calls) > STEPS + 10, "a long sheet can be cancelled while it is written"


def test_amounts_keep_their_cents_and_their_currency():
    book = opened(written(report(workbook(currency="CHF"))))
    page = sheet(book, "value")
    heads = [row[0].value for row in page.iter_rows() if row[0].value]
    assert any("CHF" in str(head) for head in heads)
    cents = [cell for row in page.iter_rows() for cell in row if cell.value == 100000.5]
    assert cents[0].number_format == "#,##0.00;−#,##0.00"
    assert silent(0, 1) is None


def test_many_systems_keep_every_formula_short_enough_for_excel():
    claims = workbook().systems["0001-ab"]
    systems = {f"s{n}": claims.model_copy(update={"id": f"s{n}", "name": f"System {n}"}) for n in range(40)}
    book = opened(written(report(workbook().model_copy(update={"systems": systems}))))
    assert max(len(text) for *_, text in formulas(book)) <= 8192
    assert len(tables(sheet(book, "dashboard"), "dash-system")[0]) == 40
