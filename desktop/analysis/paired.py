"""Is a run worse than another one, or is it chance? Pairs where both runs scored the same examples, shares otherwise.

Sources: McNemar, Q. (1947), Psychometrika 12(2), in its exact form (a sign test on the pairs that differ); Fleiss, J. L.
et al. (2003), "Statistical methods for rates and proportions", for two independent shares, corrected for continuity.
"""

from dataclasses import dataclass
from math import erfc, exp, lgamma, log, sqrt

SIGNIFICANT = 0.05  # two-sided
_NEGLIGIBLE = 1e-18


@dataclass(frozen=True)
class Comparison:
    """A later run against an earlier one: the change of the share right and how probable one as large is by chance.

    ``lost`` and ``gained`` count examples that were right before and are wrong now, and the reverse; both are None where
    the runs did not score the same examples.
    """

    change: float
    p_value: float
    lost: int | None = None
    gained: int | None = None

    @property
    def paired(self) -> bool:
        """Both runs scored the same examples."""
        return self.lost is not None

    def worse(self, level: float = SIGNIFICANT) -> bool:
        """The share fell, and by more than chance explains at ``level``."""
        return self.change < 0 and self.p_value < level


def mcnemar_exact(lost: int, gained: int) -> float:
    """The two-sided p-value of McNemar's exact test for the pairs that differ."""
    differing, fewer = lost + gained, min(lost, gained)
    if lost == gained:
        return 1.0
    term = total = exp(_log_choose(differing, fewer) - differing * log(2))
    for k in range(fewer, 0, -1):  # from the largest term down; what is left out is below the last digit
        term *= k / (differing - k + 1)
        total += term
        if term < total * _NEGLIGIBLE:
            break
    return min(1.0, 2 * total)


def two_shares(before: tuple[int, int], after: tuple[int, int]) -> float:
    """The two-sided p-value of the pooled z-test for two independent shares, each given as (correct, scored).

    With the correction for continuity: without it, three right of three and then none would pass for more than chance.
    """
    (right, scored), (right_now, scored_now) = before, after
    pooled = (right + right_now) / (scored + scored_now)
    spread = sqrt(pooled * (1 - pooled) * (1 / scored + 1 / scored_now))
    if spread == 0:
        return 1.0
    apart = abs(right / scored - right_now / scored_now) - (1 / scored + 1 / scored_now) / 2
    return erfc(max(0.0, apart) / spread / sqrt(2))


def compare_pairs(before: bytes, after: bytes, scored: int) -> Comparison:
    """Two runs over the same ``scored`` examples; a set bit stands for a right answer, in the same order in both."""
    one, other = int.from_bytes(before, "big"), int.from_bytes(after, "big")
    lost, gained = (one & ~other).bit_count(), (other & ~one).bit_count()
    return Comparison((gained - lost) / scored, mcnemar_exact(lost, gained), lost, gained)


def compare_shares(before: tuple[int, int], after: tuple[int, int]) -> Comparison:
    """Two runs of which only (correct, scored) is known; both must have scored something."""
    return Comparison(after[0] / after[1] - before[0] / before[1], two_shares(before, after))


def _log_choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
