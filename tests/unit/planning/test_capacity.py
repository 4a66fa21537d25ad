from datetime import date
from decimal import Decimal

from desktop.planning.capacity import Work, overloads
from desktop.planning.schedule import frame_of, schedule
from desktop.workbook import Calendar, Engagement, Person, Workbook
from desktop.workbook.engagement import DayOff
from desktop.workbook.plan import PlanTask, TaskStatus
from tests.unit.planning.plans import MONDAY, task


def book(*, per_week: float = 5, days_off: tuple[date, ...] = ()) -> Workbook:
    calendar = Calendar(days_off={f"d{n}": DayOff(day=day) for n, day in enumerate(days_off)})
    person = Person(id="p", name="Maria Keller", days_per_week=Decimal(str(per_week)))
    return Workbook(engagement=Engagement(start=MONDAY, calendar=calendar), people={"p": person})


def judged(workbook: Workbook, *plans: dict[str, PlanTask]):
    frame = frame_of(workbook, MONDAY)
    return overloads(workbook, [Work(tasks, schedule(tasks, frame)) for tasks in plans])


def test_one_task_never_asks_for_more_than_its_owner_gives():
    for per_week in (0.5, 1, 2, 2.5, 3, 5):
        assert judged(book(per_week=per_week), {"a": task(7, owner="p")}) == ()


def test_two_at_once_are_too_much_and_it_says_who_when_and_how_much():
    (found,) = judged(book(), {"a": task(3, owner="p"), "b": task(4, owner="p")})
    assert (found.person, found.week, found.asked, found.given, found.days) == ("p", MONDAY, 7, 5, 2)
    assert found.tasks == ("a", "b")


def test_one_after_the_other_is_not():
    assert judged(book(), {"a": task(3, owner="p"), "b": task(4, "a", owner="p")}) == ()


def test_plans_of_several_systems_add_up():
    assert len(judged(book(), {"a": task(5, owner="p")}, {"a": task(5, owner="p")})) == 1


def test_each_week_is_judged_by_itself():
    found = judged(book(per_week=2), {"a": task(4, owner="p"), "b": task(2, owner="p")})
    assert [(entry.week, entry.asked) for entry in found] == [(MONDAY, 4)]


def test_a_week_with_days_off_gives_less():
    monday, tuesday = date(2026, 3, 2), date(2026, 3, 3)
    (found,) = judged(book(days_off=(monday, tuesday)), {"a": task(3, owner="p"), "b": task(1, owner="p")})
    assert (found.asked, found.given) == (4, 3)


def test_finished_and_cut_tasks_ask_for_nothing():
    done = task(5, owner="p", status=TaskStatus.DONE)
    assert judged(book(), {"a": task(5, owner="p"), "b": done, "c": task(5, owner="p", dropped=True)}) == ()


def test_who_gives_nothing_is_overloaded_by_anything():
    (found,) = judged(book(per_week=0), {"a": task(1, owner="p")})
    assert (found.asked, found.given) == (1, 0)


def test_nobody_is_never_overloaded():
    assert judged(book(), {"a": task(5), "b": task(5), "c": task(5, owner="gone")}) == ()
