"""Page 2, where we stand: the metrics, the evaluation with its intervals, the mix, and every check of the four weeks."""

from decimal import Decimal

from desktop.analysis.progress import Checked, PageProgress
from desktop.reports.pdf.book import Book
from desktop.reports.pdf.fragment import Figure, Fragment
from desktop.reports.pdf.pages.decision import headline
from desktop.reports.pdf.pages.evaluation import evaluation_part
from desktop.reports.pdf.pages.findings import standing_lead, standing_title
from desktop.reports.pdf.paper import INNER, column, span
from desktop.reports.pdf.states import LOOKS, draw_icon
from desktop.reports.pdf.table import Cell, Column, header, row
from desktop.reports.pdf.words import CAPTION, CAPTION_STRONG, CELL_STRONG, HEAD, TEXT, named
from desktop.reports.report import Report, SystemReport
from desktop.text import say
from desktop.text.formatting import day, number
from desktop.text.verdicts import verdict_sentence
from desktop.workbook.sprint import Metric


def standing_page(book: Book, report: Report, one: SystemReport) -> None:
    """Compose the page; it runs on where metrics or kinds of case are many."""
    book.begin(named(one.system.name), say("board.section-standing"), say("board.section-standing"), 1)
    book.place(headline(standing_title(one), standing_lead(one)))
    book.divide(12)
    _metrics(book, one)
    book.divide(12)
    evaluation_part(book, one)
    book.divide(12)
    _checks(book, report, one)


_METRICS = (
    Column("board.metric", 0, 138),
    Column("board.metric-kind", 144, 82),
    Column("board.today", 226, 44, "right"),
    Column("board.target", 274, 44, "right"),
    Column("board.measured", 330, INNER - 330, lines=3),
)


def _metrics(book: Book, one: SystemReport) -> None:
    lead = Fragment()
    metrics = tuple(one.sprint.metrics.values())
    lead.height = lead.heading(say("board.metrics-head"), say("board.metrics-note") if metrics else "")
    if not metrics:
        lead.height = lead.paragraph(0, lead.height, say("board.metrics-none"), TEXT, INNER)
        book.place(lead)
        return
    for metric in metrics:
        lead.figures += _metric_figures(metric, one.system.id)
    book.place_table(lead, header(_METRICS), [_metric(metric) for metric in metrics])


def _metric(metric: Metric) -> Fragment:
    kind = say(f"board.kind-{metric.kind.value}") if metric.kind else say("board.none")
    agreed = say("board.agreed", day=day(metric.agreed_on)) if metric.agreed_on else say("board.not-agreed")
    return row(
        _METRICS,
        (
            Cell(named(metric.name), CELL_STRONG, note=metric.unit.strip()),
            Cell(kind, note=agreed),
            Cell(_value(metric.baseline)),
            Cell(_value(metric.target), CELL_STRONG),
            Cell(metric.measured_how.strip() or say("board.not-said"), CAPTION.coloured("text")),
        ),
    )


def _value(value: Decimal | None) -> str:
    return say("board.none") if value is None else number(value)


def _metric_figures(metric: Metric, system: str) -> list[Figure]:
    value = f"{_value(metric.baseline)} → {_value(metric.target)}"
    made = metric.measured_how.strip() or say("board.not-said")
    return [Figure(named(metric.name), value, made, say("board.entry-metrics"), system)]


def _checks(book: Book, report: Report, one: SystemReport) -> None:
    lead = Fragment()
    lead.height = lead.heading(say("board.checks-head", met=one.done, total=one.total))
    x = INNER
    for state in ("open", "failed", "met"):
        word = lead.line(x, HEAD.first_baseline(0), say(LOOKS[state].key), CAPTION, None, "right")
        draw_icon(lead, x - word - 7, HEAD.first_baseline(0) - 3, state, spoken=False)
        x -= word + 22
    lead.figures = []
    for place, week in enumerate(one.weeks):
        lead.include(_week(report, week), place * column(4), HEAD.leading + 7)
    book.place(lead)


def _week(report: Report, week: PageProgress) -> Fragment:
    block = Fragment()
    name = f"{week.page.week} {week.page.name}"
    block.line(0, CAPTION_STRONG.first_baseline(0), name, CAPTION_STRONG, span(3) - 30)
    met = say("board.met-of-bare", met=week.done, total=len(week.checks))
    block.line(span(3), CAPTION.first_baseline(0), met, CAPTION, None, "right")
    block.rule(CAPTION.leading + 3, 0, span(3), "edge")
    y = CAPTION.leading + 7
    for checked in week.checks:
        y = _check(block, report, checked, y)
    block.height = y
    return block


def _check(block: Fragment, report: Report, checked: Checked, y: float) -> float:
    verdict, width = checked.verdict, span(3) - 12
    draw_icon(block, 4, y + 5.6, verdict.state)
    label = CAPTION.coloured("text") if verdict.met else CAPTION_STRONG
    below = block.paragraph(12, y, checked.check.label, label, width, 2)
    if verdict.state == "failed":
        sentence = verdict_sentence(verdict.code, verdict.values, report.currency)
        below = block.paragraph(12, below, sentence, CAPTION, width, 2)
    return below + 1.3
