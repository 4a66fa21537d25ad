"""What the rows of a table say of the run as a whole: its day and its version, where all rows say the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from desktop.exchange.dates import DateOrder, date_order, read_date
from desktop.exchange.evaluation.batch import Batch, Notice, day_of, text_of

MOST = 5_000  # different points in time that are read; a longer run names no day


def headed(batch: Batch, columns: Mapping[str, int], rows: Sequence[Sequence[Any]]) -> Batch:
    """The batch with the version and the day that ``rows`` agree on; a column of days that names no one day is told."""
    versions = {cell.strip() for cell in _cells(columns, rows, "version")}
    days = _cells(columns, rows, "date")
    on, told = one_day(days)
    unread = () if on or not any(cell.strip() for cell in days) else (Notice("days"),)
    return replace(
        batch,
        version=versions.pop()[:200] if len(versions) == 1 else "",
        on=on,
        run=told,
        notices=(*batch.notices, *unread),
    )


def _cells(columns: Mapping[str, int], rows: Sequence[Sequence[Any]], role: str) -> list[str]:
    at = columns.get(role)
    return [] if at is None else [text_of(row[at]) for row in rows if at < len(row)]


def one_day(cells: Iterable[str]) -> tuple[date | None, str]:
    """The day that all ``cells`` fall on, and what tells this run from one of another day; None where they name no one day.

    3/4/2026 is read only where the others say which of the two is the month.
    """
    distinct = {cell.strip() for cell in cells} - {""}
    if not distinct or len(distinct) > MOST:
        return None, ""
    order = date_order(distinct)
    days = {_day(cell, order) for cell in distinct}
    day = days.pop() if len(days) == 1 else None
    return day, "" if day is None else distinct.pop() if len(distinct) == 1 else day.isoformat()


def _day(cell: str, order: DateOrder | None) -> date | None:
    found = day_of(cell)
    if found is not None:
        return found
    read = read_date(cell, order, date.max)
    return None if read.code else read.value
