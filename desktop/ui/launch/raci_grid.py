"""The matrix with the keys of a spreadsheet: letters set, Space clears, arrows move, Excel pastes."""

from contextlib import suppress

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QSizePolicy, QTableView

from desktop.session.raci_keys import LETTERS, MARKS, read_mark
from desktop.text import say
from desktop.ui.launch.raci_cells import HEAD, LINE, SIDE, DutyHead, MarkDelegate, PeopleHead, width_of
from desktop.ui.launch.raci_model import RaciModel, mark_words, sign
from desktop.ui.theme import Theme

_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_CLEARING = (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RaciGrid(QTableView):
    """``named`` when the duty of the current line is to be named, ``unwanted`` with a line that is to go."""

    named = Signal()
    unwanted = Signal(int)

    def __init__(self, theme: Theme, model: RaciModel) -> None:
        super().__init__()
        self._theme, self._model = theme, model
        self.setProperty("cells", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(MarkDelegate(theme, self))
        self.setHorizontalHeader(PeopleHead(theme, self))
        self.setVerticalHeader(DutyHead(theme, self))
        self.setCornerButtonEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setModel(model)
        model.modelReset.connect(self.fit)
        theme.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Sizes for what there is: all duties in sight, people in columns that show their names."""
        theme, model = self._theme, self._model
        self.verticalHeader().setDefaultSectionSize(theme.scaled(LINE))
        self.verticalHeader().setFixedWidth(theme.scaled(SIDE))
        for at, column in enumerate(model.row.columns):
            self.setColumnWidth(at, width_of(theme, column.label))
        bar = self.horizontalScrollBar().sizeHint().height() if self.horizontalScrollBar().maximum() else 0
        self.setFixedHeight(theme.scaled(HEAD) + model.rowCount() * theme.scaled(LINE) + bar + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        return QSize(480, self.height())

    def begin(self) -> None:
        """Give the keyboard to the first cell, or to the one that had it."""
        if not self.currentIndex().isValid() and self._model.columnCount():
            self.setCurrentIndex(self._model.index(0, 0))
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, letter = self.currentIndex(), event.text().upper()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete and not plain and index.isValid():
            self.unwanted.emit(index.row())
        elif index.isValid() and plain and letter in LETTERS and letter:
            self._model.press(index.row(), index.column(), letter)
        elif index.isValid() and plain and event.key() in _CLEARING:
            self._model.put(index.row(), index.column(), None)
        elif event.key() in _TABS:
            event.ignore()  # arrows move inside; Tab goes on
        elif event.key() == Qt.Key.Key_F2:
            self.named.emit()
        elif event.key() in _ENTER and index.isValid():
            self.setCurrentIndex(self._model.index(min(index.row() + 1, self._model.rowCount() - 1), index.column()))
        else:
            super().keyPressEvent(event)

    def as_text(self) -> str:
        """The whole matrix as tab-separated lines with its heads, as Excel takes it."""
        model = self._model
        lines = ["\t".join(("", *(column.label for column in model.row.columns)))]
        for line, entry in enumerate(model.row.entries):
            lines.append("\t".join((entry.title, *(model.mark(line, at) for at in range(model.columnCount())))))
        return "\n".join(lines)

    def paste(self, text: str) -> None:
        """Letters from the current cell on; cells that hold anything else are left as they are."""
        start, model = self.currentIndex(), self._model
        if not start.isValid():
            return
        for down, line in enumerate(text.rstrip("\r\n").splitlines()):
            for right, cell in enumerate(line.split("\t")):
                at = (start.row() + down, start.column() + right)
                if at[0] < len(model.row.entries) and at[1] < model.columnCount():
                    with suppress(KeyError):
                        model.put(*at, read_mark(cell))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.offer(event.position().toPoint())

    def contextMenuEvent(self, event: object) -> None:
        self.offer(event.pos())  # type: ignore[attr-defined]

    def offer(self, at: QPoint) -> None:
        """The letters with their words, for those who point."""
        index = self.indexAt(at)
        if not index.isValid() or self._model.entry(index.row()) is None:
            return
        menu = QMenu(self)
        for mark in MARKS:
            action = menu.addAction(say("launch.raci.choose", sign=sign(mark), word=mark_words(mark)))
            action.triggered.connect(lambda _checked=False, m=mark: self._model.put(index.row(), index.column(), m))
        menu.addSeparator()
        clear = menu.addAction(say("launch.raci.clear"))
        clear.triggered.connect(lambda _checked=False: self._model.put(index.row(), index.column(), None))
        menu.popup(self.viewport().mapToGlobal(at))
