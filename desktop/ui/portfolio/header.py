"""The heading row: the sorted column in bold with its arrow, and 4.7 over the line that marks it."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.analysis.portfolio import STALL_MONTHS
from desktop.text.formatting import number
from desktop.ui.portfolio.cells import limit_at
from desktop.ui.portfolio.model import COLUMNS
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import CENTRE, LEFT, RIGHT, icon, words

_ARROW = 18


class PortfolioHeader(QHeaderView):
    """Sections are painted from tokens; a click sorts as in any table."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(64)
        self.setFixedHeight(theme.scaled(34))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        column, area = COLUMNS[logicalIndex], QRectF(rect)
        text = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        painter.save()
        painter.setPen(self._theme.colour("edge"))
        painter.drawLine(QPointF(area.left(), area.bottom() - 1), QPointF(area.right(), area.bottom() - 1))
        inner, right = area.adjusted(8, 0, -8, 0), column == "months"
        is_sorted = self.sortIndicatorSection() == logicalIndex
        if is_sorted:
            self._arrow(painter, inner, text, right=right)
        if right:
            at = inner.left() + limit_at(inner.width())
            mark = QRectF(at - 20, area.top(), 40, area.height())
            taken = self._theme.text_width(text, "caption_strong") + _ARROW
            if mark.right() <= inner.right() - taken:
                words(painter, mark, number(STALL_MONTHS, 1), self._theme, "quiet", "caption", align=CENTRE)
        token, role = ("text", "caption_strong") if is_sorted else ("quiet", "caption")
        shown = inner.adjusted(0, 0, -_ARROW, 0) if is_sorted else inner
        words(painter, shown, text, self._theme, token, role, align=RIGHT if right else LEFT)
        painter.restore()

    def _arrow(self, painter: QPainter, inner: QRectF, text: str, *, right: bool) -> None:
        down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        width = QFontMetricsF(self._theme.font("caption_strong")).horizontalAdvance(text)
        left = inner.right() - 14 if right else min(inner.left() + width + 4, inner.right() - 14)
        icon(
            painter,
            QPointF(left, inner.center().y() - 7),
            self._theme,
            "arrow-down" if down else "arrow-up",
            "text",
            14,
        )
