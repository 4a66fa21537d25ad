"""A card that the method declares, on a page that is made by hand: the same fields, the same edits."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.session.editing import add_entry, remove_entry, set_field
from desktop.session.view import CardView, PageView, Row
from desktop.text import say
from desktop.ui.fields.make import Setting
from desktop.ui.fields.notation import region
from desktop.ui.pages.card_view import CardBlock
from desktop.ui.pages.page import Present
from desktop.ui.pages.wizard import sentence_for
from desktop.ui.theme import Theme
from desktop.workbook.path import Path


class DeclaredCard(QWidget):
    """Shows card ``card`` of page ``page``. ``edited`` carries an edit, ``removed`` what can be brought back."""

    edited = Signal(object)
    removed = Signal(str)

    def __init__(self, theme: Theme, page: str, card: str) -> None:
        super().__init__()
        self._theme, self._page, self._card = theme, page, card
        self._present: Present | None = None
        self._view: CardView | None = None
        self._block: CardBlock | None = None
        self._sending: Row | None = None
        self._people: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_present(self, present: Present, page: PageView | None = None) -> None:
        """Show the values of this moment; what is being typed stays. ``page`` spares making the view again."""
        self._present = present
        view = next(card for card in (page or present.view(self._page)).cards if card.id == self._card)
        if self._block is None:
            self._block = self._build(present, view)
        elif view != self._view or present.workbook.people is not self._people:
            self._block.show_card(view, present.workbook.people)
        self._view, self._people = view, present.workbook.people

    def _build(self, present: Present, view: CardView) -> CardBlock:
        block = CardBlock(Setting(self._theme, region(), present.workbook.people, lambda: self._now.today), view, None)
        block.edited.connect(self._set)
        block.added.connect(self._add)
        block.removed.connect(self._remove)
        self._column.addWidget(block)
        return block

    @property
    def _now(self) -> Present:
        if self._present is None:
            raise RuntimeError(self._card)
        return self._present

    def _set(self, row: Row, value: Any) -> None:
        self._sending = row
        self.edited.emit(set_field(row, value, self._now.tag()))
        self._sending = None

    def _add(self, row: Row, values: Any) -> None:
        self.edited.emit(add_entry(row, self._now.tag(), values))
        if (block := self._block) is not None:
            QTimer.singleShot(0, block, lambda: block.open_last(row.id))

    def _remove(self, row: Row, entry_id: str) -> None:
        entry = next((entry for entry in row.entries if entry.id == entry_id), None)
        named = next((str(cell.value) for cell in entry.rows if cell.value), "") if entry else ""
        self.edited.emit(remove_entry(row, entry_id))
        self.removed.emit(say("wizard.removed", name=named or say("wizard.untitled")))

    def refuse(self, error: Exception) -> bool:
        """Say at the field why its value cannot be taken; False where this card sent nothing."""
        if self._sending is None or self._block is None:
            return False
        self._block.refuse(self._sending, sentence_for(error))
        return True

    def flush(self) -> int:
        """Send what is typed; returns how many entries cannot be taken."""
        return self._block.flush() if self._block is not None else 0

    def focus_place(self, path: Path) -> bool:
        """Give the keyboard to the field of ``path``."""
        return self._block is not None and self._block.focus_place(path)

    def focus_first(self) -> bool:
        """Give the keyboard to the first field."""
        for form in self._block.forms() if self._block is not None else ():
            next(iter(form.frames.values())).editor.focus_first()
            return True
        return False
