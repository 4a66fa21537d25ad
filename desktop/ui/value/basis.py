"""What the numbers rest on: kind, source and owner of every amount, in one table that is edited like a spreadsheet."""

from PySide6.QtCore import Signal

from desktop.session.value_basis import basis_row
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
        self.list.edited.connect(self.edited)
        self.body.setSpacing(8)
        self.body.addWidget(self._words)
        self.body.addWidget(self.list)

    def show_basis(self, present: Present, words: str) -> None:
        """The amounts as they are in the workbook now."""
        self._words.setText(words)
        row = basis_row(present.workbook, present.system_id or "")
        self.list.setVisible(bool(row.entries))
        self.list.show_row(row, present.workbook.people)
