"""One theme for the session, as in the app: put back to light and the designed size after each test."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.theme import Mode, Theme, apply


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Theme:
    theme = Theme(Mode.LIGHT)
    apply(qapp, theme)
    return theme


@pytest.fixture
def theme(dressed: Theme) -> Iterator[Theme]:
    yield dressed
    dressed.set_mode(Mode.LIGHT)
    dressed.set_text_scale(1.0)
    dressed.set_calm(calm=False)
