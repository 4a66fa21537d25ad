"""What-if beside the page: inputs to try, and the two ways out of a trial."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.session.value_trial import Changes, Input
from desktop.text import count, say
from desktop.ui.fields.notation import Region
from desktop.ui.theme import Theme
from desktop.ui.value.input_row import InputRow
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.words import caption, lead, title

_WIDTH, _LEAST, _SHARE = 356, 300, 0.4


class WhatIfPanel(QWidget):
    """``tried`` carries an input's key and value; ``accepted`` and ``dropped`` end the trial."""

    tried = Signal(str, object)
    accepted = Signal()
    dropped = Signal()

    def __init__(self, theme: Theme, region: Region) -> None:
        super().__init__()
        self._theme, self._region = theme, region
        self.rows: dict[str, InputRow] = {}
        self._shape: tuple[object, ...] = ()
        self._state = StateChip(theme, "open", "", tinted=True, small=True)
        self.accept = Button(theme, say("value.whatif.accept"), Kind.PRIMARY)
        self.reset = Button(theme, say("value.whatif.reset"), Kind.PLAIN)
        self.accept.clicked.connect(self.accepted)
        self.reset.clicked.connect(self.dropped)
        self._empty = lead(theme, say("value.whatif.empty"))
        announce(self, say("value.whatif.title"))
        self._lay_out()
        self.fit(10 * _WIDTH)

    def _lay_out(self) -> None:
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(20, 24, 20, 16)
        head.setSpacing(8)
        head.addWidget(title(self._theme, say("value.whatif.title")))
        head.addWidget(caption(self._theme, say("value.whatif.lead")))
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.accept)
        buttons.addWidget(self.reset)
        buttons.addStretch(1)
        head.addLayout(buttons)
        outside.addLayout(head)
        self._scroll, inside = QScrollArea(), QWidget()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(20, 0, 20, 24)
        self._column.setSpacing(16)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        outside.addWidget(self._scroll, 1)

    def fit(self, room: int) -> None:
        """As wide as designed, and never more than two fifths of the page."""
        self.setFixedWidth(max(_LEAST, min(self._theme.scaled(_WIDTH), round(room * _SHARE))))

    def show_inputs(self, inputs: tuple[Input, ...], changes: Changes, currency: str) -> None:
        """The inputs of the project with the values that are tried."""
        shape = (currency, *(one.key for one in inputs))
        if shape != self._shape:
            self._shape = shape
            self._build(inputs, currency)
        for one in inputs:
            self.rows[one.key].show_input(one, changes.get(one.key, one.value))
        self._empty.setVisible(not inputs)
        self._say(changes)

    def _say(self, changes: Mapping[str, Decimal]) -> None:
        if changes:
            self._state.show_state("risk", count("value.whatif.changed", len(changes)))
        else:
            self._state.show_state("done", say("value.whatif.same"))
        self.accept.setEnabled(bool(changes))
        self.reset.setEnabled(bool(changes))

    def _build(self, inputs: tuple[Input, ...], currency: str) -> None:
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows = {}
        for place, one in enumerate(inputs):
            self.rows[one.key] = row = InputRow(self._theme, self._region, currency, one)
            row.tried.connect(self.tried)
            self._column.insertWidget(place + 1, row)

    def flush(self) -> int:
        """Take what is typed; returns how many fields cannot be read."""
        return sum(row.flush() for row in tuple(self.rows.values()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(QRectF(self.rect()), self._theme.colour("raised"))
            painter.fillRect(QRectF(0, 0, 1, self.height()), self._theme.colour("line"))
