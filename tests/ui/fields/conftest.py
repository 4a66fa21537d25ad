"""What field tests share: a setting with two people, British notation and a fixed today."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from desktop.ui.fields.make import Setting
from desktop.ui.fields.notation import region
from desktop.ui.theme import Theme
from desktop.workbook import Person

PEOPLE = {
    "p1": Person(id="p1", name="Maria Keller", role="Head of claims"),
    "p2": Person(id="p2", name="Tomas Novak", role="Product owner"),
}


@pytest.fixture
def setting(theme: Theme) -> Setting:
    return Setting(theme, region(QLocale("en_GB")), PEOPLE, lambda: date(2026, 11, 21))


@pytest.fixture
def german(theme: Theme) -> Setting:
    return Setting(theme, region(QLocale("de_DE")), PEOPLE, lambda: date(2026, 11, 21))
