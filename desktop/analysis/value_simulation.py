"""The net present value as a range: a Monte Carlo simulation in which all inputs vary at once.

Each amount and the launch is drawn from a triangular distribution over its low, likely and high value (D. Johnson, "The
triangular distribution as a proxy for the beta distribution in risk analysis", The Statistician 46, 1997), independently of
the others; the net present value of each draw is worked out (D. B. Hertz, "Risk Analysis in Capital Investment", Harvard
Business Review 42, 1964). The discount rate and the horizon are chosen, not uncertain, and stay as they are. The same seed
gives the same range. Each input keeps its own stream of random numbers, and a draw is the quantile of its number: so
raising a cost raises it in every draw, and changing one input does not stir the others.
"""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import repeat
from math import ceil, floor, sqrt
from random import Random

from desktop.analysis.value import monthly_return, total
from desktop.analysis.value_terms import Launch, Worth, cents, ends, launch_of, worth
from desktop.workbook.sprint import MoneyLine, ValueCase

DRAWS = 5_000
SEED = 30
_BINS = 28
_KEPT = 96  # inputs whose draws are remembered: 40 kB each


@dataclass(frozen=True)
class Simulation:
    """The value below which 10, 50 and 90 per cent of the draws lie, and the share of draws above zero (0 to 1).

    ``counts`` are the draws in equally wide classes from ``least`` to ``most``.
    """

    p10: Decimal
    p50: Decimal
    p90: Decimal
    positive: float
    least: Decimal
    most: Decimal
    counts: tuple[int, ...]
    draws: int
    seed: int


def simulate(value: ValueCase, draws: int = DRAWS, seed: int = SEED) -> Simulation | None:
    """The range of the net present value; None while an input is missing. Pure: the same input gives the same range."""
    launch = launch_of(value)
    present = worth(value, launch) if launch else None
    if launch is None or present is None or monthly_return(value) is None or total(value.investment.values()) is None:
        return None
    found = sorted(_draws(value, _Plan(launch, present, draws, seed)))
    p10, p50, p90 = (cents(Decimal(found[max(0, ceil(share * draws) - 1)])) for share in (0.1, 0.5, 0.9))
    positive = sum(1 for one in found if one > 0) / draws
    least, most = cents(Decimal(found[0])), cents(Decimal(found[-1]))
    return Simulation(p10, p50, p90, positive, least, most, _classes(found), draws, seed)


@dataclass(frozen=True)
class _Plan:
    """What drawing needs besides the amounts."""

    launch: Launch
    present: Worth
    draws: int
    seed: int


def _draws(value: ValueCase, plan: _Plan) -> list[float]:
    once = _sums(value.investment, "investment", plan)
    monthly = map(float.__sub__, _sums(value.benefits, "benefits", plan), _sums(value.running, "running", plan))
    spent = float(plan.present.spent)
    return list(map(lambda m, g, i: m * g - i * spent, monthly, _brought(plan), once))


def _sums(lines: Mapping[str, MoneyLine], part: str, plan: _Plan) -> list[float]:
    """The sum of all lines in each draw."""
    sums = [0.0] * plan.draws
    for line_id in sorted(lines):
        low, likely, high = map(float, ends(lines[line_id].amount))
        sums = list(map(float.__add__, sums, _drawn(f"{plan.seed}:{part}:{line_id}", low, likely, high, plan.draws)))
    return sums


def _brought(plan: _Plan) -> list[float]:
    """What one unit a month from the launch on is worth today, in each draw, in which the launch is a whole month."""
    launch, months = plan.launch, [float(one) for one in plan.present.brought]
    drawn = _drawn(f"{plan.seed}:launch", launch.early, launch.likely, launch.late, plan.draws)
    last = len(months) - 1
    return [months[min(floor(month + 0.5), last)] for month in drawn]


@lru_cache(maxsize=_KEPT)
def _drawn(stream: str, low: float, likely: float, high: float, draws: int) -> "array[float]":
    """Quantiles of the triangular distribution at the stream's random numbers."""
    if high <= low:
        return array("d", [low]) * draws
    width, rise, fall = high - low, likely - low, high - likely
    turn, up, down = rise / width, width * rise, width * fall
    return array(
        "d", [low + sqrt(up * u) if u < turn else high - sqrt(down * (1 - u)) for u in _chances(stream, draws)]
    )


@lru_cache(maxsize=_KEPT)
def _chances(stream: str, draws: int) -> "array[float]":
    random = Random(stream)  # noqa: S311  # a simulation, not a secret
    return array("d", [random.random() for _ in repeat(None, draws)])


def _classes(found: list[float]) -> tuple[int, ...]:
    least, most = found[0], found[-1]
    if most <= least:
        return (len(found),)
    counts, step = [0] * _BINS, _BINS / (most - least)
    for value in found:
        counts[min(int((value - least) * step), _BINS - 1)] += 1
    return tuple(counts)
