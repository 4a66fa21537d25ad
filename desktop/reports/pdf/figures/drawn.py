"""Charts that the screen shows too, taken over as marks: so their words are measured and covered like all others."""

from typing import Any

from desktop.reports.charts import sheet
from desktop.reports.pdf import typefaces
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.marks import Dot, Path, Point, Words, rectangle
from desktop.reports.pdf.words import Style, line_width, rich, set_line

_FACES = {
    sheet.REGULAR: typefaces.REGULAR,
    sheet.SEMIBOLD: typefaces.SEMIBOLD,
    sheet.FIGURES: typefaces.FIGURES,
    sheet.FIGURES_BOLD: typefaces.FIGURES_SEMIBOLD,
}
_SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}


def taken_over(drawing: Any) -> Fragment:
    """The shapes of a chart as a block of the same size; raises TypeError for a shape that no chart of ours uses."""
    block = Fragment()
    block.height = drawing.height
    for shape in drawing.contents:
        block.marks.append(_mark(shape, drawing.height))
    return block


def _mark(shape: Any, height: float) -> Words | Path | Dot:
    kind = type(shape).__name__
    if kind == "String":
        return _words(shape, height)
    if kind == "Circle":
        return Dot(
            shape.cx, height - shape.cy, shape.r, _token(shape.fillColor), _token(shape.strokeColor), _pen(shape)
        )
    stroke, dash = _token(shape.strokeColor), tuple(shape.strokeDashArray or ())
    if kind == "Line":
        return Path(((shape.x1, height - shape.y1), (shape.x2, height - shape.y2)), stroke, None, _pen(shape), dash)
    if kind == "PolyLine":
        return Path(_points(shape, height), stroke, None, _pen(shape), dash)
    if kind == "Polygon":
        points = _points(shape, height)
        return Path((*points, points[0]), stroke, _token(shape.fillColor), _pen(shape))
    if kind == "Rect":
        corners = rectangle(shape.x, height - shape.y - shape.height, shape.width, shape.height)
        return Path(corners, stroke, _token(shape.fillColor), _pen(shape))
    raise TypeError(kind)


def _words(shape: Any, height: float) -> Words:
    style = Style(_FACES[shape.fontName], shape.fontSize, shape.fontSize, _token(shape.fillColor) or "text")
    line = set_line(rich((shape.text, style)))
    return Words(shape.x - line_width(line) * _SHIFT[shape.textAnchor], height - shape.y, line)


def _points(shape: Any, height: float) -> tuple[Point, ...]:
    flat = shape.points
    return tuple((flat[at], height - flat[at + 1]) for at in range(0, len(flat), 2))


def _token(colour: Any) -> str | None:
    return None if colour is None else f"#{colour.hexval()[2:]}"


def _pen(shape: Any) -> float:
    return float(shape.strokeWidth or 0.0)
