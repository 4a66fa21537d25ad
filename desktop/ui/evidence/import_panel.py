"""The import of a run: what was recognised, which column holds what, where it belongs, and what it will show."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.session.run_import import ImportPreview, ReadFile, reading_words
from desktop.text import count, say
from desktop.ui.evidence.import_about import AboutCard
from desktop.ui.evidence.import_columns import ColumnsCard
from desktop.ui.evidence.import_texts import WishCard
from desktop.ui.evidence.run_card import RunCard
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card, Line
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.scroll_page import WIDE
from desktop.ui.widgets.words import Words, title

_SHOWN_NOTICES = 8


class ImportPanel(QWidget):
    """From the file's name down to what the run will show, and the buttons in ``foot``. It reads nothing itself."""

    left = Signal()
    stopped = Signal()
    other_wanted = Signal()
    mapped = Signal(object)
    sheet_chosen = Signal(str)
    wanted = Signal(object)
    keep_chosen = Signal(object)
    import_wanted = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__()
        self._theme = theme
        self.head = PageHead(theme, say("evidence.import.kicker"))
        self.refused, self.known = Notice(theme, "block", ""), Notice(theme, "progress", "")
        self.notices = Notice(theme, "risk", "")
        self.columns, self.about, self.run = ColumnsCard(theme), AboutCard(theme, today), RunCard(theme)
        self.run.delete.hide()
        self.texts = WishCard(theme)
        self._preview = title(theme, say("evidence.import.preview"))
        self.take = Button(theme, say("evidence.import.do"), Kind.PRIMARY, "import")
        self.cancel = Button(theme, say("evidence.import.cancel"))
        self.other = Button(theme, say("evidence.import.other"), Kind.PLAIN, "folder-open")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._reading = self._strip()
        parts = (
            self.head, self._reading, self.refused, self.known, self.notices, self.columns, self.about, self.texts,
            self._preview, self.run,
        )  # fmt: skip
        for part in parts:
            column.addWidget(part)
        self.foot = self._foot()
        self._wire()

    @property
    def _of_the_run(self) -> tuple[QWidget, ...]:
        """What is shown only once there is a run to import."""
        return self.known, self.notices, self.about, self.texts, self._preview, self.run

    def _strip(self) -> Card:
        card = Card(self._theme)
        row = QHBoxLayout()
        row.setSpacing(16)
        self._words = Words(self._theme, say("evidence.import.reading"), wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        announce(self.bar, say("evidence.import.reading"))
        self.stop = Button(self._theme, say("evidence.import.stop"), small=True)
        for part in (self._words, self.bar, self.stop):
            row.addWidget(part)
        row.setStretch(1, 1)
        card.body.addLayout(row)
        return card

    def _foot(self) -> QWidget:
        """The buttons; the page holds them in sight under what scrolls, in the same column."""
        foot, inside = QWidget(), QWidget()
        column, middle, row = QVBoxLayout(foot), QHBoxLayout(), QHBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line(self._theme))
        column.addLayout(middle)
        middle.addStretch(1)
        middle.addWidget(inside, 1000)
        middle.addStretch(1)
        inside.setMaximumWidth(WIDE + 64)
        row.setContentsMargins(32, 12, 32, 12)
        row.setSpacing(8)
        row.addWidget(self.cancel)
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(self.take)
        return foot

    def _wire(self) -> None:
        self.cancel.clicked.connect(self.left)
        self.stop.clicked.connect(self.stopped)
        self.other.clicked.connect(self.other_wanted)
        self.take.clicked.connect(self.import_wanted)
        self.columns.mapped.connect(self.mapped)
        self.columns.sheet_chosen.connect(self.sheet_chosen)
        self.about.wanted.connect(self.wanted)
        self.texts.keep_chosen.connect(self.keep_chosen)

    def show_reading(self, path: Path, *, again: bool) -> None:
        """A file is being read, or read ``again`` with other columns: what stands there then stays."""
        self._words.setText(reading_words(0))
        self._reading.setVisible(not again)
        self.take.setEnabled(False)
        if not again:
            self.about.forget()
            self.texts.forget()
            self.head.set_words(say("evidence.import.kicker"), path.name, say("evidence.import.stored"))
            for part in (self.refused, self.columns, *self._of_the_run):
                part.hide()

    def show_progress(self, done: int) -> None:
        """How many examples have been read; reading again says so too once it takes its time."""
        self._words.setText(reading_words(done))
        self._reading.setVisible(self._reading.isVisibleTo(self) or done > 0)

    def show_file(self, found: ReadFile) -> None:
        """The file as it was read, before it is known where the run belongs."""
        self._reading.hide()
        self.columns.show_file(found)
        bad = bool(found.refused)
        self.refused.setVisible(bad)
        if bad:
            self.refused.say(found.refused, say("evidence.import.safe"))
            self.head.set_words(
                say("evidence.import.kicker"),
                say("evidence.import.refused", file=found.path.name),
                say(f"evidence.kind.{found.kind}") if found.kind else "",
            )
            for part in self._of_the_run:
                part.hide()
        self.take.setEnabled(False)

    def show_preview(self, preview: ImportPreview) -> None:
        """What the run will show, and what stands against importing it."""
        self.head.set_words(say("evidence.import.kicker"), preview.headline, preview.lead)
        self.known.setVisible(bool(preview.remark))
        self.known.say(preview.remark)
        self.notices.setVisible(bool(preview.notices))
        if preview.notices:
            shown = "\n".join(preview.notices[:_SHOWN_NOTICES])
            self.notices.say(count("evidence.import.notices", len(preview.notices)), shown)
        for part in (self.about, self.texts, self._preview, self.run):
            part.show()
        self.texts.show_words(preview.texts)
        self.run.show_run(preview.view)
        self.take.setEnabled(not preview.known)

    def focus_first(self) -> None:
        """The button that goes on where there is one, else the way back."""
        (self.take if self.take.isEnabled() else self.cancel).setFocus()
