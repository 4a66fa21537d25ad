"""Edits of the weekly check-in, each with the name that undo shows."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from desktop.method import Method
from desktop.planning.snapshot import snapshot
from desktop.session.editing import Edit, NewPerson
from desktop.session.task_edits import TaskChange, TaskRef, apply_changes
from desktop.text import say
from desktop.workbook import Person, Workbook
from desktop.workbook.checkin import CheckinDraft, FrozenSpan, Ruling, Sponsor, Steering
from desktop.workbook.edits import checkin as edits
from desktop.workbook.edits.people import add_person
from desktop.workbook.ids import next_id
from desktop.workbook.path import Path


def steering_path(system: str, *rest: str) -> Path:
    """A place of the check-ins of a system."""
    return ("systems", system, "steering", *rest)


def draft_of(workbook: Workbook, system: str) -> CheckinDraft:
    """The check-in that is running, or a blank one."""
    return (workbook.systems[system].steering or Steering()).draft or CheckinDraft()


def go_through(ref: TaskRef, changes: tuple[TaskChange, ...], today: date, tag: str) -> Edit:
    """Take what was said about one task, and count the task as gone through."""

    def change(workbook: Workbook) -> Workbook:
        seen = draft_of(workbook, ref.system).seen
        workbook = apply_changes(workbook, changes, today, tag)
        return edits.change_draft(
            workbook, ref.system, {"seen": tuple(dict.fromkeys((*seen, f"{ref.track}.{ref.id}")))}
        )

    return Edit(say("checkin.edit.task"), steering_path(ref.system, "draft", "seen"), change)


def set_sponsor(system: str, sponsor: Sponsor | None) -> Edit:
    """Say whether the sponsor still acts; None takes it back."""
    return _set(system, "sponsor_state", sponsor)


def set_sponsor_note(system: str, note: str) -> Edit:
    """What was seen or heard of the sponsor."""
    return _set(system, "sponsor_note", note, merges=True)


def set_meeting(system: str, *, steering: bool) -> Edit:
    """Say whether this check-in is a steering meeting."""
    return _set(system, "steering", steering)


def set_note(system: str, note: str) -> Edit:
    """Anything else of this week."""
    return _set(system, "note", note, merges=True)


def set_metric(system: str, metric: str, value: Decimal | None) -> Edit:
    """What a success metric measured this week; None: it was not measured."""

    def change(workbook: Workbook) -> Workbook:
        kept = {name: known for name, known in draft_of(workbook, system).metrics.items() if name != metric}
        given = kept if value is None else {**kept, metric: value}
        return edits.change_draft(workbook, system, {"metrics": given})

    return Edit(say("checkin.edit.metrics"), steering_path(system, "draft", "metrics", metric), change)


def put_decision(system: str, decision: str | None, text: str, by: Any, tag: str) -> Edit:
    """Write a decision down, or change the one with this id; without text it goes."""

    def change(workbook: Workbook) -> Workbook:
        kept = dict(draft_of(workbook, system).decisions)
        known = decision or next_id(kept, tag)
        if not text.strip():
            kept.pop(known, None)
            return edits.change_draft(workbook, system, {"decisions": kept})
        workbook, person = _person(workbook, by, tag)
        return edits.change_draft(
            workbook, system, {"decisions": {**kept, known: Ruling(text=text.strip(), by=person)}}
        )

    return Edit(say("checkin.edit.decisions"), steering_path(system, "draft", "decisions"), change)


def close_checkin(method: Method, system: str, today: date, span: FrozenSpan | None) -> Edit:
    """Freeze how everything stands. ``span``: the forecast as of today, computed beforehand."""

    def change(workbook: Workbook) -> Workbook:
        taken = snapshot(workbook, method, workbook.systems[system], today, span)
        return edits.close_checkin(workbook, system, taken)

    return Edit(say("checkin.edit.close"), steering_path(system, "closed", today.isoformat()), change)


def mark_meeting(system: str, day: str, *, steering: bool) -> Edit:
    """Say whether a closed check-in was a steering meeting."""
    at = steering_path(system, "closed", day, "steering")
    return Edit(say("checkin.edit.steering"), at, lambda w: edits.mark_meeting(w, system, day, steering=steering))


def remove_checkin(system: str, day: str) -> Edit:
    """Take a closed check-in away."""
    at = steering_path(system, "closed", day)
    return Edit(say("checkin.edit.remove"), at, lambda w: edits.remove_checkin(w, system, day))


def _set(system: str, field: str, value: object, *, merges: bool = False) -> Edit:
    change: Callable[[Workbook], Workbook] = lambda w: edits.change_draft(w, system, {field: value})  # noqa: E731
    return Edit(say(f"checkin.edit.{field.replace('_', '-')}"), steering_path(system, "draft", field), change, merges)


def _person(workbook: Workbook, by: Any, tag: str) -> tuple[Workbook, str | None]:
    if isinstance(by, NewPerson):
        fresh = next_id(workbook.people, tag)
        return add_person(workbook, Person(id=fresh, name=by.name)), fresh
    return workbook, by
