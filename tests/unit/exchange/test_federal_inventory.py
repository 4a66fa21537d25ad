import csv
import tracemalloc
from collections import Counter
from datetime import date

import pytest

from desktop.exchange.inventory import Preview, preview
from desktop.exchange.inventory_edit import import_inventory
from desktop.exchange.problems import sentence
from desktop.exchange.source import read_source
from desktop.exchange.suggest import suggest
from desktop.workbook.document import Workbook
from desktop.workbook.system import Impact, Stage
from tests.unit.exchange.builders import TODAY


@pytest.fixture(scope="module")
def shown(federal) -> Preview:
    return preview(federal, suggest(federal), Workbook(), TODAY)


def test_every_cell_equals_an_independent_reading(federal, federal_csv):
    with federal_csv.open(encoding="cp1252", newline="") as file:
        header, *rows = csv.reader(file)
    assert federal.encoding == "cp1252"
    assert federal.headers == tuple(header)
    assert federal.rows == tuple(map(tuple, rows))
    assert federal.row_numbers == tuple(range(2, 2_135))
    assert federal.problems == ()


def test_all_systems_arrive_with_all_their_cells(federal, shown):
    workbook = import_inventory(Workbook(), shown)
    assert len(workbook.systems) == 2_133
    assert [system.source.cells for system in workbook.systems.values() if system.source] == list(federal.rows)
    assert sum(system.name == "Generative AI Usage" for system in workbook.systems.values()) == 51


def test_stages_and_impacts(shown):
    stages = Counter(draft.system.stage for draft in shown.systems)
    assert stages == {
        Stage.OPERATION: 892, Stage.BUILD: 404, Stage.IDEA: 399, Stage.PILOT: 287, Stage.RETIRED: 142, None: 9
    }  # fmt: skip
    impacts = Counter(draft.system.impact for draft in shown.systems)
    assert impacts == {Impact.NEITHER: 1722, Impact.BOTH: 195, Impact.RIGHTS: 131, Impact.SAFETY: 25, None: 60}


def test_dates_are_read_or_named(federal, shown):
    first = federal.rows.index(next(row for row in federal.rows if row[11] == "10/1/2023"))
    assert shown.systems[first].system.started == date(2023, 10, 1)
    assert shown.systems[first].system.as_written["started"] == "10/1/2023"
    for column in (11, 12, 13, 14):
        typed = [
            number for row, number in zip(federal.rows, federal.row_numbers, strict=True) if "/1905" in row[column]
        ]
        flagged = [
            problem.row
            for problem in shown.problems
            if problem.code == "date-year-as-day" and problem.column == str(federal.columns[column])
        ]
        assert flagged == typed
    assert all(draft.system.started is None or draft.system.started.year > 1990 for draft in shown.systems)


def test_each_problem_points_at_its_cell_and_has_a_sentence(federal, shown):
    at = {str(key): position for position, key in enumerate(federal.columns)}
    rows = dict(zip(federal.row_numbers, federal.rows, strict=True))
    assert 200 < len(shown.problems) < 300
    for problem in shown.problems:
        assert problem.row is not None
        assert rows[problem.row][at[problem.column]] == problem.value
        assert sentence(problem).endswith(".")


def test_proposals_point_at_the_cell_that_says_so(federal, shown):
    asked = {
        "monitoring-in-production": 49, "fallback-and-escalation": 58, "tested-in-operation": 46, "impact-assessed": 45,
        "model-documented": 43, "autonomy-bounded": 50, "independently-evaluated": 48,
    }  # fmt: skip
    found = Counter()
    for draft, cells in zip(shown.systems, federal.rows, strict=True):
        for question, proposal in draft.system.proposals.items():
            found[question] += 1
            assert proposal.column == asked[question]
            assert cells[proposal.column].strip()
    answered = {question: sum(bool(row[at].strip()) for row in federal.rows) for question, at in asked.items()}
    assert all(answered[question] - 1 <= found[question] <= answered[question] for question in asked)


def test_the_same_file_again_is_recognised(federal, shown):
    workbook = import_inventory(Workbook(), shown)
    again = preview(federal, suggest(federal), workbook, TODAY)
    assert (again.counts.same, again.counts.added, again.counts.missing) == (2_133, 0, 0)
    assert import_inventory(workbook, again) is workbook


def test_memory_stays_in_proportion(federal_csv):
    size = federal_csv.stat().st_size
    tracemalloc.start()
    table = read_source(federal_csv)
    import_inventory(Workbook(), preview(table, suggest(table), Workbook(), TODAY))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12 * size
