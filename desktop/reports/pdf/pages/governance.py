"""How the system is governed: its tier with the reason, the controls by state, what is missing, and the way back."""

from collections import Counter

from desktop.analysis.findings import risk_tier
from desktop.analysis.governance import ControlStanding, category_of, controls, governance_of
from desktop.method.practice import load_practice
from desktop.reports.pdf.book import Book
from desktop.reports.pdf.fragment import Figure, Fragment
from desktop.reports.pdf.pages.decision import headline
from desktop.reports.pdf.pages.findings import person
from desktop.reports.pdf.paper import GUTTER, INNER
from desktop.reports.pdf.states import ICON_WIDTH, draw_icon
from desktop.reports.pdf.table import Cell, Column, header, row
from desktop.reports.pdf.words import CAPTION, CELL, CELL_STRONG, STRONG, TEXT, named
from desktop.reports.report import Report, SystemReport
from desktop.text import count, say
from desktop.text.formatting import day

_MOST = 8
_HALF = (INNER - 2 * GUTTER) / 2
_ICONS = {
    "in-place": "met", "not-applicable": "met", "planned": "soon", "late": "late", "unplanned": "late",
    "claimed": "late", "absent": "late", "unsaid": "open",
}  # fmt: skip
_WEIGHT = {"absent": 0, "late": 1, "unplanned": 2, "claimed": 3, "unsaid": 4}
_COLUMNS = (
    Column("governance.board.control", 0, 208, lines=2),
    Column("governance.board.state", 218, 120, lines=2),
    Column("governance.board.evidence", 346, INNER - 346, lines=2),
)


def governance_page(book: Book, report: Report, one: SystemReport) -> None:
    """Compose the page; a system whose governance nobody has begun has none."""
    if one.system.governance is None:
        return
    standing = controls(report.workbook, load_practice(), one.system, report.stamp.as_of)
    section = say("governance.rail")
    book.begin(named(one.system.name), section, section, 1)
    head = headline(_title(one, standing), _lead(report, one))
    head.figures.append(_figure(one, standing))
    book.place(head)
    book.divide(10)
    book.place(_tier(one))
    book.divide(10)
    book.place(_counts(standing))
    _missing(book, report, standing)
    book.divide(10)
    book.place(_plans(report, one))


def _title(one: SystemReport, standing: tuple[ControlStanding, ...]) -> str:
    tier = say(f"governance.tier.{risk_tier(one.system).value}")
    held, total = _held(standing)
    missing = sum(entry.missing for entry in standing)
    words = say("governance.headline", tier=tier, held=held, total=total)
    return f"{words}{count('governance.headline.missing', missing) if missing else ''}"


def _held(standing: tuple[ControlStanding, ...]) -> tuple[int, int]:
    applying = [entry for entry in standing if entry.state != "not-applicable"]
    return sum(entry.state == "in-place" for entry in applying), len(applying)


def _lead(report: Report, one: SystemReport) -> str:
    held = governance_of(one.system)
    by = person(report, held.tier_by)
    if one.system.risk_tier is None:
        return say("governance.lead.assumed", tier=say(f"governance.tier.{risk_tier(one.system).value}"))
    if not by or held.tier_on is None:
        return say("governance.lead.unnamed")
    return say("governance.lead.decided", by=by, on=day(held.tier_on))


def _figure(one: SystemReport, standing: tuple[ControlStanding, ...]) -> Figure:
    held, total = _held(standing)
    value = say("board.met-of-bare", met=held, total=total)
    made, entry = say("governance.board.made"), say("governance.board.entry")
    return Figure(say("governance.board.figure"), value, made, entry, one.system.id)


def _tier(one: SystemReport) -> Fragment:
    """Why it stands in its tier, and the category of the Act beside it."""
    block, held = Fragment(), governance_of(one.system)
    category = category_of(load_practice(), one.system)
    act = say("governance.board.act-none")
    if category is not None:
        act = say("governance.board.act", name=category.name, reference=category.reference)
    reason = held.eu_reason.strip()
    texts = (
        (say("governance.board.why"), held.tier_reason.strip() or say("governance.board.no-reason")),
        (say("governance.board.act-head"), f"{act} {reason}" if reason else act),
    )
    return _two(block, texts, 6)


def _two(block: Fragment, texts: tuple[tuple[str, str], tuple[str, str]], lines: int) -> Fragment:
    for place, (name, text) in enumerate(texts):
        x = place * (_HALF + 2 * GUTTER)
        top = block.paragraph(x, 0, name, STRONG, _HALF, 1) + 2
        block.height = max(block.height, block.paragraph(x, top, text, TEXT, _HALF, lines))
    block.upright(_HALF + GUTTER, 2, block.height)
    return block


def _counts(standing: tuple[ControlStanding, ...]) -> Fragment:
    """How many controls stand in each state, as icon, number and word."""
    block = Fragment()
    block.height = block.heading(say("governance.board.controls"), say("governance.board.controls-note"))
    found = Counter[str](entry.state for entry in standing)
    shown = [state for state in _ICONS if found[state]]
    width = INNER / max(len(shown), 1)
    bottom = block.height
    for place, state in enumerate(shown):
        x = place * width
        draw_icon(block, x + 4, block.height + 7, _ICONS[state], spoken=False)
        block.line(x + ICON_WIDTH + 2, TEXT.first_baseline(block.height), f"{found[state]}", STRONG)
        words = say(f"governance.state.{state}")
        room = width - ICON_WIDTH - 8
        bottom = max(bottom, block.paragraph(x + ICON_WIDTH + 2, block.height + TEXT.leading, words, CAPTION, room, 2))
    block.height = bottom
    return block


def _missing(book: Book, report: Report, standing: tuple[ControlStanding, ...]) -> None:
    """What is missing, the gravest first; nothing where nothing is."""
    missing = sorted((entry for entry in standing if entry.state in _WEIGHT), key=lambda entry: _WEIGHT[entry.state])
    if not missing:
        return
    book.divide(10)
    lead = Fragment()
    note = say("governance.board.missing-note", shown=_MOST, total=len(missing)) if len(missing) > _MOST else ""
    lead.height = lead.heading(say("governance.board.missing"), note)
    book.place_table(lead, header(_COLUMNS), [_row(report, entry) for entry in missing[:_MOST]])


def _row(report: Report, entry: ControlStanding) -> Fragment:
    record = entry.record
    owner = person(report, record.owner)
    due = say("governance.by-day", on=day(record.due)) if record.due else ""
    said = " · ".join(part for part in (owner, due, record.evidence.strip()) if part)
    unknown = entry.state == "unsaid"
    colour = "quiet" if unknown else "risk"
    none = Cell(say("governance.board.nobody"), CELL.coloured("quiet"))
    return row(
        _COLUMNS,
        (
            Cell(entry.control.name),
            Cell(say(f"governance.state.{entry.state}"), CELL_STRONG.coloured(colour), state=_ICONS[entry.state]),
            Cell(said, CAPTION.coloured("text")) if said else none,
        ),
        padding=2.4,
    )


def _plans(report: Report, one: SystemReport) -> Fragment:
    """The two plans with their people."""
    held = governance_of(one.system)
    plans = (("drift", held.drift_plan, held.drift_owner), ("rollback", held.rollback_plan, held.rollback_owner))
    texts = []
    for name, plan, owner in plans:
        who = person(report, owner) or say("decision.no-owner")
        text = plan.strip() or say(f"governance.board.{name}-none")
        texts.append((say(f"governance.board.{name}", owner=who), text))
    return _two(Fragment(), (texts[0], texts[1]), 6)
