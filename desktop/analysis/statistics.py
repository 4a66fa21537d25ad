"""Intervals for shares. Source: Wilson, E. B. (1927), "Probable inference", JASA 22(158)."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

Z_95 = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True)
class Interval:
    """A share with its 95 % interval, all from 0 to 1."""

    share: float
    low: float
    high: float


def wilson(correct: int, scored: int) -> Interval:
    """The Wilson score interval at 95 % for ``correct`` of ``scored``.

    Raises ValueError unless 0 ≤ correct ≤ scored and scored > 0.
    """
    if not 0 <= correct <= scored or scored == 0:
        message = "correct must lie between 0 and scored, and scored above 0"
        raise ValueError(message)
    return _interval(correct / scored, scored)


def examples_needed(share: float, threshold: float) -> int | None:
    """How many examples at this ``share`` put the interval's lower end above ``threshold``; None where no number does."""
    if share <= threshold:
        return None
    low, high = 1, 1
    while not _clears(share, threshold, high):
        low, high = high, high * 2
        if high > 10_000_000:
            return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if _clears(share, threshold, middle) else (middle + 1, high)
    return low


def _clears(share: float, threshold: float, scored: int) -> bool:
    return _interval(share, scored).low > threshold


def _interval(share: float, scored: int) -> Interval:
    z2 = Z_95**2
    centre = (share + z2 / (2 * scored)) / (1 + z2 / scored)
    half = Z_95 / (1 + z2 / scored) * sqrt(share * (1 - share) / scored + z2 / (4 * scored**2))
    low = max(0.0, centre - half) if share > 0 else 0.0  # exact at the ends, where rounding would leave a trace
    high = min(1.0, centre + half) if share < 1 else 1.0
    return Interval(share, low, high)
