"""When the decision and the launch fall, as a range: a Monte Carlo simulation of the network from progress so far.

Each open task's effort is drawn from a triangular distribution over its low, likely and high estimate (D. Johnson, "The
triangular distribution as a proxy for the beta distribution in risk analysis", The Statistician 46, 1997), independently of
the others; what is done is taken off, nothing open begins before today, and the critical path of each draw is worked out.
Drawing whole networks avoids the optimism of adding up one path (R. M. Van Slyke, "Monte Carlo Methods and the PERT
Problem", Operations Research 11, 1963). The same seed gives the same range; each task has its own stream of random
numbers, so that changing one task does not stir the others.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil
from operator import add
from random import Random

from desktop.planning.drawing import draw as draw_numbers
from desktop.planning.network import network
from desktop.planning.schedule import Frame, likely
from desktop.workbook.plan import PlanTask, TaskStatus

DRAWS = 5_000
SEED = 30
_TOGETHER = 8
_ROUNDING = 1e-9  # a binary fraction may lie a hair above the whole day that is meant


@dataclass(frozen=True)
class Span:
    """Days by which 10, 50 and 90 per cent of the draws are there."""

    p10: date
    p50: date
    p90: date


@dataclass(frozen=True)
class Forecast:
    """The range of both dates, how many draws it rests on, and their seed."""

    decision: Span
    launch: Span
    draws: int
    seed: int


def never() -> None:
    """For who works alone: nobody else waits for a turn."""


def forecast(
    tasks: Mapping[str, PlanTask],
    frame: Frame,
    today: date,
    draws: int = DRAWS,
    seed: int = SEED,
    rest: Callable[[], None] = never,
) -> Forecast | None:
    """The range from progress so far as of ``today``; None without tasks. Pure: the same input gives the same range.

    ``rest`` is called about every millisecond, so that whoever else has work to do gets a turn.
    """
    net = network(tasks)
    if not net.order:
        return None
    now, last = frame.days.index(today), dict[str, list[int]]()
    for name in net.order:
        last[name] = _last_days(tasks[name], [last[n] for n in net.before[name]], _Draw(frame, now, draws, seed, name))
        rest()
    ends = _latest_of([last[name] for name in net.order if _may_be_last(tasks, net.after[name])], rest)
    ends.sort()
    picked = [ends[max(0, ceil(share * draws) - 1)] for share in (0.1, 0.5, 0.9)]
    decision, launch = (Span(*(frame.days.day(end + step) for end in picked)) for step in (0, 1))
    return Forecast(decision, launch, draws, seed)


def _may_be_last(tasks: Mapping[str, PlanTask], followers: tuple[str, ...]) -> bool:
    """Nothing is sure to end after it: what is done or in progress has not waited."""
    return all(tasks[name].done or tasks[name].status is TaskStatus.IN_PROGRESS for name in followers)


def _latest_of(ends: list[list[int]], rest: Callable[[], None]) -> list[int]:
    """The latest day of each draw, a few tasks at a time: one call for all would not let anybody else have a turn."""
    found = list(ends[0])
    for at in range(1, len(ends), _TOGETHER):
        found = list(map(max, found, *ends[at : at + _TOGETHER]))
        rest()
    return found


@dataclass(frozen=True)
class _Draw:
    """What drawing one task needs."""

    frame: Frame
    now: int
    draws: int
    seed: int
    name: str


def _last_days(task: PlanTask, before: list[list[int]], draw: _Draw) -> list[int]:
    """The number of the task's last day in each draw."""
    days, now = draw.frame.days, draw.now
    if task.done:
        return [max(0, days.last_until(task.finished_on) if task.finished_on else now - 1)] * draw.draws
    lengths = _lengths(task, draw)
    if task.status is TaskStatus.IN_PROGRESS:
        return [now - 1 + length for length in lengths]
    floor = max(draw.frame.release(task) - 1, now - 1 - task.delay)
    if not before:
        return [floor + task.delay + length for length in lengths]
    ready = _latest(before, floor)
    shifted = lengths if not task.delay else [task.delay + length for length in lengths]
    return list(map(add, ready, shifted))


def _latest(before: list[list[int]], floor: int) -> list[int]:
    """In each draw the last day of all that a task waits for, and at least ``floor``."""
    ready, *others = before
    for other in others:
        ready = [max(two, one) for one, two in zip(ready, other, strict=True)]
    return ready if min(ready) >= floor else [max(one, floor) for one in ready]


def _lengths(task: PlanTask, draw: _Draw) -> list[int]:
    """Working days that are left in each draw, at least one."""
    pace = draw.frame.pace.get(task.owner or "", None)
    week = draw.frame.week_length
    factor = week / min(float(pace or week), week) * (1 - task.percent / 100)
    effort = task.effort
    if not effort.complete or effort.low == effort.high:
        return [max(1, ceil(float(likely(task)) * factor - _ROUNDING))] * draw.draws
    corners = (float(value or 0) * factor for value in (effort.low, effort.likely, effort.high))
    lengths, chances = whole_days(*corners)
    random = Random(f"{draw.seed}:{draw.name}")  # noqa: S311  # a simulation, not a secret
    return draw_numbers(random, lengths.start, chances, draw.draws)


def whole_days(low: float, mode: float, high: float) -> tuple[range, list[float]]:
    """A triangular duration rounded up to whole days, at least one: every length, and the chance of at most that length."""
    lengths = range(max(1, ceil(low - _ROUNDING)), max(1, ceil(high - _ROUNDING)) + 1)
    return lengths, [*(_at_most(days, low, mode, high) for days in lengths[:-1]), 1.0]


def _at_most(days: float, low: float, mode: float, high: float) -> float:
    """The distribution function of the triangular distribution."""
    if days <= low:
        return 0.0
    if days <= mode:
        return (days - low) ** 2 / ((high - low) * (mode - low))
    return 1 - (high - days) ** 2 / ((high - low) * (high - mode)) if days < high else 1.0
