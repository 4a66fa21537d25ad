"""The pictures that cards name, each drawn from what the analysis computed."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from desktop.ui.pages.page import Present
from desktop.ui.theme import Theme


class Picture(QWidget):
    """A chart that follows the workbook; it hides while there is nothing to draw."""

    def show_present(self, present: Present) -> None:
        """Draw what the chosen system's figures say now."""


_MAKERS: Mapping[str, Callable[[Theme], Picture]] = MappingProxyType({})


def picture_for(name: str, theme: Theme) -> Picture | None:
    """The picture that a card names; None where it names none."""
    return _MAKERS[name](theme) if name in _MAKERS else None
