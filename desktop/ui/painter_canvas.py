"""A canvas for reportlab's renderer that draws with a QPainter, so that a chart is the same on paper and on screen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QTransform

from desktop.reports.palette import TypeRole
from desktop.ui.theme.fonts import font

_CAPS = (Qt.PenCapStyle.FlatCap, Qt.PenCapStyle.RoundCap, Qt.PenCapStyle.SquareCap)
_JOINS = (Qt.PenJoinStyle.SvgMiterJoin, Qt.PenJoinStyle.RoundJoin, Qt.PenJoinStyle.BevelJoin)
_DRAWN_AT = 64  # glyphs are laid out at this pixel size and scaled, so that widths do not depend on the screen


@dataclass(frozen=True, slots=True)
class _State:
    stroke: QColor
    fill: QColor
    width: float = 1.0
    cap: int = 0
    join: int = 0
    dash: tuple[float, ...] = ()
    phase: float = 0.0
    font_name: str = "Inter"
    font_size: float = 12.0


class PainterPath:
    """A path with the calls of a PDF path."""

    def __init__(self) -> None:
        self.path = QPainterPath()

    def moveTo(self, x: float, y: float) -> None:
        self.path.moveTo(x, y)

    def lineTo(self, x: float, y: float) -> None:
        self.path.lineTo(x, y)

    def curveTo(self, *ends: float) -> None:
        self.path.cubicTo(*ends)

    def close(self) -> None:
        self.path.closeSubpath()


class PainterCanvas:
    """The calls that the renderer makes, in the names of reportlab's canvas. Origin at the bottom left of ``height``."""

    def __init__(self, painter: QPainter, height: float) -> None:
        self._painter = painter
        self._state = _State(QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.black))
        self._stack: list[_State] = []
        painter.translate(0, height)
        painter.scale(1, -1)

    @property
    def _fontname(self) -> str:
        return self._state.font_name  # the renderer looks here for the font that is on

    @property
    def _fontsize(self) -> float:
        return self._state.font_size

    def saveState(self) -> None:
        self._painter.save()
        self._stack.append(self._state)

    def restoreState(self) -> None:
        self._painter.restore()
        self._state = self._stack.pop()

    def transform(self, *matrix: float) -> None:
        self._painter.setTransform(QTransform(*matrix), True)

    def setStrokeColor(self, colour: Any, alpha: float | None = None) -> None:
        self._state = replace(self._state, stroke=_colour(colour, alpha))

    def setFillColor(self, colour: Any, alpha: float | None = None) -> None:
        self._state = replace(self._state, fill=_colour(colour, alpha))

    def setLineWidth(self, width: float) -> None:
        self._state = replace(self._state, width=width)

    def setLineCap(self, cap: int) -> None:
        self._state = replace(self._state, cap=cap)

    def setLineJoin(self, join: int) -> None:
        self._state = replace(self._state, join=join)

    def setDash(self, array: Sequence[float] | float | None = None, phase: float = 0) -> None:
        lengths = (array, array) if isinstance(array, (int, float)) else tuple(array or ())
        self._state = replace(self._state, dash=lengths if any(lengths) else (), phase=phase)

    def setFont(self, name: str, size: float, leading: float | None = None) -> None:
        del leading
        self._state = replace(self._state, font_name=name, font_size=size)

    def setStrokeAlpha(self, alpha: float) -> None:
        """No chart is translucent: colours are chosen for the ground that they lie on."""

    def setFillAlpha(self, alpha: float) -> None:
        """As above."""

    def setStrokeOverprint(self, on: object) -> None:
        """Only ink on paper overprints."""

    def setFillOverprint(self, on: object) -> None:
        """As above."""

    def setOverprintMask(self, on: object) -> None:
        """As above."""

    def beginPath(self) -> PainterPath:
        return PainterPath()

    def drawPath(self, path: PainterPath, stroke: int = 1, fill: int = 0, fillMode: int | None = None) -> None:
        rule = Qt.FillRule.WindingFill if fillMode == 1 else Qt.FillRule.OddEvenFill
        path.path.setFillRule(rule)
        self._draw(path.path, stroke=stroke, fill=fill)

    def rect(self, x: float, y: float, width: float, height: float, stroke: int = 1, fill: int = 0) -> None:
        path = QPainterPath()
        path.addRect(x, y, width, height)
        self._draw(path, stroke=stroke, fill=fill)

    def roundRect(  # noqa: PLR0913, PLR0917
        self, x: float, y: float, width: float, height: float, radius: float, stroke: int = 1, fill: int = 0
    ) -> None:
        path = QPainterPath()
        path.addRoundedRect(QRectF(x, y, width, height).normalized(), radius, radius)
        self._draw(path, stroke=stroke, fill=fill)

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        path = QPainterPath(QPointF(x1, y1))
        path.lineTo(x2, y2)
        self._draw(path, stroke=1, fill=0)

    def circle(self, x: float, y: float, radius: float, stroke: int = 1, fill: int = 0) -> None:
        path = QPainterPath()
        path.addEllipse(QPointF(x, y), radius, radius)
        self._draw(path, stroke=stroke, fill=fill)

    def drawString(self, x: float, y: float, text: str, **_more: Any) -> None:
        scale = self._state.font_size / _DRAWN_AT
        self._painter.save()
        self._painter.translate(x, y)
        self._painter.scale(scale, -scale)
        self._painter.setFont(_font(self._state.font_name))
        self._painter.setPen(self._state.fill)
        self._painter.drawText(QPointF(0, 0), text)
        self._painter.restore()

    def _draw(self, path: QPainterPath, *, stroke: int, fill: int) -> None:
        self._painter.setBrush(QBrush(self._state.fill) if fill else Qt.BrushStyle.NoBrush)
        self._painter.setPen(self._pen() if stroke and self._state.width else Qt.PenStyle.NoPen)
        self._painter.drawPath(path)

    def _pen(self) -> QPen:
        state = self._state
        pen = QPen(state.stroke, state.width, Qt.PenStyle.SolidLine, _CAPS[state.cap], _JOINS[state.join])
        if state.dash:
            pattern = [length / state.width for length in state.dash]
            pen.setDashPattern(pattern if len(pattern) % 2 == 0 else pattern * 2)
            pen.setDashOffset(state.phase / state.width)
        return pen


def _colour(colour: Any, alpha: float | None) -> QColor:
    opacity = getattr(colour, "alpha", 1.0) if alpha is None else alpha
    return QColor.fromRgbF(colour.red, colour.green, colour.blue, opacity)


def _font(name: str) -> QFont:
    made = font(TypeRole(_DRAWN_AT, _DRAWN_AT, 600 if name.endswith("SemiBold") else 400), figures="Tabular" in name)
    made.setKerning(False)  # reportlab does not kern: widths have to be those that were measured
    made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100)
    return made
