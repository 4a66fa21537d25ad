"""One line for page 1 where the diagnosis says nothing: that no question of it is answered."""

from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.paper import INNER
from desktop.reports.pdf.words import CAPTION
from desktop.reports.report import SystemReport
from desktop.text import say


def unanswered_line(one: SystemReport) -> Fragment:
    """The sentence in one line of small type."""
    block, total = Fragment(), len(one.assessment.standings)
    block.height = block.paragraph(0, 0, say("board-assessment.line-none", total=total), CAPTION, INNER, 1)
    return block
