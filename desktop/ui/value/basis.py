"""What the numbers rest on: kind, source and owner of every amount, in one table that is edited like a spreadsheet."""

from PySide6.QtCore import Signal

from desktop.session.value_basis import basis_row, unit_basis_row
from desktop.session.view import Row
from desktop.text import say
from desktop.ui.fields.make import Setting
from desktop.ui.pages.page import Present
from desktop.ui.pages.row_list import RowList
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.words import Words


class BasisCard(Card):
    """``edited`` carries the row of a cell and its new value."""

    edited = Signal(object, object)

    def __init__(self, theme: Theme, setting: Setting, present: Present) -> None:
        super().__init__(theme, say("value.card.basis"))
        self._words = Words(theme)
        self.list = RowList(setting, basis_row(present.workbook, present.system_id or ""))
        self.units = RowList(setting, unit_basis_row(present.workbook, present.system_id or ""))
        self.body.setSpacing(8)
        self.body.addWidget(self._words)
        for table in (self.list, self.units):
            table.edited.connect(self.edited)
            self.body.addWidget(table)

    def show_basis(self, present: Present, words: str) -> None:
        """The amounts as they are in the workbook now."""
        self._words.setText(words)
        system = present.system_id or ""
        rows = (basis_row(present.workbook, system), unit_basis_row(present.workbook, system))
        for table, row in zip((self.list, self.units), rows, strict=True):
            table.setVisible(bool(row.entries))
            table.show_row(row, present.workbook.people)

    def refuse(self, row: Row, sentence: str) -> None:
        """Why the value of a cell that was sent last cannot be taken."""
        (self.units if "unit" in row.path else self.list).refuse(row, sentence)

    def flush(self) -> int:
        """Send the cell that is open; returns how many cells cannot be read."""
        return self.list.flush() + self.units.flush()
