"""How sure we are, as counts and never as a mark: sources given, checks met, runs, estimates."""

from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.pages.assessment_line import answers_line
from desktop.reports.pdf.paper import INNER, column
from desktop.reports.pdf.words import CAPTION, HEAD
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
        block.line(x, HEAD.first_baseline(0), value, HEAD, width - 8)
        block.paragraph(x, HEAD.leading + 2, name, CAPTION, width - 10, 2)
    block.include(answers_line(one), 0, HEAD.leading + 6 + 2 * CAPTION.leading)
    return block


def sources_given(one: SystemReport) -> tuple[int, int]:
    """How many amounts of the value case name their source, of how many."""
    value = one.sprint.value
    lines = [
        line for part in (value.continuing, value.investment, value.benefits, value.running) for line in part.values()
    ]
    return sum(bool(line.source.strip()) for line in lines), len(lines)


def _counts(one: SystemReport) -> tuple[tuple[str, str], ...]:
    given, amounts = sources_given(one)
    runs, effort = len(one.evaluation.runs), one.effort
    return (
        (say("board.met-of-bare", met=one.done, total=one.total), say("board.sure-checks")),
        (
            say("board.met-of-bare", met=given, total=amounts) if amounts else say("board.none"),
            say("board.sure-sources"),
        ),
        (f"{runs:,}", count("board.sure-runs", runs)),
        (
            say("board.met-of-bare", met=effort.estimated, total=effort.listed) if effort.listed else say("board.none"),
            say("board.sure-effort"),
        ),
    )
