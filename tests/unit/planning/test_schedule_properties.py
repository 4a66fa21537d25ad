"""The schedule against an independent one: every path is walked day by day, with no network and no day numbers."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as some

from desktop.planning.schedule import Frame, prepare, schedule, scheduled
from desktop.planning.schedule_days import DayCount
from desktop.planning.working_days import WorkingDays
from desktop.workbook import Calendar
from desktop.workbook.engagement import DayOff
from desktop.workbook.plan import PlanTask, TaskStatus
from tests.unit.planning.plans import MONDAY, task

ONE = timedelta(days=1)
BAND_START = {"1-4": 0, "5-8": 28, "9-12": 56}
NAMES = "abcdefgh"


@some.composite
def plans(draw) -> dict[str, PlanTask]:
    found: dict[str, PlanTask] = {}
    for name in NAMES[: draw(some.integers(1, 8))]:
        after = draw(some.lists(some.sampled_from(sorted(found)), unique=True, max_size=3)) if found else []
        found[name] = task(
            draw(some.integers(0, 12)),
            *after,
            band=draw(some.sampled_from(sorted(BAND_START))),
            delay=draw(some.sampled_from((0, 0, 0, 1, 7))),
        )
    shuffled = draw(some.permutations(sorted(found)))
    return {name: found[name] for name in shuffled}


@some.composite
def calendars(draw) -> Calendar:
    off = draw(some.lists(some.integers(0, 90), max_size=12, unique=True))
    days = {f"d{n}": DayOff(day=MONDAY + n * ONE) for n in off}
    return Calendar(weekend=draw(some.sampled_from(((5, 6), (4, 5), (6,), ()))), days_off=days)


def by_walking(tasks: dict[str, PlanTask], calendar: Calendar, start: date) -> dict[str, tuple[date, date]]:
    """First and last day of each task, found by recursion over everything that leads to it."""
    working = WorkingDays(calendar)

    def walk(day: date, steps: int) -> date:
        while True:
            if working.works(day):
                if steps == 0:
                    return day
                steps -= 1
            day += ONE

    def dates(name: str) -> tuple[date, date]:
        one = tasks[name]
        earliest = [start + BAND_START[one.band] * ONE, *(dates(earlier)[1] + ONE for earlier in one.after)]
        first = walk(max(earliest), one.delay)
        length = max(1, int(one.effort.likely or 0))
        return first, walk(first, length - 1)

    return {name: dates(name) for name in tasks}


def planned(tasks: dict[str, PlanTask], calendar: Calendar):
    days = DayCount(calendar, MONDAY)
    return schedule(tasks, Frame(days, {}, 7 - len(calendar.weekend))), days


@settings(max_examples=40, deadline=None)
@given(plans(), calendars())
def test_both_ways_of_scheduling_agree(tasks, calendar):
    found, _ = planned(tasks, calendar)
    walked = by_walking(tasks, calendar, MONDAY)
    assert {name: (entry.start, entry.finish) for name, entry in found.tasks.items()} == walked
    assert found.decision == max(finish for _, finish in walked.values())


@settings(max_examples=40, deadline=None)
@given(plans(), calendars(), some.data())
def test_slack_is_exactly_what_a_task_can_slip(tasks, calendar, data):
    found, days = planned(tasks, calendar)
    name = data.draw(some.sampled_from(sorted(tasks)))
    slack = found.tasks[name].slack
    assert slack >= 0

    def decision_after(more: int) -> int:
        moved = tasks[name].model_copy(update={"delay": tasks[name].delay + more})
        return days.index(max(finish for _, finish in by_walking({**tasks, name: moved}, calendar, MONDAY).values()))

    assert decision_after(slack) == days.index(found.decision)
    assert decision_after(slack + 3) == days.index(found.decision) + 3


@settings(max_examples=40, deadline=None)
@given(plans(), calendars(), some.data())
def test_no_task_before_what_it_waits_for_and_none_on_a_day_off(tasks, calendar, data):
    for name in data.draw(some.lists(some.sampled_from(sorted(tasks)), unique=True)):
        finished = MONDAY + data.draw(some.integers(-20, 150)) * ONE
        tasks[name] = tasks[name].model_copy(update={"status": TaskStatus.DONE, "finished_on": finished})
    found, _ = planned(tasks, calendar)
    working = WorkingDays(calendar)
    for name, entry in found.tasks.items():
        assert working.works(entry.start)
        assert working.works(entry.finish)
        assert entry.start <= entry.finish
        assert entry.slack >= 0
        assert all(found.tasks[earlier].finish < entry.start for earlier in tasks[name].after)
    assert any(entry.slack == 0 for entry in found.tasks.values())


@given(plans(), some.data())
def test_a_schedule_made_from_the_one_before_is_the_one_made_from_nothing(tasks, data):
    frame = Frame(DayCount(Calendar(), MONDAY), {}, 5)
    ready = prepare(tasks, frame)
    known = scheduled(ready, {})
    for _ in range(data.draw(some.integers(1, 4))):
        name = data.draw(some.sampled_from(sorted(tasks)))
        update = data.draw(
            some.sampled_from(
                (
                    {"delay": 3},
                    {"dropped": True},
                    {"after": ()},
                    {"band": "9-12"},
                    {"status": TaskStatus.DONE, "finished_on": MONDAY + 9 * ONE},
                    {"status": TaskStatus.DONE, "finished_on": None},
                    {"title": "Other"},
                )
            )
        )
        tasks = {**tasks, name: tasks[name].model_copy(update=update)}
        ready = prepare(tasks, frame, ready)
        known, fresh = scheduled(ready, {}, known), schedule(tasks, frame)
        assert known == fresh
        assert list(known.tasks) == list(fresh.tasks)
        assert (known.passes.first, known.passes.latest) == (fresh.passes.first, fresh.passes.latest)


def test_what_runs_as_it_ran_is_the_same_object():
    frame = Frame(DayCount(Calendar(), MONDAY), {}, 5)
    tasks = {"a": task(5), "b": task(3, "a"), "c": task(2)}
    ready = prepare(tasks, frame)
    before = scheduled(ready, {})
    renamed = prepare({**tasks, "a": tasks["a"].model_copy(update={"title": "Other"})}, frame, ready)
    assert scheduled(renamed, {}, before) is before
    later = scheduled(prepare({**tasks, "c": tasks["c"].model_copy(update={"delay": 1})}, frame, ready), {}, before)
    assert later.tasks["a"] is before.tasks["a"]
    assert later.tasks["c"].start > before.tasks["c"].start
