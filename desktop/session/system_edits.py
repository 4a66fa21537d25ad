"""Edits of whole systems as pages emit them: into the portfolio, into the sprint, and decisions on proposals."""

from dataclasses import dataclass
from datetime import date

from desktop.session.editing import Edit
from desktop.text import say
from desktop.workbook import Perspective, System, Workbook
from desktop.workbook.edits import systems
from desktop.workbook.ids import next_id


@dataclass(frozen=True)
class Decider:
    """Who accepts a proposed answer, whose view it becomes, and when."""

    person: str
    view: Perspective
    on: date


def start_sprint(system_id: str, start: date | None) -> Edit:
    """Enter track 1; without a start of its own the engagement's holds."""
    at = ("systems", system_id, "sprint")
    return Edit(say("edits.enter-sprint"), at, lambda w: systems.enter_sprint(w, system_id, start))


def start_sprints(system_ids: tuple[str, ...], start: date | None) -> Edit:
    """Enter track 1 with several systems in one step."""

    def change(workbook: Workbook) -> Workbook:
        for system_id in system_ids:
            workbook = systems.enter_sprint(workbook, system_id, start)
        return workbook

    return Edit(say("edits.enter-sprint"), ("systems", system_ids[0], "sprint"), change)


def new_system(workbook: Workbook, name: str, tag: str) -> tuple[str, Edit]:
    """The id that the new system will have, and the edit that adds it."""
    system_id = next_id(workbook.systems, tag)
    system = System(id=system_id, name=name)
    edit = Edit(say("profile.edit.add"), ("systems", system_id), lambda w: systems.add_system(w, system))
    return system_id, edit


def remove_system(system_id: str) -> Edit:
    """Take a system out of the portfolio."""
    return Edit(say("profile.edit.remove"), ("systems", system_id), lambda w: systems.remove_system(w, system_id))


def accept(system_id: str, question: str, prompt: str, decider: Decider) -> Edit:
    """Make a proposed answer the answer of one view."""

    def change(workbook: Workbook) -> Workbook:
        return systems.accept_proposal(
            workbook, system_id, question, view=decider.view, by=decider.person, on=decider.on
        )

    return Edit(say("edits.accept", question=prompt), ("systems", system_id, "proposals", question), change)


def reject(system_id: str, question: str, prompt: str, by: str, on: date) -> Edit:
    """Record that a proposed answer was not accepted."""

    def change(workbook: Workbook) -> Workbook:
        return systems.reject_proposal(workbook, system_id, question, by=by, on=on)

    return Edit(say("edits.reject", question=prompt), ("systems", system_id, "proposals", question), change)
