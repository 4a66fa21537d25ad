"""One line for page 1: how much of the diagnosis was answered and accepted, or that nothing was."""

from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.paper import INNER
from desktop.reports.pdf.words import CAPTION
from desktop.reports.report import SystemReport
from desktop.text import say


def answers_line(one: SystemReport) -> Fragment:
    """The sentence in one line of small type."""
    block = Fragment()
    block.height = block.paragraph(0, 0, answers_sentence(one), CAPTION, INNER, 1)
    return block


def answers_sentence(one: SystemReport) -> str:
    """What is answered and accepted, as counts."""
    found = one.assessment
    values = {"answered": found.answered, "total": len(found.standings)}
    if not found.answered:
        return say("board-assessment.line-none", total=values["total"])
    return say("board-assessment.line", **values, accepted=found.reviewed.accepted, given=found.reviewed.given)
