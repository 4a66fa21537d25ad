"""The evaluation sheet computes what the app computes: sets, pairs, kinds of case, calibration."""

import pytest

from desktop.analysis.paired import compare_shares
from desktop.text import say
from tests.northwind import sample
from tests.unit.reports.excel.engagement import report
from tests.unit.reports.excel.opened import opened, sheet, tables, word, written


def near(value):
    return pytest.approx(float(value), abs=1e-9, rel=1e-9)


def own(key: str) -> str:
    return say(f"evidence.sheet.{key}")


@pytest.fixture(scope="module")
def found():
    return report(sample())


@pytest.fixture(scope="module")
def content(found):
    return written(found)


@pytest.fixture(scope="module")
def page(recalculate, content):
    return sheet(recalculate(content), "evaluation")


def rows_with(page, heading: str):
    """The rows of the first table that has a column of this name."""
    for anchor in ("standing", "share", "kind-of-case", "system"):
        for table in tables(page, anchor):
            if table and heading in table[0]:
                return table
    raise AssertionError(heading)


def sets_of(found):
    return [(system, one) for system in found.systems for one in system.sets]


def test_each_set_is_judged_on_its_own_newest_run(page, found):
    rows = rows_with(page, own("enough"))
    assert len(rows) == len(sets_of(found)) == 3
    for row, (system, one) in zip(rows, sets_of(found), strict=True):
        assert row[own("set")] == (one.name or own("own"))
        assert row[own("examples")] == one.latest.scored
        assert row[own("enough")] == (own("yes") if one.latest.scored >= 200 else own("few"))
        assert row[word("share")] == near(one.latest.interval.share)
        assert row[word("low-end")] == near(one.latest.interval.low)
        cleared = one.latest.interval.low > system.evaluation.threshold
        assert (row[word("standing")] == word("cleared")) is cleared


def test_the_first_table_takes_the_leading_set_only(page, found):
    first = rows_with(page, word("needed"))[0]
    assert first[word("right-answers")] == near(found.systems[0].sets[0].latest.interval.share)


def test_mcnemars_test_is_that_of_the_app(page, found):
    rows = [row for row in rows_with(page, own("p")) if row[word("share")] not in (None, "")]
    judged = [one for _, entry in sets_of(found) for one in entry.judged]
    assert len(rows) == len(judged)
    paired = 0
    for row, one in zip(rows, judged, strict=True):
        last = one.against_last
        if last is None:
            assert row[own("p")] in (None, "")
        else:
            assert (row[own("lost")], row[own("gained")]) == (last.lost, last.gained)
            assert row[own("p")] == near(last.p_value)
            paired += 1
    assert paired == 12


def test_kinds_of_case_are_compared_as_in_the_app(page, found):
    rows = rows_with(page, own("p-shares"))
    scores = [(one, score) for _, one in sets_of(found) for score in one.verdict.slices]
    assert len(rows) == len(scores)
    for row, (_, score) in zip(rows, scores, strict=True):
        assert row[word("kind-of-case")] == score.name
        assert row[word("low-end")] == near(score.interval.low)
        assert row[word("high-end")] == near(score.interval.high)
        before = (row[own("right-before")], row[own("scored-before")])
        assert row[own("p-shares")] == near(compare_shares(before, (score.correct, score.scored)).p_value)
        assert row[word("check")] == own("steady")


def test_calibration_error_and_agreement_are_those_of_the_app(page, found):
    rows = rows_with(page, own("kappa"))
    for row, (_, one) in zip(rows, sets_of(found), strict=True):
        error, labelling = one.newest.calibration_error, one.newest.labelling
        if error is None:
            assert row[own("ece")] in (None, "")
        else:
            assert row[own("ece")] == pytest.approx(error, abs=1e-6)
        assert row[own("kappa")] == near(labelling.kappa)
        assert row[own("agreed")] == own("together")


def test_inputs_are_open_and_results_are_locked(content):
    page = sheet(opened(content), "evaluation")
    heads = {}
    for line in page.iter_rows():
        if any(cell.value == own("p") for cell in line):
            heads = {cell.value: cell.column for cell in line if cell.value}
            first = line[0].row + 1
            break
    for name in (word("scored"), word("right"), own("lost"), own("gained")):
        assert not page.cell(first, heads[name]).protection.locked
    for name in (word("share"), word("low-end"), own("p")):
        assert page.cell(first, heads[name]).protection.locked


def test_every_set_with_a_run_has_its_chart(content, found):
    page = sheet(opened(content), "evaluation")
    assert len(page._charts) == len(sets_of(found))
