"""The few strokes that all painted widgets share."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def box(  # noqa: PLR0913
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    stroke: QColor | None = None,
    width: float = 1.0,
    *,
    dashed: bool = False,
) -> None:
    """A rounded rectangle whose border lies inside ``rect``, so that hairlines stay crisp."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(stroke, width, line) if stroke is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inset = width / 2 if stroke is not None else 0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def words(  # noqa: PLR0913
    painter: QPainter,
    rect: QRectF,
    text: str,
    theme: Theme,
    ink: str = "text",
    role: str = "body",
    *,
    align: Qt.AlignmentFlag = LEFT,
    figures: bool = False,
) -> None:
    """One line of text inside ``rect``, shortened with an ellipsis where it does not fit."""
    line = theme.line_of(text, role, rect.width() + 0.5, figures=figures)
    painter.setFont(theme.font(role, figures=figures))
    painter.setPen(theme.colour(ink))
    painter.drawStaticText(line.corner(rect, align), line.text)


def icon(painter: QPainter, at: QPointF, theme: Theme, name: str, ink: str = "text", size: int = 16) -> None:
    """An icon with its top left corner at ``at``, at the resolution of what is painted on."""
    ratio = max(1.0, painter.deviceTransform().m11())
    painter.drawPixmap(at, theme.pixmap(name, ink, size, ratio))


def centred_icon(painter: QPainter, rect: QRectF, theme: Theme, name: str, ink: str = "text", size: int = 16) -> None:
    """An icon in the middle of ``rect``."""
    icon(painter, rect.center() - QPointF(size / 2, size / 2), theme, name, ink, size)


def announce(widget: QWidget, name: str, description: str = "") -> None:
    """What a screen reader says on reaching ``widget``."""
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(description)
