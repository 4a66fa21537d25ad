"""The theme object that every widget is given: colours, fonts, icons and measures of the mode that is on."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPixmap

from desktop.reports.palette import DARK, HIGH_CONTRAST, LIGHT, MOTION_MS, TYPE, Palette
from desktop.ui.theme.fonts import font
from desktop.ui.theme.icons import IconShelf
from desktop.ui.theme.lines import Line, LineShelf


class Mode(StrEnum):
    """What a person can choose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


_FIXED = {Mode.LIGHT: LIGHT, Mode.DARK: DARK, Mode.HIGH_CONTRAST: HIGH_CONTRAST}


class Theme(QObject):
    """Colours, fonts and icons of the current mode; ``changed`` is sent when any of them is another one."""

    changed = Signal()

    def __init__(self, mode: Mode = Mode.SYSTEM, text_scale: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode, self._text_scale, self._calm = mode, text_scale, False
        self._shelf, self._lines = IconShelf(), LineShelf()
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self._colours: dict[str, QColor] = {}
        self.palette: Palette = _resolve(mode)

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def text_scale(self) -> float:
        """1.0 is the designed size; 1.5 is half as large again."""
        return self._text_scale

    @property
    def motion_ms(self) -> int:
        """Length of a movement in milliseconds; 0 when less motion is wanted."""
        return 0 if self._calm else MOTION_MS

    def set_mode(self, mode: Mode) -> None:
        """Switch now; also asks the system again, so calling it with SYSTEM follows a change out there."""
        self._mode = mode
        self._switch(_resolve(mode))

    def set_text_scale(self, scale: float) -> None:
        if scale != self._text_scale:
            self._text_scale = scale
            self._fonts.clear()
            self._lines.clear()
            self.changed.emit()

    def set_calm(self, *, calm: bool) -> None:
        """No movement at all when ``calm``."""
        self._calm = calm

    def system_changed(self) -> None:
        """The system's own scheme is another one now."""
        if self._mode is Mode.SYSTEM:
            self._switch(_resolve(self._mode))

    def colour(self, ink: str) -> QColor:
        if ink not in self._colours:
            self._colours[ink] = QColor(self.palette.colour(ink))
        return self._colours[ink]

    def font(self, role: str = "body", *, figures: bool = False) -> QFont:
        key = (role, figures)
        if key not in self._fonts:
            self._fonts[key] = font(TYPE[role], self._text_scale, figures=figures)
        return self._fonts[key]

    def line(self, role: str = "body") -> float:
        """Line height of a role in logical pixels."""
        return TYPE[role].line * self._text_scale

    def text_width(self, text: str, role: str = "body") -> float:
        """How wide ``text`` is in logical pixels."""
        return self._lines.width(text, self.font(role), role)

    def line_of(self, text: str, role: str, room: float, *, figures: bool = False) -> Line:
        """``text`` laid out on one line, shortened to ``room`` logical pixels."""
        return self._lines.line(text, self.font(role, figures=figures), (role, figures), room)

    def scaled(self, pixels: float) -> int:
        """A measure that has to grow with the text, such as the height of a control."""
        return round(pixels * max(1.0, self._text_scale))

    def pixmap(self, name: str, ink: str = "text", size: int = 16, ratio: float = 1.0) -> QPixmap:
        return self._shelf.pixmap(name, self.palette.colour(ink), size, ratio)

    def icon(self, name: str, ink: str = "text") -> QIcon:
        return self._shelf.icon(name, self.palette.colour(ink), self.palette.edge)

    def _switch(self, palette: Palette) -> None:
        if palette is not self.palette:
            self.palette = palette
            self._colours.clear()
            self.changed.emit()


def _resolve(mode: Mode) -> Palette:
    if mode in _FIXED:
        return _FIXED[mode]
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return HIGH_CONTRAST
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
