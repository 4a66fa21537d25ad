"""The integration map's place in the rail."""

from desktop.reports.integration.chart import flags
from desktop.session.integration import INTEGRATION
from desktop.session.rail_entry import Around, RailEntry
from desktop.text import say


def map_entry(around: Around) -> RailEntry:
    """How many systems are connected; a problem where one of them has no owner or no fallback."""
    sprint = around.system.sprint
    entries = tuple(sprint.connections.values()) if sprint else ()
    flagged = any(flags(entry, around.workbook.people) for entry in entries)
    note = f"{len(entries):,}" if entries else ""
    return RailEntry(INTEGRATION, say("integration.rail"), "route", note, "problem" if flagged else None)
