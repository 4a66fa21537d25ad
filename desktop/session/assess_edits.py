"""Edits of the assessment as its pages emit them, each with the name that undo shows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.session.editing import Edit, NewPerson, set_field
from desktop.session.view import Row
from desktop.text import say
from desktop.workbook import Evidence, Workbook
from desktop.workbook.edits import ratings
from desktop.workbook.edits.ratings import Seat, rating_at
from desktop.workbook.rating import Reconciled, Review, RungOverride

Level = int | None


@dataclass(frozen=True)
class Answer:
    """A level from 0 to 4, *does not apply*, or neither: the answer is taken back."""

    level: Level = None
    not_applicable: bool = False


def give(seat: Seat, answer: Answer, today: date) -> Edit:
    """Set one perspective's level. The day is set when there is none yet, and so is who speaks for it if one person does."""

    def change(workbook: Workbook) -> Workbook:
        now = rating_at(workbook, seat)
        fields: dict[str, Any] = {"level": answer.level, "not_applicable": answer.not_applicable}
        if answer != Answer():
            fields |= {"on": now.on or today, "by": now.by or speaker(workbook, seat)}
        return ratings.change_view(workbook, seat, fields)

    return Edit(say("assess.edit.answer"), (*seat.path, "level"), change)


def speaker(workbook: Workbook, seat: Seat) -> str:
    """The name of the only person who holds this perspective; empty where there is none, or more than one."""
    speaking = [person.name for person in workbook.people.values() if person.perspective is seat.view]
    return speaking[0] if len(speaking) == 1 else ""


def describe(seat: Seat, field: str, value: Any) -> Edit:
    """Set ``note``, ``by`` or ``on`` of one answer; None empties it."""

    def change(workbook: Workbook) -> Workbook:
        given = who(workbook, value) if field == "by" else value if field == "on" else value or ""
        return ratings.change_view(workbook, seat, {field: given})

    return Edit(say(f"assess.edit.{field}"), (*seat.path, field), change, merges=field == "note")


def add_evidence(seat: Seat, kind: str, text: str) -> Edit:
    """Add one piece of evidence to an answer."""

    def change(workbook: Workbook) -> Workbook:
        added = Evidence.model_validate({"kind": kind, "text": text}, strict=False)
        return ratings.change_view(workbook, seat, {"evidence": (*rating_at(workbook, seat).evidence, added)})

    return Edit(say("assess.edit.evidence"), (*seat.path, "evidence"), change)


def remove_evidence(seat: Seat, at: int) -> Edit:
    """Take the piece of evidence at position ``at`` away."""

    def change(workbook: Workbook) -> Workbook:
        kept = rating_at(workbook, seat).evidence
        return ratings.change_view(workbook, seat, {"evidence": kept[:at] + kept[at + 1 :]})

    return Edit(say("assess.edit.evidence-removed"), (*seat.path, "evidence"), change)


def review(seat: Seat, state: Review, reviewer: Any = "", comment: str = "") -> Edit:
    """Submit, accept or challenge an answer, or make it a draft again. Without a reviewer the earlier one stays."""

    def change(workbook: Workbook) -> Workbook:
        fields: dict[str, Any] = {"review": state}
        if state in (Review.ACCEPTED, Review.CHALLENGED):
            fields |= {"reviewed_by": who(workbook, reviewer), "comment": comment}
        return ratings.change_view(workbook, seat, fields)

    return Edit(say(f"assess.edit.review.{state.value}"), (*seat.path, "review"), change)


def agree(system: str, question: str, answer: Answer, reason: str, by: Any, today: date) -> Edit:
    """Set the level that the room agreed on; raises ValidationError when applied without a reason, or with a blank one."""

    def change(workbook: Workbook) -> Workbook:
        fields = {"level": answer.level, "not_applicable": answer.not_applicable, "reason": reason.strip()}
        return ratings.reconcile(
            workbook, system, question, Reconciled.model_validate({**fields, "by": who(workbook, by), "on": today})
        )

    return Edit(say("assess.edit.agree"), ("systems", system, "ratings", question, "reconciled"), change)


def disagree(system: str, question: str) -> Edit:
    """Take back what the room agreed on."""
    at = ("systems", system, "ratings", question, "reconciled")
    return Edit(say("assess.edit.disagree"), at, lambda w: ratings.reconcile(w, system, question, None))


def treat(system: str, question: str, row: Row, value: Any, tag: str) -> Edit:
    """Set mitigation, owner or due day of a manageable finding."""
    inner = set_field(row, value, tag)
    return Edit(inner.name, inner.at, lambda w: inner.change(ratings.with_treatment(w, system, question)), inner.merges)


def override(system: str, rung: int, by: Any, reason: str, today: date) -> Edit:
    """Set the rung by hand; raises ValidationError when applied without name or reason, or with blank ones."""

    def change(workbook: Workbook) -> Workbook:
        fields = {"rung": rung, "by": who(workbook, by).strip(), "reason": reason.strip(), "on": today}
        return ratings.override_rung(workbook, system, RungOverride.model_validate(fields))

    return Edit(say("assess.edit.override"), ("systems", system, "rung_override"), change)


def earn(system: str) -> Edit:
    """Let the answers decide the rung again."""
    at = ("systems", system, "rung_override")
    return Edit(say("assess.edit.earn"), at, lambda w: ratings.override_rung(w, system, None))


def who(workbook: Workbook, value: Any) -> str:
    """A name as it is written beside an answer: answers outlive the list of people, and come from tables with names."""
    if isinstance(value, NewPerson):
        return value.name
    person = workbook.people.get(str(value or ""))
    return person.name if person else str(value or "")
