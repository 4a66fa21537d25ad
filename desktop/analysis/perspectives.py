"""The four views side by side: who is missing, where they differ. Nothing is averaged away."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.analysis.scoring import Standing
from desktop.method import Method
from desktop.workbook import Perspective

_PERSPECTIVES = tuple(view.value for view in Perspective)
DISAGREEMENT = 2  # levels; from here on a difference is a finding (the workbook's own rule)


@dataclass(frozen=True)
class Spread:
    """How far the views of one question lie apart, and which views are missing."""

    question: str
    levels: dict[str, int]
    spread: int
    missing: tuple[str, ...]
    settled: bool

    @property
    def disagree(self) -> bool:
        """Two levels or more apart, and not reconciled."""
        return self.spread >= DISAGREEMENT and not self.settled


@dataclass(frozen=True)
class Voice:
    """One perspective over a group of questions: the mean of its own levels, None where it gave none."""

    perspective: str
    mean: float | None
    answered: int


def spread(entry: Standing) -> Spread:
    """The views of one question."""
    levels = {name: view.level for name, view in entry.views if view.level is not None and not view.not_applicable}
    given = {name for name, _ in entry.views}
    missing = tuple(view for view in _PERSPECTIVES if view not in given)
    return Spread(entry.question, levels, entry.width, missing, entry.reconciled)


def disagreements(found: Mapping[str, Standing]) -> tuple[Spread, ...]:
    """Every question on which the views differ by two levels or more, widest first."""
    apart = [spread(entry) for entry in found.values() if disagree(entry)]
    return tuple(sorted(apart, key=lambda entry: (-entry.spread, entry.question)))


def disagree(entry: Standing) -> bool:
    """The same as ``spread(entry).disagree``, at the price of a glance."""
    return not entry.reconciled and entry.width >= DISAGREEMENT


def voices(method: Method, lens: str, group: str, found: Mapping[str, Standing]) -> tuple[Voice, ...]:
    """What each perspective says about one group."""
    entries = [found[question] for question in method.group(lens, group)]
    return tuple(_voice(view, entries) for view in _PERSPECTIVES)


def silent(found: Iterable[Standing]) -> tuple[str, ...]:
    """Perspectives that have answered nothing at all."""
    heard = {name for entry in found for name, _ in entry.views}
    return tuple(view for view in _PERSPECTIVES if view not in heard)


def _voice(perspective: str, entries: list[Standing]) -> Voice:
    given = [view for entry in entries for name, view in entry.views if name == perspective]
    levels = [view.level for view in given if view.level is not None and not view.not_applicable]
    return Voice(perspective, sum(levels) / len(levels) if levels else None, len(given))
