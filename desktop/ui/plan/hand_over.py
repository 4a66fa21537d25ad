"""Adding people: which tasks go to whom, and what the launch would become, before anything is written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.session.plan_page import PlanView
from desktop.session.plan_page_hand_over import (
    Suggested,
    Who,
    effect,
    from_whom,
    open_critical,
    room_words,
    tasks_of,
)
from desktop.session.plan_page_hand_words import hand_headline, said, task_line
from desktop.text import say
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.fields.person import PersonEditor
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.ticks import CheckBox
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.widgets.words import Words, caption, strong

_MOST, _SEEN = 60, 4  # tasks that are offered, and that are seen without scrolling
_LONGEST = 48  # characters of a name


class HandOverPanel(Card):
    """``accepted`` carries the tasks and the person (an id or a ``NewPerson``), ``left`` is sent on leaving it as it is."""

    accepted = Signal(object, object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._view: PlanView | None = None
        self._who: Who | None = None
        self.boxes: dict[str, CheckBox] = {}
        self.headline, self._more = strong(theme, ""), caption(theme, "")
        self.person = PersonEditor(theme, {})
        self.person.note = lambda person: room_words(self._view, person.id) if self._view else ""
        self.answer, self._detail = Words(theme, "", "body"), caption(theme, "")
        self.fits = StateChip(theme, "done", say("planpage.way.fits"), small=True)
        self.apply = Button(theme, say("planpage.hand.apply"), Kind.PRIMARY, "check", small=True)
        self.back = Button(theme, say("planpage.hand.back"), Kind.PLAIN, small=True)
        self._lay_out(theme)
        self.person.edited.connect(self._choose)
        self.apply.clicked.connect(self._accept)
        self.back.clicked.connect(self.left)
        theme.changed.connect(self._size)

    def _lay_out(self, theme: Theme) -> None:
        announce(self, say("planpage.way.add-people"))
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(8)
        row, left, right = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        row.setSpacing(32)
        left.setSpacing(4)
        right.setSpacing(6)
        left.addWidget(self.headline)
        left.addWidget(self._list())
        left.addWidget(self._more)
        left.addStretch(1)
        right.addWidget(FieldFrame(theme, say("planpage.hand.person"), self.person))
        first, foot = QHBoxLayout(), QHBoxLayout()
        self.answer.setAlignment(Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.answer, 1)
        first.addWidget(self.fits, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.apply)
        foot.addWidget(self.back)
        foot.addStretch(1)
        right.addLayout(first)
        right.addWidget(self._detail)
        right.addStretch(1)
        right.addLayout(foot)
        row.addLayout(left, 3)
        row.addLayout(right, 2)
        self.body.addLayout(row)

    def _list(self) -> QScrollArea:
        self._scroll, inside = QScrollArea(), QWidget()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        announce(self._scroll, say("planpage.hand.tasks"))
        self._tasks = QVBoxLayout(inside)
        self._tasks.setContentsMargins(0, 0, 0, 0)
        self._tasks.setSpacing(0)
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        return self._scroll

    def begin(self, view: PlanView, found: Suggested | None) -> None:
        """Start from the best hand-over that is known, else from the tasks of whoever has too much."""
        self._view = view
        owner = found.owner if found else from_whom(view)
        self.headline.setText(hand_headline(view, owner))
        self._fill(view, set(found.tasks if found else tasks_of(view, owner)))
        self._who = found.person if found else None
        self.person.set_people(view.workbook.people)
        self.person.set_value(self._who)
        self._size()
        self._preview()

    def _fill(self, view: PlanView, chosen: set[str]) -> None:
        for box in self.boxes.values():
            box.hide()
            self._tasks.removeWidget(box)
            box.deleteLater()
        offered = open_critical(view)
        self.boxes = {name: self._box(view, name, on=name in chosen) for name in offered[:_MOST]}
        hidden = len(offered) - len(self.boxes)
        self._more.setText(say("planpage.hand.more", n=hidden))
        self._more.setVisible(hidden > 0)

    def _box(self, view: PlanView, name: str, *, on: bool) -> CheckBox:
        box = CheckBox(self._theme, task_line(view, name, _LONGEST).replace("&", "&&"))
        box.setToolTip(plain_tip(task_line(view, name)))
        box.setChecked(on)
        box.toggled.connect(lambda _on: self._preview())
        self._tasks.addWidget(box)
        return box

    def _size(self) -> None:
        lines = max(1, min(_SEEN, len(self.boxes)))
        self._scroll.setFixedHeight(lines * self._theme.scaled(28))

    def focus_first(self) -> None:
        """Where one goes on: at the person, or at the button where somebody is suggested."""
        (self.apply if self.apply.isEnabled() else self.person.first_control()).setFocus()

    def chosen(self) -> tuple[str, ...]:
        """The tasks that are ticked, in their order."""
        return tuple(name for name, box in self.boxes.items() if box.isChecked())

    def _choose(self, who: object) -> None:
        self._who = who or None  # type: ignore[assignment]  # the editor sends an id or a new person
        self._preview()

    def _preview(self) -> None:
        """Say what it would lead to, from the plan as it would be written."""
        view, who, names = self._view, self._who, self.chosen()
        led_to = effect(view, names, who, "") if view is not None and who is not None else None
        self.apply.setEnabled(led_to is not None)
        self.fits.setVisible(led_to is not None)
        if view is None or who is None or led_to is None:
            self.answer.setText(say("planpage.hand.choose"))
            self._detail.setText("")
            return
        found = said(view, who, led_to)
        self.answer.setText(found.answer)
        self._detail.setText(found.detail)
        word = say("planpage.way.fits" if found.fits else "planpage.way.misses")
        self.fits.show_state("done" if found.fits else "risk", word)
        self.apply.setAccessibleDescription(f"{found.answer}. {found.detail}")

    def _accept(self) -> None:
        if self._who is not None and self.chosen():
            self.accepted.emit(self.chosen(), self._who)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
