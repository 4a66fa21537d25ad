"""A card of a page: forms, records, tables and a picture, in one column or two as the room allows."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.method.schema import Kind
from desktop.session.view import CardView, Row
from desktop.ui.fields.make import Setting
from desktop.ui.launch.raci_block import RaciBlock
from desktop.ui.pages.form import Form, People
from desktop.ui.pages.records import Records
from desktop.ui.pages.row_list import RowList
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.words import caption, lead, strong
from desktop.workbook.path import Path

_LISTS = frozenset({Kind.TABLE, Kind.RECORDS, Kind.ASSIGNMENTS, Kind.RACI})
_BESIDE, _FORM_WIDTH = 720, 280
Block = Form | Records | RowList | RaciBlock
Made = Records | RowList | RaciBlock
_MADE: Mapping[Kind, type[Made]] = MappingProxyType({Kind.RECORDS: Records, Kind.RACI: RaciBlock})


class CardBlock(QWidget):
    """Shows one card. ``edited`` carries row and value, ``added``, ``removed`` and ``moved`` what happens in lists."""

    edited = Signal(object, object)
    added = Signal(object, object)
    removed = Signal(object, str)
    moved = Signal(object, str, int)

    def __init__(self, setting: Setting, view: CardView, picture: QWidget | None) -> None:
        super().__init__()
        self._setting, self._blocks = setting, dict[str, Block]()
        self._line: dict[str, tuple[str, ...]] = {}
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        card = Card(setting.theme, view.title)
        outside.addWidget(card)
        if view.lead:
            card.body.setSpacing(4)
            card.body.addWidget(lead(setting.theme, view.lead))
            card.body.addSpacing(12)
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._body.setSpacing(24)
        card.body.addLayout(self._body)
        self._side = bool(picture) and _fits_beside(view)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for column in (self._left, self._right):
            column.setSpacing(20)
        self._fill(view, picture)
        self._body.addLayout(self._left, 0)
        if self._side:
            self._body.addLayout(self._right, 1)

    def _fill(self, view: CardView, picture: QWidget | None) -> None:
        right = self._right if self._side else self._left
        group: list[Row] = []
        for row in view.rows:
            if row.kind in _LISTS:
                self._end_group(group)
                right.addWidget(self._list(row))
            else:
                group.append(row)
        self._end_group(group)
        if picture is not None:
            right.addWidget(picture)
        if self._side:
            self._left.addStretch(1)
            self._right.addStretch(1)

    def _end_group(self, group: list[Row]) -> None:
        if not group:
            return
        form = Form(self._setting, tuple(group))
        form.edited.connect(self.edited)
        self._blocks[f"form:{group[0].id}"] = form
        self._line[f"form:{group[0].id}"] = tuple(row.id for row in group)
        self._left.addWidget(form)
        group.clear()

    def _list(self, row: Row) -> QWidget:
        block = _MADE.get(row.kind, RowList)(self._setting, row)
        block.edited.connect(self.edited)
        block.added.connect(self._added)
        block.removed.connect(self.removed)
        if isinstance(block, RowList):
            block.moved.connect(self.moved)
        self._blocks[row.id] = block
        self._line[row.id] = (row.id,)
        if isinstance(block, (Records, RaciBlock)):
            return block
        return self._named(row, block)

    def _named(self, row: Row, block: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if not row.fixed:
            column.addWidget(strong(self._setting.theme, row.label))
        if row.help:
            column.addWidget(caption(self._setting.theme, row.help))
        column.addWidget(block)
        return holder

    def _added(self, row: Row, values: object = None) -> None:
        self.added.emit(row, values)

    def show_card(self, view: CardView, people: People) -> None:
        """Show other values in the same fields."""
        rows = {row.id: row for row in view.rows}
        for key, block in self._blocks.items():
            if isinstance(block, Form):
                block.show_rows(tuple(rows[row_id] for row_id in self._line[key]), people)
            else:
                block.show_row(rows[key], people)

    def open_last(self, row_id: str) -> None:
        """Begin with the first field of the entry that was just added."""
        block = self._blocks.get(row_id)
        if not isinstance(block, Form) and block is not None:
            block.open_last()

    def forms(self) -> tuple[Form, ...]:
        """Every form that is in sight, in reading order."""
        found: list[Form] = []
        for block in self._blocks.values():
            if isinstance(block, Form):
                found.append(block)
            elif isinstance(block, Records):
                found += [record.form for record in block.records.values() if record.form and record.is_open]
        return tuple(found)

    def flush(self) -> int:
        """Send what is typed; returns how many entries cannot be taken."""
        return sum(block.flush() for block in self._blocks.values())

    def focus_first(self) -> None:
        """Give the keyboard to what stands first, be it a field, a list or a table."""
        block = next(iter(self._blocks.values()), None)
        if isinstance(block, Form):
            next(iter(block.frames.values())).editor.focus_first()
        elif block is not None:
            block.focus_first()

    def focus_problem(self) -> bool:
        """Give the keyboard to the first entry with a problem, those that are not in the workbook first."""
        for stuck in (True, False):
            for form in self.forms():
                for row in form.rows:
                    if form.is_stuck(row.id) if stuck else row.problem:
                        form.frames[row.id].editor.focus_first()
                        return True
            for block in self._blocks.values():
                if isinstance(block, (RowList, RaciBlock)) and (block.stuck() if stuck else block.has_problem()):
                    block.focus_first()
                    return True
        return False

    def refuse(self, row: Row, sentence: str) -> None:
        """Say at the field why its value cannot be taken."""
        for form in self.forms():
            if any(known.path == row.path for known in form.rows):
                form.refuse(row.id, sentence)
                return
        for block in self._blocks.values():
            if isinstance(block, (RowList, RaciBlock)) and row.path[: len(block.path)] == block.path:
                block.refuse(row, sentence)

    def focus_place(self, path: Path) -> bool:
        """Give the keyboard to the entry for ``path``."""
        for block in self._blocks.values():
            if not isinstance(block, Form) and block.focus_place(path):
                return True
        for form in self.forms():
            for row in form.rows:
                if path[: len(row.path)] == row.path or row.path[: len(path)] == path:
                    form.frames[row.id].editor.focus_first()
                    return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._side:
            wide = event.size().width() >= _BESIDE
            wanted = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
            if wanted != self._body.direction():
                self._body.setDirection(wanted)
            for at in range(self._left.count()):
                item = self._left.itemAt(at)
                widget = item.widget() if item else None
                if widget is not None:
                    widget.setFixedWidth(_FORM_WIDTH) if wide else widget.setMaximumWidth(16_777_215)


def _fits_beside(view: CardView) -> bool:
    """A form on the left and the rest on the right, unless a table needs the whole width."""
    lists = [row for row in view.rows if row.kind in _LISTS]
    wide = any(column.kind == Kind.MONEY_RANGE for row in lists for column in row.columns)
    return not wide and len(lists) < len(view.rows)
