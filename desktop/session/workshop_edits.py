"""Edits of a workshop as its page emits them, each with the name that undo shows. No name says a level."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from desktop.session.assess_edits import Answer, give, speaker
from desktop.session.editing import Edit, NewPerson
from desktop.text import say
from desktop.workbook import Person, Workbook
from desktop.workbook.edits import ratings, workshop
from desktop.workbook.edits.people import add_person
from desktop.workbook.edits.ratings import Seat, rating_at
from desktop.workbook.ids import next_id

_RECORDER = "recorder"


def score(seat: Seat, answer: Answer, by: str, today: date) -> Edit:
    """Set what one perspective has scored unseen, given by ``by`` where that is known."""
    inner = give(seat, answer, today)

    def change(book: Workbook) -> Workbook:
        named = rating_at(book, seat).by or by or speaker(book, seat)
        fields: dict[str, Any] = {"by": named} if answer != Answer() else {}
        return ratings.change_view(inner.change(book), seat, fields)

    return Edit(say("workshop.edit.score"), inner.at, change)


def reveal(system: str, question: str, *, seen: bool = True) -> Edit:
    """Show the answers to the room, or hide them again."""
    name = say("workshop.edit.reveal" if seen else "workshop.edit.hide")
    return Edit(name, _at(system, question), lambda book: workshop.reveal(book, system, question, seen=seen))


def prepare(
    system: str, questions: tuple[str, ...], speakers: Mapping[str, str | NewPerson], recorder: object, tag: str
) -> Edit:
    """Say what the workshop goes through, who speaks and who records, in one step; whoever is new joins the people."""

    def change(book: Workbook) -> Workbook:
        named: dict[str, str] = {}
        for view, who in {**speakers, _RECORDER: recorder}.items():
            book, person = _known(book, who, tag)
            if person is not None:
                named[view] = person
        record = named.pop(_RECORDER, None)
        book = workshop.choose_questions(book, system, questions)
        return workshop.name_speakers(book, system, named, record)

    return Edit(say("workshop.edit.prepare"), ("systems", system, "workshop"), change)


def _known(book: Workbook, who: object, tag: str) -> tuple[Workbook, str | None]:
    """The id of somebody who was picked or typed."""
    if isinstance(who, NewPerson):
        same = [key for key, person in book.people.items() if person.name == who.name]
        person_id = same[0] if same else next_id(book.people, tag)
        return (book if same else add_person(book, Person(id=person_id, name=who.name))), person_id
    return book, str(who) if who else None


def _at(system: str, question: str) -> tuple[str, ...]:
    return ("systems", system, "ratings", question)
