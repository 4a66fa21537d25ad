"""Workflow, RACI, launch and rollout in the tracker: what LibreOffice computes is what the app computes."""

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
        assert sheet(book, name)["A1"].value or sheet(book, name)["B1"].value or sheet(book, name)["C1"].value
    assert say("tracker.sheet-raci") in book.sheetnames
