"""The decision's place in the rail."""

from desktop.analysis.decision import decision_made
from desktop.analysis.progress import PageState
from desktop.analysis.seals import standing_seal
from desktop.session.decision import DECISION
from desktop.session.rail_entry import Around, RailEntry
from desktop.text import say
from desktop.workbook import Sprint


def decision_entry(around: Around) -> RailEntry:
    """Done where it is sealed; a problem where it does not stand, or its seal does not hold."""
    decision, seal = (around.system.sprint or Sprint()).decision, standing_seal(around.system)
    verdict = decision_made(around.workbook, around.system, around.method)
    state: PageState = "empty"
    if seal is not None:
        state = "done" if seal.state == "intact" else "problem"
    elif decision.outcome is not None:
        state = "problem" if verdict.state == "failed" else "started"
    note = say(f"decision.note.{decision.outcome.value}") if decision.outcome else ""
    return RailEntry(DECISION, say("decision.rail"), "gavel", note, state)
