"""Tool tips show names and paths as they are, whatever is in them."""

from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocumentFragment

from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.tips import plain_tip
from tests.northwind import sample
from tests.window import open_window


@pytest.mark.parametrize("text", ["<b>Acme</b> & sons", "a <img src='x'> b", "1 &lt; 2", "x" * 90 + " <i>y</i>"])
def test_a_tip_that_looks_like_mark_up_is_shown_letter_by_letter(text: str):
    tip = plain_tip(text)
    assert tip != text
    assert QTextDocumentFragment.fromHtml(tip).toPlainText() == text


def test_an_ordinary_tip_stays_as_it_is():
    assert plain_tip("Save  Ctrl+S") == "Save  Ctrl+S"
    assert plain_tip("Keller & Weber") == "Keller & Weber"
    assert plain_tip("") == ""


def test_buttons_and_the_file_name_show_plain_tips(theme: Theme, qtbot, tmp_path: Path):
    button = IconButton(theme, "x", "Remove <b>Acme</b>")
    qtbot.addWidget(button)
    assert "&lt;b&gt;" in button.toolTip()
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.desk.path = tmp_path / "<b>bold<b>.readiness.json"
        window.refresh()
        assert "<b>" not in window.work.top.saved.toolTip()
