"""The pages that are open: each place keeps its widget, so that scroll, folds and half-typed entries are still there."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.ui.pages.page import Page, Present

KEPT = 10


@dataclass(frozen=True)
class Place:
    """A page, and the system that it is about; None for pages of the engagement."""

    page: str
    system: str | None = None


class PageHost(QStackedWidget):
    """Makes a page when it is first shown. Signals are those of the pages, whichever is shown."""

    edited = Signal(object)
    left_for = Signal(object)
    asked = Signal(str)
    removed = Signal(str)

    def __init__(self, make: Callable[[str], Page]) -> None:
        super().__init__()
        self._make = make
        self._open: OrderedDict[Place, Page] = OrderedDict()
        self.place: Place | None = None

    @property
    def page(self) -> Page | None:
        """The page in front."""
        return self._open.get(self.place) if self.place else None

    def show_place(self, place: Place, present: Present) -> Page:
        """Bring a place to the front, showing ``present``."""
        if place not in self._open:
            self._open[place] = page = self._make(place.page)
            page.edited.connect(self.edited)
            page.left_for.connect(self.left_for)
            page.asked.connect(self.asked)
            page.removed.connect(self.removed)
            self.addWidget(page)
        self._open.move_to_end(place)
        page = self._open[place]
        page.show_present(present)
        self.place = place
        self.setCurrentWidget(page)
        self._let_go()
        return page

    def _let_go(self) -> None:
        """Drop the pages longest unseen, unless something is typed there that is not in the workbook."""
        for place in tuple(self._open)[: max(0, len(self._open) - KEPT)]:
            page = self._open[place]
            if place != self.place and page.flush() == 0:
                del self._open[place]
                self._drop(page)

    def flush(self) -> int:
        """Send what is typed on every open page; returns how many entries cannot be taken."""
        return sum(page.flush() for page in tuple(self._open.values()))

    def forget(self) -> None:
        """Close every page, for another document."""
        for page in self._open.values():
            self._drop(page)
        self._open.clear()
        self.place = None

    def _drop(self, page: Page) -> None:
        page.finish()  # Qt ends the whole app when a thread's owner is deleted before the thread is over
        self.removeWidget(page)
        page.deleteLater()
