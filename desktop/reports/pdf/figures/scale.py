"""Axes: round steps, and where a value lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10

from desktop.text.formatting import number


@dataclass(frozen=True)
class Scale:
    """Maps values from ``low`` to ``high`` onto points from ``start`` to ``end``; ``step`` apart stand the lines."""

    low: float
    high: float
    start: float
    end: float
    step: float = 0.0

    def at(self, value: float) -> float:
        """Where ``value`` lies, kept inside the axis."""
        width = self.high - self.low
        share = (value - self.low) / width if width else 0.5
        return self.start + min(max(share, 0.0), 1.0) * (self.end - self.start)

    @property
    def ticks(self) -> tuple[float, ...]:
        """The values at the lines."""
        count = round((self.high - self.low) / self.step) if self.step else 0
        return tuple(self.low + place * self.step for place in range(count + 1))


def round_scale(low: float, high: float, start: float, end: float, lines: int = 5) -> Scale:
    """A scale over ``low`` to ``high`` with about so many lines at round values (1, 2 or 5 times a power of ten)."""
    high = high if high > low else low + 1
    raw = (high - low) / lines
    power = 10 ** floor(log10(raw))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= raw * 0.999)
    return Scale(floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step, start, end, step)


def spread(places: Sequence[float], distance: float, low: float, high: float) -> list[float]:
    """The places moved apart to at least ``distance`` where they can be, in their order and within ``low`` to ``high``."""
    order = sorted(range(len(places)), key=lambda at: places[at])
    moved = list(places)
    for before, after in pairwise(order):
        moved[after] = max(moved[after], moved[before] + distance)
    overflow = max((moved[order[-1]] - high), 0.0) if order else 0.0
    if overflow:
        moved[order[-1]] -= overflow
        for after, before in pairwise(order[::-1]):
            moved[before] = min(moved[before], moved[after] - distance)
    return [max(place, low) for place in moved]


def axis_number(value: float) -> str:
    """An axis label without a fraction where it has none."""
    return number(round(value)) if abs(value - round(value)) < 1e-9 else number(value, 1)
