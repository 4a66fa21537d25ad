"""What the page of the twelve-week plan shows, as plain values; a dragged bar is the same view with other dates."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import chain
from typing import Literal

from desktop.planning.capacity import Asked, Asking, Given, Load, loads
from desktop.planning.plan import BANDS
from desktop.planning.schedule import Prepared, Schedule, Scheduled, frame_of, plan_start, prepare, scheduled
from desktop.planning.schedule import system_schedule as schedule_of
from desktop.workbook import Workbook
from desktop.workbook.plan import Baseline, Dates, Plan, PlanTask, TaskStatus

PLAN = "plan"
CUT = "cut"  # stands where a band stands, for the tasks that were cut
_NOTHING = Decimal()
State = Literal["done", "blocked", "late", "due", "beyond", "running", "open", "cut"]
Only = Literal["all", "critical", "late"]


@dataclass(frozen=True)
class Narrowed:
    """Which tasks are shown: those of one person (None: of all), and all of them, the critical or the late ones."""

    person: str | None = None
    only: Only = "all"


@dataclass(frozen=True)
class Stand:
    """How the live tasks of a plan stand together."""

    done: int
    blocked: int
    critical: tuple[str, ...]
    beyond: tuple[str, ...]


@dataclass(frozen=True)
class BandStand:
    """How the tasks of one band stand: how many, how many done, their likely person-days, and from when to when."""

    total: int
    done: int
    effort: Decimal
    start: date | None
    finish: date | None


@dataclass(frozen=True)
class PlanView:
    """One plan as of ``today``. ``order`` holds every task in reading order; ``others`` what other plans ask for."""

    workbook: Workbook
    system_id: str
    today: date
    plan: Plan
    prepared: Prepared
    schedule: Schedule
    order: tuple[str, ...]
    others: tuple[Asked, ...]
    asking: Asking
    given: Given
    baseline_id: str | None

    @property
    def tasks(self) -> Mapping[str, PlanTask]:
        """Every task, cut ones too."""
        return self.plan.tasks

    @cached_property
    def number(self) -> Mapping[str, int]:
        """The running number of each task, by which the page calls it."""
        return {name: at for at, name in enumerate(self.order, start=1)}

    @property
    def baseline(self) -> Baseline | None:
        """The dates that slips are counted from."""
        return self.plan.baselines.get(self.baseline_id or "")

    @cached_property
    def agreed_end(self) -> date | None:
        """The last day of the baseline."""
        dates = self.baseline.tasks.values() if self.baseline else ()
        return max((one.finish for one in dates), default=None)

    @cached_property
    def stand(self) -> Stand:
        """How many tasks are done and blocked, which are critical, and which end after the twelve weeks."""
        entries, tasks, end = self.schedule.tasks, self.tasks, self.schedule.window_end
        return Stand(
            done=len(self.prepared.done),
            blocked=sum(tasks[name].status is TaskStatus.BLOCKED for name in entries),
            critical=tuple(name for name, entry in entries.items() if entry.critical),
            beyond=tuple(name for name, entry in entries.items() if entry.finish > end),
        )

    def band(self, band: str) -> BandStand:
        """What the row of a band says. Worked out when it is first asked for: most bands are out of sight."""
        if band not in self._bands:
            cut, known = band == CUT, self.schedule.tasks
            names = [name for name, one in self.tasks.items() if one.dropped is cut and (cut or one.band == band)]
            tasks, entries = [self.tasks[name] for name in names], [known[name] for name in names if name in known]
            self._bands[band] = BandStand(
                total=len(names),
                done=sum(task.status is TaskStatus.DONE for task in tasks),
                effort=sum((task.effort.likely or _NOTHING for task in tasks), _NOTHING),
                start=min((entry.start for entry in entries), default=None),
                finish=max((entry.finish for entry in entries), default=None),
            )
        return self._bands[band]

    @cached_property
    def _bands(self) -> dict[str, BandStand]:
        return {}

    @cached_property
    def loads(self) -> tuple[Load, ...]:
        """What everybody with a task in this plan is asked for, week by week, by all plans together."""
        people = {self.tasks[name].owner for name in self.schedule.tasks}
        return loads(self.workbook, (*self.others, self.asking.asked(self.schedule)), people, self.given)

    def entry(self, name: str) -> Scheduled | None:
        """When a task runs; None where it is cut."""
        return self.schedule.tasks.get(name)

    def ghost(self, name: str) -> Dates | None:
        """When the task was agreed to run."""
        return self.baseline.tasks.get(name) if self.baseline else None

    def slip(self, name: str) -> int | None:
        """By how many working days the task ends later than agreed; None where nothing was agreed."""
        ghost, entry = self.ghost(name), self.entry(name)
        if ghost is None or entry is None:
            return None
        index = self.prepared.frame.days.index
        return index(entry.finish) - index(ghost.finish)

    def state(self, name: str) -> State:
        """How a task stands today: what somebody said, and where that is not the last word, what the calendar says."""
        task, entry = self.tasks[name], self.entry(name)
        if entry is None:
            return "cut"
        if task.done or task.status is TaskStatus.BLOCKED:
            return "done" if task.done else "blocked"
        if entry.finish < self.today or entry.finish > self.schedule.window_end:
            return "late" if entry.finish < self.today else "beyond"
        if task.status is TaskStatus.IN_PROGRESS:
            return "running"
        return "due" if entry.start < self.today else "open"

    def is_late(self, name: str) -> bool:
        """Something about its dates is not as it should be."""
        slip = self.slip(name)
        return self.state(name) in ("late", "due", "beyond") or (slip is not None and slip > 0)

    def moved(self, name: str, delay: int) -> "PlanView":
        """The plan if the task had this delay: dates and loads follow, nothing is written."""
        return replace(self, schedule=scheduled(self.prepared, {name: delay}, self.schedule))

    def reach(self, name: str) -> tuple[str, ...]:
        """Every task that waits for this one, at any remove."""
        found, waiting = dict[str, None](), list(self.prepared.net.after.get(name, ()))
        while waiting:
            later = waiting.pop()
            if later not in found:
                found[later] = None
                waiting.extend(self.prepared.net.after[later])
        return tuple(found)


def plan_view(workbook: Workbook, system_id: str, today: date, before: PlanView | None = None) -> PlanView | None:
    """The page for a system; None without a plan. Tasks stay in the order of ``before`` while they are the same ones."""
    plan = workbook.systems[system_id].plan
    start = plan_start(workbook, plan) if plan else None
    if plan is None or start is None or not plan.tasks:
        return None
    same = before is not None and _same_people(before, workbook, system_id)
    known = before.prepared if before and before.system_id == system_id else None
    prepared = prepare(plan.tasks, frame_of(workbook, start, known.frame if known else None), known)
    found = scheduled(prepared, {}, before.schedule if before and known else None)
    return PlanView(
        workbook=workbook,
        system_id=system_id,
        today=today,
        plan=plan,
        prepared=prepared,
        schedule=found,
        order=_order(plan, found, before),
        others=_others(workbook, system_id, before),
        asking=Asking(workbook, plan.tasks, before.asking if before and same else None),
        given=before.given if before and same else Given(workbook),
        baseline_id=_baseline(plan, before),
    )


def same_plan(view: PlanView | None, workbook: Workbook, system_id: str, today: date) -> bool:
    """Nothing that the page shows of the plan is different in ``workbook``."""
    if view is None or view.system_id != system_id or view.today != today:
        return False
    known = view.workbook
    return (
        view.plan is workbook.systems[system_id].plan
        and known.people is workbook.people
        and known.engagement is workbook.engagement
        and _plans(known, system_id) == _plans(workbook, system_id)
    )


def rows_of(view: PlanView, narrowed: Narrowed, folded: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """The rows from top to bottom as band and task; a band's own row has an empty task. Empty bands are left out."""
    inside: dict[str, list[tuple[str, str]]] = {band: [] for band in (*BANDS, CUT)}
    every = narrowed == Narrowed()
    for name in view.order:
        if every or _wanted(view, name, narrowed):
            band = band_of(view, name)
            inside[band].append((band, name))
    rows = ([(band, ""), *(() if band in folded else found)] for band, found in inside.items() if found)
    return tuple(chain.from_iterable(rows))


def band_of(view: PlanView, name: str) -> str:
    """The weeks that a task belongs to, or that it was cut."""
    task = view.tasks[name]
    return CUT if task.dropped else task.band


def _wanted(view: PlanView, name: str, narrowed: Narrowed) -> bool:
    task, entry = view.tasks[name], view.entry(name)
    if narrowed.person is not None and task.owner != narrowed.person:
        return False
    if narrowed.only == "critical":
        return entry is not None and entry.critical
    return narrowed.only == "all" or (entry is not None and view.is_late(name))


def _order(plan: Plan, found: Schedule, before: PlanView | None) -> tuple[str, ...]:
    """By band, then by day; a task that is only moved keeps its place, so that nothing jumps under the hand."""
    if before is not None and before.plan.tasks.keys() == plan.tasks.keys():
        old = before.plan.tasks
        if all(task is old[name] or _rank(task) == _rank(old[name]) for name, task in plan.tasks.items()):
            return before.order
        kept = {name: at for at, name in enumerate(before.order)}
        return tuple(sorted(plan.tasks, key=lambda name: (_rank(plan.tasks[name]), kept[name])))

    def place(name: str) -> tuple[int, date, date, str]:
        entry = found.tasks.get(name)
        far = date.max
        return _rank(plan.tasks[name]), entry.start if entry else far, entry.finish if entry else far, name

    return tuple(sorted(plan.tasks, key=place))


def _rank(task: PlanTask) -> int:
    return len(BANDS) if task.dropped else BANDS.index(task.band)


def _baseline(plan: Plan, before: PlanView | None) -> str | None:
    """The one that was looked at, else the youngest."""
    if before is not None and before.baseline_id in plan.baselines and before.plan.baselines == plan.baselines:
        return before.baseline_id
    return max(plan.baselines, key=lambda name: (plan.baselines[name].taken_on, name), default=None)


def _plans(workbook: Workbook, system_id: str) -> list[int]:
    return [id(system.plan) for name, system in workbook.systems.items() if name != system_id and system.plan]


def _same_people(before: PlanView, workbook: Workbook, system_id: str) -> bool:
    """The same system, people and calendar: only tasks can be different."""
    known = before.workbook
    return before.system_id == system_id and known.people is workbook.people and known.engagement is workbook.engagement


def _others(workbook: Workbook, system_id: str, before: PlanView | None) -> tuple[Asked, ...]:
    plans = _plans(workbook, system_id)
    if before and _same_people(before, workbook, system_id) and _plans(before.workbook, system_id) == plans:
        return before.others
    return tuple(
        Asking(workbook, system.plan.tasks).asked(found)
        for name, system in workbook.systems.items()
        if name != system_id and system.plan and (found := schedule_of(workbook, system))
    )
