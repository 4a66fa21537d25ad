"""The theme dresses the whole application, switches while windows are open, and every token reaches the screen."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.reports.palette import DARK, HIGH_CONTRAST, LIGHT, SCREENS, STATE_ICONS
from desktop.ui.theme import Mode, Theme
from desktop.ui.theme.apply import qt_palette
from desktop.ui.theme.focus_ring import FocusRing
from desktop.ui.theme.fonts import FAMILY, font, load_fonts
from desktop.ui.theme.stylesheet import style_sheet
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card


def test_the_bundled_family_is_found_and_its_figures_can_be_equally_wide(theme: Theme):
    assert load_fonts() == (FAMILY,)
    prose, figures = theme.font(), theme.font(figures=True)
    from PySide6.QtGui import QFontInfo, QFontMetricsF

    assert QFontInfo(prose).family() == FAMILY
    assert QFontMetricsF(figures).horizontalAdvance("111") == pytest.approx(
        QFontMetricsF(figures).horizontalAdvance("888")
    )
    assert QFontMetricsF(prose).horizontalAdvance("111") < QFontMetricsF(prose).horizontalAdvance("888")


def test_switching_reaches_open_windows_at_once(theme: Theme, qtbot):
    card = Card(theme, "Test set")
    qtbot.addWidget(card)
    card.resize(300, 100)
    card.show()
    grounds = []
    for mode in (Mode.LIGHT, Mode.DARK, Mode.HIGH_CONTRAST):
        theme.set_mode(mode)
        grounds.append(card.grab().toImage().pixelColor(150, 90).name().upper())
        assert QApplication.palette().color(QPalette.ColorRole.Window) == theme.colour("surface")
    assert grounds == [LIGHT.raised, DARK.raised, HIGH_CONTRAST.raised]


def test_changed_is_sent_once_and_only_for_a_change(theme: Theme, qtbot):
    theme.set_mode(Mode.LIGHT)
    with qtbot.waitSignal(theme.changed):
        theme.set_mode(Mode.DARK)
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode(Mode.DARK)
        theme.set_text_scale(theme.text_scale)


def test_a_fixed_mode_does_not_follow_the_system(theme: Theme, qtbot):
    theme.set_mode(Mode.HIGH_CONTRAST)
    with qtbot.assertNotEmitted(theme.changed):
        theme.system_changed()
    theme.set_mode(Mode.SYSTEM)
    assert theme.palette in (LIGHT, DARK, HIGH_CONTRAST)


@pytest.mark.parametrize("palette", SCREENS, ids=lambda p: p.name)
def test_the_style_sheet_holds_nothing_but_tokens(palette):
    rules = style_sheet(palette)
    assert "$" not in rules
    tokens = {
        value.lower() for value in (getattr(palette, slot) for slot in palette.__slots__) if isinstance(value, str)
    }
    assert {found.lower() for found in re.findall(r"#[0-9A-Fa-f]{6}", rules)} <= tokens


def test_disabled_text_is_quiet_and_placeholders_are_legible():
    palette = qt_palette(LIGHT)
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == QColor(LIGHT.quiet)
    assert palette.color(QPalette.ColorRole.PlaceholderText) == QColor(LIGHT.quiet)


def test_icons_are_drawn_once_for_each_colour_and_resolution(theme: Theme):
    theme.set_mode(Mode.LIGHT)
    first = theme.pixmap("check", "accent", 16, 2.0)
    assert theme.pixmap("check", "accent", 16, 2.0) is first
    assert first.width() == 32
    assert first.devicePixelRatio() == 2.0
    theme.set_mode(Mode.DARK)
    assert theme.pixmap("check", "accent", 16, 2.0) is not first


@pytest.mark.parametrize("name", sorted(STATE_ICONS.values()))
def test_state_icons_are_tinted(theme: Theme, name: str):
    theme.set_mode(Mode.LIGHT)
    image = theme.pixmap(name, "block", 24).toImage()
    inked = [image.pixelColor(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 250]
    assert inked
    assert all(abs(colour.red() - QColor(LIGHT.block).red()) <= 2 for colour in inked)


def test_an_unknown_icon_is_an_error_and_no_blank(theme: Theme):
    with pytest.raises(FileNotFoundError):
        theme.pixmap("no-such-icon")


def test_text_grows_with_the_scale(theme: Theme, qtbot):
    before = theme.font("body").pixelSize()
    button = Button(theme, "Export…")
    qtbot.addWidget(button)
    narrow = button.sizeHint()
    theme.set_text_scale(1.5)
    assert theme.font("body").pixelSize() == round(before * 1.5)
    assert button.sizeHint().width() > narrow.width()
    assert button.sizeHint().height() > narrow.height()


def test_less_motion_means_none(theme: Theme):
    assert theme.motion_ms > 0
    theme.set_calm(calm=True)
    assert theme.motion_ms == 0


def test_fonts_never_hint_so_that_screen_and_paper_agree():
    from desktop.reports.palette import TYPE

    assert font(TYPE["body"]).hintingPreference() is font(TYPE["body"]).HintingPreference.PreferNoHinting


@pytest.fixture
def window(theme: Theme, qtbot) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    for name in ("First", "Second"):
        column.addWidget(Button(theme, name))
    column.addWidget(QLabel("not a control"))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def ring(window: QWidget) -> FocusRing | None:
    return window.findChild(FocusRing)


def test_the_ring_surrounds_the_control_that_the_keyboard_reached(window: QWidget, qtbot):
    first, second = window.findChildren(QPushButton)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    found = ring(window)
    assert found is not None
    assert found.isVisible()
    assert found.geometry() == first.geometry().adjusted(-4, -4, 4, 4)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    assert found.geometry() == second.geometry().adjusted(-4, -4, 4, 4)


def test_the_ring_follows_its_control_and_goes_with_it(window: QWidget):
    first = window.findChildren(QPushButton)[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    window.resize(700, 500)
    QApplication.processEvents()
    found = ring(window)
    assert found is not None
    assert found.geometry() == first.geometry().adjusted(-4, -4, 4, 4)
    first.clearFocus()
    assert not found.isVisible()


def test_a_click_needs_no_ring(window: QWidget, monkeypatch: pytest.MonkeyPatch):
    first = window.findChildren(QPushButton)[0]
    first.clearFocus()
    monkeypatch.setattr(QApplication, "mouseButtons", staticmethod(lambda: Qt.MouseButton.LeftButton))
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    found = ring(window)
    assert first.hasFocus()
    assert found is None or not found.isVisible()
