"""When the decision and the launch fall, as a range: a Monte Carlo simulation of the network from progress so far.

Each open task's effort is drawn from a triangular distribution over its low, likely and high estimate (D. Johnson, "The
triangular distribution as a proxy for the beta distribution in risk analysis", The Statistician 46, 1997), independently of
the others; what is done is taken off, nothing open begins before today, and the critical path of each draw is worked out.
Drawing whole networks avoids the optimism of adding up one path (R. M. Van Slyke, "Monte Carlo Methods and the PERT
Problem", Operations Research 11, 1963). The same seed gives the same range; each task has its own stream of random
numbers, so that changing one task does not stir the others.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil, sqrt
from random import Random

from desktop.planning.network import network
from desktop.planning.schedule import Frame, likely
from desktop.workbook.plan import PlanTask, TaskStatus

DRAWS = 5_000
SEED = 30
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


def forecast(
    tasks: Mapping[str, PlanTask], frame: Frame, today: date, draws: int = DRAWS, seed: int = SEED
) -> Forecast | None:
    """The range from progress so far as of ``today``; None without tasks. Pure: the same input gives the same range."""
    net = network(tasks)
    if not net.order:
        return None
    now, last = frame.days.index(today), dict[str, list[int]]()
    for name in net.order:
        last[name] = _last_days(tasks[name], [last[n] for n in net.before[name]], _Draw(frame, now, draws, seed, name))
    ends = sorted(map(max, *last.values()) if len(last) > 1 else next(iter(last.values())))
    picked = [ends[max(0, ceil(share * draws) - 1)] for share in (0.1, 0.5, 0.9)]
    decision, launch = (Span(*(frame.days.day(end + step) for end in picked)) for step in (0, 1))
    return Forecast(decision, launch, draws, seed)


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
    days = draw.frame.days
    if task.done:
        finished = max(0, days.last_until(task.finished_on) if task.finished_on else draw.now - 1)
        return [finished] * draw.draws
    lengths = _lengths(task, draw)
    if task.status is TaskStatus.IN_PROGRESS:
        return [draw.now + length - 1 for length in lengths]
    floor = draw.frame.release(task)
    ready = [floor - 1] * draw.draws
    for earlier in before:
        ready = list(map(max, ready, earlier))
    now, shift = draw.now, task.delay
    return [max(end + 1 + shift, now) + length - 1 for end, length in zip(ready, lengths, strict=True)]


def _lengths(task: PlanTask, draw: _Draw) -> list[int]:
    """Working days that are left in each draw, at least one."""
    pace = draw.frame.pace.get(task.owner or "", None)
    week = draw.frame.week_length
    factor = week / min(float(pace or week), week) * (1 - task.percent / 100)
    effort = task.effort
    if not effort.complete or effort.low == effort.high:
        return [max(1, ceil(float(likely(task)) * factor - _ROUNDING))] * draw.draws
    low, mode, high = (float(value or 0) * factor for value in (effort.low, effort.likely, effort.high))
    random = Random(f"{draw.seed}:{draw.name}").random  # noqa: S311  # a simulation, not a secret
    return [
        max(1, ceil(value - _ROUNDING)) for value in _triangular(low, mode, high, [random() for _ in range(draw.draws)])
    ]


def _triangular(low: float, mode: float, high: float, shares: list[float]) -> list[float]:
    """The quantiles of the triangular distribution at ``shares``."""
    width = high - low
    turn = (mode - low) / width
    rise, fall = width * (mode - low), width * (high - mode)
    return [low + sqrt(rise * u) if u <= turn else high - sqrt(fall * (1 - u)) for u in shares]
