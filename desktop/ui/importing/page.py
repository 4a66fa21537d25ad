"""The page that leads through the import. It asks for what it cannot do itself: dialogs, reading, importing."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.exchange.inventory import Preview
from desktop.exchange.mapping import Mapping
from desktop.exchange.table import Table
from desktop.text import count, say
from desktop.ui.importing.column_step import ColumnStep
from desktop.ui.importing.file_step import FileStep
from desktop.ui.importing.preview_step import PreviewStep
from desktop.ui.importing.steps import StepLine
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.words import heading, lead


class ImportPage(QWidget):
    """``read_wanted`` path, encoding, separator, sheet · ``preview_wanted`` table and mapping · ``import_wanted`` preview."""

    file_wanted = Signal()
    read_wanted = Signal(object, str, str, str)
    preview_wanted = Signal(object, object)
    import_wanted = Signal(object)
    load_mapping_wanted = Signal()
    save_mapping_wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._path: Path | None = None
        self._table: Table | None = None
        self._found: Preview | None = None
        self._line = StepLine(theme)
        self._title, self._lead = heading(theme, ""), lead(theme, "")
        self.file, self.columns, self.preview = FileStep(theme), ColumnStep(theme), PreviewStep(theme)
        self._stack = QStackedWidget()
        for step in (_scrolled(self.file), _scrolled(self.columns), self.preview):
            self._stack.addWidget(step)
        self.back = Button(theme, say("importing.cancel"), Kind.PLAIN)
        self.next = Button(theme, say("importing.next"), Kind.PRIMARY, "arrow-right", sign_after=True)
        self._lay()
        self._wire()
        self._go(0)

    def _lay(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 24, 0, 24)
        page.setSpacing(12)
        head, foot = QVBoxLayout(), QHBoxLayout()
        head.setContentsMargins(32, 0, 32, 0)
        foot.setContentsMargins(32, 0, 32, 0)
        head.setSpacing(8)
        for part in (self._line, self._title, self._lead):
            head.addWidget(part)
        page.addLayout(head)
        page.addWidget(self._stack, 1)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.next)
        page.addLayout(foot)

    def _wire(self) -> None:
        self.file.file_wanted.connect(self.file_wanted)
        self.file.read_again.connect(self._read_again)
        self.columns.load_wanted.connect(self.load_mapping_wanted)
        self.columns.save_wanted.connect(self.save_mapping_wanted)
        self.back.clicked.connect(self._back)
        self.next.clicked.connect(self._next)

    def choose_file(self, path: Path) -> None:
        """A file was chosen or dropped: have it read."""
        self._path = path
        self.file.show_reading(path)
        self.read_wanted.emit(path, "", "", "")

    def show_refused(self, sentence: str) -> None:
        """The file could not be read."""
        self.file.show_refused(sentence)
        self._go(0)

    def show_table(self, table: Table, mapping: Mapping) -> None:
        """The file has been read, and a mapping was suggested."""
        self._table = table
        self.file.show_table(table)
        self.columns.show_mapping(table, mapping)
        self._go(0)

    def show_mapping(self, mapping: Mapping) -> None:
        """A mapping was loaded from a file."""
        if self._table is not None:
            self.columns.show_mapping(self._table, mapping)

    def show_preview(self, found: Preview) -> None:
        """The preview is ready."""
        self._found = found
        self.preview.show_preview(found)
        self._go(2)

    def flush(self) -> None:
        """Choices are sent as they are made."""

    def focus_first_problem(self) -> None:
        """The way on is what one looks for."""
        self.next.setFocus(Qt.FocusReason.TabFocusReason)

    def _read_again(self, encoding: str, separator: str, sheet: str) -> None:
        if self._path is not None:
            self.read_wanted.emit(self._path, encoding, separator, sheet)

    def _back(self) -> None:
        now = self._stack.currentIndex()
        if now == 0:
            self.left.emit()
        else:
            self._go(now - 1)

    def _next(self) -> None:
        match self._stack.currentIndex():
            case 0:
                self._go(1)
            case 1:
                self.preview_wanted.emit(self._table, self.columns.mapping)
            case _:
                self.import_wanted.emit(self._found)

    def _go(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self._line.show_step(step)
        name = ("file", "columns", "preview")[step]
        self._title.setText(say(f"importing.title.{name}"))
        self._lead.setText(say(f"importing.lead.{name}"))
        self.back.setText(say("importing.cancel" if step == 0 else "importing.back"))
        fresh = self._found.counts.added + self._found.counts.changed if self._found else 0
        self.next.setText(count("importing.import", fresh) if step == 2 else say("importing.next"))
        self.next.setEnabled(self._table is not None and (step < 2 or fresh > 0))
        self.next.updateGeometry()


def _scrolled(inside: QWidget) -> ScrollPage:
    page = ScrollPage(widest=0)
    page.column.setContentsMargins(32, 0, 32, 8)
    page.column.addWidget(inside)
    return page
