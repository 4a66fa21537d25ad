"""Tasks of both tracks on one schedule, snapshots, what has come since, and the burn-up: worked by hand."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.analysis.sponsor import sponsor_absent
from desktop.method import load_method
from desktop.planning.all_tasks import done_weight, system_tasks
from desktop.planning.burn_up import burn_up
from desktop.planning.compared import compared
from desktop.planning.schedule import system_schedule
from desktop.planning.schedule_baseline import baseline_of
from desktop.planning.schedule_days import DayCount
from desktop.planning.since import since
from desktop.planning.snapshot import launch_span, snapshot
from desktop.workbook import Calendar, Engagement, Sprint, System, Workbook
from desktop.workbook.checkin import Checkin, FrozenTask, Ruling, Snapshot, Sponsor, Steering
from desktop.workbook.plan import Plan, TaskStatus
from desktop.workbook.sprint import Assignment
from tests.northwind import sample
from tests.unit.planning.plans import MONDAY, task

METHOD = load_method()
DAYS = DayCount(Calendar(), MONDAY)
FRIDAY = date(2026, 3, 6)


def book(plan: Plan | None = None, **fields) -> Workbook:
    system = System(id="s", name="Triage", plan=plan, **fields)
    return Workbook(engagement=Engagement(start=MONDAY), systems={"s": system})


def tasks_of(workbook: Workbook, today: date = MONDAY):
    return {one.key: one for one in system_tasks(workbook, METHOD, workbook.systems["s"], today)}


def test_a_plan_task_slips_by_working_days_against_the_last_baseline():
    plan = Plan(tasks={"a": task(3), "b": task(2, "a")})
    workbook = book(plan)
    agreed = baseline_of(system_schedule(workbook, workbook.systems["s"]), "", MONDAY)
    late = Plan(tasks={"a": task(3, delay=4), "b": plan.tasks["b"]}, baselines={"1": agreed})
    found = tasks_of(book(late))
    assert found["plan.a"].planned == date(2026, 3, 4)
    assert found["plan.a"].finish == date(2026, 3, 10)  # a weekend lies between
    assert (found["plan.a"].slip, found["plan.b"].slip) == (4, 4)
    assert found["plan.b"].waits == ("plan.a",)
    assert found["plan.a"].late(date(2026, 3, 11))
    assert not found["plan.a"].late(date(2026, 3, 10))


def test_a_sprint_task_is_done_by_its_check_alone():
    said = Sprint(assignments={"deputy-named": Assignment(status=TaskStatus.DONE, percent=100, due=FRIDAY)})
    claimed = tasks_of(book(sprint=said))["sprint.deputy-named"]
    assert (claimed.status, claimed.percent, claimed.claimed) == (TaskStatus.IN_PROGRESS, 99, True)
    assert claimed.finish == FRIDAY
    blocked = Sprint(assignments={"deputy-named": Assignment(status=TaskStatus.BLOCKED, blocker="Leave")})
    assert tasks_of(book(sprint=blocked))["sprint.deputy-named"].blocker == "Leave"
    assert tasks_of(book(sprint=Sprint()))["sprint.deputy-named"].status is TaskStatus.OPEN


def test_a_cut_task_is_no_task_any_more_and_one_without_a_start_has_no_day():
    plan = Plan(tasks={"a": task(3), "b": task(2, dropped=True)})
    assert set(tasks_of(book(plan))) == {"plan.a"}
    undated = Workbook(systems={"s": System(id="s", name="", plan=plan)})
    assert tasks_of(undated)["plan.a"].finish is None


def frozen(**fields) -> FrozenTask:
    return FrozenTask(track="plan", **fields)


def test_what_came_between_two_snapshots_by_hand():
    before = Snapshot(
        taken_on=MONDAY,
        tasks={
            "plan.a": frozen(title="A", finish=FRIDAY, status=TaskStatus.IN_PROGRESS, percent=50),
            "plan.b": frozen(title="B", finish=FRIDAY),
            "plan.c": frozen(title="C", finish=FRIDAY),
            "plan.d": frozen(title="D", status=TaskStatus.BLOCKED),
            "plan.e": frozen(title="E", finish=date(2026, 3, 10), percent=20, status=TaskStatus.IN_PROGRESS),
        },
        launch=date(2026, 3, 16),
        rung=1,
        blocking=("phase-gates", "scoped-access"),
    )
    after = Snapshot(
        taken_on=FRIDAY,
        tasks={
            "plan.a": frozen(title="A", finish=FRIDAY, status=TaskStatus.DONE, percent=100),
            "plan.b": frozen(title="B", finish=date(2026, 3, 10), status=TaskStatus.BLOCKED, blocker="No key"),
            "plan.c": frozen(title="C", finish=date(2026, 3, 5), status=TaskStatus.IN_PROGRESS, percent=10),
            "plan.e": frozen(title="E", finish=date(2026, 3, 10), percent=60, status=TaskStatus.IN_PROGRESS),
            "plan.f": frozen(title="F"),
        },
        launch=date(2026, 3, 18),
        rung=2,
        blocking=("phase-gates", "trace-requests"),
    )
    found = since(before, after, DAYS)
    assert [entry.title for entry in found.done] == ["A"]
    assert [(move.title, move.days) for move in found.later] == [("B", 2)]
    assert [(move.title, move.days) for move in found.earlier] == [("C", -1)]
    assert [(entry.title, entry.words) for entry in found.blocked] == [("B", "No key")]
    assert [entry.title for entry in found.begun] == ["C"]
    assert [(entry.title, entry.before, entry.after) for entry in found.progressed] == [("E", 20, 60)]
    assert [entry.title for entry in found.added] == ["F"]
    assert [entry.title for entry in found.removed] == ["D"]
    assert found.launch is not None
    assert (found.launch.days, found.rung) == (2, (1, 2))
    assert (found.opened, found.closed) == (("trace-requests",), ("scoped-access",))
    back = since(after, before, DAYS)
    assert [entry.title for entry in back.reopened] == ["A"]
    assert [entry.title for entry in back.freed] == ["B"]


days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
tasks = st.builds(
    FrozenTask,
    track=st.sampled_from(["sprint", "plan"]),
    title=st.text(max_size=10),
    finish=st.none() | days,
    status=st.sampled_from(TaskStatus),
    percent=st.integers(0, 100),
    blocker=st.text(max_size=5),
)
snapshots = st.builds(
    Snapshot,
    taken_on=days,
    tasks=st.dictionaries(st.sampled_from("abcdef"), tasks),
    decision=st.none() | days,
    launch=st.none() | days,
    rung=st.none() | st.integers(0, 5),
    blocking=st.lists(st.sampled_from(["x", "y", "z"]), unique=True).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(snapshots)
def test_nothing_comes_between_a_snapshot_and_itself(one: Snapshot):
    assert since(one, one, DayCount(Calendar(), date(2025, 12, 1))).empty


@settings(max_examples=60, deadline=None)
@given(snapshots, snapshots)
def test_what_slips_one_way_is_earlier_the_other_way(one: Snapshot, other: Snapshot):
    count = DayCount(Calendar(), date(2025, 12, 1))
    there, back = since(one, other, count), since(other, one, count)
    assert {move.key for move in there.later} == {move.key for move in back.earlier}
    assert {entry.key for entry in there.added} == {entry.key for entry in back.removed}
    assert {entry.key for entry in there.done} == {entry.key for entry in back.reopened}


def checkin(on: date, **fields) -> Checkin:
    return Checkin(snapshot=Snapshot(taken_on=on), **fields)


def test_the_comparison_is_with_the_last_check_in_before_today_and_takes_its_decisions_in():
    kick_off = checkin(MONDAY, steering=True)
    ruled = checkin(FRIDAY, decisions={"1": Ruling(text="Motor first")})
    closed = {one.on.isoformat(): one for one in (kick_off, ruled)}
    system = System(id="s", name="", steering=Steering(closed=closed))
    found = compared(system, Calendar(), Snapshot(taken_on=FRIDAY))
    assert (found.week.checkin, found.meeting.checkin) == (kick_off, kick_off)
    assert [entry.ruling.text for entry in found.week.since.decided] == ["Motor first"]
    later = compared(system, Calendar(), Snapshot(taken_on=date(2026, 3, 9)))
    assert (later.week.checkin, later.meeting.checkin) == (ruled, kick_off)
    assert later.week.since.empty


def test_the_sample_freezes_what_it_says():
    workbook = sample()
    system = workbook.systems["0001-claims-triage"]
    today = date(2026, 11, 21)
    span = launch_span(workbook, system, today)
    taken = snapshot(workbook, METHOD, system, today, span)
    assert span is not None
    assert span.p10 <= span.p50 <= span.p90
    assert len(taken.tasks) == len(system_tasks(workbook, METHOD, system, today))
    assert taken.launch == system_schedule(workbook, system).launch
    assert taken.metrics["0002-nw26"].value == Decimal("29.5")
    assert {one.status for one in taken.tasks.values()} == set(TaskStatus)


def test_the_burn_up_by_hand():
    """Two tasks of four and one day: half of the first is done, and the second should have followed it."""
    plan = Plan(tasks={"a": task(4, percent=50, status=TaskStatus.IN_PROGRESS), "b": task(1, "a")})
    workbook = book(plan)
    kept = baseline_of(system_schedule(workbook, workbook.systems["s"]), "", MONDAY)
    workbook = book(plan.model_copy(update={"baselines": {"1": kept}}))
    system = workbook.systems["s"]
    found = system_tasks(workbook, METHOD, system, FRIDAY)
    curves = burn_up(system, found, FRIDAY)
    assert (done_weight(found), curves.total, curves.done_now) == (Decimal(2), Decimal(5), Decimal(2))
    assert (curves.planned_now, curves.agreed_now) == (Decimal(5), Decimal(5))
    assert burn_up(system, found, date(2026, 3, 3)).planned_now == Decimal(2)
    assert curves.done[-1] == (FRIDAY, Decimal(2))
    assert curves.share_done == pytest.approx(0.4)
    assert burn_up(system, (), FRIDAY) is None


@pytest.mark.parametrize(
    ("said", "days_on", "since_day"),
    [
        ((Sponsor.ACTIVE, Sponsor.ACTIVE), 30, None),
        ((Sponsor.INACTIVE,), 13, None),
        ((Sponsor.INACTIVE,), 14, MONDAY),
        ((Sponsor.ACTIVE, Sponsor.INACTIVE), 14, MONDAY),
        ((Sponsor.INACTIVE, Sponsor.ACTIVE), 40, None),
        ((Sponsor.UNKNOWN, Sponsor.UNKNOWN), 40, None),
        ((Sponsor.INACTIVE, Sponsor.UNKNOWN), 20, MONDAY),
        ((), 40, None),
    ],
)
def test_a_sponsor_is_absent_two_weeks_after_being_seen_last(said, days_on, since_day):
    closed = {}
    for at, state in enumerate(said):
        one = checkin(date.fromordinal(MONDAY.toordinal() + 7 * at), sponsor_state=state)
        closed[one.on.isoformat()] = one
    system = System(id="s", name="", steering=Steering(closed=closed))
    found = sponsor_absent(system, date.fromordinal(MONDAY.toordinal() + days_on))
    assert (found.since if found else None) == since_day
