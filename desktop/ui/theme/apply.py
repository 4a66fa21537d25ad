"""Puts a theme on the application and keeps it there when the theme or the system changes."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.reports.palette import Palette
from desktop.ui.theme.enter_key import EnterKey
from desktop.ui.theme.focus_ring import FocusRings
from desktop.ui.theme.fonts import load_fonts
from desktop.ui.theme.stylesheet import style_sheet
from desktop.ui.theme.theme import Theme

_ROLES = {
    QPalette.ColorRole.Window: "surface",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "sunk",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "block",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "sunk",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.PlaceholderText: "quiet",
}
_GREYED = (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText)


def qt_palette(palette: Palette) -> QPalette:
    """The Qt palette for the tokens."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(palette.colour(token)))
    for role in _GREYED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.quiet))
    return made


class _Dresser(QObject):
    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(theme)
        self._app, self._theme = app, theme
        theme.changed.connect(self.dress)
        app.styleHints().colorSchemeChanged.connect(theme.system_changed)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(theme.system_changed)

    @Slot()
    def dress(self) -> None:
        self._app.setFont(self._theme.font())
        self._app.setPalette(qt_palette(self._theme.palette))
        self._app.setStyleSheet(style_sheet(self._theme.palette, self._theme.text_scale))


def apply(app: QApplication, theme: Theme) -> None:
    """Dress ``app`` in ``theme`` and follow its changes for as long as the theme lives. Call once, before any window."""
    load_fonts()
    app.setStyle("Fusion")
    _Dresser(app, theme).dress()
    FocusRings(app, theme)
    EnterKey(app, theme)
