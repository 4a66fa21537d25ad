"""Builds answers for tests: a level, whether something shows it, and whose view it is."""

from collections.abc import Iterable, Mapping

from desktop.method import load_method
from desktop.workbook import Evidence, Perspective, Rating, System
from desktop.workbook.rating import Ratings, Reconciled

METHOD = load_method()
VIEWS = tuple(view.value for view in Perspective)
NOTE = (Evidence(kind="note", text="Minutes of 3 November"),)


def view(level: int | None, *, shown: bool = True, by: str = "", note: str = "") -> Rating:
    """One view; level -1 stands for "does not apply"."""
    if level == -1:
        return Rating(not_applicable=True, by=by, note=note)
    return Rating(level=level, evidence=NOTE if shown else (), by=by, note=note)


def rated(*levels: int | None, shown: bool = True) -> Ratings:
    """One question, the views in the order of VIEWS; None leaves a perspective out."""
    given = zip(VIEWS, levels, strict=False)
    return Ratings(views={name: view(level, shown=shown) for name, level in given if level is not None})


def agreed(level: int | None, *levels: int | None) -> Ratings:
    """The views, and the level the room agreed on."""
    room = Reconciled(level=level, reason="Seen together") if level != -1 else None
    room = room or Reconciled(not_applicable=True, reason="Seen together")
    return rated(*levels).model_copy(update={"reconciled": room})


def system(answers: Mapping[str, Ratings], **fields) -> System:
    return System(id="s", name="Claims triage", ratings=dict(answers), **fields)


def everywhere(level: int, *, shown: bool = True, questions: Iterable[str] | None = None) -> dict[str, Ratings]:
    """The same level from all four perspectives for every question."""
    return {one: rated(*[level] * 4, shown=shown) for one in questions or METHOD.question}
