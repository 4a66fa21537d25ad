"""Three weeks of steering: two plans with a baseline, what moved week by week, and the closed check-ins."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.method import Method
from desktop.planning.schedule import frame_of, plan_start, schedule, system_schedule
from desktop.planning.schedule_baseline import baseline_of
from desktop.planning.snapshot import launch_span, snapshot
from desktop.session.planning import generate_plan
from desktop.session.task_edits import TaskChange, TaskRef, apply_changes
from desktop.workbook import Workbook
from desktop.workbook.checkin import Ruling, Snapshot, Sponsor
from desktop.workbook.edits.checkin import change_draft, close_checkin
from desktop.workbook.edits.plan import TaskPlace, delay_task, keep_baseline, put_task, set_plan
from desktop.workbook.plan import Plan, PlanTask, TaskStatus
from northwind import people as who
from northwind import plans
from northwind.portfolio import CLAIMS_TRIAGE
from northwind.records import TAG, numbered

UNDERWRITING = "0002-underwriting-notes"
KICK_OFF = date(2026, 11, 2)


@dataclass(frozen=True)
class Week:
    """One check-in: what had happened to tasks by then, and what was said."""

    on: date
    happened: tuple[tuple[str, str, object, date], ...]
    said: dict[str, object]
    delays: tuple[tuple[str, int], ...] = ()


def _ruled(*texts: tuple[str, str]) -> dict[str, Ruling]:
    return numbered(Ruling(text=text, by=by) for text, by in texts)


def _measured(*values: str) -> dict[str, Decimal]:
    return {f"{n:04d}-{TAG}": Decimal(value) for n, value in enumerate(values, start=1) if value}


CLAIMS_WEEKS = (
    Week(
        date(2026, 11, 3),
        (("handler-interviews", "percent", 20, date(2026, 11, 3)),),
        {
            "sponsor_state": Sponsor.ACTIVE,
            "sponsor_note": "Opened the kick-off and stayed for it.",
            "decisions": _ruled(("Motor claims first; property follows after the load test.", who.BRANDT)),
        },
    ),
    Week(
        date(2026, 11, 10),
        (
            ("handler-interviews", "status", TaskStatus.DONE, date(2026, 11, 9)),
            ("injury-labels", "percent", 50, date(2026, 11, 10)),
            ("drafted-1", "status", TaskStatus.DONE, date(2026, 11, 4)),
            ("drafted-2", "status", TaskStatus.DONE, date(2026, 11, 5)),
            ("data-contract", "percent", 30, date(2026, 11, 10)),
        ),
        {
            "steering": True,
            "sponsor_state": Sponsor.ACTIVE,
            "metrics": _measured("41", "31", "14"),
            "decisions": _ruled(
                ("The shared credential goes before anything is built on it.", who.BRANDT),
                ("No second architect; if the write-back takes longer, the date moves.", who.BRANDT),
            ),
        },
    ),
    Week(
        date(2026, 11, 17),
        (
            ("injury-labels", "status", TaskStatus.DONE, date(2026, 11, 16)),
            ("data-contract", "percent", 60, date(2026, 11, 17)),
            ("release-slot", "percent", 50, date(2026, 11, 17)),
            ("drafted-3", "percent", 40, date(2026, 11, 17)),
        ),
        {
            "sponsor_state": Sponsor.INACTIVE,
            "sponsor_note": "Two questions unanswered since Thursday.",
            "metrics": _measured("", "29.5", "13.1"),
            "decisions": _ruled(("Scoring stays daily over Christmas; Tomas Novak covers it.", who.KELLER)),
        },
        (("write-back", 3), ("critical", 2)),
    ),
)
CLAIMS_SINCE = Week(
    date(2026, 11, 20),
    (
        ("data-contract", "status", TaskStatus.DONE, date(2026, 11, 19)),
        ("release-slot", "percent", 80, date(2026, 11, 20)),
        ("service-account", "blocker", "Security has not approved the role", date(2026, 11, 20)),
    ),
    {},
    (("service-account", 4), ("critical", 3)),
)
UNDERWRITING_WEEKS = tuple(
    Week(
        on,
        happened,
        {"sponsor_state": Sponsor.INACTIVE, "sponsor_note": note, "metrics": measured, "steering": on.day == 11},
    )
    for on, happened, note, measured in (
        (date(2026, 11, 4), (), "All attention is on claims triage.", {}),
        (date(2026, 11, 11), (("draw-cases", "percent", 30, date(2026, 11, 11)),), "", _measured("22", "54")),
        (
            date(2026, 11, 18),
            (
                ("draw-cases", "percent", 60, date(2026, 11, 18)),
                ("second-reader", "blocker", "No reader released by the desk", date(2026, 11, 18)),
            ),
            "",
            _measured("", "47"),
        ),
    )
)


def steered(workbook: Workbook, method: Method) -> Workbook:
    """The sample with its plans and check-ins."""
    workbook = _planned(workbook, method, CLAIMS_TRIAGE, plans.CLAIMS)
    for week in CLAIMS_WEEKS:
        workbook = _checked_in(workbook, method, CLAIMS_TRIAGE, week)
    workbook = _worked(workbook, CLAIMS_TRIAGE, CLAIMS_SINCE)
    workbook = _planned(workbook, method, UNDERWRITING, plans.UNDERWRITING)
    for week in UNDERWRITING_WEEKS:
        workbook = _checked_in(workbook, method, UNDERWRITING, week)
    return workbook


def _planned(workbook: Workbook, method: Method, system: str, own: dict[str, PlanTask]) -> Workbook:
    """What the findings ask for, what the team added, and the days as they were agreed at the kick-off."""
    workbook = generate_plan(system, method, KICK_OFF).change(workbook)
    if workbook.systems[system].plan is None:
        workbook = set_plan(workbook, system, Plan())
    for name, task in own.items():
        workbook = put_task(workbook, TaskPlace(system, name), task)
    plan = workbook.systems[system].plan
    start = plan_start(workbook, plan) if plan else None
    if plan is None or start is None:
        raise ValueError(system)
    agreed = baseline_of(schedule(plan.tasks, frame_of(workbook, start)), "Agreed at the kick-off", KICK_OFF)
    return keep_baseline(workbook, system, f"0001-{TAG}", agreed)


def _worked(workbook: Workbook, system: str, week: Week) -> Workbook:
    for task, field, value, on in week.happened:
        change = TaskChange(TaskRef(system, "plan", _named(workbook, system, task)), field, value)  # type: ignore[arg-type]
        workbook = apply_changes(workbook, (change,), on, TAG)
    for task, days in week.delays:
        workbook = delay_task(workbook, TaskPlace(system, _named(workbook, system, task)), days)
    return workbook


def _named(workbook: Workbook, system: str, task: str) -> str:
    """The id of a task by its own id, as the nth that the method drafted, or as the first of the critical path."""
    kind, _, nth = task.partition("-")
    found = system_schedule(workbook, workbook.systems[system])
    plan = workbook.systems[system].plan
    if found is None or plan is None or kind not in ("drafted", "critical"):
        return task
    if kind == "critical":
        return next(name for name, entry in found.tasks.items() if entry.critical)
    return [name for name in found.tasks if plan.tasks[name].drafted][int(nth) - 1]


def _checked_in(workbook: Workbook, method: Method, system: str, week: Week) -> Workbook:
    workbook = change_draft(_worked(workbook, system, week), system, week.said)
    here = workbook.systems[system]
    taken = snapshot(workbook, method, here, week.on, launch_span(workbook, here, week.on))
    return close_checkin(workbook, system, _as_of(taken))


def _as_of(taken: Snapshot) -> Snapshot:
    """The sprint as it stood then: the sample knows only today's entries, so what was due later is shown as open."""
    tasks = {
        name: task.model_copy(update={"status": TaskStatus.OPEN, "percent": 0})
        if task.track == "sprint" and (task.finish is None or task.finish > taken.taken_on)
        else task
        for name, task in taken.tasks.items()
    }
    return taken.model_copy(update={"tasks": tasks})
