"""Edits of the decision as its page emits them, each with the name that undo shows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.analysis.decision import blocking
from desktop.analysis.persons import is_person
from desktop.analysis.record import Occasion, make_seal
from desktop.analysis.seals import latest_hash
from desktop.method import Method
from desktop.session.assess_edits import who
from desktop.session.editing import Edit
from desktop.session.sealed import SealedError
from desktop.text import say
from desktop.workbook import Sprint, Workbook
from desktop.workbook.decision import DecisionOverride
from desktop.workbook.edits import decisions
from desktop.workbook.ids import next_id


@dataclass(frozen=True)
class Desk:
    """What sealing needs to know of its surroundings: the method, the day, and the revision of the last saved file."""

    method: Method
    today: date
    revision: str


def unnamed(workbook: Workbook, by: Any) -> str:
    """Why ``by`` cannot answer for a decision, in a sentence; empty where it is one person."""
    name = who(workbook, by).strip()
    if not name:
        return say("decision.seal.needs")
    return "" if is_person(name) else say("decision.not-a-person")


def override(system: str, by: Any, reason: str, desk: Desk) -> Edit:
    """Decide over the findings that block now.

    Applied without name or reason it raises ValidationError, and SealedError where the name is not one person's.
    """

    def change(workbook: Workbook) -> Workbook:
        against = tuple(sorted(gap.question for gap in blocking(workbook, desk.method, workbook.systems[system])))
        said = reason.strip() if any(map(str.isalnum, reason)) else ""
        fields = {"by": who(workbook, by).strip(), "reason": said, "on": desk.today, "findings": against}
        held = DecisionOverride.model_validate(fields)
        if wrong := unnamed(workbook, by):
            raise SealedError(wrong)
        return decisions.override_findings(workbook, system, held)

    return Edit(say("decision.edit.override"), (*decisions.decision_path(system), "override"), change)


def take_back(system: str) -> Edit:
    """Without the override again."""
    at = (*decisions.decision_path(system), "override")
    return Edit(say("decision.edit.take-back"), at, lambda w: decisions.override_findings(w, system, None))


def seal(system: str, by: Any, desk: Desk) -> Edit:
    """Freeze the decision with everything it rests on. Raises SealedError where it may not stand yet or has no name."""

    def change(workbook: Workbook) -> Workbook:
        from desktop.session.decision_needs import needs

        entry = workbook.systems[system]
        name = who(workbook, by).strip()
        if (
            unnamed(workbook, by)
            or (entry.sprint or Sprint()).decision.seal
            or any(n.needed for n in needs(workbook, desk.method, entry))
        ):
            raise SealedError(say("decision.seal-refused"))
        occasion = Occasion(desk.today, name, desk.revision, latest_hash(entry.sprint or Sprint()))
        return decisions.put_seal(workbook, system, make_seal(workbook, desk.method, entry, occasion))

    return Edit(say("decision.edit.seal"), (*decisions.decision_path(system), "seal"), change)


def supersede(system: str, tag: str) -> Edit:
    """Put the sealed decision into the history and begin a new one."""

    def change(workbook: Workbook) -> Workbook:
        sprint = workbook.systems[system].sprint or Sprint()
        return decisions.supersede(workbook, system, next_id(sprint.superseded, tag))

    return Edit(say("decision.edit.supersede"), decisions.decision_path(system), change)
