"""The sentences of the integration map: its answer, and how effort reads as estimated and doubled."""

from decimal import Decimal

from desktop.analysis.integration import DOUBLING, Effort, effort, has_owner
from desktop.reports.integration.scene import Scene
from desktop.text import count, say
from desktop.text.formatting import number
from desktop.workbook.base import Range


def headline(now: Scene) -> str:
    """What phase 1 begins with, or why it cannot begin yet."""
    sprint, first = now.sprint, now.first
    if first is None:
        return count("integration.head.none-viable", len(sprint.connections))
    likely = sprint.connections[first].effort.likely
    values = {"name": now.name(first), "days": days(likely), "doubled": days(twice(likely))}
    if sprint.phase_one != first:
        return say("integration.head.suggested", **values)
    if first == now.suggested:
        return say("integration.head.chosen", **values)
    return say(
        "integration.head.overridden" if sprint.phase_one_reason.strip() else "integration.head.unexplained", **values
    )


def lead(now: Scene) -> str:
    """How many systems, the effort over all of them, and what is flagged."""
    sprint, people = now.sprint, now.workbook.people
    entries = tuple(sprint.connections.values())
    bare = sum(not has_owner(entry, people) for entry in entries)
    open_end = sum(not entry.fallback.strip() for entry in entries)
    parts = [count("integration.lead.systems", len(entries)), _sum(effort(sprint))]
    parts += [count("integration.lead.owner", bare)] if bare else []
    parts += [count("integration.lead.fallback", open_end)] if open_end else []
    return " ".join(parts if bare or open_end else [*parts, say("integration.lead.complete")])


def _sum(found: Effort) -> str:
    if not found.estimated:
        return say("integration.lead.no-effort")
    values = {"days": days(found.honest.likely), "doubled": days(found.doubled.likely)}
    if found.estimated < found.listed:
        return say("integration.lead.effort-part", **values, estimated=found.estimated, listed=found.listed)
    return say("integration.lead.effort", **values)


def ends(found: Range) -> str:
    """``3 / 5 / 8``."""
    return " / ".join(days(value) for value in (found.low, found.likely, found.high))


def days(value: Decimal | None) -> str:
    """A number of person-days; a dash where it is not estimated."""
    return say("integration.unknown") if value is None else number(value)


def twice(value: Decimal | None) -> Decimal | None:
    """The doubled estimate."""
    return None if value is None else value * DOUBLING
