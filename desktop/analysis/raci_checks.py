"""The checks of the RACI matrix (sprint guide, domain 4)."""

from desktop.analysis import raci as matrix
from desktop.analysis.verdict import Verdict, all_of
from desktop.method.practice import load_practice
from desktop.workbook import System, Workbook
from desktop.workbook.launch import Launch

_RACI = ("launch", "raci", "duties")


def _duties(w: Workbook, launch: Launch) -> tuple[matrix.DutyRow, ...]:
    return matrix.duty_rows(w, launch.raci, load_practice().raci)


def _gaps(w: Workbook, launch: Launch, *gaps: str) -> tuple[str, ...]:
    return tuple(row.name for row in _duties(w, launch) if row.gap in gaps)


def raci_accountable(w: Workbook, _s: System, launch: Launch) -> Verdict:
    """Exactly one accountable person in each row, the method's rows among them (sprint guide, domain 4)."""
    rows = _duties(w, launch)
    if not any(row.marks for row in rows):
        return Verdict("open", "none-yet", _RACI)
    several = _gaps(w, launch, "several")
    if several:
        return Verdict("failed", "launch.check.several", _RACI, {"names": several})
    nobody = _gaps(w, launch, "nobody")
    return all_of(len(rows), len(nobody), "launch.check.nobody-accountable", *_RACI)


def raci_persons(w: Workbook, _s: System, launch: Launch) -> Verdict:
    """Every column is one human being: no committee, no vendor, no shared duty."""
    people = matrix.columns(launch.raci)
    if not people:
        return Verdict("open", "none-yet", ("launch", "raci", "people"))
    wrong = tuple(w.people[p].name if p in w.people else p for p in people if not matrix.named_person(w, p))
    if wrong:
        return Verdict("failed", "not-a-person", ("launch", "raci", "people"), {"name": wrong[0]})
    return Verdict("met", "launch.check.persons", ("launch", "raci", "people"), {"n": len(people)})


def raci_responsible(w: Workbook, _s: System, launch: Launch) -> Verdict:
    """Each row has somebody who does it; the accountable person may (A and R)."""
    rows = _duties(w, launch)
    if not any(row.marks for row in rows):
        return Verdict("open", "none-yet", _RACI)
    return all_of(len(rows), sum(not row.responsible for row in rows), "launch.check.nobody-does", *_RACI)


def raci_spread(w: Workbook, _s: System, launch: Launch) -> Verdict:
    """Nobody answers for more than half of the rows; the limit is the workbook's own."""
    rows = _duties(w, launch)
    if not any(row.accountable for row in rows):
        return Verdict("open", "none-yet", _RACI)
    heavy = matrix.overloaded(rows)
    if not heavy:
        return Verdict("met", "launch.check.spread", _RACI, {"limit": matrix.limit(len(rows)), "total": len(rows)})
    person = w.people.get(heavy[0].person)
    values = {"name": person.name if person else heavy[0].person, "n": heavy[0].rows, "total": len(rows)}
    return Verdict("failed", "launch.check.overloaded", _RACI, values)
