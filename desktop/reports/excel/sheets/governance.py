"""Governance: tier and reasoning of each system, and every control that its tier needs with a state that can be entered."""

from collections.abc import Iterator

from desktop.analysis.findings import risk_tier
from desktop.analysis.governance import ControlStanding, category_of, controls, governance_of
from desktop.analysis.persons import is_person
from desktop.method.practice import load_practice
from desktop.reports.excel.book import AS_OF, Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.labels import choice, labels
from desktop.reports.excel.look import CELL, DATE, GREEN, NUMBER, OCHRE, QUIET_CELL, RED
from desktop.reports.excel.marks import allow_days, allow_list, mark_words
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.lists import Lists
from desktop.reports.excel.words import quoted
from desktop.reports.report import SystemReport
from desktop.text import say

_STATE = "governance.controls/state"
_HELD, _MISSING = ("in-place",), ("claimed", "unplanned", "late", "absent")


def write_governance(book: Book, lists: Lists) -> None:
    """The sheet with the systems above and their controls below."""
    page = book.page("governance")
    page.set_widths(_control_columns())
    page.title(say("tracker.sheet-governance"), say("governance.sheet.lead"))
    systems = page.table(_columns(), (_row(no, report, book) for no, report in book.numbered))
    page.section(say("governance.controls"))
    block = page.table(_control_columns(), _control_rows(book), "Controls")
    _count(page, systems, block)
    sheet = page.sheet
    allow_list(sheet, block.local("state"), f'"{",".join(labels(book.report.method, _STATE))}"', strict=True)
    allow_list(sheet, block.local("owner"), lists.people, strict=False)
    allow_days(sheet, block.local("due"))
    mark_words(sheet, block.local("standing"), _colours())
    sheet.freeze_panes = f"A{systems.first}"
    finish(sheet, book.report, head=block.first - 1)
    protect(sheet)


def _colours() -> dict[str, str]:
    words = {_word("in-place"): GREEN, _word("absent"): RED}
    return words | {_word(name): OCHRE for name in ("claimed", "unplanned", "late")}


def _columns() -> tuple[Column, ...]:
    """One row a system, on the widths of the controls below."""
    return (
        Column("no", say("tracker.no"), 6, NUMBER, hidden=True),
        Column("system", say("tracker.system"), 23, CELL.but(bold=True)),
        Column("tier", say("governance.sheet.tier"), 13),
        Column("reason", say("governance.sheet.reason"), 40, QUIET_CELL),
        Column("by", say("tracker.decided-by"), 15, CELL.but(indent=1)),
        Column("act", say("governance.sheet.act"), 30),
        Column("who", say("governance.sheet.plans"), 20),
        Column("on", say("tracker.decided-on"), 13, DATE),
        Column("held", say("governance.sheet.held"), 22, NUMBER),
        Column("missing", say("governance.sheet.missing"), 26, NUMBER),
    )


def _row(no: int, report: SystemReport, book: Book) -> Row:
    held, system = governance_of(report.system), report.system
    category = category_of(load_practice(), system)
    people = book.person(held.drift_owner), book.person(held.rollback_owner)
    drift, rollback = (name or "–" for name in people)
    return {
        "no": no,
        "system": system.name,
        "tier": _tier(report),
        "reason": held.tier_reason or None,
        "by": book.person(held.tier_by),
        "act": category.name if category else None,
        "who": say("governance.sheet.plan-people", drift=drift, rollback=rollback) if any(people) else None,
        "on": held.tier_on,
    }


def _tier(report: SystemReport) -> str:
    name = say(f"governance.tier.{risk_tier(report.system).value}")
    return name if report.system.risk_tier else say("governance.sheet.assumed", tier=name)


def _count(page: Page, systems: Block, controls_below: Block) -> None:
    """How many controls of each system stand in which states, counted from the controls below."""
    numbers, standing = (controls_below.cells(key) for key in ("no", "standing"))
    for line in systems.rows:
        no = systems.cell("no", line)
        for key, states in (("held", _HELD), ("missing", _MISSING)):
            parts = (f"COUNTIFS({numbers},{no},{standing},{quoted(_word(state))})" for state in states)
            column = page.sheet[f"{systems.columns[key]}{line}"].column
            page.formula(line, column, "+".join(parts), NUMBER)


def _control_columns() -> tuple[Column, ...]:
    return (
        Column("no", say("tracker.no"), 6, NUMBER, hidden=True),
        Column("system", say("tracker.system"), 23),
        Column("tier", say("governance.sheet.tier"), 13),
        Column("control", say("governance.sheet.control"), 40, CELL.but(bold=True)),
        Column("state", say("governance.control-state"), 15, CELL.tinted()),
        Column("evidence", say("governance.sheet.evidence"), 30, CELL.tinted()),
        Column("owner", say("tracker.owner"), 20, CELL.tinted()),
        Column("due", say("tracker.by-day"), 13, DATE.tinted()),
        Column("standing", say("tracker.standing"), 22, CELL.but(indent=1)),
        Column("answers", say("governance.sheet.answers"), 26, QUIET_CELL),
        Column("system_id", say("tracker.system-id"), 14, hidden=True),
        Column("control_id", say("governance.sheet.control-id"), 18, hidden=True),
        Column("answer", say("governance.sheet.answer"), 10, hidden=True),
        Column("no_person", say("tracker-assessment.no-person"), 18, hidden=True),
    )


def _control_rows(book: Book) -> Iterator[Row]:
    for no, report in book.numbered:
        found = controls(book.report.workbook, load_practice(), report.system, book.report.stamp.as_of)
        for entry in found:
            yield {
                "no": no,
                "system": report.system.name,
                "system_id": report.system.id,
                **_control(book, entry),
            }


def _control(book: Book, entry: ControlStanding) -> Row:
    record, owner = entry.record, book.person(entry.record.owner)
    return {
        "tier": say(f"governance.tier.{entry.tier.id.value}"),
        "control": entry.control.name,
        "state": choice(book.report.method, _STATE, record.state),
        "evidence": record.evidence or None,
        "owner": owner,
        "due": record.due,
        "standing": Formula(_standing(book)),
        "answers": say(f"governance.answers.{entry.answer}"),
        "control_id": entry.control.id,
        "answer": entry.answer,
        "no_person": owner if owner and not is_person(owner) else None,
    }


def _standing(book: Book) -> str:
    """The app's rule: what was entered, checked against the answers; where nothing was, what the answers show."""
    absent, planned, held = (quoted(name) for name in labels(book.report.method, _STATE))
    word = {name: quoted(_word(name)) for name in ("in-place", "claimed", "planned", "unplanned", "late", "absent")}
    word |= {name: quoted(_word(name)) for name in ("unsaid", "not-applicable")}
    shown = f'IF(AND(TRIM({{evidence}})<>"",{{answer}}<>"no"),{word["in-place"]},{word["claimed"]})'
    nobody = 'OR({owner}="",{owner}={no_person},N({due})=0)'
    ahead = f"IF({nobody},{word['unplanned']},IF(N({{due}})<{AS_OF},{word['late']},{word['planned']}))"
    answered = (
        f'IF({{answer}}="yes",{word["in-place"]},IF({{answer}}="claimed",{word["claimed"]},'
        f'IF({{answer}}="not-applicable",{word["not-applicable"]},{word["unsaid"]})))'
    )
    rest = f"IF({{state}}={absent},{word['absent']},{answered})"
    entered = f"IF({{state}}={held},{shown},IF({{state}}={planned},{ahead},{rest}))"
    return f'IF({{control}}="","",{entered})'


def _word(state: str) -> str:
    return say(f"governance.state.{state}")
