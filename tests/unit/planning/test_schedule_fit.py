from datetime import date, timedelta

from desktop.planning.schedule import Frame, schedule
from desktop.planning.schedule_days import DayCount
from desktop.planning.schedule_fit import Option, Overrun, overrun
from desktop.workbook import Calendar
from desktop.workbook.engagement import DayOff
from desktop.workbook.plan import PlanTask
from tests.unit.planning.plans import frame, task

LAST = date(2026, 5, 24)  # 83 days after 2 March, a Sunday
LONG = {
    "a": task(40),
    "b": task(25, "a", question="q-b"),
    "c": task(5, "b", question="q-c"),
    "d": task(60),
}


def judged(tasks: dict[str, PlanTask], calendar: Calendar | None = None) -> Overrun | None:
    given = frame(calendar=calendar)
    return overrun(tasks, given, schedule(tasks, given), calendar or Calendar())


def option(found: Overrun, kind: str) -> Option:
    return next(entry for entry in found.options if entry.kind == kind)


def test_what_ends_on_the_last_day_fits():
    assert judged({"a": task(60)}) is None


def test_each_task_that_ends_later_is_said_with_its_days():
    found = judged(LONG)
    assert found.last_day == LAST
    assert [(late.task, late.days) for late in found.tasks] == [("b", 5), ("c", 10)]


def test_starting_earlier_by_so_many_days_fits_and_by_one_less_does_not():
    found = option(judged(LONG), "start-earlier")
    assert (found.days, found.start, found.fits) == (10, date(2026, 2, 16), True)
    assert found.decision == date(2026, 5, 22)
    one_less = schedule(LONG, Frame(DayCount(Calendar(), date(2026, 2, 17)), {}, 5))
    assert one_less.decision > LAST


def test_starting_earlier_counts_the_holidays_that_then_lie_between():
    bavaria = Calendar(country="DE", region="BY")
    given = Frame(DayCount(bavaria, date(2026, 1, 12)), {}, 5)
    tasks = {"a": task(64)}
    found = option(overrun(tasks, given, schedule(tasks, given), bavaria), "start-earlier")
    assert found.fits
    assert found.start < date(2026, 1, 6)  # Epiphany
    assert found.decision <= date(2026, 1, 12) + timedelta(days=83)


def test_a_second_person_halves_the_critical_tasks():
    found = option(judged(LONG), "add-people")
    assert found.tasks == ("a", "b", "c")
    assert (found.decision, found.days) == (date(2026, 5, 22), 10)  # then D, sixty days long, decides
    assert found.fits


def test_more_people_are_not_said_to_help_where_they_do_not():
    found = option(judged({"a": task(200)}), "add-people")
    assert (found.fits, found.days) == (False, 100)


def test_cutting_says_what_stays_open_and_what_it_gains():
    found = option(judged(LONG), "cut-scope")
    assert (found.tasks, found.questions) == (("b", "c"), ("q-b", "q-c"))
    assert (found.decision, found.days) == (date(2026, 5, 22), 10)


def test_cutting_everything_leaves_no_decision():
    assert option(judged({"a": task(99)}), "cut-scope").decision is None


def test_moving_the_date_leaves_the_plan():
    assert option(judged(LONG), "move-date").decision == date(2026, 6, 5)


def test_days_off_where_the_band_begins_cost_more_than_the_days_that_are_missing():
    """Two days are missing; two days earlier the band begins on days off, so nothing is gained before the fourth."""
    calendar = Calendar(days_off={str(n): DayOff(day=date(2026, 4, n)) for n in (23, 24)})
    found = option(judged({"a": task(22, band="9-12")}, calendar), "start-earlier")
    assert (found.fits, found.days, found.start) == (True, 4, date(2026, 2, 24))
