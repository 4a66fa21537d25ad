"""Short ways to write records: numbered ids, ranges and money lines."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeVar

from desktop.workbook.base import Range
from desktop.workbook.sprint import MoneyLine, Slice
from desktop.workbook.workflow import Part, Step

Record = TypeVar("Record")
TAG = "nw26"


def numbered(records: Iterable[Record]) -> dict[str, Record]:
    """Records under the ids that the app itself would have given them, first to last."""
    return {f"{n:04d}-{TAG}": record for n, record in enumerate(records, start=1)}


def between(low: int, likely: int, high: int) -> Range:
    """A range of whole numbers."""
    return Range(low=Decimal(low), likely=Decimal(likely), high=Decimal(high))


def money(name: str, amounts: tuple[int, int, int], source: str, owner: str | None = None) -> MoneyLine:
    """One line of the value case, low to high."""
    return MoneyLine(name=name, amount=between(*amounts), source=source, owner=owner)


def kind_of_case(name: str, real_share: int, examples: int) -> Slice:
    """A kind of case: its share of real work in per cent and its examples."""
    return Slice(name=name, real_share=Decimal(real_share), examples=examples)


def step(  # noqa: PLR0913, PLR0917  # one line of a table
    name: str,
    who: str,
    system: str,
    minutes: str,
    part: Part | None = None,
    errors: str = "",
    volume: int | None = None,
) -> Step:
    """A step of a workflow: minutes and errors as written, the volume only where not every case passes it."""
    share = Decimal(errors) if errors else None
    return Step(name=name, who=who, system=system, part=part, minutes=Decimal(minutes), errors=share, volume=volume)
