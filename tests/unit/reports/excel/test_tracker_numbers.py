"""What LibreOffice computes from the formulas is what the app computes."""

from datetime import date

import pytest
from openpyxl.utils import range_boundaries

from desktop.reports.excel.words import states
from desktop.text import say
from desktop.workbook import Workbook
from tests.northwind import sample
from tests.unit.reports.excel.engagement import report
from tests.unit.reports.excel.opened import sheet, tables, word, written

ENDS = ("low", "likely", "high")


def cells(book):
    return ((page.title, cell) for page in book for row in page.iter_rows() for cell in row if cell.value is not None)


def errors(book):
    return [(title, cell.coordinate, cell.value) for title, cell in cells(book) if cell.data_type == "e"]


def near(value):
    return pytest.approx(float(value), abs=1e-9, rel=1e-12)


def named(book, name):
    title, place = book.defined_names[name].attr_text.split("!")
    column, row, *_ = range_boundaries(place.replace("$", ""))
    return book[title.strip("'")].cell(row, column)


def test_no_cell_is_an_error(computed):
    assert errors(computed) == []


def test_no_cell_is_an_error_without_any_system(recalculate):
    book = recalculate(written(report(Workbook())))
    assert errors(book) == []
    assert sheet(book, "dashboard")["A5"].value == f"0{word('of')}0"


def test_no_cell_is_an_error_with_one_system_and_in_the_sample(recalculate):
    assert errors(recalculate(written(report(system_id="0001-ab")))) == []
    assert errors(recalculate(written(report(sample())))) == []


def test_every_task_stands_as_in_the_report(computed, three):
    rows = tables(sheet(computed, "tasks"), "task")[0]
    expected = [task for system in three.systems for task in system.tasks]
    assert [row[word("standing")] for row in rows] == [states().of(task.state) for task in expected]
    assert {task.state for task in expected} >= {"done", "late", "soon", "problem", "open"}


def test_counts_of_the_tasks_follow_the_rows(computed, three):
    page, tasks = sheet(computed, "tasks"), [task for system in three.systems for task in system.tasks]
    names = {page.cell(4, column).value: page.cell(5, column).value for column in range(1, 40)}
    assert names[word("weeks-tasks")] == len(tasks)
    assert names[word("weeks-late")] == sum(task.state == "late" for task in tasks)
    assert names[word("weeks-no-owner")] == sum(task.owner is None and task.state != "done" for task in tasks)


def test_intervals_are_those_of_the_app(computed, three):
    rows = {
        (row[word("no")], row[word("record-id")]): row for row in tables(sheet(computed, "evaluation"), "scored")[0]
    }
    for number, system in enumerate(three.systems, start=1):
        for run in system.evaluation.runs:
            row = rows[number, run.id]
            assert row[word("share")] == near(run.interval.share)
            assert row[word("low-end")] == near(run.interval.low)
            assert row[word("high-end")] == near(run.interval.high)
    assert rows[1, "r5"][word("share")] in (None, ""), "a run without numbers has no share"


def test_the_standing_takes_the_newest_run(computed, three):
    rows = tables(sheet(computed, "evaluation"), "needed")[0]
    cleared, unclear, none = rows
    assert cleared[word("right-answers")] == near(three.systems[0].evaluation.latest.interval.share)
    assert (cleared[word("standing")], unclear[word("standing")]) == (word("cleared"), word("not-shown"))
    assert none[word("standing")] == word("no-run")
    assert [row[word("needed")] for row in rows[:2]] == [system.evaluation.needed for system in three.systems[:2]]


def test_the_mix_leaves_out_kinds_without_numbers(computed, three):
    rows = tables(sheet(computed, "evaluation"), "kind-of-case")[0]
    expected = {entry.name: entry for entry in three.systems[0].evaluation.mix}
    shown = {row[word("kind-of-case")]: row for row in rows if row[word("points-off")] not in (None, "")}
    assert shown.keys() == expected.keys()
    for name, entry in expected.items():
        assert shown[name][word("points-off")] == near(entry.off)
        assert shown[name][word("test-set")] == near(entry.test / 100)


def test_effort_is_summed_over_complete_estimates_and_doubled(computed, three):
    first, second, _ = tables(sheet(computed, "integration"), "estimated")[0]
    effort = three.systems[0].effort
    for end, head in zip(ENDS, ("least", "likely", "most"), strict=True):
        assert first[f"Days, {head}"] == near(getattr(effort.honest, end))
        assert first[f"Doubled, {head}"] == near(getattr(effort.doubled, end))
    assert (first[word("connections")], first[word("estimated")]) == (effort.listed, effort.estimated)
    assert second["Days, likely"] in (None, ""), "nothing estimated is not an effort of zero"


def value_rows(book):
    page = sheet(book, "value")
    found = [row for row in range(1, page.max_row + 1) if page.cell(row, 1).value == word("result-net")]
    return page, found


def test_the_three_numbers_are_those_of_the_app(computed, three):
    page, rows = value_rows(computed)
    assert len(rows) == len(three.systems)
    for row, system in zip(rows, three.systems, strict=True):
        for column, end in enumerate(ENDS, start=2):
            case = getattr(system.numbers, end)
            shown = [page.cell(row + step, column).value for step in (0, 1, 2)]
            if case is None:
                assert shown in ([None] * 3, [""] * 3)
                continue
            payback = word("na") if case.payback_month is None else case.payback_month
            assert shown == [near(case.net), payback, near(case.roi)]


def test_a_total_stands_only_where_every_line_is_complete(computed, three):
    page, rows = value_rows(computed)
    waiting = [page.cell(row - 2, 3).value for row in rows]
    assert page.cell(rows[0] - 1, 3).value == near(three.systems[0].numbers.investment.likely)
    assert waiting[:2] == [near(three.systems[n].numbers.continuing.likely) for n in (0, 1)]
    assert waiting[2] in (None, "")


def test_cash_to_date_month_by_month(computed, three):
    rows = [row for row in tables(sheet(computed, "cash"), "month")[0] if row[word("no")] == 1]
    for end in ENDS:
        case, sums = getattr(three.systems[0].numbers, end), [row[word(f"cash-{end}")] for row in rows]
        assert sums == [near(value) for value in case.cash]
        flows = [row[word(f"flow-{end}")] for row in rows]
        assert sum(flows) == pytest.approx(float(case.net), abs=0.01)


def test_portfolio_age_and_stall(computed, three):
    rows = {row[word("system-id")]: row for row in tables(sheet(computed, "portfolio"), "stage")[0]}
    assert rows.keys() == {row.id for row in three.portfolio}
    for row in three.portfolio:
        shown = rows[row.id]
        assert (shown[word("stalled")] == word("stalled")) == row.stalled
        assert shown[word("months")] == (near(row.months) if row.months is not None else None) or (
            row.months is None and shown[word("months")] in (None, "")
        )
    assert rows["0004-ab"][word("stalled")] == word("na"), "in operation: does not apply"
    assert rows["0005-ab"][word("stalled")] == word("na"), "retired: does not apply"
    assert rows["0003-ab"][word("stalled")] in (None, ""), "start unknown: no answer"
    assert rows["0002-ab"][word("stalled")] == word("no-word")


def test_portfolio_counts(computed, three):
    page = sheet(computed, "portfolio")
    names = {page.cell(4, column).value: page.cell(5, column).value for column in range(1, 13)}
    summary = three.summary
    assert names[word("systems")] == summary.systems
    assert names[word("stalled")] == summary.stalled
    assert names[word("owner-known")] == summary.owned
    assert names[word("start-unknown")] == summary.start_unknown
    assert names[word("in-sprint")] == summary.in_sprint


def test_the_dashboard_agrees_with_the_report(computed, three):
    page, of = sheet(computed, "dashboard"), word("of")
    tasks = [task for system in three.systems for task in system.tasks]
    assert page["A5"].value == f"{sum(task.state == 'done' for task in tasks)}{of}{len(tasks)}"
    assert page["B5"].value == sum(task.state == "late" for task in tasks)
    assert page["F5"].value == f"1{of}3"
    assert page["G5"].value == f"{three.summary.stalled}{of}{three.summary.systems}"
    assert page["I5"].value == "EUR 42k", "38,000 and 4,200 a month"
    first = tables(page, "dash-system")[0][0]
    assert first[say("tracker.dash-right-answers")] == "88.3 % (83.7–91.8), threshold 80.0 %"
    assert first[say("tracker.dash-done")] == f"{three.systems[0].done}{of}{three.systems[0].total}"
    assert first[say("tracker.dash-sprint-day")] == 20


def test_next_to_finish_is_what_is_due_first(computed, three):
    rows = tables(sheet(computed, "dashboard"), "dash-task")[0]
    waiting = [task for system in three.systems for task in system.tasks if task.state != "done" and task.due]
    expected = sorted(task.due for task in waiting)[:5]
    assert [row[say("tracker.dash-due")].date() for row in rows[:5]] == expected


def test_figures_follow_a_changed_cell(recalculate, content):
    from io import BytesIO

    from tests.unit.reports.excel.opened import opened

    book = opened(content)
    page = sheet(book, "tasks")
    heads = {cell.value: cell.column for cell in page[9]}
    done = [page.cell(row, heads[word("state")]) for row in range(10, page.max_row + 1)]
    for cell in done:
        cell.value = states().done
    sheet(book, "dashboard")["J1"].value = date(2027, 6, 1)
    stream = BytesIO()
    book.save(stream)
    again = recalculate(stream.getvalue())
    assert sheet(again, "dashboard")["A5"].value == f"{len(done)}{word('of')}{len(done)}"
    assert sheet(again, "dashboard")["B5"].value == 0
    assert sheet(again, "dashboard")["F27"].value in (None, "")
    portfolio = {row[word("system-id")]: row for row in tables(sheet(again, "portfolio"), "stage")[0]}
    assert portfolio["0002-ab"][word("stalled")] == word("stalled"), "seven months later it has stalled"


def test_the_limits_that_formulas_use_are_those_of_the_app(computed):
    from desktop.analysis.evaluation import MIX_TOLERANCE
    from desktop.analysis.integration import DOUBLING
    from desktop.analysis.portfolio import STALL_MONTHS
    from desktop.analysis.statistics import Z_95

    limits = {"WilsonZ": Z_95, "Doubling": DOUBLING, "StallMonths": STALL_MONTHS, "MixTolerance": MIX_TOLERANCE}
    assert {name: named(computed, name).value for name in limits} == pytest.approx(limits, rel=1e-14)
