"""Edits of the assessment: answers of the four views, their review, what the room agreed, treatments, the rung by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.workbook.document import Workbook
from desktop.workbook.path import REMOVED, Path, replace_at
from desktop.workbook.rating import Perspective, Rating, Ratings, Reconciled, Review, RungOverride, Treatment

_ANSWER = frozenset({"level", "not_applicable", "evidence"})
_REVIEWED = (Review.ACCEPTED, Review.CHALLENGED)


@dataclass(frozen=True)
class Seat:
    """Whose answer to which question of which system."""

    system: str
    question: str
    view: Perspective

    @property
    def path(self) -> Path:
        """Where the answer stands in the document."""
        return ("systems", self.system, "ratings", self.question, "views", self.view.value)


def rating_at(workbook: Workbook, seat: Seat) -> Rating:
    """The answer as it stands; an empty one where nothing has been entered."""
    ratings = workbook.systems[seat.system].ratings.get(seat.question, Ratings())
    return ratings.views.get(seat.view.value, Rating())


def change_view(workbook: Workbook, seat: Seat, fields: Mapping[str, Any]) -> Workbook:
    """Change fields of one answer. Another level or other evidence takes a review back: it was about the old answer.

    An answer that is empty afterwards leaves the document. Raises pydantic's ValidationError where a value does not fit.
    """
    before = rating_at(workbook, seat)
    if all(getattr(before, name) == value for name, value in fields.items()):
        return workbook
    given = {name: getattr(before, name) for name in Rating.model_fields} | dict(fields)
    if _ANSWER & fields.keys() and "review" not in fields and before.review in _REVIEWED:
        given["review"] = Review.DRAFT
    after = Rating.model_validate(given, strict=False)
    ratings = workbook.systems[seat.system].ratings.get(seat.question, Ratings())
    views = {name: view for name, view in ratings.views.items() if name != seat.view.value}
    if after != Rating():
        views[seat.view.value] = after
    return _put(workbook, seat.system, seat.question, Ratings(views=views, reconciled=ratings.reconciled))


def reconcile(workbook: Workbook, system: str, question: str, agreed: Reconciled | None) -> Workbook:
    """Set what the room agreed on, or take it back (None), so that the lowest view counts again."""
    ratings = workbook.systems[system].ratings.get(question, Ratings())
    return _put(workbook, system, question, Ratings(views=ratings.views, reconciled=agreed))


def with_treatment(workbook: Workbook, system: str, question: str) -> Workbook:
    """The workbook with a treatment, empty if need be, for the finding of ``question``."""
    if question in workbook.systems[system].treatments:
        return workbook
    return replace_at(workbook, ("systems", system, "treatments", question), Treatment())


def override_rung(workbook: Workbook, system: str, override: RungOverride | None) -> Workbook:
    """Set the rung by hand, or take that back (None)."""
    return replace_at(workbook, ("systems", system, "rung_override"), override)


def _put(workbook: Workbook, system: str, question: str, ratings: Ratings) -> Workbook:
    path = ("systems", system, "ratings", question)
    if ratings != Ratings():
        return replace_at(workbook, path, ratings)
    known = question in workbook.systems[system].ratings
    return replace_at(workbook, path, REMOVED) if known else workbook
