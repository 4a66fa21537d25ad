"""The five findings that weigh most, and the warnings, the serious first; as many as the page has room for."""

from desktop.analysis.findings import Finding
from desktop.analysis.warnings import Warned
from desktop.reports.pdf.book import Book
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.pages.findings import person
from desktop.reports.pdf.paper import INNER
from desktop.reports.pdf.table import Cell, Column, header, row
from desktop.reports.pdf.words import CAPTION, CELL_STRONG, TEXT
from desktop.reports.report import Report, SystemReport
from desktop.text import count, say
from desktop.text.formatting import day
from desktop.workbook.rating import Treatment

_MOST, _PADDING = 5, 2.2
_COLOURS = {"serious": "block", "caution": "risk", "info": "quiet"}
_FINDINGS = (
    Column("board-assessment.class", 0, 64, lines=1),
    Column("board-assessment.finding", 66, 270, lines=2),
    Column("board-assessment.level", 336, 44, "right"),
    Column("board-assessment.treatment", 392, INNER - 392, lines=2),
)
_WARNINGS = (
    Column("board-assessment.severity", 0, 46, lines=1),
    Column("board-assessment.warning", 50, 132, lines=1),
    Column("board-assessment.raised", 186, INNER - 186, lines=1),
)


def findings_table(book: Book, report: Report, one: SystemReport) -> None:
    """Blocking ones first, the widest first among them."""
    found, lead = one.assessment.findings, Fragment()
    blocking = count("board-assessment.blocking", len(one.assessment.blocking), total=len(found))
    lead.height = lead.heading(say("board-assessment.findings-head"), blocking if found else "")
    if not found:
        lead.height = lead.paragraph(0, lead.height, say("board-assessment.findings-none"), TEXT, INNER)
        book.place(lead)
        return
    book.place_table(lead, header(_FINDINGS), [_finding(report, one, gap) for gap in found[:_MOST]])


def _finding(report: Report, one: SystemReport, gap: Finding) -> Fragment:
    colour = "block" if gap.blocking else "text"
    level, told = say("board-assessment.level-of", level=gap.level, needed=gap.needed), _treatment(report, one, gap)
    open_still = told in {say("board-assessment.to-close"), say("board-assessment.not-managed")}
    return row(
        _FINDINGS,
        (
            Cell(say(f"board-assessment.kind-{gap.kind}"), CELL_STRONG.coloured(colour)),
            Cell(report.method.question[gap.question].prompt, CAPTION.coloured("text")),
            Cell(level, CAPTION.coloured("text")),
            Cell(told, CAPTION.coloured("risk" if open_still else "text")),
        ),
        padding=_PADDING,
    )


def _treatment(report: Report, one: SystemReport, gap: Finding) -> str:
    treatment = one.system.treatments.get(gap.question, Treatment())
    owner = person(report, treatment.owner)
    if gap.blocking:
        return _closing(report, one, gap, owner)
    return say("board-assessment.managed", owner=owner) if gap.treated else say("board-assessment.not-managed")


def _closing(report: Report, one: SystemReport, gap: Finding, owner: str) -> str:
    """Who closes it and by when: the person named for the finding, else the owner of its last task in the plan."""
    plan = one.system.plan
    own = (
        {key for key, task in plan.tasks.items() if task.question == gap.question and not task.dropped}
        if plan
        else set()
    )
    days = [(task.finish, task) for task in one.steering.of_plan if task.id in own and task.finish]
    last = max(days, key=lambda entry: (entry[0], entry[1].id), default=None)
    who = owner or (person(report, last[1].owner) if last else "")
    if last is None or not who:
        return say("board-assessment.to-close-by", owner=who) if who else say("board-assessment.to-close")
    return say("board-assessment.to-close-on", owner=who, day=day(last[0], year=False))


def warnings_table(book: Book, one: SystemReport) -> None:
    """The warnings that still fit; how many there are in all stands at the head."""
    found, lead = one.assessment.warnings, Fragment()
    if not found:
        lead.height = lead.heading(say("board-assessment.warnings-head"))
        lead.height = lead.paragraph(0, lead.height, say("board-assessment.warnings-none"), TEXT, INNER)
        book.place(lead)
        return
    top, rows = header(_WARNINGS), [_warning(warned) for warned in found]
    room = book.room - top.height - lead.heading("") - 26
    shown = max(1, sum(sum(entry.height for entry in rows[: n + 1]) <= room for n in range(len(rows))))
    note = say("board-assessment.warnings-note", shown=shown, total=len(rows)) if shown < len(rows) else ""
    lead.height = lead.heading(say("board-assessment.warnings-count", total=len(rows)), note)
    book.place_table(lead, top, rows[:shown])


def _warning(warned: Warned) -> Fragment:
    colour = _COLOURS[warned.severity]
    return row(
        _WARNINGS,
        (
            Cell(say(f"board-assessment.severity-{warned.severity}"), CELL_STRONG.coloured(colour)),
            Cell(warned.words.name, CELL_STRONG),
            Cell(warned.words.raised, CAPTION.coloured("text")),
        ),
        padding=_PADDING,
    )
