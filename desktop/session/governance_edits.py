"""Edits of how a system is governed, each with the name that undo shows."""

from datetime import date
from typing import Any

from desktop.session.editing import Edit, set_field
from desktop.session.view import Row
from desktop.text import say
from desktop.workbook import Workbook
from desktop.workbook.edits.places import set_value
from desktop.workbook.governance import ControlRecord
from desktop.workbook.path import replace_at, value_at
from desktop.workbook.system import RiskTier


def take_proposal(system: str, tier: RiskTier, reason: str, today: date) -> Edit:
    """Take the proposed tier, dated today; a reason that was written stays, and who decides is left to be named."""

    def change(workbook: Workbook) -> Workbook:
        base = ("systems", system, "governance")
        workbook = set_value(workbook, ("systems", system, "risk_tier"), tier)
        workbook = set_value(workbook, (*base, "tier_on"), today)
        written = value_at(workbook, (*base, "tier_reason"))
        return workbook if written else set_value(workbook, (*base, "tier_reason"), reason)

    return Edit(say("governance.edit.take"), ("systems", system, "risk_tier"), change)


def set_control(row: Row, value: Any, tag: str) -> Edit:
    """Set one field of a control; its record comes to life with the first."""
    inner = set_field(row, value, tag)

    def change(workbook: Workbook) -> Workbook:
        record = row.path[:-1]
        if value_at(workbook, record) is None:
            workbook = replace_at(workbook, record, ControlRecord())
        return inner.change(workbook)

    return Edit(inner.name, inner.at, change, inner.merges)
