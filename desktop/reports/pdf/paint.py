"""Paints composed pages on a canvas: header, footer, marks, bookmarks and metadata. The same pages give the same bytes."""

from collections.abc import Callable, Sequence
from typing import Any, BinaryIO

from desktop.reports.palette import PAPER
from desktop.reports.pdf import typefaces
from desktop.reports.pdf.book import Page
from desktop.reports.pdf.frame import DocumentFrame, frame_marks
from desktop.reports.pdf.marks import Dot, Mark, Path, Words
from desktop.reports.pdf.paper import PAGE_HEIGHT, PAGE_WIDTH

Progress = Callable[[int, int], None]


def paint(pages: Sequence[Page], frame: DocumentFrame, stream: BinaryIO, progress: Callable[[int], None]) -> None:
    """Write the pages as PDF to ``stream``; nothing is written before the last page stands."""
    canvas = _canvas(frame, stream)
    for number, page in enumerate(pages, start=1):
        progress(number)
        if page.bookmark:
            canvas.bookmarkPage(f"page-{number}")
            canvas.addOutlineEntry(typefaces.plain(page.bookmark), f"page-{number}", page.level, closed=False)
        for mark in (*frame_marks(page, frame, number, len(pages)), *page.marks):
            _paint(canvas, mark)
        canvas.showPage()
    canvas.save()


def _canvas(frame: DocumentFrame, stream: BinaryIO) -> Any:
    from reportlab.pdfgen.canvas import Canvas

    for face in (typefaces.REGULAR, typefaces.SEMIBOLD, typefaces.FIGURES, typefaces.FIGURES_SEMIBOLD):
        typefaces.font(face)
    canvas = Canvas(
        stream,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        invariant=1,
        pageCompression=1,
        initialFontName=typefaces.REGULAR,  # type: ignore[arg-type]  # the stubs take it for a size
        lang="en-GB",
    )
    canvas.setTitle(typefaces.plain(frame.title))
    canvas.setSubject(typefaces.plain(frame.subject))
    canvas.setAuthor("")
    canvas.setCreator("")
    canvas.setProducer(frame.producer)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    return canvas


def _paint(canvas: Any, mark: Mark) -> None:
    if isinstance(mark, Words):
        _paint_words(canvas, mark)
    elif isinstance(mark, Path):
        _paint_path(canvas, mark)
    else:
        _paint_dot(canvas, mark)


def _paint_words(canvas: Any, mark: Words) -> None:
    text = canvas.beginText(mark.x, PAGE_HEIGHT - mark.baseline)
    for piece in mark.line:
        text.setFont(piece.face, piece.style.size)
        text.setCharSpace(piece.style.tracking)
        text.setFillColor(_colour(piece.style.colour))
        text.textOut(piece.text)
    canvas.drawText(text)


def _paint_path(canvas: Any, mark: Path) -> None:
    path = canvas.beginPath()
    for place, (x, y) in enumerate(mark.points):
        (path.lineTo if place else path.moveTo)(x, PAGE_HEIGHT - y)
    _pens(canvas, mark)
    canvas.setLineWidth(mark.width)
    canvas.setDash(list(mark.dash))
    canvas.setLineJoin(1)
    canvas.drawPath(path, stroke=int(mark.stroke is not None), fill=int(mark.fill is not None))


def _paint_dot(canvas: Any, mark: Dot) -> None:
    _pens(canvas, mark)
    canvas.setLineWidth(mark.width)
    canvas.setDash([])
    stroke, fill = int(mark.stroke is not None), int(mark.fill is not None)
    canvas.circle(mark.x, PAGE_HEIGHT - mark.y, mark.radius, stroke=stroke, fill=fill)


def _pens(canvas: Any, mark: Path | Dot) -> None:
    if mark.stroke:
        canvas.setStrokeColor(_colour(mark.stroke))
    if mark.fill:
        canvas.setFillColor(_colour(mark.fill))


def _colour(token: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(token if token.startswith("#") else PAPER.colour(token))
