"""Intervals for shares, and what a number of examples can show.

Source of the interval: Wilson, E. B. (1927), "Probable inference", JASA 22(158).
"""

from dataclasses import dataclass
from math import inf, sqrt
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


def smallest_change(share: float, scored: int, power: float = 0.8) -> float | None:
    """The smallest fall from ``share`` that two runs of ``scored`` examples each show at 95 % with ``power``.

    None where even a fall to nothing would not show. Source: Fleiss, J. L. et al. (2003), "Statistical methods for rates
    and proportions", sample sizes for two independent shares, corrected for continuity as the test that judges them is;
    paired runs show smaller falls too.
    """
    z_power = NormalDist().inv_cdf(power)
    if scored <= 0 or _examples_for(share, 0.0, z_power) > scored:
        return None
    low, high = 0.0, share  # between the two lies the largest later share that still shows
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _examples_for(share, middle, z_power) <= scored else (low, middle)
    return share - low


def _examples_for(share: float, later: float, z_power: float) -> float:
    """Examples in each of two runs that tell ``later`` from ``share``, with the correction for continuity."""
    if share <= later:
        return inf
    mean = (share + later) / 2
    spread = Z_95 * sqrt(2 * mean * (1 - mean)) + z_power * sqrt(share * (1 - share) + later * (1 - later))
    fall = share - later
    plain = float(spread / fall) ** 2
    return plain / 4 * (1 + sqrt(1 + 4 / (plain * fall))) ** 2


def _clears(share: float, threshold: float, scored: int) -> bool:
    return _interval(share, scored).low > threshold


def _interval(share: float, scored: int) -> Interval:
    z2 = Z_95**2
    centre = (share + z2 / (2 * scored)) / (1 + z2 / scored)
    half = Z_95 / (1 + z2 / scored) * sqrt(share * (1 - share) / scored + z2 / (4 * scored**2))
    low = max(0.0, centre - half) if share > 0 else 0.0  # exact at the ends, where rounding would leave a trace
    high = min(1.0, centre + half) if share < 1 else 1.0
    return Interval(share, low, high)
