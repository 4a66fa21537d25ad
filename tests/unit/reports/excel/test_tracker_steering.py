"""Tasks of both tracks, what has come since, and the burn-up in the tracker: the same as in the window."""

import pytest

from desktop.method import load_method
from desktop.reports.excel.words import states
from desktop.reports.report import Report
from desktop.reports.since_words import Words, happened
from desktop.text import say
from tests.northwind import sample
from tests.unit.reports.excel.opened import opened, sheet, tables, word, written
from tests.unit.reports.pdf.variants import report_of

CLAIMS = "0001-claims-triage"


@pytest.fixture(scope="module")
def made() -> Report:
    return report_of(sample(), CLAIMS)


@pytest.fixture(scope="module")
def tracker(made):
    return opened(written(made))


def test_the_sheet_of_tasks_holds_both_tracks_with_agreed_day_and_per_cent(tracker, made):
    rows = tables(sheet(tracker, "tasks"), "task")[0]
    tasks = made.systems[0].steering.tasks
    milestones = ["decision", "launch"]
    assert [row[word("check-id")] for row in rows] == [*(task.id for task in tasks), *milestones]
    by_id = {row[word("check-id")]: row for row in rows}
    blocked = by_id["service-account"]
    assert (blocked[word("state")], blocked[word("task-percent")]) == (states().blocked, 0)
    assert blocked[word("task-blocker")] == "Security has not approved the role"
    planned = {task.id: task.planned for task in tasks}
    assert blocked[word("task-agreed")].date() == planned["service-account"]


def test_the_sheet_since_says_what_the_window_says(tracker, made):
    page = tracker[say("checkin.sheet")]
    rows = tables_of(page, say("checkin.sheet.what"))
    steering, words = made.systems[0].steering, Words(load_method(), made.workbook.people)
    told = [*happened(steering.week.since, words), *happened(steering.meeting.since, words)]
    assert [(row[say("checkin.sheet.what")], row[say("checkin.sheet.words")]) for row in rows] == [
        (line.title, line.words) for line in told
    ]
    closed = tables_of(page, say("checkin.sheet.closed"))
    assert [row[say("checkin.sheet.closed")].date() for row in closed] == [entry.on for entry in steering.checkins]


def tables_of(page, head):
    """The rows below the header row that holds ``head``, as header → value."""
    for row in page.iter_rows():
        heads = {cell.column: cell.value for cell in row if isinstance(cell.value, str)}
        if head in heads.values() and row[0].row > 3:
            found, at = [], row[0].row + 1
            while page.cell(at, max(heads)).border.bottom.style:
                found.append({name: page.cell(at, column).value for column, name in heads.items()})
                at += 1
            return found
    raise AssertionError(head)


def test_the_burn_up_ends_today_with_what_is_done(tracker, made):
    rows = tables_of(tracker[say("checkin.sheet.burn-up")], say("checkin.burn.column.done"))
    done = [row[say("checkin.burn.column.done")] for row in rows if row[say("checkin.burn.column.done")] is not None]
    found = made.systems[0].steering.burn_up
    assert done[-1] == pytest.approx(float(found.done_now))
    assert rows[-1][say("checkin.burn.column.planned")] == pytest.approx(float(found.total))


def test_no_cell_of_the_three_sheets_is_an_error_and_slips_are_the_report_s(tracker, made, recalculate):
    book = recalculate(written(made))
    for name in (say("tracker.sheet-tasks"), say("checkin.sheet"), say("checkin.sheet.burn-up")):
        cells = [cell.value for row in book[name].iter_rows() for cell in row]
        assert [value for value in cells if isinstance(value, str) and value.startswith(("#", "Err:"))] == []
    rows = tables(sheet(book, "tasks"), "task")[0]
    slips = [row[word("task-slip")] if isinstance(row[word("task-slip")], int) else None for row in rows]
    assert slips[:-2] == [task.slip for task in made.systems[0].steering.tasks]
