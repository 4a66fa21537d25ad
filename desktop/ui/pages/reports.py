"""What leaves the app: the Excel tracker and the board summary, for one system or the engagement."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from desktop.text import count, say
from desktop.ui.pages.board_preview import BoardPreview, Wanted
from desktop.ui.pages.page import Page, Present
from desktop.ui.pages.page_head import PageHead
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.scroll_page import WIDE, ScrollPage
from desktop.ui.widgets.segments import SegmentedChoice
from desktop.ui.widgets.words import Words, caption

_BESIDE = 880
_CONTENTS = {"tracker": 4, "board": 3}


class ReportsPage(Page):
    """``export_wanted`` carries tracker or board, and a system's id or None for the engagement."""

    export_wanted = Signal(str, object)

    def __init__(self, theme: Theme, revision: Callable[[], str]) -> None:
        super().__init__()
        self._theme, self._revision = theme, revision
        self._present: Present | None = None
        self._whole = False
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        page = ScrollPage(WIDE)
        announce(page, say("reports.title"))
        outside.addWidget(page)
        self._column = page.column
        self.head = PageHead(theme)
        self.head.show_words(say("reports.kicker"), say("reports.title"), say("reports.lead"))
        self._column.addWidget(self.head)
        self.scope = SegmentedChoice(
            theme, (("system", say("reports.this")), ("all", say("reports.all"))), say("reports.scope")
        )
        self.scope.chosen.connect(self._rescope)
        self._covers = caption(theme, "")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.scope)
        row.addWidget(self._covers, 1)
        self._column.addLayout(row)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(24)
        self._words, self.preview = QVBoxLayout(), BoardPreview(theme)
        self._words.setSpacing(16)
        self.buttons = {
            kind: self._card(kind, sign) for kind, sign in (("tracker", "file-spreadsheet"), ("board", "file-text"))
        }
        self._words.addStretch(1)
        self._sides.addLayout(self._words, 2)
        self._sides.addWidget(self.preview, 3)
        self._column.addLayout(self._sides)
        self._column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= _BESIDE
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _card(self, kind: str, sign: str) -> Button:
        card = Card(self._theme, say(f"reports.{kind}"))
        for n in range(1, _CONTENTS[kind] + 1):
            card.body.addWidget(Words(self._theme, say(f"reports.{kind}.{n}")))
        card.body.setSpacing(6)
        card.body.addSpacing(10)
        row = QHBoxLayout()
        button = Button(
            self._theme, say(f"reports.{kind}.export"), Kind.PRIMARY if kind == "board" else Kind.PLAIN, sign
        )
        button.clicked.connect(lambda: self.export_wanted.emit(kind, self.system_id))
        row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        self._words.addWidget(card)
        return button

    @property
    def system_id(self) -> str | None:
        """The system to report on; None for all that entered the sprint."""
        return None if self._whole or self._present is None else self._present.system_id

    def _rescope(self, value: object) -> None:
        self._whole = value == "all"
        self._show()

    def show_present(self, present: Present) -> None:
        self._present = present
        self._show()

    def _show(self) -> None:
        present = self._present
        if present is None:
            return
        self.scope.setVisible(present.system is not None)
        self.scope.set_value("system" if self.system_id else "all")
        entered = sum(system.sprint is not None for system in present.workbook.systems.values())
        if self.system_id and present.system:
            self._covers.setText(present.system.name)
        else:
            self._covers.setText(count("reports.covers", entered) if entered else say("reports.covers.none"))
        if self.isVisible() or not self.preview.drawn:
            self.preview.ask(self._wanted(present))

    def _wanted(self, present: Present) -> Wanted:
        return Wanted(present.workbook, self._revision(), present.today, self.system_id, present.method)

    def focus_first(self) -> None:
        self.buttons["board"].setFocus()

    def finish(self) -> None:
        """Wait for the preview that is being drawn."""
        self.preview.finish()
