"""How the RACI matrix is painted: letters as small marks, people above, duties with what they lack at the left."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.reports.palette import RADIUS_CELL
from desktop.text import say
from desktop.ui.launch.raci_model import Index, RaciModel, sign
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import CENTRE, box, icon, words

SIDE, COLUMN, HEAD, LINE = 296, 84, 60, 52
_GROUND = {"A": "accent", "AR": "accent", "R": "accent_soft", "C": "raised", "I": "raised"}
_INK = {"A": "on_accent", "AR": "on_accent", "R": "accent", "C": "text", "I": "quiet"}


class MarkDelegate(QStyledItemDelegate):
    """A letter on its ground: accountable filled, responsible tinted, consulted and informed framed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, rect = index.model(), QRectF(option.rect)
        assert isinstance(model, RaciModel)
        painter.save()
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self._theme.colour("line"))
        if model.entry(index.row()) is None:
            self._total(painter, rect, model, index.column())
        else:
            self._mark(painter, rect, model.mark(index.row(), index.column()), option)
        painter.restore()

    def _mark(self, painter: QPainter, rect: QRectF, mark: str, option: QStyleOptionViewItem) -> None:
        view, colour = self.parent(), self._theme.colour
        inside = QRectF(rect.center().x() - 24, rect.center().y() - 16, 48, 32)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = here and isinstance(view, QWidget) and view.hasFocus()
        if mark:
            frame = colour("edge") if mark in ("C", "I") else None
            box(painter, inside, RADIUS_CELL, colour(_GROUND[mark]), frame)
            words(painter, inside, sign(mark), self._theme, _INK[mark], "strong", align=CENTRE)
        elif not focused:
            box(painter, QRectF(rect.center().x() - 2, rect.center().y() - 2, 4, 4), 2, colour("edge"))
        if focused:
            box(painter, inside.adjusted(-5, -5, 5, 5), RADIUS_CELL + 4, None, colour("accent"), 2)

    def _total(self, painter: QPainter, rect: QRectF, model: RaciModel, at: int) -> None:
        heavy, held = bool(model.row.columns[at].problem), str(model.held(at))
        ink = "risk" if heavy else "quiet"
        words(painter, rect, held, self._theme, ink, "strong" if heavy else "body", align=CENTRE, figures=True)
        if heavy:
            icon(
                painter, QPointF(rect.center().x() + 10, rect.center().y() - 8), self._theme, "triangle-alert", ink, 16
            )


class PeopleHead(QHeaderView):
    """Names over the columns, on two lines; a person who answers for too much has a mark."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.scaled(HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        if not isinstance(model, RaciModel) or section >= model.columnCount():
            return
        name, area = model.row.columns[section].label, QRectF(rect)
        first, _, last = name.rpartition(" ")
        line = self._theme.line("caption_strong")
        lines = [part for part in (first, last) if part]
        top = area.bottom() - 8 - line * len(lines)
        painter.save()
        for number, part in enumerate(lines):
            at = QRectF(area.left() + 4, top + number * line, area.width() - 8, line)
            words(painter, at, part, self._theme, "text", "caption_strong", align=CENTRE)
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), self._theme.colour("edge"))
        painter.restore()


class DutyHead(QHeaderView):
    """Duties at the left, each with what it lacks in a second line. It stays when the people scroll."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(SIDE), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model, area = self.model(), QRectF(rect)
        if not isinstance(model, RaciModel):
            return
        entry, room = model.entry(section), area.adjusted(0, 6, -12, -7)
        painter.save()
        painter.fillRect(area, self._theme.colour("raised"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), self._theme.colour("line"))
        if entry is None:
            words(painter, room, say("launch.raci.answers-for"), self._theme, "quiet", "body")
        else:
            half = QRectF(room.left(), room.top(), room.width(), self._theme.line("strong"))
            words(painter, half, entry.title or say("launch.raci.unnamed"), self._theme, "text", "strong")
            self._state(painter, half.translated(0, half.height() + 1), entry.note)
        painter.restore()

    def _state(self, painter: QPainter, rect: QRectF, note: str) -> None:
        name, ink = ("triangle-alert", "risk") if note else ("circle-check", "done")
        icon(painter, QPointF(rect.left(), rect.center().y() - 7), self._theme, name, ink, 14)
        words(painter, rect.adjusted(20, 0, 0, 0), note or say("launch.raci.complete"), self._theme, ink, "caption")


def width_of(theme: Theme, name: str) -> int:
    """A column that shows its person's longer name part, within reason; the whole name is in the tip."""
    metrics = QFontMetricsF(theme.font("caption_strong"))
    first, _, last = name.rpartition(" ")
    widest = max(metrics.horizontalAdvance(first), metrics.horizontalAdvance(last)) + 16
    return round(min(max(widest, theme.scaled(COLUMN)), theme.scaled(140)))
