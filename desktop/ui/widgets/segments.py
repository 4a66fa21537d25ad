"""A choice among two to five, all in sight: go, conditional go, no-go."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desktop.reports.palette import RADIUS_CONTROL
from desktop.ui.theme import Theme
from desktop.ui.theme.enter_key import PASSES_ENTER
from desktop.ui.widgets.paint import CENTRE, announce, box, words


class _Segment(QAbstractButton):
    def __init__(self, theme: Theme, value: str, text: str) -> None:
        super().__init__()
        self._theme, self.value = theme, value
        self.setText(text)
        self.setCheckable(True)
        self.setProperty(PASSES_ENTER, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._theme.font("strong")).horizontalAdvance(self.text())
        return QSize(round(width) + 30, self._theme.scaled(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect, on = QRectF(self.rect()), self.isChecked()
        with QPainter(self) as painter:
            if on:
                box(painter, rect, RADIUS_CONTROL - 2, self._theme.colour("accent" if self.isEnabled() else "edge"))
            elif self.underMouse() and self.isEnabled():
                box(painter, rect, RADIUS_CONTROL - 2, self._theme.colour("accent_soft"))
            ink = ("on_accent" if self.isEnabled() else "raised") if on else "text" if self.isEnabled() else "quiet"
            words(painter, rect, self.text(), self._theme, ink, "strong" if on else "body", align=CENTRE)


class SegmentedChoice(QWidget):
    """Exclusive options side by side. ``chosen`` is sent with the value when a person picks one, not when code does."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, options: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self._theme = theme
        announce(self, name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        self._group = QButtonGroup(self)
        self._segments = [_Segment(theme, value, text) for value, text in options]
        for segment in self._segments:
            self._group.addButton(segment)
            row.addWidget(segment)
        self._group.buttonClicked.connect(self._picked)

    @property
    def value(self) -> str | None:
        return next((segment.value for segment in self._segments if segment.isChecked()), None)

    def set_value(self, value: str | None) -> None:
        """Show ``value``; None leaves every segment open."""
        self._group.setExclusive(value is not None)
        for segment in self._segments:
            segment.setChecked(segment.value == value)
        self._group.setExclusive(True)

    def focus_first(self) -> None:
        checked = next((segment for segment in self._segments if segment.isChecked()), self._segments[0])
        checked.setFocus(Qt.FocusReason.TabFocusReason)

    def _picked(self, segment: QAbstractButton) -> None:
        if isinstance(segment, _Segment):
            self.chosen.emit(segment.value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            box(painter, QRectF(self.rect()), RADIUS_CONTROL, self._theme.colour("raised"), self._theme.colour("edge"))
