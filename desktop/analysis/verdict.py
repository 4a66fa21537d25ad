"""How one check stands: a value with a code; the text layer makes the sentence."""

from dataclasses import dataclass, field
from typing import Any, Literal

from desktop.analysis.persons import is_person
from desktop.workbook import Workbook
from desktop.workbook.path import Path

State = Literal["met", "open", "failed"]


@dataclass(frozen=True)
class Verdict:
    """``met``, ``open`` (not entered yet) or ``failed`` (entered, and not good enough).

    ``at`` is the place of the document that would change it, relative to the page's scope (the system or the workbook).
    """

    state: State
    code: str
    at: Path = ()
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def met(self) -> bool:
        """The check holds."""
        return self.state == "met"


def filled(value: object, *at: str) -> Verdict:
    """Met where something has been entered."""
    return Verdict("met", "entered", at) if value else Verdict("open", "not-entered", at)


def named(workbook: Workbook, person_id: str | None, *at: str) -> Verdict:
    """Met where one human being is named; a committee, vendor or shared duty fails."""
    if person_id is None:
        return Verdict("open", "nobody", at)
    person = workbook.people.get(person_id)
    if person is None or not is_person(person.name):
        return Verdict("failed", "not-a-person", at, {"name": person.name if person else person_id})
    return Verdict("met", "person", at, {"name": person.name})


def all_of(total: int, missing: int, code: str, *at: str) -> Verdict:
    """Met where nothing of ``total`` is missing; open where there is nothing yet."""
    if total == 0:
        return Verdict("open", "none-yet", at)
    values = {"missing": missing, "total": total}
    return Verdict("failed", code, at, values) if missing else Verdict("met", "all", at, values)
