"""The phases of the rollout side by side: what each connects, what it costs, and what must be true to leave it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.reports.integration.choice import PhaseView
from desktop.text import count, say
from desktop.ui.integration.choice_card import Said
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.paint import announce, words
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.widgets.words import Words, caption, strong

_BESIDE, _SHOWN = 640, 6


class PhaseColumn(QWidget):
    """One phase; ``selected`` carries the connection that was pressed."""

    selected = Signal(str)

    def __init__(self, theme: Theme, view: PhaseView) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(strong(theme, view.name))
        column.addWidget(caption(theme, f"{view.scope} {view.weeks}"))
        names = QVBoxLayout()
        names.setSpacing(0)
        for key, name, by_hand in view.connections[:_SHOWN]:
            names.addWidget(self._name(theme, key, name, by_hand=by_hand))
        column.addLayout(names)
        if not view.connections:
            column.addWidget(Words(theme, view.nothing, "body", "quiet"))
        elif len(view.connections) > _SHOWN:
            column.addWidget(caption(theme, count("integration.phase.more", len(view.connections) - _SHOWN)))
        if view.honest:
            effort = QVBoxLayout()
            effort.setSpacing(0)
            effort.addWidget(caption(theme, say("integration.phase.honest", days=view.honest)))
            effort.addWidget(caption(theme, say("integration.phase.doubled", days=view.doubled), "text"))
            column.addLayout(effort)
        column.addWidget(caption(theme, say("integration.phase.left")))
        for criterion in view.criteria:
            column.addWidget(Said(theme, criterion, "circle", "quiet"))
        column.addWidget(caption(theme, view.releases))
        column.addStretch(1)

    def _name(self, theme: Theme, key: str, name: str, *, by_hand: bool) -> "NameButton":
        text = say("integration.phase.by-hand", name=name) if by_hand else name
        button = NameButton(theme, text)
        button.clicked.connect(lambda _checked=False: self.selected.emit(key))
        return button


class NameButton(QAbstractButton):
    """A connection's name that leads to it on the map, cut where the column ends."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._whole = text
        announce(self, text)
        self.setToolTip(plain_tip(text))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(80, round(self._theme.line()) + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            ink = "accent_hover" if self.underMouse() else "accent"
            words(painter, QRectF(self.rect()), self._whole, self._theme, ink)


class PhaseCard(Card):
    """All phases; one below the other where there is no room. ``selected`` carries a connection to show on the map."""

    selected = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("integration.phases"), say("integration.phases.note"))
        self._theme = theme
        self._views: tuple[PhaseView, ...] = ()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(24)
        self.body.addLayout(self._row)
        self.body.addWidget(caption(theme, say("integration.phases.rule")))

    def show_phases(self, views: tuple[PhaseView, ...]) -> None:
        """Show the phases; the same ones stay the same widgets."""
        if views == self._views:
            return
        self._views = views
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for view in views:
            column = PhaseColumn(self._theme, view)
            column.selected.connect(self.selected)
            self._row.addWidget(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= self._theme.scaled(_BESIDE)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
