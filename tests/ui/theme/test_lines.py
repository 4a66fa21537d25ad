from PySide6.QtCore import QRectF, Qt
from pytestqt.qtbot import QtBot

from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import CENTRE, LEFT, RIGHT

LONG = "Schadenregulierungssachbearbeiterin der Northwind Insurance"


def test_a_line_is_laid_out_once_and_again_only_for_another_size(qtbot: QtBot) -> None:
    theme = Theme()
    line = theme.line_of("Claims triage", "body", 200)
    assert theme.line_of("Claims triage", "body", 200) is line
    theme.set_text_scale(1.5)
    larger = theme.line_of("Claims triage", "body", 200)
    assert larger.width > 1.4 * line.width


def test_a_line_that_is_too_long_ends_in_an_ellipsis_and_fits(qtbot: QtBot) -> None:
    theme = Theme()
    line = theme.line_of(LONG, "body", 120)
    assert line.text.text().endswith("…")
    assert line.width <= 120
    assert theme.line_of(LONG, "body", 1000).text.text() == LONG


def test_words_of_markup_stay_words(qtbot: QtBot) -> None:
    line = Theme().line_of("<b>bold</b> &amp;", "body", 500)
    assert line.text.textFormat() is Qt.TextFormat.PlainText
    assert line.text.text() == "<b>bold</b> &amp;"


def test_the_corner_follows_the_alignment(qtbot: QtBot) -> None:
    line, rect = Theme().line_of("62 %", "body", 200), QRectF(10, 20, 200, 40)
    middle = 20 + (40 - line.height) / 2
    assert (line.corner(rect, LEFT).x(), line.corner(rect, LEFT).y()) == (10, middle)
    assert line.corner(rect, RIGHT).x() == 210 - line.width
    assert line.corner(rect, CENTRE).x() == 10 + (200 - line.width) / 2
    assert line.corner(rect, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft).y() == 20
    assert line.corner(rect, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft).y() == 60 - line.height


def test_thousands_of_lines_do_not_gather_for_ever(qtbot: QtBot) -> None:
    theme = Theme()
    first = theme.line_of("0", "body", 50)
    for n in range(1, 5_000):
        theme.line_of(str(n), "body", 50)
    assert theme.line_of("0", "body", 50) is not first
