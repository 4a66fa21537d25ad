"""The structure of the document, for those who have it read out: what is a heading, a paragraph, a table, a figure.

Marks carry the elements that they belong to; here they become marked content on the page and the tree that the catalogue
points to (ISO 32000-1, 14.7 and 14.8). What carries no element is decoration and is not read out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from desktop.reports.pdf.marks import Mark, Tag, Tags

_CELLS = frozenset({"TH", "TD"})


@dataclass(eq=False)
class _Element:
    """One element of the tree with its children in reading order: elements, pieces of marked content, links."""

    role: str
    alt: str = ""
    spans: int = 1
    kids: list["_Element | _Piece | _Annotation"] = field(default_factory=list)
    parts: dict[int, "_Element"] = field(default_factory=dict)

    def part(self, tag: Tag) -> "_Element":
        """The element of ``tag`` inside of this one, made at its first mark."""
        if id(tag) not in self.parts:
            self.parts[id(tag)] = _Element(tag.role, tag.alt, tag.spans)
            self.kids.append(self.parts[id(tag)])
        return self.parts[id(tag)]


@dataclass(frozen=True)
class _Piece:
    """Marked content: the page, from 0, and its number on the page."""

    page: int
    number: int


@dataclass(frozen=True)
class _Annotation:
    page: int
    annotation: Any


class Structure:
    """Grows while pages are painted; ``write`` puts the finished tree into the document."""

    def __init__(self, pages: int) -> None:
        self._count = pages
        self._root = _Element("Document")
        self._pages: list[list[_Element]] = []  # by page: the element of each piece of marked content
        self._links: list[_Element] = []

    def begin_page(self) -> None:
        """The marks that follow stand on a new page."""
        self._pages.append([])

    def pieces(self, canvas: Any, marks: Sequence[Mark]) -> Iterator[tuple[Mark, bool]]:
        """The marks one after the other, with the beginning and the end of their content marked on the canvas.

        Each with whether more of the same element follows, so that the last word of a line keeps its space.
        """
        for _, group in groupby(marks, key=lambda mark: tuple(map(id, mark.tags))):
            run = list(group)
            canvas._code.append(self._begun(run[0].tags))  # noqa: SLF001  # reportlab has no call for it
            yield from ((mark, mark is not run[-1] and bool(mark.tags)) for mark in run)
            canvas._code.append("EMC")  # noqa: SLF001

    def link(self, tags: Tags, annotation: Any) -> None:
        """A link inside of the element that ``tags`` name; ``annotation`` is a PDF dictionary and learns its way back."""
        element = _Element("Link")
        element.kids.append(_Annotation(len(self._pages) - 1, annotation))
        self._element(tags).kids.append(element)
        annotation["StructParent"] = self._count + len(self._links)
        self._links.append(element)

    def write(self, canvas: Any) -> None:
        """The tree, the way back from page to tree, and the mark that says that the document is tagged."""
        _Writer(canvas, self._pages, self._links).write(self._root)

    def _begun(self, tags: Tags) -> str:
        if not tags:
            return "/Artifact BMC"
        element, page = self._element(tags), self._pages[-1]
        element.kids.append(_Piece(len(self._pages) - 1, len(page)))
        page.append(element)
        return f"/{element.role} <</MCID {len(page) - 1}>> BDC"

    def _element(self, tags: Tags) -> _Element:
        """The innermost element; a paragraph inside of a table's cell is the cell itself."""
        element = self._root
        for tag in tags:
            if tag.role == "P" and element.role in _CELLS:
                break
            element = element.part(tag)
        return element


class _Writer:
    """Turns the tree into objects of reportlab's document."""

    def __init__(self, canvas: Any, pages: list[list[_Element]], links: list[_Element]) -> None:
        self._document = canvas._doc  # noqa: SLF001
        self._pages, self._links = pages, links
        self._made: dict[int, Any] = {}

    def write(self, root: _Element) -> None:
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

        tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        tree["K"] = PDFArray([self._element(root, self._document.Reference(tree))])
        tree["ParentTree"] = self._document.Reference(PDFDictionary({"Nums": PDFArray(list(self._back()))}))
        tree["ParentTreeNextKey"] = len(self._pages) + len(self._links)
        self._document.Catalog.StructTreeRoot = tree
        self._document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        for place in range(len(self._pages)):
            page = self._document.Pages[place]
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = place, PDFName("S")

    def _element(self, element: _Element, parent: Any) -> Any:
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

        made = PDFDictionary({"S": PDFName(element.role), "P": parent})
        reference = self._made[id(element)] = self._document.Reference(made)
        if element.alt:
            made["Alt"] = PDFString(element.alt)
        if element.role == "TH":
            made["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName("Column")})
        if element.spans > 1:
            made["A"] = PDFDictionary({"O": PDFName("Table"), "ColSpan": element.spans})
        pages = {kid.page for kid in element.kids if isinstance(kid, _Piece)}
        if len(pages) == 1:
            made["Pg"] = self._page(next(iter(pages)))
        kids = [self._kid(kid, reference, alone=len(pages) == 1) for kid in element.kids]
        made["K"] = kids[0] if len(kids) == 1 else PDFArray(kids)
        return reference

    def _page(self, place: int) -> Any:
        return self._document.Reference(self._document.Pages[place])

    def _kid(self, kid: "_Element | _Piece | _Annotation", parent: Any, *, alone: bool) -> Any:
        from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

        if isinstance(kid, _Element):
            return self._element(kid, parent)
        if isinstance(kid, _Piece) and alone:
            return kid.number
        page = self._page(kid.page)
        if isinstance(kid, _Annotation):
            return PDFDictionary({"Type": PDFName("OBJR"), "Pg": page, "Obj": self._document.Reference(kid.annotation)})
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": kid.number})

    def _back(self) -> Iterator[Any]:
        """From each page's pieces, and from each link, to its element."""
        from reportlab.pdfbase.pdfdoc import PDFArray

        for place, elements in enumerate(self._pages):
            yield place
            yield self._document.Reference(PDFArray([self._made[id(element)] for element in elements]))
        for place, element in enumerate(self._links, start=len(self._pages)):
            yield place
            yield self._made[id(element)]
