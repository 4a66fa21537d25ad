"""Drawing thousands of whole numbers with given chances, quickly and exactly.

A random byte cuts the unit interval into 256 equal parts. Most parts lie within one outcome, and a table says which; where
the border between two outcomes runs through a part, one more random number says on which side of it the draw lies.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from random import Random

_PARTS = 256
_SPLIT = 255  # stands in the table for a part with a border in it


def draw(random: Random, first: int, chances: Sequence[float], draws: int) -> list[int]:
    """``draws`` numbers from ``first`` on; ``chances`` holds for each the chance of at most that number, 1 at the end."""
    if first + len(chances) > _SPLIT:
        return random.choices(range(first, first + len(chances)), cum_weights=chances, k=draws)
    raw = random.randbytes(draws)
    drawn = raw.translate(_table(first, tuple(chances)))
    found = list(drawn)
    at = drawn.find(_SPLIT)
    while at >= 0:
        share = (raw[at] + random.random()) / _PARTS
        found[at] = first + min(bisect_right(chances, share), len(chances) - 1)
        at = drawn.find(_SPLIT, at + 1)
    return found


@lru_cache(maxsize=512)
def _table(first: int, chances: tuple[float, ...]) -> bytes:
    return bytes(_outcome(first, chances, part) for part in range(_PARTS))


def _outcome(first: int, chances: tuple[float, ...], part: int) -> int:
    low, high = part / _PARTS, (part + 1) / _PARTS
    at = bisect_right(chances, low)
    return first + at if at < len(chances) and bisect_left(chances, high) == at else _SPLIT
