"""Step 3: what the import would do, row by row, before anything is done."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from desktop.exchange.inventory import Preview, SystemDraft
from desktop.exchange.problems import ImportProblem, sentence
from desktop.text import count, say
from desktop.text.formatting import day
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.segments import SegmentedChoice
from desktop.ui.widgets.words import caption, title

Cell = Callable[[Any], str]
Columns = tuple[tuple[str, float, Cell], ...]


def _one_line(text: str) -> str:
    return " ".join(text.split())


PROBLEMS: Columns = (
    ("row", 0.08, lambda p: "" if p.row is None else str(p.row)),
    ("column", 0.26, lambda p: _one_line(p.column)),
    ("value", 0.22, lambda p: _one_line(p.value)),
    ("why", 0.44, sentence),
)
SYSTEMS: Columns = (
    ("row", 0.08, lambda d: str(d.row)),
    ("status", 0.12, lambda d: say(f"importing.status.{d.status}")),
    ("name", 0.36, lambda d: _one_line(d.system.name)),
    ("stage", 0.16, lambda d: say(f"portfolio.stage.{d.system.stage.value if d.system.stage else 'unknown'}")),
    ("started", 0.14, lambda d: day(d.system.started) if d.system.started else "–"),
    ("proposals", 0.14, lambda d: str(len(d.system.proposals)) if d.system.proposals else "–"),
)


class PreviewStep(QWidget):
    """The counts as a sentence, then the cells that need a look or all systems."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 0, 32, 0)
        column.setSpacing(12)
        self._headline, self._detail = title(theme, ""), caption(theme, "", "text")
        self._notice = Notice(theme, "risk", "")
        options = [("problems", say("importing.show.problems")), ("systems", say("importing.show.systems"))]
        self._which = SegmentedChoice(theme, options, say("importing.show.name"))
        self._which.chosen.connect(lambda _: self._show())
        self._table = _Table(theme)
        card = Card(theme)
        card.body.addWidget(self._which)
        card.body.addWidget(self._table, 1)
        for part in (self._headline, self._detail, self._notice):
            column.addWidget(part)
        column.addWidget(card, 1)
        self._found: Preview | None = None

    def show_preview(self, found: Preview) -> None:
        """Show what importing would do."""
        self._found, counts = found, found.counts
        self._headline.setText(count("importing.headline", counts.rows))
        numbers = {name: f"{getattr(counts, name):,}" for name in ("added", "changed", "same", "missing", "proposals")}
        self._detail.setText(say("importing.counts", **numbers))
        self._notice.setVisible(bool(counts.problems))
        self._notice.say(count("importing.problems", counts.problems), say("importing.problems.safe"))
        self._which.set_value("problems" if counts.problems else "systems")
        self._show()

    def _show(self) -> None:
        if self._found is None:
            return
        if self._which.value == "problems":
            self._table.show_rows(PROBLEMS, self._found.problems, say("importing.show.problems"))
        else:
            self._table.show_rows(SYSTEMS, self._found.systems, say("importing.show.systems"))


class _Rows(QAbstractTableModel):
    def __init__(self, columns: Columns, rows: Sequence[ImportProblem | SystemDraft]) -> None:
        super().__init__()
        self._columns, self._rows = columns, rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._columns[index.column()][2](self._rows[index.row()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return say(f"importing.head.{self._columns[section][0]}")
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class _Table(QTableView):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shares: tuple[float, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMinimumHeight(240)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.scaled(32))
        self.horizontalHeader().setHighlightSections(False)

    def show_rows(self, columns: Columns, rows: Sequence[Any], name: str) -> None:
        """Other rows in other columns."""
        announce(self, name)
        self.setModel(_Rows(columns, rows))
        self._shares = tuple(share for _, share, _ in columns)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for section, share in enumerate(self._shares):
            self.setColumnWidth(section, int(self.viewport().width() * share))
