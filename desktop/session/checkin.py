"""The weekly check-in as its page shows it: what is to be asked, how the week stands, and what has come since the last."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from desktop.analysis.sponsor import Absent, sponsor_absent
from desktop.method import Method
from desktop.planning.all_tasks import TrackTask, system_tasks
from desktop.planning.burn_up import BurnUp, burn_up
from desktop.planning.compared import Compared, between, compared
from desktop.planning.snapshot import known_values, snapshot
from desktop.reports.burn_words import burn_sentence
from desktop.reports.since_words import summary
from desktop.session.all_tasks import SOON
from desktop.text import count, say
from desktop.text.formatting import day
from desktop.workbook import Person, System, Workbook
from desktop.workbook.checkin import Checkin, CheckinDraft, FrozenSpan, Snapshot, Steering
from desktop.workbook.plan import TaskStatus
from desktop.workbook.sprint import Metric

CHECKIN = "checkin"
EVERY = timedelta(days=7)


@dataclass(frozen=True)
class CheckinView:
    """Everything on the page. ``asked`` are the tasks to go through, those that are late first."""

    system: System
    people: Mapping[str, Person]
    today: date
    draft: CheckinDraft
    closed: tuple[Checkin, ...]
    tasks: tuple[TrackTask, ...]
    asked: tuple[TrackTask, ...]
    metrics: Mapping[str, Metric]
    week: Compared | None
    meeting: Compared | None
    burn_up: BurnUp | None
    absent: Absent | None

    @property
    def left(self) -> tuple[TrackTask, ...]:
        """The tasks that have not been gone through."""
        return tuple(task for task in self.asked if task.key not in self.draft.seen)

    @property
    def closed_today(self) -> bool:
        """The last check-in was closed today."""
        return bool(self.closed) and self.closed[-1].on == self.today

    @property
    def running(self) -> bool:
        """Something was said since the last check-in was closed."""
        return self.draft != CheckinDraft()


@dataclass
class CheckinViews:
    """Makes views, and keeps what is dear: only another plan, sprint or answer makes tasks and snapshot again."""

    _key: tuple[object, ...] = ()
    _tasks: tuple[TrackTask, ...] = ()
    _taken: Snapshot | None = None
    _burn: tuple[tuple[object, ...], BurnUp | None] = ((), None)
    _past: tuple[object, tuple["Past", ...]] = (None, ())

    def view(
        self, workbook: Workbook, method: Method, system_id: str, today: date, span: FrozenSpan | None = None
    ) -> CheckinView:
        """The check-in of a system as of ``today``; ``span`` is the forecast, where it has been computed."""
        system = workbook.systems[system_id]
        steering, tasks = system.steering or Steering(), self.tasks(workbook, method, system, today)
        now = self._standing(workbook, method, system, today)
        now = now.model_copy(update={"forecast": span, "metrics": known_values(system)})
        found, draft = compared(system, workbook.engagement.calendar, now), steering.draft or CheckinDraft()
        return CheckinView(
            system=system,
            people=workbook.people,
            today=today,
            draft=draft,
            closed=steering.in_order,
            tasks=tasks,
            asked=asked(tasks, today, draft.seen),
            metrics=system.sprint.metrics if system.sprint else {},
            week=found.week,
            meeting=found.meeting,
            burn_up=self._burn_up(system, tasks, today),
            absent=sponsor_absent(system, today),
        )

    def tasks(self, workbook: Workbook, method: Method, system: System, today: date) -> tuple[TrackTask, ...]:
        """The tasks of a system."""
        parts = (system.plan, system.sprint, system.ratings, system.treatments, workbook.people, workbook.engagement)
        own = (system.rung_override, system.risk_tier, system.impact)
        key = (system.id, today, method, *parts, *own)
        if not _same(key, self._key):
            self._key, self._taken = key, None
            self._tasks = system_tasks(workbook, method, system, today)
        return self._tasks

    def _standing(self, workbook: Workbook, method: Method, system: System, today: date) -> Snapshot:
        if self._taken is None:
            self._taken = snapshot(workbook, method, system, today, tasks=self._tasks)
        return self._taken

    def _burn_up(self, system: System, tasks: tuple[TrackTask, ...], today: date) -> BurnUp | None:
        key = (tasks, system.steering.closed if system.steering else None)
        if not _same(key, self._burn[0]):
            self._burn = (key, burn_up(system, tasks, today))
        return self._burn[1]

    def past(self, workbook: Workbook, system: System) -> tuple["Past", ...]:
        """The closed check-ins, newest first, each compared with the one before."""
        steering = system.steering or Steering()
        if self._past[0] is not steering.closed:
            self._past = (steering.closed, history(workbook, steering.in_order))
        return self._past[1]


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """The same objects; days, ids and maps (which are copied on the way, their entries are not) may be equal."""
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and all(a is b or (isinstance(a, str | date | dict) and a == b) for a, b in pairs)


def asked(tasks: tuple[TrackTask, ...], today: date, seen: tuple[str, ...] = ()) -> tuple[TrackTask, ...]:
    """Tasks that are late, blocked or due within a week, and those gone through already; earliest day first."""
    wanted = [task for task in tasks if task.key in seen or _asks(task, today)]
    return tuple(sorted(wanted, key=lambda task: (task.finish or date.max, task.key)))


def _asks(task: TrackTask, today: date) -> bool:
    due = task.finish is not None and task.finish - today <= SOON
    return not task.done and (due or task.status is TaskStatus.BLOCKED)


@dataclass(frozen=True)
class Past:
    """A closed check-in with what it told, as a sentence."""

    checkin: Checkin
    told: str


def history(workbook: Workbook, closed: tuple[Checkin, ...]) -> tuple[Past, ...]:
    """The closed check-ins, newest first, each compared with the one before."""
    calendar = workbook.engagement.calendar
    told = [say("checkin.past.first")] if closed else []
    told += [summary(between(before, after, calendar)) for before, after in pairwise(closed)]
    return tuple(Past(entry, said) for entry, said in reversed(list(zip(closed, told, strict=True))))


def headline(view: CheckinView) -> str:
    """What this week asks for, or says."""
    if not view.tasks:
        return say("checkin.headline.no-tasks")
    if view.closed_today and not view.running:
        following = view.today + EVERY
        return say("checkin.headline.closed", day=day(following, year=False))
    left = len(view.left)
    if left:
        late = sum(task.late(view.today) for task in view.left)
        return count("checkin.headline.left", left, late=count("checkin.headline.late", late) if late else "")
    return say("checkin.headline.sponsor" if view.draft.sponsor_state is None else "checkin.headline.ready")


def lead(view: CheckinView) -> str:
    """How far the work is against what was agreed, and when the last check-in was."""
    parts = []
    if view.burn_up is not None:
        parts.append(burn_sentence(view.burn_up))
    if view.week is not None:
        told = summary(view.week.since)
        parts.append(
            say("checkin.lead.last", day=day(view.week.checkin.on, year=False), told=f"{told[:1].lower()}{told[1:]}")
        )
    elif view.tasks and not view.closed:
        parts.append(say("checkin.lead.first"))
    return " ".join(parts)


def metric_before(view: CheckinView, metric: str) -> tuple[date, Decimal] | None:
    """The last value of a metric that a closed check-in holds, and its day."""
    for entry in reversed(view.closed):
        if metric in entry.metrics:
            return entry.on, entry.metrics[metric]
    return None
