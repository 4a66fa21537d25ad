"""Under the decision: who decided over which open findings, and the seal with its hash."""

from desktop.analysis.decision import uncovered
from desktop.analysis.seals import SHORT, Sealed, changes_since, standing_seal
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.paper import INNER
from desktop.reports.pdf.states import ICON_WIDTH, draw_icon
from desktop.reports.pdf.words import CAPTION, CAPTION_STRONG, FOOT, STRONG, TEXT, rich
from desktop.reports.report import Report, SystemReport
from desktop.text import count, say
from desktop.text.formatting import day
from desktop.workbook.decision import Decision


def sealing(report: Report, one: SystemReport) -> Fragment:
    """The block; empty while nothing is decided."""
    block, decision = Fragment(), one.sprint.decision
    if decision.outcome is None:
        return block
    y = _over(block, report, one, decision)
    block.height = _seal(block, report, one, y)
    return block


def footer_seal(one: SystemReport) -> str:
    """What each page of a system says of its seal at its foot; empty where nothing is sealed."""
    seal = standing_seal(one.system)
    return say("decision.board.foot", sha256=seal.seal.sha256[:SHORT]) if seal is not None else ""


def _over(block: Fragment, report: Report, one: SystemReport, decision: Decision) -> float:
    """Findings that stand against it, or who decided over them and why."""
    held = decision.override
    if held is not None:
        head = count("decision.board.override", len(held.findings), by=held.by)
        return _warned(block, head, held.reason.strip())
    against = () if decision.seal else uncovered(report.workbook, report.method, one.system)
    if against:
        return _warned(block, count("decision.board.refused", len(against)), say("decision.board.refused-why"))
    return 0.0


def _warned(block: Fragment, head: str, text: str) -> float:
    draw_icon(block, 4, 7, "late", spoken=False)
    content = rich((head, STRONG.coloured("risk")), (f" {text}", TEXT))
    return block.paragraph(ICON_WIDTH + 2, 0, content, TEXT, INNER - ICON_WIDTH - 2, 2) + 3


def _seal(block: Fragment, report: Report, one: SystemReport, y: float) -> float:
    seal = standing_seal(one.system)
    if seal is None:
        return block.paragraph(0, y, say("decision.board.unsealed"), CAPTION, INNER, 1)
    on = day(seal.seal.on) if seal.seal.on else say("decision.no-day")
    words = say("decision.board.sealed", on=on, by=seal.seal.by, sha256=seal.seal.sha256)
    y = block.paragraph(0, y, words, FOOT, INNER, 2)
    trouble = _trouble(report, one, seal)
    style = CAPTION_STRONG.coloured("risk" if seal.state == "intact" else "block")
    return block.paragraph(0, y, trouble, style, INNER, 2) if trouble else y


def _trouble(report: Report, one: SystemReport, seal: Sealed) -> str:
    """What has happened since: a seal that does not hold, or facts that are different now."""
    from desktop.analysis.record import facts_of

    if seal.state != "intact":
        return say(f"decision.seal.{seal.state}")
    changes = changes_since(seal.seal, facts_of(report.workbook, report.method, one.system))
    return count("decision.board.changed", len(changes)) if changes else ""
