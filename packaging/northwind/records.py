"""Short ways to write records: numbered ids, ranges and money lines."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeVar

from desktop.workbook.base import Range
from desktop.workbook.sprint import MoneyLine, Slice

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
