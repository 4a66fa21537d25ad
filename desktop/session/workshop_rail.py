"""The workshop's place in the rail: how many of its questions are done."""

from desktop.analysis.progress import PageState
from desktop.session.rail_entry import Around, RailEntry
from desktop.session.workshop import WORKSHOP, progress
from desktop.text import say


def workshop_entry(around: Around) -> RailEntry:
    """The place; its note stands once a workshop was prepared."""
    if around.system.workshop is None or not around.system.workshop.questions:
        return RailEntry(WORKSHOP, say("workshop.rail"), "presentation", "", "empty")
    found = progress(around.assess())
    state: PageState = "done" if found.done == found.total else "started"
    note = "" if state == "done" else say("rail.of", done=found.done, total=found.total)
    return RailEntry(WORKSHOP, say("workshop.rail"), "presentation", note, state)
