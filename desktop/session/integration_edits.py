"""Edits of the integration map as its page emits them, each with the name that undo shows."""

from desktop.session.editing import Edit
from desktop.text import say
from desktop.workbook import Workbook
from desktop.workbook.edits.places import set_value
from desktop.workbook.path import Path, value_at
from desktop.workbook.sprint import LaterPhase, MapPlace


def connections_path(system: str) -> Path:
    """Where the connections of a system stand in the document."""
    return ("systems", system, "sprint", "connections")


def move(system: str, key: str, name: str, place: tuple[int, int], *, by_keys: bool = False) -> Edit:
    """Put a box elsewhere, in tenths from the middle of the AI system. Steps by keys join to one step of undo."""
    at = (*connections_path(system), key, "place")
    spot = MapPlace(x=place[0], y=place[1])
    return Edit(say("integration.edit.move", name=name), at, lambda w: set_value(w, at, spot), merges=by_keys)


def lay_out_again(system: str, key: str | None = None) -> Edit:
    """Let the map lay itself out: every box, or the one of ``key``."""
    at = connections_path(system)

    def change(workbook: Workbook) -> Workbook:
        for name, entry in (value_at(workbook, at) or {}).items():
            if entry.place is not None and key in (None, name):
                workbook = set_value(workbook, (*at, name, "place"), None)
        return workbook

    return Edit(say("integration.edit.again"), at if key is None else (*at, key, "place"), change)


def begin_with(system: str, key: str, suggested: str | None, reason: str) -> Edit:
    """Pick the connection of phase 1; raises ValueError when applied to another than the suggested one without a reason."""
    at = ("systems", system, "sprint")

    def change(workbook: Workbook) -> Workbook:
        why = "" if key == suggested else reason.strip()
        if key != suggested and not why:
            raise ValueError(say("integration.choose.needs"))
        chosen = set_value(workbook, (*at, "phase_one"), key)
        return set_value(chosen, (*at, "phase_one_reason"), why)

    return Edit(say("integration.edit.first"), (*at, "phase_one"), change)


def put_in_phase(system: str, key: str, phase: LaterPhase | None) -> Edit:
    """Put a connection into the second or third phase by hand; None lets the rules decide again."""
    at = (*connections_path(system), key, "phase")
    return Edit(say("integration.edit.phase"), at, lambda w: set_value(w, at, phase))
