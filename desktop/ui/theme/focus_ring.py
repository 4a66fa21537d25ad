"""The ring round the control that the keyboard is on: one overlay per window, 2 pixels wide, 2 pixels off the control."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

from desktop.reports.palette import RADIUS_CONTROL
from desktop.ui.theme.theme import Theme

RINGED = "ringed"
QUIET_FOCUS = "quiet_focus"
REACH = "ring_reach"
_REACH = 4
_MOVING = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.EnabledChange}


class FocusRing(QWidget):
    """Draws the ring; lies over the window, lets the mouse through and says nothing to a screen reader."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focus_ring")
        self.hide()

    def surround(self, target: QWidget) -> None:
        """Lay the ring round what can be seen of ``target``."""
        seen = target.visibleRegion().boundingRect()
        if not seen.isValid():
            self.hide()
            return
        place = QRect(target.mapTo(self.window(), QPoint(0, 0)), target.size())
        given = target.property(REACH)
        reach = _REACH if given is None else int(given)
        self.setGeometry(place.adjusted(-reach, -reach, reach, reach))
        self.setMask(QRegion(self._clip(target).translated(-self.pos())))
        self.show()
        self.raise_()

    def _clip(self, target: QWidget) -> QRect:
        """The part of the window that the ring may cover: inside the view that scrolls ``target``, if one does."""
        step = target.parentWidget()
        while step is not None and not step.isWindow():
            area = step.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is step:
                return QRect(step.mapTo(self.window(), QPoint(0, 0)), step.size())
            step = area
        return self.window().rect()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CONTROL + 3, RADIUS_CONTROL + 3)


class FocusRings(QObject):
    """Moves the ring with the focus. A click gives focus without a ring: the pointer already shows the place."""

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._forget()
        if new is None or not wants_ring(new) or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        self._target = new
        step: QWidget | None = new
        while step is not None:
            step.installEventFilter(self)
            self._watched.append(step)
            step = None if step.isWindow() else step.parentWidget()
        self._ring(new).surround(new)

    def _forget(self) -> None:
        from shiboken6 import isValid

        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        target, self._target, self._watched = self._target, None, []
        if target is not None and isValid(target):
            self._ring(target).hide()

    def _ring(self, target: QWidget) -> FocusRing:
        window = target.window()
        found = window.findChild(FocusRing, "focus_ring", Qt.FindChildOption.FindDirectChildrenOnly)
        return found or FocusRing(self._theme, window)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING and self._target is not None:
            self._ring(self._target).surround(self._target)
        return False


def wants_ring(widget: QWidget) -> bool:
    """Buttons and whatever sets the property ``ringed``; fields show focus by their own border."""
    is_button = isinstance(widget, QAbstractButton) and not widget.property(QUIET_FOCUS)
    return is_button or bool(widget.property(RINGED))
