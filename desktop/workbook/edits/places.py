"""Edits that work on any place of the document: what generic pages use."""

from typing import Any

from desktop.workbook.document import Workbook
from desktop.workbook.path import REMOVED, Path, replace_at, value_at


def set_value(workbook: Workbook, path: Path, value: object) -> Workbook:
    """Put ``value`` at ``path``; raises pydantic's ValidationError where it does not fit."""
    return replace_at(workbook, path, value)


def add_record(workbook: Workbook, path: Path, record_id: str, fields: dict[str, Any]) -> Workbook:
    """Add a record with ``fields`` to the map at ``path``."""
    return replace_at(workbook, (*path, record_id), fields)


def swap_records(workbook: Workbook, path: Path, one: str, other: str) -> Workbook:
    """Let two records of the map at ``path`` change places: ids keep the order, so what stands under them changes."""
    records = value_at(workbook, path)
    first, second = records[one], records[other]
    return replace_at(replace_at(workbook, (*path, one), second), (*path, other), first)


def remove_record(workbook: Workbook, path: Path, record_id: str) -> Workbook:
    """Take a record out of the map at ``path``."""
    return replace_at(workbook, (*path, record_id), REMOVED)
