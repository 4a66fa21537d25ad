"""Workflow, RACI, launch and rollout in the tracker: what LibreOffice computes is what the app computes."""

from datetime import date, timedelta

import pytest

from desktop.analysis.workflow import queue, saving
from desktop.text import say
from desktop.workbook import Workbook
from tests.northwind import sample
from tests.unit.reports.excel.engagement import report
from tests.unit.reports.excel.opened import opened, sheet, tables, word, written

SYSTEMS = ("0001-claims-triage", "0002-underwriting-notes")


@pytest.fixture(scope="module")
def content():
    return written(report(sample()))


@pytest.fixture(scope="module")
def northwind(recalculate, content):
    return recalculate(content)


def launch(system):
    return sample().systems[system].launch


def test_queue_and_saving_are_computed_as_in_the_app(northwind):
    (rows,) = tables(sheet(northwind, "workflow"), "queue-state")
    for row, system in zip(rows, SYSTEMS, strict=True):
        found, saved = queue(launch(system).workflow), saving(launch(system).workflow)
        assert row[word("hours-needed")] == pytest.approx(float(found.needed))
        assert row[word("hours-there")] == pytest.approx(float(found.capacity))
        assert row[word("hours-saved")] == pytest.approx(float(saved.hours))
        assert row[word("minutes-saved")] == pytest.approx(float(saved.minutes))
        assert row[word("queue-state")] == word(f"queue-{found.state}")
    assert rows[1][word("queue-says")] == "39.9 hours a week short"


def test_each_row_of_the_matrix_is_checked_live(northwind):
    claims, underwriting = tables(sheet(northwind, "raci"), "accountable")
    assert {row[word("check")] for row in claims if row[word("duty")]} >= {word("raci-complete")}
    found = {row[word("duty")]: (row[word("check")], row[word("accountable")]) for row in underwriting}
    assert found["Incidents with wrong outputs"] == (word("raci-not-a-person"), "IT and Claims")
    assert found["Changes of model and prompt"][0] == word("raci-several")
    assert found["Evaluation benchmarks"] == (word("raci-complete"), "Lukas Weber")
    assert found["Outputs and the processes behind them"][0] == word("raci-nobody-does")
    assert found["Return and effect on the business"][0] == word("raci-nobody")


def test_criteria_and_gates_are_judged_live(northwind):
    (gates,) = tables(sheet(northwind, "rollout"), "gate")
    assert [row[word("gate")] for row in gates] == [
        "1 met of 3", "Not begun", "Not begun", "Not proven", "0 met of 2", "Not begun",
    ]  # fmt: skip
    (criteria,) = tables(sheet(northwind, "rollout"), "criterion")
    states = [row[word("standing")] for row in criteria]
    assert states.count(word("criterion-met")) == 1
    assert states.count(word("criterion-missed")) == 2
    assert states.count(word("criterion-claimed")) == 1


def test_what_is_not_known_is_blank_and_not_zero(northwind):
    (criteria,) = tables(sheet(northwind, "rollout"), "criterion")
    assert criteria[0][word("measured-value")] is None
    assert criteria[0][word("standing")] == word("criterion-open")
    (steps,) = tables(sheet(northwind, "workflow"), "ai-part")
    assert steps[0][word("errors")] is None


def test_no_cell_of_the_sheets_is_an_error(northwind):
    for name in ("workflow", "raci", "launch", "rollout"):
        cells = (cell.value for row in sheet(northwind, name).iter_rows() for cell in row)
        assert [value for value in cells if isinstance(value, str) and value.startswith(("#", "Err:"))] == []


def test_people_days_and_letters_are_chosen_from_lists(content):
    book = opened(content)
    rules = {rule.formula1 for rule in sheet(book, "raci").data_validations.dataValidation}
    assert rules == {'"R,A,A/R,C,I"'}
    launch_rules = sheet(book, "launch").data_validations.dataValidation
    assert {"list", "date", "decimal"} <= {rule.type for rule in launch_rules}
    assert all(rule.showErrorMessage for rule in launch_rules)


def test_names_of_people_are_texts():
    people = {**sample().people}
    people["0002-keller"] = people["0002-keller"].model_copy(update={"name": "=1+1"})
    book = opened(written(report(sample().model_copy(update={"people": people}))))
    cells = [cell for row in sheet(book, "raci").iter_rows() for cell in row if cell.value == "=1+1"]
    assert cells
    assert {cell.data_type for cell in cells} == {"s"}


def test_without_a_launch_the_sheets_say_nothing(recalculate):
    book = recalculate(written(report(Workbook())))
    for name in ("workflow", "raci", "launch", "rollout"):
        assert any(cell.value for cell in sheet(book, name)[1])
    assert say("tracker.sheet-raci") in book.sheetnames


def test_meetings_checks_and_minutes_are_computed(northwind):
    page = sheet(northwind, "launch")
    (forums,) = tables(page, "forum")
    assert all(row[word("next-on")].date() >= date(2026, 11, 21) for row in forums if row[word("first-on")])
    assert [row[word("next-on")] in (None, "") for row in forums] == [row[word("first-on")] is None for row in forums]
    (steps,) = tables(page, "rollback-step")
    minutes = [float(row[word("minutes")] or 0) for row in steps if row[word("no")] == 1]
    so_far = [row[word("minutes-so-far")] for row in steps if row[word("no")] == 1 and row[word("minutes")] is not None]
    assert so_far[-1] == pytest.approx(sum(minutes))
    (plans,) = tables(page, "rollback-trigger")
    assert plans[0][word("minutes-in-all")] == pytest.approx(sum(minutes))
    assert {row[word("standing")] for row in plans} <= {word("rollback-tried"), word("rollback-untried")}
    (levels,) = tables(page, "escalation-when")
    for row in levels:
        named, timed = row[word("who-acts")], row[word("within-hours")] is not None
        missing = word("lacks-hours") if named else word("lacks-person")
        assert row[word("check")] == (word("complete") if named and timed else missing)


@pytest.mark.parametrize(
    ("first", "every", "on"),
    [
        (date(2027, 1, 4), "Each week", date(2027, 1, 4)),
        (date(2026, 11, 2), "Each week", date(2026, 11, 23)),
        (date(2026, 11, 7), "Every two weeks", date(2026, 11, 21)),
        (date(2026, 8, 31), "Each month", date(2026, 11, 30)),
        (date(2026, 11, 20), "Each month", date(2026, 12, 20)),
        (date(2026, 5, 20), "Each quarter", date(2027, 2, 20)),
        (date(2026, 5, 25), "Each quarter", date(2026, 11, 25)),
    ],
)
def test_the_next_meeting_follows_first_day_and_rhythm(meetings, first, every, on):
    assert meetings[first, every] == on


@pytest.fixture(scope="module")
def meetings(recalculate, content):
    """The day of the next meeting for each first day and rhythm, one after the other in the first forum's row."""
    from io import BytesIO

    book = opened(content)
    page = sheet(book, "launch")
    head = next(row for row in page.iter_rows() if any(cell.value == word("forum") for cell in row))
    at = {cell.value: cell.column for cell in head}
    formula, line = page.cell(head[0].row + 1, at[word("next-on")]).value, head[0].row + 1
    letter = page.cell(line, at[word("first-on")]).column_letter, page.cell(line, at[word("cadence")]).column_letter
    probe, found = book.create_sheet("Probe"), {}
    mark = next(m for m in test_the_next_meeting_follows_first_day_and_rhythm.pytestmark if m.name == "parametrize")
    for row, (first, every, _) in enumerate(mark.args[1], start=1):
        probe.cell(row, 1).value, probe.cell(row, 2).value = first, every
        probe.cell(row, 3).value = formula.replace(f"{letter[0]}{line}", f"A{row}").replace(
            f"{letter[1]}{line}", f"B{row}"
        )
    stream = BytesIO()
    book.save(stream)
    shown = recalculate(stream.getvalue())["Probe"]
    for row, (first, every, _) in enumerate(mark.args[1], start=1):
        value = shown.cell(row, 3).value
        found[first, every] = (
            value.date() if hasattr(value, "date") else date(1899, 12, 30) + timedelta(days=int(value))
        )
    return found


def test_each_list_is_a_table_with_a_word_over_each_column(content):
    book = opened(content)
    names = {table.displayName for page in book for table in page.tables.values()}
    assert names >= {
        "Since", "Reviewers", "Forums", "Escalation", "Rollback", "RollbackPlan", "Training", "Signals",
    }  # fmt: skip
