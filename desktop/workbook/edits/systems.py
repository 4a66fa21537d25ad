"""Edits of the portfolio: adding systems, entering the sprint, deciding on proposals."""

from datetime import date

from desktop.workbook.document import Workbook
from desktop.workbook.path import REMOVED, replace_at
from desktop.workbook.rating import Evidence, Perspective, Rating, Ratings
from desktop.workbook.sprint import Sprint
from desktop.workbook.system import System


def add_system(workbook: Workbook, system: System) -> Workbook:
    """Add one system, or replace the one with the same id."""
    return replace_at(workbook, ("systems", system.id), system)


def remove_system(workbook: Workbook, system_id: str) -> Workbook:
    """Take a system out of the portfolio with all that was written about it."""
    return replace_at(workbook, ("systems", system_id), REMOVED)


def enter_sprint(workbook: Workbook, system_id: str, start: date | None) -> Workbook:
    """Start track 1 for a system; a sprint that has begun stays as it is."""
    if workbook.systems[system_id].sprint is not None:
        return workbook
    return replace_at(workbook, ("systems", system_id, "sprint"), Sprint(start=start))


def accept_proposal(
    workbook: Workbook, system_id: str, question: str, *, view: Perspective, by: str, on: date
) -> Workbook:
    """Turn a proposed answer into the answer of one perspective, with the source row as its evidence.

    ``by`` is the person who decides; the answer keeps the name, because answers outlive the list of people.
    """
    system = workbook.systems[system_id]
    proposal = system.proposals[question]
    person, before = workbook.people.get(by), system.ratings.get(question, Ratings())
    rating = Rating(
        level=proposal.level,
        not_applicable=proposal.not_applicable,
        evidence=(Evidence(kind="source-row", text=_source_text(workbook, system, proposal.column)),),
        by=person.name if person else by,
        on=on,
    )
    given = Ratings(views={**before.views, view.value: rating}, reconciled=before.reconciled)
    rated = replace_at(workbook, ("systems", system_id, "ratings", question), given)
    return _decide(rated, system_id, question, "accepted", by, on)


def reject_proposal(workbook: Workbook, system_id: str, question: str, *, by: str, on: date) -> Workbook:
    """Record that a person did not accept a proposed answer."""
    return _decide(workbook, system_id, question, "rejected", by, on)


def _decide(workbook: Workbook, system_id: str, question: str, state: str, by: str, on: date) -> Workbook:
    proposal = workbook.systems[system_id].proposals[question]
    known = by if by in workbook.people else None
    fields = {**proposal.model_dump(), "state": state, "decided_by": known, "decided_on": on}
    return replace_at(workbook, ("systems", system_id, "proposals", question), fields)


def _source_text(workbook: Workbook, system: System, column: int) -> str:
    if system.source is None:
        return ""
    batch = workbook.imports[system.source.batch]
    return f"{batch.source}, row {system.source.row}, {batch.columns[column]}: {system.source.cells[column]}"
