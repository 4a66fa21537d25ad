"""Two decisions on the claims triage assistant: a no-go on the first three runs, and the conditional go after it."""

from dataclasses import replace
from datetime import date

from desktop.analysis.record import Occasion, make_seal
from desktop.analysis.seals import latest_hash
from desktop.method import load_method
from desktop.session.decision_edits import Desk, override
from desktop.workbook import Workbook
from desktop.workbook.decision import Decision, Outcome
from desktop.workbook.edits.decisions import put_seal, supersede
from desktop.workbook.path import replace_at
from northwind import people as who
from northwind.records import TAG

_FIRST = date(2026, 11, 13)
_PAST = f"0001-{TAG}"
NO_GO = Decision(
    outcome=Outcome.NO_GO,
    decided_on=_FIRST,
    decided_by=(who.BRANDT, who.KELLER),
    reason="Three runs are too few to tell a score from luck, and nobody has said yet what happens when it is switched off.",
    dissent="Tomas Novak would have gone on with a quarter of the claims.",
)
_OVERRIDE = (
    "The money pays for closing them: each has its task in the twelve weeks, "
    "and nothing goes live before they are closed."
)


def decided(workbook: Workbook, system: str) -> Workbook:
    """The workbook with both decisions sealed, the earlier one on what was known then."""
    at = ("systems", system, "sprint", "decision")
    final = workbook.systems[system].sprint
    assert final is not None
    before = _sealed(replace_at(_as_of_first(workbook, system), at, NO_GO), system, _FIRST)
    past = before.systems[system].sprint
    assert past is not None
    workbook = supersede(replace_at(workbook, at, past.decision), system, _PAST)
    workbook = replace_at(workbook, at, final.decision)
    on = final.decision.decided_on
    assert on is not None
    return _sealed(override(system, who.BRANDT, _OVERRIDE, Desk(load_method(), on, "")).change(workbook), system, on)


def _as_of_first(workbook: Workbook, system: str) -> Workbook:
    sprint = workbook.systems[system].sprint
    assert sprint is not None
    runs = {key: run for key, run in sprint.scoring.runs.items() if run.on is not None and run.on <= _FIRST}
    return replace_at(workbook, ("systems", system, "sprint", "scoring", "runs"), runs)


def _sealed(workbook: Workbook, system: str, on: date) -> Workbook:
    entry = workbook.systems[system]
    assert entry.sprint is not None
    occasion = Occasion(on, workbook.people[who.DEMIR].name)
    occasion = replace(occasion, previous=latest_hash(entry.sprint))
    return put_seal(workbook, system, make_seal(workbook, load_method(), entry, occasion))
