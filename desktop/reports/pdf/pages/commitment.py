"""What a decision said beside its outcome: why, what is committed, and who saw it otherwise."""

from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.pages.findings import decided
from desktop.reports.pdf.paper import GUTTER, INNER
from desktop.reports.pdf.words import CAPTION, STRONG
from desktop.reports.report import SystemReport
from desktop.text import say
from desktop.workbook.decision import Outcome

_WIDTH = (INNER - 4 * GUTTER) / 3
_STEP = _WIDTH + 2 * GUTTER


def commitment(one: SystemReport, lines: int) -> Fragment:
    """Three columns; one that holds nothing says so. Nothing at all while nothing is decided.

    A no-go gives its reason beside the decision, and commits nothing: it has the dissent alone.
    """
    block, outcome = Fragment(), decided(one)
    if outcome is None or not lines:
        return block
    decision = one.sprint.decision
    if outcome is Outcome.NO_GO:
        return _alone(decision.dissent, lines)
    texts = (("reason", decision.reason), ("committed", decision.resources), ("dissent", decision.dissent))
    for place, (key, text) in enumerate(texts):
        x = place * _STEP
        top = block.paragraph(x, 0, say(f"board.{key}-head"), STRONG, _WIDTH, 1) + 2
        shown = text.strip() or say(f"board.{key}-none")
        style = CAPTION.coloured("text") if text.strip() else CAPTION
        block.height = max(block.height, block.paragraph(x, top, shown, style, _WIDTH, lines))
    for place in (1, 2):
        block.upright(place * _STEP - GUTTER, 2, block.height)
    return block


def _alone(dissent: str, lines: int) -> Fragment:
    block = Fragment()
    if not dissent.strip():
        return block
    top = block.paragraph(0, 0, say("board.dissent-head"), STRONG, INNER, 1) + 2
    block.height = block.paragraph(0, top, dissent, CAPTION.coloured("text"), INNER, lines)
    return block
