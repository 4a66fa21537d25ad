"""In a language whose words are two fifths longer, and with large text, every page still shows its words whole."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

import desktop.text
from desktop.ui.main_window import MainWindow
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.words import Words
from tests.every_page import PAGES
from tests.northwind import sample
from tests.window import open_window, settle

LONGER = 0.4
_PADDING = " und noch länger" * 40


@pytest.fixture
def longer_words(monkeypatch: pytest.MonkeyPatch) -> None:
    known = desktop.text.area

    def longer(name: str) -> dict[str, str]:
        return {key: text + _PADDING[: round(len(text) * LONGER)].rstrip() for key, text in known(name).items()}

    monkeypatch.setattr(desktop.text, "area", longer)


@pytest.fixture
def window(longer_words: None) -> Iterator[MainWindow]:
    with open_window() as made:
        made.resize(1280, 720)
        yield made
        made.theme.set_text_scale(1.0)


def clipped(root: QWidget) -> list[str]:
    """What has less room than it needs, by its words."""
    found = [
        f"{w.text()!r} {w.width()}×{w.height()} of {w.sizeHint().width()}×{w.heightForWidth(w.width())}"
        for w in root.findChildren(Words)
        if w.isVisible() and (w.height() < w.heightForWidth(w.width()) or _narrow(w))
    ]
    found += [repr(w.text()) for w in root.findChildren(Button) if w.isVisible() and (_small(w) or _cut(w))]
    return found + [
        f"{type(a).__name__} scrolls sideways"
        for a in root.findChildren(QScrollArea)
        if a.isVisible() and a.horizontalScrollBar().maximum() > 0
    ]


def _narrow(words: Words) -> bool:
    return not words.wordWrap() and words.width() < words.sizeHint().width()


def _small(button: Button) -> bool:
    return button.width() < button.sizeHint().width() or button.height() < button.sizeHint().height()


def _cut(button: Button) -> bool:
    around = button.parentWidget()
    return around is not None and not around.rect().contains(button.geometry())


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_start_page_shows_its_words_whole(window: MainWindow, scale: float, qtbot: QtBot) -> None:
    window.theme.set_text_scale(scale)
    settle()
    assert not clipped(window), "\n" + "\n".join(clipped(window))


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_page_shows_its_words_whole(window: MainWindow, scale: float, qtbot: QtBot) -> None:
    window.theme.set_text_scale(scale)
    window.desk.begin(sample(), pristine=True)
    found = {}
    for page in PAGES:
        window.work.go(page)
        settle()
        found[page] = clipped(window)
    assert not any(found.values()), found
