"""The heading row of the task list: the sorted column in bold with its arrow."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.session.all_tasks import COLUMNS
from desktop.ui.steering.task_model import RIGHT_COLUMNS
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import LEFT, RIGHT, icon, words

_ARROW = 18


class TaskHeader(QHeaderView):
    """Painted from tokens; a click sorts."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)
        self.setFixedHeight(theme.scaled(34))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        area, right = QRectF(rect), COLUMNS[logicalIndex] in RIGHT_COLUMNS
        text = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        painter.save()
        painter.setPen(self._theme.colour("edge"))
        painter.drawLine(QPointF(area.left(), area.bottom() - 1), QPointF(area.right(), area.bottom() - 1))
        lead = 16 if COLUMNS[logicalIndex] == "percent" else 8  # apart from the figures that end at its left
        inner, is_sorted = area.adjusted(lead, 0, -8, 0), self.sortIndicatorSection() == logicalIndex
        if is_sorted:
            down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            width = self._theme.text_width(text, "caption_strong")
            left = inner.right() - 14 if right else min(inner.left() + width + 4, inner.right() - 14)
            at = QPointF(left, inner.center().y() - 7)
            icon(painter, at, self._theme, "arrow-down" if down else "arrow-up", "text", 14)
        token, role = ("text", "caption_strong") if is_sorted else ("quiet", "caption")
        shown = inner.adjusted(0, 0, -_ARROW, 0) if is_sorted else inner
        words(painter, shown, text, self._theme, token, role, align=RIGHT if right else LEFT)
        painter.restore()
