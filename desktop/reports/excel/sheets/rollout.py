"""Rollout: gates, criteria that are judged as their values change, and the signals that are watched."""

from collections.abc import Iterator

from desktop.analysis.rollout import CriterionState, PhaseState, phase_states
from desktop.analysis.rollout_checks import signals
from desktop.method.practice import load_practice
from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.look import CELL, GREEN, NUMBER, OCHRE, QUIET_CELL, RED
from desktop.reports.excel.marks import allow_days, allow_list, mark_words
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.launch_part import (
    DAY,
    ENTRY,
    allow_words,
    base,
    cadence,
    cadences,
    check,
    columns,
    launched,
    mark_check,
    table,
)
from desktop.reports.excel.sheets.lists import Lists
from desktop.reports.excel.words import quoted
from desktop.reports.launch_words import bound_words
from desktop.reports.report import SystemReport
from desktop.text import say

_VALUE = NUMBER.but(form="General").tinted()
_SIDES = {"at-least": ">=", "at-most": "<=", "below": "<"}
_STATES = ("met", "claimed", "missed", "open")


def write_rollout(book: Book, lists: Lists) -> None:
    """Gates above; their states count the criteria below."""
    page = book.page("rollout")
    page.set_widths(_criteria_columns(book))
    page.title(say("tracker.sheet-rollout"), say("tracker.rollout-lead"))
    start, phases = page.row, len(load_practice().rollout) * max(len(launched(book)), 1)
    page.row = start + phases + 3
    criteria = table(page, "tracker.criteria", _criteria_columns(book), _criteria(book), "RolloutCriteria")
    page.break_before()
    _signals(book, page, lists)
    page.row = start
    heads = {
        "item": "tracker.phase", "detail": "tracker.phase-users", "owner": "tracker.passed-by", "due": "tracker.phase-from",
        "done": "tracker.passed-on", "standing": "tracker.gate", "evidence": "tracker.releases",
    }  # fmt: skip
    looks = {"detail": ENTRY, "evidence": QUIET_CELL}
    gates = table(page, "tracker.gates", _extended(columns(book, heads, looks)), _gates(book, criteria), "RolloutGates")
    _guard(page, criteria, gates, lists)
    page.sheet.freeze_panes = "E3"
    finish(page.sheet, book.report)
    if page.has_formulas:
        protect(page.sheet)


def _extended(made: tuple[Column, ...]) -> tuple[Column, ...]:
    """Two more hidden columns: the bound of a criterion and its phase."""
    return (
        *made,
        Column("bound", say("tracker.bound"), 10, NUMBER, hidden=True),
        Column("phase_id", say("tracker.phase-id"), 14, hidden=True),
    )


def _criteria_columns(book: Book) -> tuple[Column, ...]:
    heads = {
        "item": "tracker.criterion", "detail": "tracker.must-be", "owner": "tracker.phase", "due": "tracker.measured-value",
        "done": "tracker.measured-on", "standing": "tracker.standing", "evidence": "tracker.shown-by",
    }  # fmt: skip
    looks = {"owner": QUIET_CELL, "due": _VALUE, "done": DAY, "detail": CELL}
    return _extended(columns(book, heads, looks))


def _phases(book: Book) -> Iterator[tuple[int, SystemReport, PhaseState]]:
    for no, one, _ in launched(book):
        for state in phase_states(book.report.workbook, one.system, load_practice().rollout):
            yield no, one, state


def _criteria(book: Book) -> Iterator[Row]:
    for no, one, phase in _phases(book):
        for entry in phase.criteria:
            yield base(
                no,
                one,
                entry.id,
                item=entry.criterion.measures,
                detail=bound_words(entry.bound) if entry.bound else entry.criterion.against,
                owner=phase.phase.name,
                due=entry.measured.value,
                done=entry.measured.on,
                standing=_judged(entry),
                evidence=entry.measured.evidence,
                bound=entry.bound.value if entry.bound else None,
                phase_id=phase.phase.id,
            )


def _judged(entry: CriterionState) -> Formula | str:
    """Met only with day and evidence; not measured is not zero."""
    if entry.bound is None:
        return say("tracker.criterion-no-bound")
    met, claimed, missed, unknown = (quoted(say(f"tracker.criterion-{name}")) for name in _STATES)
    shown = f'IF(AND(ISNUMBER({{done}}),{{evidence}}<>""),{met},{claimed})'
    return Formula(f"IF(ISNUMBER({{due}}),IF({{due}}{_SIDES[entry.bound.side]}{{bound}},{shown},{missed}),{unknown})")


def _gates(book: Book, criteria: Block) -> Iterator[Row]:
    for no, one, phase in _phases(book):
        yield base(
            no,
            one,
            phase.phase.id,
            item=phase.phase.name,
            detail=phase.gate.users,
            owner=book.person(phase.gate.passed_by),
            due=phase.gate.started_on,
            done=phase.gate.passed_on,
            standing=_gate(no, phase.phase.id, criteria),
            evidence=phase.phase.releases,
            phase_id=phase.phase.id,
        )


def _gate(no: int, phase: str, criteria: Block) -> Formula:
    """Passed on evidence and by somebody, not proven, ready, so many met, or not begun."""
    mine = f"{criteria.cells('no')},{no},{criteria.cells('phase_id')},{quoted(phase)}"
    met = f"COUNTIFS({mine},{criteria.cells('standing')},{quoted(say('tracker.criterion-met'))})"
    total = f"COUNTIFS({mine})"
    passed, unproven, ready, waiting = (
        quoted(say(f"tracker.gate-{name}")) for name in ("passed", "unproven", "ready", "waiting")
    )
    running = f"{met}&{quoted(' ' + say('tracker.gate-of') + ' ')}&{total}"
    through = f'IF(AND({met}={total},{{owner}}<>""),{passed},{unproven})'
    begun = f"IF(N({{due}})>0,IF({met}={total},{ready},{running}),{waiting})"
    return Formula(f"IF(N({{done}})>0,{through},{begun})")


def _signals(book: Book, page: Page, lists: Lists) -> None:
    heads = {
        "item": "tracker.signal", "detail": "tracker.threshold", "owner": "tracker.kept-by", "due": "tracker.cadence",
        "done": "tracker.calls", "standing": "tracker.check", "evidence": "tracker.note",
    }  # fmt: skip
    looks = {"detail": ENTRY, "due": ENTRY, "done": ENTRY}
    block = table(page, "tracker.signals", _extended(columns(book, heads, looks)), _signal_rows(book), "Signals")
    for key in ("owner", "done"):
        allow_list(page.sheet, block.local(key), lists.people, strict=False)
    allow_words(page, block.local("due"), cadences())
    mark_check(page, block.local("standing"), "tracker.lacks-threshold", "tracker.lacks-person", "tracker.lacks-call")


def _signal_rows(book: Book) -> Iterator[Row]:
    threshold, keeper, called = ('{detail}<>""', '{owner}<>""', '{done}<>""')
    checked = check(
        (threshold, "tracker.lacks-threshold"), (keeper, "tracker.lacks-person"), (called, "tracker.lacks-call")
    )
    for no, one, launch in launched(book):
        for key, name, entry in signals(launch):
            yield base(
                no,
                one,
                key,
                item=name,
                detail=entry.threshold,
                owner=book.person(entry.owner),
                due=cadence(entry.cadence),
                done=book.person(entry.alert_to),
                standing=checked,
                evidence=entry.note,
            )


def _guard(page: Page, criteria: Block, gates: Block, lists: Lists) -> None:
    sheet = page.sheet
    allow_list(sheet, gates.local("owner"), lists.people, strict=False)
    for block, key in ((gates, "due"), (gates, "done"), (criteria, "done")):
        allow_days(sheet, block.local(key))
    met, claimed, missed, _ = (say(f"tracker.criterion-{name}") for name in _STATES)
    mark_words(sheet, criteria.local("standing"), {met: GREEN, claimed: OCHRE, missed: RED})
    passed, unproven = say("tracker.gate-passed"), say("tracker.gate-unproven")
    mark_words(sheet, gates.local("standing"), {passed: GREEN, unproven: RED})
