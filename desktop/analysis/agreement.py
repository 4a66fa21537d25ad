"""How far two people who label the same examples agree beyond chance.

Source: Cohen, J. (1960), "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20(1).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Agreement:
    """Examples labelled twice, the share labelled alike, and Cohen's kappa from −1 to 1 (None where chance alone agrees)."""

    examples: int
    share: float
    kappa: float | None


def cohens_kappa(pairs: Mapping[tuple[str, str], int]) -> Agreement | None:
    """The agreement of two labellers, from how often each pair of labels stands together; None without a pair."""
    total = sum(pairs.values())
    if not total:
        return None
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for (one, other), times in pairs.items():
        first[one] += times
        second[other] += times
    share = sum(times for (one, other), times in pairs.items() if one == other) / total
    chance = sum(times * second[label] for label, times in first.items()) / total**2
    return Agreement(total, share, None if chance == 1 else (share - chance) / (1 - chance))
