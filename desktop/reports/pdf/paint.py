"""Paints composed pages on a canvas, with links, bookmarks, structure and metadata. The same pages give the same bytes."""

from collections.abc import Callable, Sequence
from typing import Any, BinaryIO

from desktop.reports.palette import PAPER
from desktop.reports.pdf import typefaces
from desktop.reports.pdf.book import Page
from desktop.reports.pdf.frame import DocumentFrame, frame_marks
from desktop.reports.pdf.marks import Dot, Link, Mark, Path, Words
from desktop.reports.pdf.paper import PAGE_HEIGHT, PAGE_WIDTH
from desktop.reports.pdf.structure import Structure

Progress = Callable[[int, int], None]


def paint(pages: Sequence[Page], frame: DocumentFrame, stream: BinaryIO, progress: Callable[[int], None]) -> None:
    """Write the pages as PDF to ``stream``; nothing is written before the last page stands."""
    canvas, structure = _canvas(frame, stream), Structure(len(pages))
    for number, page in enumerate(pages, start=1):
        progress(number)
        structure.begin_page()
        canvas.bookmarkPage(_place(number))
        if page.bookmark:
            canvas.addOutlineEntry(typefaces.plain(page.bookmark), _place(number), page.level, closed=False)
        seen = [mark for mark in page.marks if not isinstance(mark, Link)]
        for mark, goes_on in structure.pieces(canvas, (*frame_marks(page, frame, number, len(pages)), *seen)):
            _paint(canvas, mark, goes_on=goes_on)
        for mark in page.marks:
            if isinstance(mark, Link):
                _link(canvas, structure, mark)
        canvas.showPage()
    structure.write(canvas)
    canvas.save()


def _place(number: int) -> str:
    return f"page-{number}"


def _link(canvas: Any, structure: Structure, mark: Link) -> None:
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

    left, top, right, bottom = mark.box
    annotation = PDFDictionary({"Type": PDFName("Annot"), "Subtype": PDFName("Link"), "Border": PDFArray([0, 0, 0])})
    annotation["Rect"] = PDFArray([left, PAGE_HEIGHT - bottom, right, PAGE_HEIGHT - top])
    annotation["Contents"] = PDFString(mark.says)
    annotation["Dest"] = canvas._bookmarkReference(_place(mark.page))  # noqa: SLF001  # linkRect knows no structure
    structure.link(mark.tags, annotation)
    canvas._addAnnotation(annotation)  # noqa: SLF001


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


def _paint(canvas: Any, mark: Mark, *, goes_on: bool) -> None:
    if isinstance(mark, Words):
        _paint_words(canvas, mark, goes_on=goes_on)
    elif isinstance(mark, Path):
        _paint_path(canvas, mark)
    elif isinstance(mark, Dot):
        _paint_dot(canvas, mark)


def _paint_words(canvas: Any, mark: Words, *, goes_on: bool) -> None:
    text = canvas.beginText(mark.x, PAGE_HEIGHT - mark.baseline)
    for piece in mark.line:
        text.setFont(piece.face, piece.style.size)
        text.setCharSpace(piece.style.tracking)
        text.setFillColor(_colour(piece.style.colour))
        text.textOut(piece.text)
    if goes_on:
        text.textOut(" ")
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
