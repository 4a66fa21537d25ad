"""How sure we are, as counts and never as a mark: checks met, sources given, and the diagnosis or the runs and estimates."""

from desktop.reports.pdf.fragment import Figure, Fragment
from desktop.reports.pdf.pages.assessment_line import unanswered_line
from desktop.reports.pdf.paper import INNER, column
from desktop.reports.pdf.words import CAPTION, COUNT, HEAD
from desktop.reports.report import SystemReport
from desktop.text import count, say


def sureness(one: SystemReport) -> Fragment:
    """Four counts side by side under one head."""
    block, left = Fragment(), column(4) - 6
    block.line(0, HEAD.first_baseline(0), say("board.sure-head"), HEAD, left - 12)
    block.paragraph(0, HEAD.leading + 2, say("board.sure-note"), CAPTION, left - 18, 2)
    width = (INNER - left) / 4
    for place, (value, name) in enumerate(_counts(one)):
        x = left + place * width
        block.line(x, COUNT.first_baseline(0), value, COUNT, width - 8)
        block.paragraph(x, HEAD.leading + 2, name, CAPTION, width - 10, 2)
    block.height = HEAD.leading + 2 + 2 * CAPTION.leading
    if not one.assessment.answered:
        block.include(unanswered_line(one), 0, block.height + 4)
    value, made = say("board.met-of-bare", met=one.done, total=one.total), say("board.made-checks")
    block.figures.append(Figure(say("board.figure-checks"), value, made, say("board.entry-all-weeks"), one.system.id))
    return block


def sources_given(one: SystemReport) -> tuple[int, int]:
    """How many amounts of the value case name their source, of how many."""
    value = one.sprint.value
    lines = [
        line for part in (value.continuing, value.investment, value.benefits, value.running) for line in part.values()
    ]
    return sum(bool(line.source.strip()) for line in lines), len(lines)


Count = tuple[str, str]


def _counts(one: SystemReport) -> tuple[Count, ...]:
    given, amounts = sources_given(one)
    return (
        (_share(one.done, one.total), say("board.sure-checks")),
        (_share(given, amounts), say("board.sure-sources")),
        *(_diagnosed(one) if one.assessment.answered else _measured(one)),
    )


def _diagnosed(one: SystemReport) -> tuple[Count, Count]:
    found = one.assessment
    return (
        (_share(found.answered, len(found.standings)), say("board.sure-answered")),
        (_share(found.reviewed.accepted, found.reviewed.given), say("board.sure-accepted")),
    )


def _measured(one: SystemReport) -> tuple[Count, Count]:
    runs, effort = len(one.evaluation.runs), one.effort
    return (
        (f"{runs:,}", count("board.sure-runs", runs)),
        (_share(effort.estimated, effort.listed), say("board.sure-effort")),
    )


def _share(part: int, whole: int) -> str:
    return say("board.met-of-bare", met=part, total=whole) if whole else say("board.none")
