"""A section that opens under its heading."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import RIGHT, announce, icon, words

_TEXT_LEFT, _BETWEEN = 24, 16


class _Head(QAbstractButton):
    def __init__(self, theme: Theme, text: str, note: str) -> None:
        super().__init__()
        self._theme, self._note = theme, note
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        announce(self, text, note)

    def sizeHint(self) -> QSize:
        return QSize(120, self._theme.scaled(32))

    def set_note(self, note: str) -> None:
        self._note = note
        announce(self, self.text(), note)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink = "accent" if self.underMouse() else "text"
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            sign = "chevron-down" if self.isChecked() else "chevron-right"
            icon(painter, QPointF(0, (self.height() - 16) / 2), self._theme, sign, "quiet")
            own, beside = self._shares()
            words(painter, QRectF(_TEXT_LEFT, 0, own, rect.height()), self.text(), self._theme, ink, "strong")
            note = QRectF(rect.right() - beside, 0, beside, rect.height())
            words(painter, note, self._note, self._theme, "quiet", "caption", align=RIGHT)

    def _shares(self) -> tuple[float, float]:
        """The widths of heading and note; where both do not fit the heading has the first claim, up to two thirds."""
        room = max(0.0, self.width() - _TEXT_LEFT - _BETWEEN)
        heading = self._theme.text_width(self.text(), "strong")
        note = self._theme.text_width(self._note, "caption")
        if heading + note > room:
            heading = min(heading, max(room * 2 / 3, room - note))
        return heading, min(note, room - heading)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class Collapsible(QWidget):
    """Heading with a chevron; ``body`` holds what it covers. Space and Enter open and close it."""

    def __init__(self, theme: Theme, text: str, note: str = "", *, opened: bool = False) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.head = _Head(theme, text, note)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(24, 0, 0, 8)
        self.body.setSpacing(16)
        column.addWidget(self.head)
        column.addWidget(self._inside)
        self.head.toggled.connect(self._inside.setVisible)
        self.head.setChecked(opened)
        self._inside.setVisible(opened)

    @property
    def is_open(self) -> bool:
        return self.head.isChecked()

    def set_open(self, *, opened: bool) -> None:
        self.head.setChecked(opened)
