"""Page 1: what is decided or missing, what it rests on, three numbers, rung and launch, the gaps, and how sure we are."""

from desktop.planning.sprint_tasks import SprintTask
from desktop.reports.pdf.book import Book
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.pages.commitment import commitment
from desktop.reports.pdf.pages.findings import TITLE_LINES, decision_lead, decision_title, gaps
from desktop.reports.pdf.pages.position import position
from desktop.reports.pdf.pages.recommendation import recommendation
from desktop.reports.pdf.pages.sealing import sealing
from desktop.reports.pdf.pages.sureness import sureness
from desktop.reports.pdf.pages.three_numbers import three_numbers
from desktop.reports.pdf.paper import GUTTER, INNER, column, span
from desktop.reports.pdf.states import LOOKS
from desktop.reports.pdf.table import Cell, Column, header, row
from desktop.reports.pdf.words import CAPTION, CELL_STRONG, HEAD, LEAD, STRONG, TITLE, named
from desktop.reports.report import Report, SystemReport
from desktop.text import say
from desktop.text.formatting import day
from desktop.text.verdicts import verdict_sentence

_MOST_GAPS, _MOST_LINES, _APART = 5, 8, 11.0
_LEAST_GAPS = 92.0  # points that the table of gaps takes with one row


def decision_page(book: Book, report: Report, one: SystemReport) -> None:
    """Compose the page; blocks that have nothing to say stay out."""
    book.begin(named(one.system.name), say("board.section-decision"), named(one.system.name))
    book.place(headline(decision_title(report, one), decision_lead(report, one)))
    book.divide(_APART)
    book.place(recommendation(report, one))
    book.place(sealing(report, one), 8)
    book.divide(_APART)
    book.place(three_numbers(report, one))
    book.divide(_APART)
    book.place(position(report, one))
    book.divide(_APART)
    sure = sureness(one)
    said = commitment(one, _lines(book, one, sure))
    _gaps(book, report, one, sure.height + (said.height + 24 if said.marks else 0) + 16)
    if said.marks:
        book.divide(_APART)
        book.place(said)
        book.divide(_APART)
    book.place(sure, 14)


def _lines(book: Book, one: SystemReport, sure: Fragment) -> int:
    """How many lines of the reason, the resources and the dissent the page has room for; fewer than two are none."""
    taken = sure.height + 4 * _APART + STRONG.leading + 2 + (_LEAST_GAPS if gaps(one) else 0)
    lines = int((book.room - taken) // CAPTION.leading)
    return min(lines, _MOST_LINES) if lines > 1 else 0


def headline(title: str, lead: str) -> Fragment:
    """A page's finding in at most two lines, and its lead in at most two."""
    block = Fragment()
    below = block.paragraph(0, 0, title, TITLE, INNER, TITLE_LINES)
    block.height = block.paragraph(0, below + 4, lead, LEAD, span(11), 2) + 2
    return block


def _gaps(book: Book, report: Report, one: SystemReport, reserved: float) -> None:
    left = gaps(one)
    if not left:
        return
    lead = Fragment()
    rows = [_gap(report, place, task) for place, task in enumerate(left[:_MOST_GAPS], start=1)]
    top = header(_COLUMNS)
    room = book.room - reserved - top.height - HEAD.leading - 7 - 2 * _APART
    shown = max(1, sum(sum(one_row.height for one_row in rows[: n + 1]) <= room for n in range(len(rows))))
    note = say("board.gaps-note", shown=shown, total=len(left)) if shown < len(left) else ""
    lead.height = lead.heading(say("board.gaps-head"), note)
    book.place_table(lead, top, rows[:shown])


_OWNER, _DUE, _STATE = column(8) - 14, column(10) - 10, column(11) + 10
_COLUMNS = (
    Column("", 0, 14),
    Column("board.gap", 16, _OWNER - 16 - GUTTER, lines=1),
    Column("board.owner", _OWNER, _DUE - _OWNER - 4, lines=1),
    Column("board.due", _DUE, _STATE - _DUE - GUTTER, "right"),
    Column("board.state", _STATE, INNER - _STATE, lines=1),
)


def _gap(report: Report, place: int, task: SprintTask) -> Fragment:
    look, check = LOOKS[task.state], task.checked.check
    verdict = task.checked.verdict
    owner = Cell(task.owner) if task.owner else Cell(say("board.no-owner"), CELL_STRONG.coloured("block"))
    return row(
        _COLUMNS,
        (
            Cell(str(place), CELL_STRONG.coloured("accent")),
            Cell(
                check.task or check.label,
                note=verdict_sentence(verdict.code, verdict.values, report.currency),
                note_lines=2,
            ),
            owner,
            Cell(day(task.due, year=False) if task.due else say("board.none")),
            Cell(say(look.key), CELL_STRONG.coloured(look.colour), state=task.state),
        ),
        padding=2.4,
    )
