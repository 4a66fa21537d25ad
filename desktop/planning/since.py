"""What has happened between two snapshots of one system. Pure: two equal snapshots give an empty answer."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from desktop.planning.schedule_days import DayCount
from desktop.workbook.checkin import Checkin, FrozenTask, Ruling, Snapshot, Steering
from desktop.workbook.plan import TaskStatus


@dataclass(frozen=True)
class Moved:
    """A day that is another one now, by how many working days (negative: earlier). ``key`` "" is no task."""

    key: str
    title: str
    before: date
    after: date
    days: int


@dataclass(frozen=True)
class Touched:
    """A task to which something happened, with the word that goes with it (a blocker) or its per cent before and now."""

    key: str
    title: str
    owner: str | None = None
    words: str = ""
    before: int = 0
    after: int = 0


@dataclass(frozen=True)
class MetricMoved:
    """A success metric that was measured; ``before`` None: for the first time."""

    id: str
    name: str
    unit: str
    before: Decimal | None
    after: Decimal


@dataclass(frozen=True)
class Decided:
    """A decision of a check-in and the day it was written down."""

    on: date
    ruling: Ruling


@dataclass(frozen=True)
class Since:
    """Everything that is different, each list in the order of the tasks' keys or of the days."""

    done: tuple[Touched, ...] = ()
    reopened: tuple[Touched, ...] = ()
    begun: tuple[Touched, ...] = ()
    progressed: tuple[Touched, ...] = ()
    later: tuple[Moved, ...] = ()
    earlier: tuple[Moved, ...] = ()
    blocked: tuple[Touched, ...] = ()
    freed: tuple[Touched, ...] = ()
    added: tuple[Touched, ...] = ()
    removed: tuple[Touched, ...] = ()
    decision: Moved | None = None
    launch: Moved | None = None
    forecast: Moved | None = None
    rung: tuple[int | None, int | None] | None = None
    metrics: tuple[MetricMoved, ...] = ()
    opened: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    decided: tuple[Decided, ...] = ()

    @property
    def empty(self) -> bool:
        """Nothing has happened."""
        return not any(getattr(self, entry.name) for entry in fields(self))


def last_checkin(steering: Steering | None, today: date) -> Checkin | None:
    """The check-in that was closed last before ``today``: what is closed today does not wipe out what it tells."""
    return next((entry for entry in reversed((steering or Steering()).in_order) if entry.on < today), None)


def last_meeting(steering: Steering | None, today: date) -> Checkin | None:
    """The last check-in before ``today`` that was a steering meeting."""
    closed = reversed((steering or Steering()).in_order)
    return next((entry for entry in closed if entry.steering and entry.on < today), None)


def decided_after(steering: Steering | None, day: date) -> tuple[Decided, ...]:
    """Decisions of the check-ins closed after ``day``."""
    closed = (steering or Steering()).in_order
    return tuple(Decided(entry.on, ruling) for entry in closed if entry.on > day for ruling in _rulings(entry))


def _rulings(entry: Checkin) -> Iterable[Ruling]:
    return (entry.decisions[name] for name in sorted(entry.decisions) if entry.decisions[name].text.strip())


def since(before: Snapshot, after: Snapshot, days: DayCount, decided: tuple[Decided, ...] = ()) -> Since:
    """The differences from ``before`` to ``after``; working days are counted on ``days``."""
    old, new = before.tasks, after.tasks
    both = [(name, old[name], new[name]) for name in sorted(old.keys() & new.keys())]
    moves = [move for name, was, now in both if (move := _moved(name, now.title, was.finish, now.finish, days))]
    return Since(
        done=tuple(_touched(name, now) for name, was, now in both if now.done and not was.done),
        reopened=tuple(_touched(name, now) for name, was, now in both if was.done and not now.done),
        begun=tuple(_touched(name, now) for name, was, now in both if _begun(was, now)),
        progressed=tuple(_touched(name, now, was.percent) for name, was, now in both if _progressed(was, now)),
        later=tuple(sorted((move for move in moves if move.days > 0), key=lambda move: (-move.days, move.key))),
        earlier=tuple(sorted((move for move in moves if move.days < 0), key=lambda move: (move.days, move.key))),
        blocked=tuple(_touched(name, now) for name, was, now in both if _blocked(now) and not _blocked(was)),
        freed=tuple(_touched(name, now) for name, was, now in both if _blocked(was) and not _blocked(now)),
        added=tuple(_touched(name, new[name]) for name in sorted(new.keys() - old.keys())),
        removed=tuple(_touched(name, old[name]) for name in sorted(old.keys() - new.keys())),
        decision=_moved("", "", before.decision, after.decision, days),
        launch=_moved("", "", before.launch, after.launch, days),
        forecast=_moved("", "", _median(before), _median(after), days),
        rung=(before.rung, after.rung) if before.rung != after.rung else None,
        metrics=_metrics(before, after),
        opened=tuple(sorted(set(after.blocking) - set(before.blocking))),
        closed=tuple(sorted(set(before.blocking) - set(after.blocking))),
        decided=decided,
    )


def _touched(key: str, task: FrozenTask, before: int = 0) -> Touched:
    return Touched(key, task.title, task.owner, task.blocker, before, task.percent)


def _begun(was: FrozenTask, now: FrozenTask) -> bool:
    return was.status is TaskStatus.OPEN and now.status is TaskStatus.IN_PROGRESS


def _progressed(was: FrozenTask, now: FrozenTask) -> bool:
    return was.percent != now.percent and not (was.done or now.done or _begun(was, now))


def _blocked(task: FrozenTask) -> bool:
    return task.status is TaskStatus.BLOCKED


def _moved(key: str, title: str, before: date | None, after: date | None, days: DayCount) -> Moved | None:
    if before is None or after is None or before == after:
        return None
    return Moved(key, title, before, after, days.index(after) - days.index(before) or (1 if after > before else -1))


def _median(taken: Snapshot) -> date | None:
    return taken.forecast.p50 if taken.forecast else None


def _metrics(before: Snapshot, after: Snapshot) -> tuple[MetricMoved, ...]:
    found = []
    for name, now in sorted(after.metrics.items()):
        was = before.metrics.get(name)
        if was is None or was.value != now.value:
            found.append(MetricMoved(name, now.name, now.unit, was.value if was else None, now.value))
    return tuple(found)
