"""The evaluation on page 2: runs with their intervals, kinds of case, the mix, and what else the runs show."""

from desktop.analysis.evaluation import MIX_TOLERANCE
from desktop.analysis.test_sets import SetEvidence
from desktop.reports.pdf.book import Book
from desktop.reports.pdf.figures.kinds import kinds_header, kinds_of, kinds_row
from desktop.reports.pdf.figures.mix import mix_header, mix_row
from desktop.reports.pdf.figures.trend import threshold_words, trend
from desktop.reports.pdf.fragment import Figure, Fragment
from desktop.reports.pdf.paper import INNER
from desktop.reports.pdf.words import CAPTION, TEXT, named, shorter
from desktop.reports.report import SystemReport
from desktop.text import count, say
from desktop.text.formatting import number, percent

_LINES, _OTHERS = 5, 3
_NAME = 180.0  # points that a set's name may take


def evaluation_part(book: Book, one: SystemReport) -> None:
    """The blocks of the evaluation, with rules between them."""
    book.place(_runs(one))
    if one.sets and (said := _besides(one)):
        block = Fragment()
        block.height = block.paragraph(0, 0, said, CAPTION, INNER, _LINES)
        book.place(block, 4)
    book.divide(12)
    if one.sets and one.sets[0].verdict.slices:
        _kinds(book, one, one.sets[0])
    else:
        _mix(book, one)
    if reason := one.sprint.test_set.mix_reason.strip():
        block = Fragment()
        block.height = block.paragraph(0, 0, say("board.mix-reason", reason=reason), CAPTION, INNER, 3)
        book.place(block, 4)


def _runs(one: SystemReport) -> Fragment:
    block, found = Fragment(), one.evaluation
    latest = found.latest
    block.height = block.heading(say("board.trend-head"), say("board.trend-note") if latest else "")
    if latest is None:
        block.height = block.paragraph(0, block.height, say("board.trend-none"), TEXT, INNER)
        return block
    runs = trend(found, one.sets[0].judged if one.sets else (), INNER)
    block.include(runs.as_figure(say("board.trend-head")), 0, block.height)
    interval = latest.interval
    value = f"{percent(interval.share)} ({percent(interval.low)} – {percent(interval.high)})"
    made = say("board.made-share", correct=f"{latest.correct:,}", scored=f"{latest.scored:,}")
    entry = say("board.entry-runs")
    block.figures.append(Figure(say("board.figure-share"), value, made, entry, one.system.id))
    if found.threshold is not None:
        made = say("board.made-threshold")
        shown = threshold_words(found.threshold)
        block.figures.append(Figure(say("board.figure-threshold"), shown, made, entry, one.system.id))
    return block


def _besides(one: SystemReport) -> str:
    """The smallest fall that the set can show, whether confidence holds, and the other test sets."""
    newest = one.sets[0].newest
    said = []
    if newest.smallest_change is not None:
        said.append(say("evidence.board.change", points=number(newest.smallest_change * 100, 1)))
    if newest.calibration_error is not None:
        said.append(say("evidence.board.calibration", points=number(newest.calibration_error * 100, 1)))
    others = one.sets[1:]
    said += [_other(found) for found in others[:_OTHERS]]
    if len(others) > _OTHERS:
        said.append(count("evidence.board.more", len(others) - _OTHERS))
    return " ".join(said)


def _other(found: SetEvidence) -> str:
    interval = found.latest.interval
    return say(
        "evidence.board.other",
        set=shorter(named(found.name or say("evidence.own-set")), _NAME, CAPTION),
        share=percent(interval.share),
        low=percent(interval.low),
        high=percent(interval.high),
        n=f"{found.latest.scored:,}",
    )


def _kinds(book: Book, one: SystemReport, found: SetEvidence) -> None:
    """Score and mix of each kind in one row: they are read together."""
    lead, kinds, threshold = Fragment(), kinds_of(found), one.evaluation.threshold
    lead.height = lead.heading(say("evidence.board.kinds"), say("evidence.board.kinds-note"))
    rows = [kinds_row(kind, kinds, threshold) for kind in kinds]
    book.place_table(lead, kinds_header(kinds, threshold), rows)


def _mix(book: Book, one: SystemReport) -> None:
    lead, mix = Fragment(), one.evaluation.mix
    note = say("board.mix-note", points=number(MIX_TOLERANCE, 0)) if mix else ""
    lead.height = lead.heading(say("board.mix-head"), note)
    if not mix:
        lead.height = lead.paragraph(0, lead.height, say("board.mix-none"), TEXT, INNER)
        book.place(lead)
        return
    book.place_table(lead, mix_header(mix), [mix_row(entry, mix) for entry in mix])
