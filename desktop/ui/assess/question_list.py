"""The questions at the left: search, filters, and one line each with the level that counts and how it stands."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.method import Method
from desktop.reports.palette import RADIUS_CELL
from desktop.session.assess_questions import STATES, Filter, Item
from desktop.session.view import Choice
from desktop.text import count, say
from desktop.ui.assess.heat import paint_level
from desktop.ui.fields.choice import ChoiceEditor
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.paint import announce, icon, words
from desktop.ui.widgets.search import SearchField
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.widgets.words import caption

ITEM = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_BADGE, _LEFT, _RIGHT = 26, 52, 36


class QuestionModel(QAbstractListModel):
    """The questions that fit the filter."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[Item, ...] = ()

    def show_items(self, shown: Sequence[Item]) -> None:
        """Show other items; while they are the same questions only their state is told anew."""
        before, same = self.shown, [item.id for item in shown] == [item.id for item in self.shown]
        if not same:
            self.beginResetModel()
        self.shown = tuple(shown)
        if not same:
            self.endResetModel()
            return
        for at, (one, other) in enumerate(zip(before, shown, strict=True)):
            if one != other:
                self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.shown[index.row()]
        if role == ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.prompt
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(item.prompt)
        return f"{item.prompt} {item.words}" if role == Qt.ItemDataRole.AccessibleTextRole else None


class QuestionCells(QStyledItemDelegate):
    """Paints one line: the level, the prompt on two lines, and a mark where something is to settle."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, round(2 * self._theme.line() + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item = index.data(ITEM)
        rect, theme = QRectF(option.rect), self._theme
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour("line"))
        self._badge(painter, QRectF(rect.left() + 16, rect.center().y() - _BADGE / 2, _BADGE, _BADGE), item)
        room = rect.adjusted(_LEFT, 8, -_RIGHT, -8)
        lines = two_lines(item.prompt, theme, room.width())
        top = room.center().y() - len(lines) * theme.line() / 2
        for at, line in enumerate(lines):
            words(painter, QRectF(room.left(), top + at * theme.line(), room.width(), theme.line()), line, theme)
        self._mark(painter, QPointF(rect.right() - 28, rect.center().y() - 8), item)
        painter.restore()

    def _badge(self, painter: QPainter, rect: QRectF, item: Item) -> None:
        if item.level is not None or item.not_applicable:
            paint_level(painter, rect, self._theme, item.level)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("edge"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CELL, RADIUS_CELL)

    def _mark(self, painter: QPainter, at: QPointF, item: Item) -> None:
        if item.state == "challenged":
            icon(painter, at, self._theme, "message-square-text", "risk")
        elif item.blocking:
            icon(painter, at, self._theme, "octagon-x", "block")
        elif item.state == "apart":
            icon(painter, at, self._theme, "triangle-alert", "risk")


def two_lines(text: str, theme: Theme, width: float) -> tuple[str, ...]:
    """``text`` broken into at most two lines; the second is all that is left, to be shortened where it is painted."""
    layout = QTextLayout(text, theme.font())
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    first = line.textLength()
    return tuple(part for part in (text[:first].strip(), text[first:].strip()) if part)


class QuestionList(QWidget):
    """``chosen`` carries a question's id, ``filtered`` the new filter."""

    chosen = Signal(str)
    filtered = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._filter = Filter()
        self._method: Method | None = None
        announce(self, say("assess.list"))
        self.search = SearchField(theme, say("assess.search"))
        every = ("assess.lens.all", "assess.group.all", "assess.state.all")
        self._lens, self._group, self._state = (ChoiceEditor(theme, (), say(key), clearable=True) for key in every)
        self._count = caption(theme, "")
        self.reset = Button(theme, say("assess.list.reset"), Kind.QUIET, small=True)
        self.model = QuestionModel()
        self.view = QListView()
        self._dress_view()
        self._lay_out()
        self._wire()

    def _dress_view(self) -> None:
        self._cells = QuestionCells(self._theme)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._cells)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.viewport().setAutoFillBackground(False)
        announce(self.view, say("assess.list"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 1, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(16, 0, 16, 8)
        top.setSpacing(8)
        self._state.name(say("assess.state"))
        self._lens.name(say("assess.lens"))
        self._group.name(say("assess.group"))
        for part in (self.search, self._lens, self._group, self._state, self._count, self.reset):
            top.addWidget(part)
        column.addLayout(top)
        column.addWidget(self.view, 1)

    def _wire(self) -> None:
        self.search.searched.connect(lambda text: self._set(text=text))
        self._lens.edited.connect(lambda value: self._set(lens=str(value or ""), group=""))
        self._group.edited.connect(lambda value: self._set(group=str(value or "")))
        self._state.edited.connect(lambda value: self._set(state=str(value or "")))
        self.reset.clicked.connect(lambda: self.show_filter(Filter()))
        self.view.selectionModel().currentChanged.connect(self._picked)

    @property
    def filter(self) -> Filter:
        """What is shown now."""
        return self._filter

    def offer(self, method: Method) -> None:
        """The lenses and states that one can choose from."""
        if method is not self._method:
            self._method = method
            self._lens.set_choices(tuple(Choice(lens.id, lens.name) for lens in method.lenses))
            self._state.set_choices(tuple(Choice(state, say(f"assess.state.{state}")) for state in STATES))
            self._show_parts()

    def show_filter(self, wanted: Filter) -> None:
        """Set every filter at once."""
        self._filter = wanted
        self.search.blockSignals(True)
        self.search.setText(wanted.text)
        self.search.blockSignals(False)
        self._show_parts()
        self.filtered.emit(wanted)

    def _set(self, **parts: str) -> None:
        given = {name: getattr(self._filter, name) for name in ("text", "lens", "group", "state")} | parts
        self._filter = Filter(**given)
        self._show_parts()
        self.filtered.emit(self._filter)

    def _show_parts(self) -> None:
        lens = self._method.lens.get(self._filter.lens) if self._method else None
        groups = tuple(Choice(group.id, group.name) for group in lens.groups) if lens else ()
        self._group.set_choices(groups)
        self._group.setVisible(lens is not None)
        for editor, value in ((self._lens, "lens"), (self._group, "group"), (self._state, "state")):
            editor.set_value(getattr(self._filter, value) or None)

    def show_items(self, shown: Sequence[Item], current: str) -> None:
        """Show the questions that fit and mark the one that is open."""
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        self.model.show_items(shown)
        at = next((n for n, item in enumerate(shown) if item.id == current), -1)
        index = self.model.index(at) if at >= 0 else QModelIndex()
        moved = index.row() != self.view.currentIndex().row() or at < 0
        if moved:
            self.view.setCurrentIndex(index)
        selection.blockSignals(False)
        if moved:
            self.view.scrollTo(index)
            self.view.viewport().update()  # the selection's own signals were held back
        self._count.setText(count("assess.list.count", len(shown)) if shown else say("assess.list.empty"))
        self.reset.setVisible(self._filter != Filter())

    def _picked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.model.shown[index.row()].id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.colour("line"))
