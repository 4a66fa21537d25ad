"""What phase 1 begins with and why, everything else in order with why not, and another choice with its reason."""

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.reports.integration.choice import ChoiceView, Option
from desktop.session.assess_dashboard import Link
from desktop.text import say
from desktop.ui.assess.lines import LinkList
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.fields.text import ParagraphEditor
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.paint import announce, icon
from desktop.ui.widgets.words import Words, caption, strong


class Said(QWidget):
    """A line with a sign before it: one reason, one criterion."""

    def __init__(self, theme: Theme, text: str, sign: str = "check", ink: str = "done") -> None:
        super().__init__()
        self._theme, self._sign, self._ink = theme, sign, ink
        announce(self, text)
        row = QHBoxLayout(self)
        row.setContentsMargins(26, 0, 0, 0)
        row.addWidget(Words(theme, text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            icon(painter, QPointF(2, (self._theme.line() - 16) / 2), self._theme, self._sign, self._ink)


class BeginForm(QWidget):
    """Another connection for phase 1: without a reason only the suggested one. ``decided`` carries its id and the reason."""

    decided = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._option: Option | None = None
        self._reason = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        self._title, self._trouble = strong(theme, ""), caption(theme, "", "block")
        self.reason = ParagraphEditor(theme, least_lines=2)
        self.reason.edited.connect(self._keep)
        self._frame = FieldFrame(theme, say("integration.choose.reason"), self.reason)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.apply, self.cancel = (
            Button(theme, "", Kind.PLAIN),
            Button(theme, say("integration.choose.cancel"), Kind.QUIET),
        )
        self.apply.clicked.connect(self._apply)
        self.cancel.clicked.connect(self.hide)
        row.addWidget(self.apply)
        row.addWidget(self.cancel)
        row.addStretch(1)
        for part in (self._title, self._frame, self._trouble):
            column.addWidget(part)
        column.addLayout(row)
        self.hide()

    def offer(self, option: Option, reason: str, *, suggested: bool) -> None:
        """Ask for the reason to begin with ``option``; what the rules suggest needs none."""
        self._option, self._reason = option, reason
        self._title.setText(say("integration.choose.title", name=option.name))
        self._frame.setVisible(not suggested)
        self._trouble.hide()
        self.reason.set_value(reason)
        self.apply.setText(say("integration.choose.apply"))
        self.apply.updateGeometry()
        self.show()
        self.apply.setFocus() if suggested else self.reason.focus_first()

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be taken."""
        self._trouble.setText(sentence)
        self._trouble.show()

    def _keep(self, value: object) -> None:
        self._reason = str(value or "")

    def _apply(self) -> None:
        self.reason.flush()
        if self._option is not None:
            self.decided.emit(self._option.id, self._reason)


class ChoiceCard(Card):
    """``decided`` carries the connection to begin with and the reason, ``selected`` one to show on the map."""

    decided = Signal(str, str)
    selected = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, " ")
        self._theme = theme
        self._view: ChoiceView | None = None
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(4)
        self.by_choice = Notice(theme, "progress", say("integration.choice.by-hand"))
        self.unexplained = Notice(theme, "risk", say("integration.choice.unexplained"), say("integration.choose.needs"))
        self.options = LinkList(theme, "", 5)
        self.options.chosen.connect(self._offer)
        self.form = BeginForm(theme)
        self.form.decided.connect(self.decided)
        self.confirm = Button(theme, say("integration.choice.confirm"), Kind.PLAIN, "check", small=True)
        self.confirm.clicked.connect(self._confirm)
        self.body.setSpacing(12)
        self.body.addLayout(self._reasons)
        for part in (self.by_choice, self.unexplained, self.confirm):
            self.body.addWidget(part)
        self.body.addWidget(caption(theme, say("integration.criteria")))
        self.body.addWidget(strong(theme, say("integration.options")))
        self.body.addWidget(self.options)
        self.body.addWidget(self.form)

    def show_choice(self, view: ChoiceView, *, confirmed: bool) -> None:
        """Show the pick; ``confirmed``: it was chosen and is not only suggested."""
        if view == self._view and confirmed == self.confirm.isHidden():
            return
        self._view = view
        if self.name is not None:
            self.name.setText(view.headline)
        self._fill(view.reasons)
        self.by_choice.setVisible(bool(view.override))
        self.by_choice.say(say("integration.choice.by-hand"), view.override)
        self.unexplained.setVisible(view.needs_reason)
        self.confirm.setVisible(not confirmed and any(option.viable for option in view.options))
        self.options.show_links([_link(option) for option in view.options])
        self.form.hide()

    def _fill(self, reasons: tuple[str, ...]) -> None:
        while (item := self._reasons.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for reason in reasons:
            self._reasons.addWidget(Said(self._theme, reason))

    def _offer(self, link: Link) -> None:
        option = next((option for option in self._view.options if option.id == link.page), None) if self._view else None
        if self._view is None or option is None:
            return
        self.selected.emit(option.id)
        held = self._view.override if option.picked else ""
        if not option.picked or held or self._view.needs_reason:
            self.form.offer(option, held, suggested=option.viable and option.place == 1)

    def _confirm(self) -> None:
        if self._view is not None:
            self.decided.emit(self._view.options[0].id, "")


def _link(option: Option) -> Link:
    """A line that leads to the form; its page is the connection's id."""
    title = say("integration.option", place=option.place, name=option.name)
    right = say("integration.option.picked") if option.picked else ""
    return Link(title, option.why, "yes" if option.viable else "open", option.id, (), right)
