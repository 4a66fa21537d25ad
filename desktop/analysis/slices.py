"""How each kind of case does, and which kind fell although the whole may look steady."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.analysis.paired import SIGNIFICANT, compare_shares
from desktop.analysis.statistics import Interval, wilson
from desktop.workbook.sprint import Tally


@dataclass(frozen=True)
class SliceScore:
    """One kind of case in one run: how many were right of how many, with the interval."""

    name: str
    scored: int
    correct: int
    interval: Interval


def slice_scores(tallies: Iterable[Tally]) -> tuple[SliceScore, ...]:
    """The Wilson interval of every kind of case that has an example and no more right than scored."""
    return tuple(
        SliceScore(tally.name, tally.scored, tally.correct, wilson(tally.correct, tally.scored))
        for tally in tallies
        if _usable(tally)
    )


def fallen_slices(before: Iterable[Tally], after: Iterable[Tally]) -> tuple[str, ...]:
    """Kinds of case that are worse than chance explains.

    The level is divided by the number of kinds (Bonferroni), so that many kinds do not raise an alarm by their number.
    """
    earlier = {tally.name.casefold(): tally for tally in before if _usable(tally)}
    both = [(earlier[name], now) for now in after if _usable(now) and (name := now.name.casefold()) in earlier]
    level = SIGNIFICANT / max(1, len(both))
    return tuple(
        now.name
        for was, now in both
        if now.correct * was.scored < was.correct * now.scored
        and compare_shares((was.correct, was.scored), (now.correct, now.scored)).worse(level)
    )


def _usable(tally: Tally) -> bool:
    return 0 < tally.scored >= tally.correct
