from datetime import date
from itertools import pairwise
from operator import mul

import pytest

from desktop.planning.forecast import Span, forecast, whole_days
from desktop.planning.schedule import schedule
from desktop.workbook.plan import TaskStatus
from tests.unit.planning.plans import MONDAY, frame, ranged, six, task


def test_without_uncertainty_the_forecast_is_the_schedule():
    given = frame()
    planned, found = schedule(six(), given), forecast(six(), given, MONDAY)
    assert found.decision == Span(planned.decision, planned.decision, planned.decision)
    assert found.launch == Span(planned.launch, planned.launch, planned.launch)


def test_the_same_seed_gives_the_same_range_and_another_seed_nearly_the_same():
    tasks = {"a": ranged(10, 20, 60), "b": ranged(5, 10, 30, "a")}
    first = forecast(tasks, frame(), MONDAY)
    assert forecast(tasks, frame(), MONDAY) == first
    other = forecast(tasks, frame(), MONDAY, seed=31)
    assert abs((other.launch.p50 - first.launch.p50).days) <= 4


def test_one_task_has_the_quantiles_of_its_triangle():
    """Low 10, likely 20, high 60: F(x) = (x−10)²/500 to 20, then 1 − (60−x)²/2000; median 60 − √1000 = 28.4 days."""
    given = frame()
    found = forecast({"a": ranged(10, 20, 60)}, given, MONDAY)
    days = [given.days.index(day) + 1 for day in (found.decision.p10, found.decision.p50, found.decision.p90)]
    assert days == [pytest.approx(expected, abs=1) for expected in (17.07 + 0.5, 28.4 + 0.5, 45.9 + 0.5)]


def test_lengths_are_the_triangle_rounded_up_to_whole_days():
    lengths, chances = whole_days(2, 5, 17)
    assert list(lengths) == list(range(2, 18))
    assert chances[lengths.index(5)] == pytest.approx((5 - 2) ** 2 / (15 * 3))
    assert chances[lengths.index(11)] == pytest.approx(1 - (17 - 11) ** 2 / (15 * 12))
    assert (chances[0], chances[-1]) == (0, 1)
    shares = [after - before for before, after in pairwise([0, *chances])]
    # Rounding up adds half a day to the mean of the three corners.
    assert sum(map(mul, lengths, shares)) == pytest.approx((2 + 5 + 17) / 3 + 0.5, abs=0.02)


@pytest.mark.parametrize(
    ("corners", "lengths"), [((2, 2, 4), [2, 3, 4]), ((2, 4, 4), [2, 3, 4]), ((0, 0.2, 0.4), [1]), ((0, 1, 2), [1, 2])]
)
def test_triangles_at_the_edge(corners, lengths):
    found, chances = whole_days(*corners)
    assert list(found) == lengths
    assert chances == sorted(chances)
    assert chances[-1] == 1


def test_several_paths_end_later_than_the_longest_alone():
    """The merge bias that adding up one path would miss."""
    one = {"a": ranged(10, 20, 60)}
    four = {name: ranged(10, 20, 60) for name in "abcd"}
    assert forecast(four, frame(), MONDAY).launch.p50 > forecast(one, frame(), MONDAY).launch.p50


def test_the_range_is_in_order_and_progress_narrows_it():
    open_ones = {"a": ranged(5, 20, 80), "b": ranged(1, 4, 20, "a")}
    half = {**open_ones, "a": ranged(5, 20, 80, status=TaskStatus.IN_PROGRESS, percent=75)}
    wide, narrow = (forecast(tasks, frame(), MONDAY).launch for tasks in (open_ones, half))
    assert wide.p10 < wide.p50 < wide.p90
    assert narrow.p90 - narrow.p10 < wide.p90 - wide.p10


def test_nothing_open_begins_before_today():
    found = forecast({"a": task(2)}, frame(), date(2026, 4, 1))
    assert found.decision.p10 == date(2026, 4, 2)


def test_what_is_done_is_over():
    done = task(50, status=TaskStatus.DONE, finished_on=date(2026, 3, 4))
    found = forecast({"a": done, "b": task(2, "a")}, frame(), date(2026, 3, 5))
    assert found.decision.p90 == date(2026, 3, 6)


def test_a_delay_moves_the_forecast_too():
    delayed = forecast({"a": task(2, delay=3)}, frame(), MONDAY)
    assert delayed.decision.p50 == date(2026, 3, 6)


def test_no_tasks_no_forecast():
    assert forecast({}, frame(), MONDAY) is None


def test_an_owner_with_little_time_takes_longer():
    slow = forecast({"a": task(2, owner="p")}, frame(p=1), MONDAY)
    assert slow.decision.p50 == date(2026, 3, 13)
