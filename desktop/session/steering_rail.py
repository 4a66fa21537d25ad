"""The places of steering in the rail: all tasks, and this week's check-in."""

from datetime import date

from desktop.session.all_tasks import TASKS
from desktop.session.checkin import CHECKIN, EVERY
from desktop.session.rail_entry import RailEntry, RailSection
from desktop.text import say
from desktop.text.formatting import day
from desktop.workbook import System
from desktop.workbook.checkin import Steering


def steering_section(system: System | None, today: date) -> RailSection:
    """All tasks, always; the check-in where a system is chosen, with when it is due."""
    entries = [RailEntry(TASKS, say("tasks.rail"), "list-checks")]
    if system is not None:
        entries.append(_checkin(system, today))
    return RailSection(say("checkin.rail.section"), "", tuple(entries), "calendar-check")


def _checkin(system: System, today: date) -> RailEntry:
    closed = (system.steering or Steering()).in_order
    if not closed:
        return RailEntry(CHECKIN, say("checkin.rail"), "calendar-check")
    due = closed[-1].on + EVERY
    late = due < today
    note = say("checkin.rail.late") if late else day(due, year=False)
    return RailEntry(CHECKIN, say("checkin.rail"), "calendar-check", note, "problem" if late else "done")
