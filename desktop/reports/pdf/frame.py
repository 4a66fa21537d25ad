"""What stands around every page: whose it is, that it is fictitious, confidentiality, date, revision, page n of m."""

from dataclasses import dataclass, replace

from desktop.reports.pdf.book import Page
from desktop.reports.pdf.fragment import Fragment, moved
from desktop.reports.pdf.marks import Mark, Words
from desktop.reports.pdf.paper import FOOTER_LINES, FOOTER_RULE, HEADER_BASELINE, HEADER_RULE, INNER, MARGIN
from desktop.reports.pdf.words import CAPTION, CAPTION_STRONG, FOOT, FOOT_STRONG
from desktop.reports.report import Report
from desktop.text import say
from desktop.text.formatting import day_long


@dataclass(frozen=True)
class DocumentFrame:
    """The texts that are the same on all pages, and the document's title and subject."""

    title: str
    subject: str
    producer: str
    client: str
    confidentiality: str
    prepared: str


def document_frame(report: Report, title: str) -> DocumentFrame:
    """The frame of a report."""
    engagement, stamp = report.workbook.engagement, report.stamp
    client = shown_client(report)
    line = engagement.confidentiality.strip() or say("board.confidential")
    prepared = say("board.prepared", day=day_long(stamp.as_of), revision=stamp.revision, version=stamp.app_version)
    footer = line if client in line else say("board.footer", line=line, client=client)
    return DocumentFrame(title, client, say("board.producer", version=stamp.app_version), client, footer, prepared)


def shown_client(report: Report) -> str:
    """The client's name, with the word that marks a made-up one."""
    client = report.client.strip() or say("board.client-missing")
    invented = report.workbook.engagement.fictitious and say("board.fictitious-word") not in client.lower()
    return say("board.fictitious", client=client) if invented else client


def frame_marks(page: Page, frame: DocumentFrame, number: int, pages: int) -> list[Mark]:
    """Header and footer of one page."""
    block = Fragment()
    section = block.line(INNER, HEADER_BASELINE, page.section, CAPTION, INNER * 0.3, "right")
    room = INNER - section - 14
    taken = block.line(0, HEADER_BASELINE, frame.client, CAPTION_STRONG, room * 0.6)
    if page.subject and room - taken > 60:
        block.line(taken + 8, HEADER_BASELINE, page.subject, CAPTION, room - taken - 8)
    block.rule(HEADER_RULE, colour="text", width=0.9)
    block.rule(FOOTER_RULE)
    block.line(0, FOOTER_LINES[0], frame.confidentiality, FOOT_STRONG, INNER * 0.54)
    count = block.line(INNER, FOOTER_LINES[1], say("board.page", page=number, pages=pages), FOOT, None, "right")
    prepared = f"{frame.prepared} · {page.foot}" if page.foot else frame.prepared
    block.line(0, FOOTER_LINES[1], prepared, FOOT, INNER - count - 14)
    if any(_replaced(mark) for mark in (*page.marks, *block.marks)):
        block.line(INNER, FOOTER_LINES[0], say("board.replaced"), FOOT, INNER * 0.43, "right")
    return [replace(moved(mark, MARGIN, 0), tags=()) for mark in block.marks]  # said on each page, read out on none


def _replaced(mark: Mark) -> bool:
    return isinstance(mark, Words) and any(piece.replaced for piece in mark.line)
