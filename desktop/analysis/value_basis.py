"""What the three numbers rest on: the lines behind each, by kind, with their sources and the people who answer for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from desktop.analysis.value import total
from desktop.analysis.value_terms import launch_of
from desktop.workbook.base import Range
from desktop.workbook.path import Path
from desktop.workbook.sprint import CostKind, MoneyLine, ValueCase

PARTS = ("continuing", "investment", "benefits", "running")


@dataclass(frozen=True)
class Basis:
    """One list of amounts: how many, and how many name a source and an owner."""

    part: str
    lines: int
    sourced: int
    owned: int


@dataclass(frozen=True)
class KindCost:
    """The monthly cost of one kind; ``kind`` None gathers the lines that name none. ``amount`` None: one is incomplete."""

    kind: CostKind | None
    amount: Range | None


def basis(value: ValueCase) -> tuple[Basis, ...]:
    """The four lists in their order."""
    return tuple(_basis(part, getattr(value, part)) for part in PARTS)


def _basis(part: str, lines: Mapping[str, MoneyLine]) -> Basis:
    entries = lines.values()
    sourced = sum(bool(line.source.strip()) for line in entries)
    return Basis(part, len(lines), sourced, sum(line.owner is not None for line in entries))


def by_kind(value: ValueCase) -> tuple[KindCost, ...]:
    """The monthly cost of continuing by kind, in the order of the kinds, those without a line left out."""
    found = []
    for kind in (*CostKind, None):
        lines = [line for line in value.continuing.values() if line.kind is kind]
        if lines:
            found.append(KindCost(kind, total(lines)))
    return tuple(found)


@dataclass(frozen=True)
class Missing:
    """What the numbers still need. ``why``: ``none`` entered, or entered ``wrong`` (incomplete, or out of order).

    ``part`` is a list, ``launch`` or ``rate``; ``at`` is the place within the system that would change it.
    """

    part: str
    why: Literal["none", "wrong"]
    at: Path


def missing(value: ValueCase) -> tuple[Missing, ...]:
    """Everything that keeps one of the three numbers or the net present value from being computed, in page order."""
    found = [gap for part in PARTS if (gap := _gap(part, getattr(value, part))) is not None]
    base = ("sprint", "value")
    if value.months_to_launch is None:
        found.append(Missing("launch", "none", (*base, "months_to_launch")))
    elif launch_of(value) is None:
        found.append(Missing("launch", "wrong", (*base, "launch_early")))
    if value.discount_rate is None:
        found.append(Missing("rate", "none", (*base, "discount_rate")))
    return tuple(found)


def _gap(part: str, lines: Mapping[str, MoneyLine]) -> Missing | None:
    if total(lines.values()) is not None:
        return None
    return Missing(part, "wrong" if lines else "none", ("sprint", "value", part))
