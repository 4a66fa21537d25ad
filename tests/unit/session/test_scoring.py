"""Adding runs to a system: compared in pairs, judged on the lower bound, the same run twice is one run."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.analysis.judging import judge
from desktop.exchange.evaluation.derive import derive
from desktop.exchange.evaluation.opening import open_results
from desktop.files.project import open_project, save_project
from desktop.session.projects import create
from desktop.session.scoring import score_to_file, with_run
from desktop.workbook import System, Workbook
from desktop.workbook.path import replace_at
from desktop.workbook.sprint import Run, Scoring, Sprint

TODAY = date(2026, 11, 21)


def workbook(threshold: int | None = None) -> Workbook:
    limit = None if threshold is None else Decimal(threshold)
    sprint = Sprint(scoring=Scoring(threshold=limit))
    return Workbook(systems={"s1": System(id="s1", name="Triage", sprint=sprint), "s2": System(id="s2", name="New")})


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "p.readiness.json"
    create(path, workbook(), force=False)
    return path


def rows(right: int, total: int, first: int = 0) -> str:
    lines = [f"{n},{'yes' if n < first + right else 'no'}" for n in range(first, first + total)]
    return "id,correct\n" + "\n".join(lines)


def run_of(tmp_path, text: str) -> Run:
    (tmp_path / "run.csv").write_text(text, "utf-8")
    with open_results(tmp_path / "run.csv") as batch:
        return derive(batch, TODAY).run


def test_the_same_run_twice_is_one_run(project, tmp_path):
    source = tmp_path / "run.csv"
    source.write_text(rows(180, 200), "utf-8")
    first = score_to_file(project, source, "s1", today=TODAY)
    before = project.read_bytes()
    second = score_to_file(project, source, "s1", today=date(2026, 11, 22))
    assert (first.added, second.added, first.run_id) == (True, False, second.run_id)
    assert project.read_bytes() == before
    assert second.judged == first.judged


def test_the_same_file_on_another_set_is_another_run(project, tmp_path):
    source = tmp_path / "run.csv"
    source.write_text(rows(180, 200), "utf-8")
    score_to_file(project, source, "s1", today=TODAY)
    assert score_to_file(project, source, "s1", today=TODAY, test_set="hard cases").added
    assert len(open_project(project).workbook.systems["s1"].sprint.scoring.runs) == 2


def test_a_system_outside_the_sprint_enters_it(project, tmp_path):
    source = tmp_path / "run.csv"
    source.write_text(rows(9, 10), "utf-8")
    assert score_to_file(project, source, "s2", today=TODAY).entered_sprint
    assert not score_to_file(project, source, "s1", today=TODAY).entered_sprint


def test_the_real_runs_are_two_good_weeks_and_then_regressions(project, shared):
    found = [
        score_to_file(project, shared / "data" / "evaluation" / f"digits_run_{n}.csv", "s1", today=TODAY).judged
        for n in range(1, 6)
    ]
    assert [judged.regression for judged in found] == [False, False, True, True, True]
    assert found[0].against_last is None
    assert all(judged.against_last.paired for judged in found[1:])
    assert (found[4].against_first.lost, found[4].against_first.gained) == (89, 0)


def test_a_slow_decline_is_seen_against_the_first_run(tmp_path):
    """No week is significantly worse than the one before; the last one is worse than the first."""
    scoring = Scoring(
        runs={f"r{n}": Run(on=date(2026, 11, n), scored=200, correct=190 - 5 * n, version="v") for n in range(1, 7)}
    )
    judged = [judge(scoring, f"r{n}") for n in range(1, 7)]
    assert not any(each.against_last and each.against_last.worse() for each in judged)
    assert [each.regression for each in judged][-1]


def test_runs_over_other_examples_are_compared_by_their_shares(tmp_path):
    whole, first, _ = with_run(workbook(), "s1", run_of(tmp_path, rows(190, 200)))
    whole, second, _ = with_run(whole, "s1", run_of(tmp_path, rows(150, 200, first=1000)))
    judged = judge(whole.systems["s1"].sprint.scoring, second)
    assert (judged.against_last.paired, judged.regression) == (False, True)
    assert first != second


@pytest.mark.parametrize(("threshold", "below"), [(None, False), (85, False), (86, True), (90, True)])
def test_the_threshold_is_judged_on_the_lower_bound(tmp_path, threshold, below):
    """200 at 90 %: 85.1 to 93.4 %."""
    whole, run_id, _ = with_run(workbook(threshold), "s1", run_of(tmp_path, rows(180, 200)))
    judged = judge(whole.systems["s1"].sprint.scoring, run_id)
    assert (round(judged.interval.low, 3), round(judged.interval.high, 3)) == (0.851, 0.934)
    assert judged.below is below


@pytest.mark.parametrize(("total", "met"), [(199, False), (200, True)])
def test_the_minimum_is_two_hundred(tmp_path, total, met):
    whole, run_id, _ = with_run(workbook(), "s1", run_of(tmp_path, rows(150, total)))
    assert judge(whole.systems["s1"].sprint.scoring, run_id).minimum_met is met


def test_a_kind_of_case_that_collapses_is_a_regression(tmp_path):
    def text(motor: int, home: int) -> str:
        lines = [f"m{n},motor,{'yes' if n < motor else 'no'}" for n in range(100)]
        return "\n".join(
            ["id,slice,correct", *lines, *(f"h{n},home,{'yes' if n < home else 'no'}" for n in range(100))]
        )

    whole, _, _ = with_run(workbook(), "s1", run_of(tmp_path, text(95, 70)))
    whole, second, _ = with_run(whole, "s1", run_of(tmp_path, text(72, 93)))
    judged = judge(whole.systems["s1"].sprint.scoring, second)
    assert judged.against_last.change == 0
    assert (judged.fallen, judged.regression) == (("motor",), True)


def test_a_save_in_between_is_not_lost(project, tmp_path, monkeypatch):
    """Somebody saves while the results are read: both changes stand there afterwards."""
    source = tmp_path / "run.csv"
    source.write_text(rows(9, 10), "utf-8")
    waiting = [True]

    def interfered(path, changed, opened):
        if waiting.pop() if waiting else False:
            other = open_project(path)
            save_project(path, replace_at(other.workbook, ("systems", "s2", "name"), "Renamed"), other)
        return save_project(path, changed, opened)

    monkeypatch.setattr("desktop.files.project.save_project", interfered)
    score_to_file(project, source, "s1", today=TODAY)
    saved = open_project(project).workbook
    assert saved.systems["s2"].name == "Renamed"
    assert len(saved.systems["s1"].sprint.scoring.runs) == 1
