"""Check box, radio button and switch, painted alike."""

from PySide6.QtCore import Property, QEasingCurve, QEvent, QPointF, QPropertyAnimation, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from desktop.reports.palette import RADIUS_CELL
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import box, centred_icon, words

_MARK, _GAP = 18, 10


def _size(button: QAbstractButton, theme: Theme, mark: int) -> QSize:
    text = button.text()
    advance = QFontMetricsF(theme.font()).horizontalAdvance(text) + _GAP if text else 0
    return QSize(round(mark + advance) + 1, theme.scaled(28))


def _ink(button: QAbstractButton) -> str:
    return "text" if button.isEnabled() else "quiet"


class CheckBox(QCheckBox):
    """A box that is empty, ticked or, for a group, partly ticked."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return _size(self, self._theme, _MARK)

    def minimumSizeHint(self) -> QSize:
        return QSize(_MARK, self.sizeHint().height())

    def hitButton(self, _pos: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(0, (self.height() - _MARK) / 2, _MARK, _MARK)
        with QPainter(self) as painter:
            paint_check(
                painter, rect, self._theme, self.checkState(), enabled=self.isEnabled(), hover=self.underMouse()
            )
            text = QRectF(self.rect()).adjusted(_MARK + _GAP, 0, 0, 0)
            words(painter, text, self.text(), self._theme, _ink(self))


def paint_check(
    painter: QPainter, rect: QRectF, theme: Theme, state: Qt.CheckState, *, enabled: bool = True, hover: bool = False
) -> None:
    """The box itself; delegates of tables use it too."""
    if state is Qt.CheckState.Unchecked:
        fill = "raised" if enabled else "sunk"
        box(painter, rect, RADIUS_CELL, theme.colour(fill), theme.colour("accent" if hover and enabled else "edge"))
        return
    box(painter, rect, RADIUS_CELL, theme.colour("accent" if enabled else "edge"))
    sign = "check" if state is Qt.CheckState.Checked else "minus"
    centred_icon(painter, rect, theme, sign, "on_accent" if enabled else "raised", 14)


class Radio(QRadioButton):
    """One of several; arrows move between those of a group."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return _size(self, self._theme, _MARK)

    def minimumSizeHint(self) -> QSize:
        return QSize(_MARK, self.sizeHint().height())

    def hitButton(self, _pos: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(0, (self.height() - _MARK) / 2, _MARK, _MARK)
        chosen = self.isChecked()
        frame = "edge" if not self.isEnabled() else "accent" if chosen or self.underMouse() else "edge"
        with QPainter(self) as painter:
            box(painter, rect, _MARK / 2, self._theme.colour("raised"), self._theme.colour(frame), 1.5 if chosen else 1)
            if chosen:
                box(painter, rect.adjusted(4.5, 4.5, -4.5, -4.5), 5, self._theme.colour(frame))
            text = QRectF(self.rect()).adjusted(_MARK + _GAP, 0, 0, 0)
            words(painter, text, self.text(), self._theme, _ink(self))


class ToggleSwitch(QAbstractButton):
    """On or off at once. The knob slides where motion is wanted; the words beside it say which it is."""

    WIDTH, HEIGHT = 36, 20

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._at = theme, 0.0
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._slide = QPropertyAnimation(self, b"knob", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.toggled.connect(self._move)

    def sizeHint(self) -> QSize:
        return _size(self, self._theme, self.WIDTH)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.WIDTH, self.sizeHint().height())

    def _get_knob(self) -> float:
        return self._at

    def _set_knob(self, at: float) -> None:
        self._at = at
        self.update()

    knob = Property(float, _get_knob, _set_knob)

    def _move(self, on: bool) -> None:  # noqa: FBT001
        self._slide.stop()
        if not self.isVisible() or self._theme.motion_ms == 0:
            self._set_knob(float(on))
            return
        self._slide.setDuration(self._theme.motion_ms)
        self._slide.setEndValue(float(on))
        self._slide.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        track = QRectF(0, (self.height() - self.HEIGHT) / 2, self.WIDTH, self.HEIGHT)
        with QPainter(self) as painter:
            self._paint_track(painter, track)
            text = QRectF(self.rect()).adjusted(self.WIDTH + _GAP, 0, 0, 0)
            words(painter, text, self.text(), self._theme, _ink(self))

    def _paint_track(self, painter: QPainter, track: QRectF) -> None:
        on, theme = self.isChecked(), self._theme
        live = "accent" if self.isEnabled() else "edge"
        frame = theme.colour("accent" if self.underMouse() and self.isEnabled() else "edge")
        box(painter, track, 10, theme.colour(live if on else "raised"), None if on else frame)
        centre = QPointF(track.left() + 10 + self._at * (self.WIDTH - 20), track.center().y())
        radius = 7 if on else 6
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("on_accent" if on else "edge"))
        painter.drawEllipse(centre, radius, radius)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()
