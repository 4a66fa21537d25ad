"""At every text size, also one chosen while the page is open, fields, help and problems keep the room that they need."""

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.session.view import Row
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.make import Setting, make_field
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.words import Words
from tests.ui.fields.test_editors import CHOICES, LISTS, VALUES

HELP = (
    "Eine längere Erklärung, die auf schmalen Fenstern über mehr als eine Zeile läuft und trotzdem ganz zu lesen ist."
)


@pytest.fixture
def page(setting: Setting, qtbot) -> ScrollPage:
    made = ScrollPage()
    card = Card(setting.theme, "Verantwortlichkeitszuordnungsverfahren", "Anmerkung")
    for kind, value in VALUES.items():
        help_text, problem = (HELP, "") if kind not in LISTS and len(kind) % 2 else ("", HELP)
        row = Row(
            kind, kind, HELP[:60], (), value, help_text, unit="EUR", problem=problem, choices=CHOICES, optional=True
        )
        card.body.addWidget(make_field(setting, row))
    made.column.addWidget(card)
    qtbot.addWidget(made)
    made.resize(720, 600)
    made.show()
    return made


def assert_whole(page: ScrollPage) -> None:
    assert page.horizontalScrollBar().maximum() == 0
    for words in page.findChildren(Words):
        if words.isVisible():
            assert words.height() >= words.heightForWidth(words.width()), words.text()
    for editor in page.findChildren(FieldEditor):
        assert editor.height() >= editor.minimumSizeHint().height(), type(editor).__name__
    for line in page.findChildren(QLineEdit):
        assert line.height() >= line.minimumSizeHint().height(), line.accessibleName()
        assert line.parentWidget().rect().contains(line.geometry()), line.accessibleName()


@pytest.mark.parametrize(
    ("width", "scale"), [(480, 1.0), (480, 1.5), (720, 1.0), (720, 1.5), (720, 2.0), (1200, 1.5), (1200, 2.0)]
)
def test_nothing_is_clipped(page: ScrollPage, theme: Theme, qtbot, width: int, scale: float):
    theme.set_text_scale(scale)
    page.resize(width, 600)
    qtbot.waitUntil(lambda: assert_whole(page))
    theme.set_text_scale(1.0)
    qtbot.waitUntil(lambda: assert_whole(page))
