"""The time axis: days and pixels agree, weekends take no room, and long plans get narrower weeks before they scroll."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.session.plan_page import plan_view
from desktop.ui.plan.axis import LEAST_WEEK, Axis, axis_for, last_day
from tests.planned import START, book, large

TODAY = date(2026, 11, 21)


def axis(weekend: tuple[int, ...] = (5, 6)) -> Axis:
    return Axis(START, 20, 35.0, 100.0, 12.0, weekend)


@given(st.integers(0, 139), st.sampled_from([(5, 6), (4, 5), (), (6,), (0, 1, 2, 3, 4, 5, 6)]))
def test_the_day_under_its_own_middle_is_itself_or_worked(step, weekend):
    here, day = axis(weekend), START + timedelta(days=step)
    worked = day.weekday() not in weekend or len(weekend) == 7
    assert (here.end(day) > here.start(day)) == worked
    if worked:
        assert here.day_at((here.start(day) + here.end(day)) / 2) == day


def test_a_friday_ends_where_the_monday_after_begins():
    here = axis()
    assert here.end(START + timedelta(days=4)) == here.start(START + timedelta(days=7)) == here.week_left(1)


def test_weeks_fill_the_room_or_keep_their_least_width():
    short, long = plan_view(book(), "s1", TODAY), plan_view(large(), "s1", TODAY)
    assert axis_for(short, last_day(short), 0.0, 600.0).width == 600
    assert axis_for(long, last_day(long), 0.0, 600.0).week_width == LEAST_WEEK


@given(st.floats(-200, 1_200), st.floats(0, 900))
def test_only_weeks_of_which_something_is_in_sight_are_looked_at(left, width):
    here, right = axis(), left + width
    seen = [week for week in range(20) if here.week_left(week) < right and here.week_left(week + 1) > left]
    found = here.weeks_in(left, right)
    assert set(seen) <= set(found) <= set(range(20))
    assert len(found) <= len(seen) + 2
