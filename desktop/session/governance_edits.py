"""Edits of how a system is governed, each with the name that undo shows."""

from datetime import date
from typing import Any

from desktop.session.editing import Edit, set_field
from desktop.session.view import Row
from desktop.text import say
from desktop.workbook import Workbook
from desktop.workbook.governance import ControlRecord, Governance
from desktop.workbook.path import replace_at, value_at
from desktop.workbook.system import RiskTier


def take_proposal(system: str, tier: RiskTier, reason: str, today: date) -> Edit:
    """Take the proposed tier, dated today. Who decides is left to be named; a reason stays unless it was for another tier."""

    def change(workbook: Workbook) -> Workbook:
        held = workbook.systems[system].governance or Governance()
        other = workbook.systems[system].risk_tier not in (None, tier)
        kept = "" if other else held.tier_reason.strip()
        update = {"tier_on": today, "tier_by": None, "tier_reason": kept or reason}
        workbook = replace_at(workbook, ("systems", system, "governance"), held.model_copy(update=update))
        return replace_at(workbook, ("systems", system, "risk_tier"), tier)

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
