"""The grid of weeks: its bars, milestones and figures are the app's, and follow what is changed in the sheet."""

from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter

from desktop.planning.all_tasks import total_weight
from desktop.reports.excel.sheets.weeks import FEWEST, MOST, weeks_of
from desktop.reports.excel.words import states
from desktop.workbook import Workbook
from desktop.workbook.path import replace_at
from tests.northwind import sample
from tests.planned import large
from tests.unit.reports.excel.opened import opened, sheet, tables, word, written
from tests.unit.reports.pdf.variants import TODAY, report_of

CLAIMS = "0001-claims-triage"
HEAD, DAYS = 9, 8
DONE, BLACK, PALE, NOW, AFTER = range(1, 6)


@pytest.fixture(scope="module")
def made():
    return report_of(sample(), CLAIMS)


@pytest.fixture(scope="module")
def content(made):
    return written(made)


@pytest.fixture(scope="module")
def drawn(content, recalculate):
    return Drawn(recalculate(probed(opened(content))))


@pytest.fixture(scope="module")
def changed(content, recalculate):
    """The end of one task moved by a week and a day, one task done, one begun late, one without an owner."""
    book = opened(content)
    page = sheet(book, "tasks")
    place = heads(page)
    row = {page.cell(at, place[word("check-id")]).value: at for at in range(HEAD + 1, page.max_row + 1)}
    page.cell(row["users-trained-task"], place[word("task-end")]).value = date(2027, 4, 26)
    page.cell(row["load-test"], place[word("state")]).value = states().done
    page.cell(row["write-back"], place[word("task-start")]).value = date(2026, 12, 14)
    page.cell(row["write-back"], place[word("owner")]).value = None
    return Drawn(recalculate(probed(book)))


def heads(page):
    return {cell.value: cell.column for cell in page[HEAD] if isinstance(cell.value, str)}


def weeks(page):
    return [cell.column for cell in page[DAYS] if isinstance(cell.value, datetime)]


def probed(book) -> bytes:
    """The tracker with a sheet more: in each cell of the grid the number of the rule that paints it."""
    page, probe = sheet(book, "tasks"), book.create_sheet("Probe")
    columns = weeks(page)
    first = f"{get_column_letter(columns[0])}{HEAD + 1}"
    where = f"{first}:{get_column_letter(columns[-1])}{page.max_row}"
    rules = [
        rule.formula[0] for found in page.conditional_formatting if str(found.sqref) == where for rule in found.rules
    ]
    assert len(rules) == AFTER
    for row in range(HEAD + 1, page.max_row + 1):
        for column in columns:
            here = f"{get_column_letter(column)}{row}"
            parts = (Translator(f"={rule}", origin=first).translate_formula(here)[1:] for rule in rules)
            text = "0"
            for number, part in reversed(list(enumerate(parts, start=1))):
                text = f"IF({part},{number},{text})"
            probe[here] = f"={_named(text, page.title)}"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _named(formula: str, title: str) -> str:
    """``formula`` as it reads on another sheet."""
    from openpyxl.formula.tokenizer import Token, Tokenizer

    found = Tokenizer(f"={formula}")
    for token in found.items:
        if token.type == Token.OPERAND and token.subtype == Token.RANGE and token.value != "AsOf":
            token.value = f"'{title}'!{token.value}"
    return "".join(token.value for token in found.items)


class Drawn:
    """A recalculated tracker: the rows of the tasks by id, and how each is painted."""

    def __init__(self, book) -> None:
        self.book, self.page = book, sheet(book, "tasks")
        self.rows = {row[word("check-id")]: row for row in tables(self.page, "task")[0]}
        self.figures = {self.page.cell(4, at).value: self.page.cell(5, at).value for at in range(1, 40)}
        self.mondays = [self.page.cell(DAYS, at).value.date() for at in weeks(self.page)]

    def painted(self, name) -> list[int]:
        """The rule that paints each week of a task."""
        row = HEAD + 1 + list(self.rows).index(name)
        return [self.book["Probe"].cell(row, at).value for at in weeks(self.page)]

    def marks(self, name):
        """The Mondays of the weeks that hold a diamond."""
        row = HEAD + 1 + list(self.rows).index(name)
        return [
            self.page.cell(DAYS, at).value.date() for at in weeks(self.page) if self.page.cell(row, at).value == "◆"
        ]


def expected(task, monday):
    """The rule by the app's own figures."""
    sunday = monday + timedelta(days=6)
    if task.start <= sunday and monday <= task.finish:
        length = (task.finish - task.start).days + 1
        if task.percent and (monday - task.start).days <= length * task.percent / 100 - 1:
            return DONE
        return BLACK if task.slack is not None and task.slack <= 0 else PALE
    if monday <= TODAY <= sunday:
        return NOW
    return AFTER if monday >= date(2026, 11, 2) + timedelta(weeks=12) else 0


def test_bars_are_where_the_schedule_has_the_tasks(drawn, made):
    for task in made.systems[0].steering.tasks:
        assert drawn.painted(task.id) == [expected(task, monday) for monday in drawn.mondays], task.id


def test_slack_and_milestones_are_those_of_the_schedule(drawn, made):
    plan = made.systems[0].steering.schedule
    for task in made.systems[0].steering.of_plan:
        shown = drawn.rows[task.id][word("task-slack")]
        assert (shown or 0) == (0 if task.done else task.slack), task.id
    assert drawn.rows["decision"][word("task-end")].date() == plan.decision
    assert drawn.rows["launch"][word("task-end")].date() == plan.launch
    assert [(plan.launch - one).days for one in drawn.marks("launch")] == [plan.launch.weekday()]


def test_figures_above_are_those_of_the_app(drawn, made):
    steering = made.systems[0].steering
    late = sum(task.late(TODAY) for task in steering.tasks)
    assert drawn.figures[word("weeks-tasks")] == len(steering.tasks)
    assert drawn.figures[word("weeks-work")] == pytest.approx(100 * steering.burn_up.share_done)
    assert drawn.figures[word("weeks-wanted")] == pytest.approx(100 * steering.burn_up.share_wanted)
    assert drawn.figures[word("weeks-late")] == late
    assert drawn.figures[word("weeks-blocked")] == sum(task.status.value == "blocked" for task in steering.tasks)
    assert drawn.figures[word("weeks-no-owner")] == sum(not task.owner and not task.done for task in steering.tasks)
    assert drawn.figures[word("weeks-launch")].date() == steering.schedule.launch


def test_without_a_baseline_the_plan_itself_says_what_is_due(recalculate):
    report = report_of(replace_at(sample(), ("systems", CLAIMS, "plan", "baselines"), {}), CLAIMS)
    shown = Drawn(recalculate(written(report))).figures
    assert shown[word("weeks-wanted")] == pytest.approx(100 * report.systems[0].steering.burn_up.share_wanted)


def test_a_moved_end_moves_bar_slip_slack_decision_and_launch(changed, made):
    row = changed.rows["users-trained-task"]
    assert (row[word("task-slip")], row[word("task-slack")]) == (11, -6)
    assert changed.painted("users-trained-task").count(BLACK) == 7
    assert changed.rows["decision"][word("task-end")].date() == date(2027, 4, 26)
    assert changed.rows["launch"][word("task-end")].date() == date(2027, 4, 27)
    assert changed.marks("launch") == [date(2027, 4, 26)]
    assert changed.figures[word("weeks-launch")].date() == date(2027, 4, 27)


def test_done_start_and_owner_move_bar_attention_and_work_due(changed, drawn):
    assert DONE in changed.painted("load-test")
    assert PALE not in changed.painted("load-test")
    assert changed.painted("write-back").count(PALE) < drawn.painted("write-back").count(PALE)
    assert changed.rows["write-back"][word("task-attention")] == word("no-owner")
    assert drawn.rows["write-back"][word("task-attention")] in (None, "")
    assert changed.figures[word("weeks-no-owner")] == drawn.figures[word("weeks-no-owner")] + 1


def test_milestones_are_no_tasks_and_nobody_enters_them(content):
    page = sheet(opened(content), "tasks")
    place = heads(page)
    for row in (page.max_row - 1, page.max_row):
        assert page.cell(row, place[word("no")]).value is None
        assert all(
            page.cell(row, place[word(key)]).protection.locked for key in ("owner", "task-start", "task-end", "state")
        )


def test_the_grid_prints_first_and_the_words_after_it(content):
    page = sheet(opened(content), "tasks")
    place = heads(page)
    words = get_column_letter(place[word("task-blocker")])
    grid, rest = page.print_area.replace("'", "").replace("$", "").replace(f"{page.title}!", "").split(",")
    assert grid == f"A1:{get_column_letter(weeks(page)[-1])}{page.max_row}"
    assert rest.startswith(f"{words}{HEAD}:")
    assert page.freeze_panes == f"{get_column_letter(place[word('owner')])}{HEAD + 1}"
    assert (page.print_title_rows, page.print_title_cols) == ("$6:$9", "$B:$E")


def test_only_columns_that_one_filters_by_have_a_button(content):
    page = sheet(opened(content), "tasks")
    hidden = {entry.colId + 1 for entry in page.tables["Tasks"].autoFilter.filterColumn if entry.hiddenButton}
    assert hidden == set(weeks(page))


def test_five_hundred_tasks_over_many_weeks_keep_every_bar(recalculate):
    workbook = large()
    report = report_of(workbook, next(iter(workbook.systems)))
    page = sheet(recalculate(written(report)), "tasks")
    rows = tables(page, "task")[0]
    assert len(rows) == 502
    assert rows[-2][word("task-end")].date() == report.systems[0].steering.schedule.decision
    assert not [cell for line in page.iter_rows() for cell in line if cell.data_type == "e"]


def test_without_any_task_the_weeks_begin_with_this_one(recalculate):
    page = sheet(recalculate(written(report_of(Workbook()))), "tasks")
    shown = [page.cell(DAYS, at).value.date() for at in weeks(page)]
    assert (shown[0], len(shown)) == (date(2026, 11, 16), FEWEST)


def test_weeks_reach_past_the_last_day_but_not_for_ever():
    first = date(2026, 11, 4)
    found = weeks_of([first, first + timedelta(weeks=39)], TODAY)
    assert (found.first, found.count, found.cut) == (date(2026, 11, 2), 42, False)
    assert len({column.header for column in found.columns}) == 42
    far = weeks_of([first, first + timedelta(weeks=400)], TODAY)
    assert (far.count, far.cut) == (MOST, True)
    assert len({column.header for column in far.columns}) == MOST


def test_the_sample_s_weights_are_those_of_the_sheet(drawn, made):
    shown = sum(row[word("task-days")] or 0 for row in drawn.rows.values())
    assert shown == pytest.approx(float(total_weight(made.systems[0].steering.tasks)))
