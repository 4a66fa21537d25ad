"""What every page promises to the shell, and what it is given."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.analysis.memo import Memo
from desktop.method import Method
from desktop.session.assess import Assessment, assess
from desktop.session.pages import page_view
from desktop.session.view import PageView
from desktop.workbook import System, Workbook
from desktop.workbook.path import Path


@dataclass(frozen=True)
class Present:
    """What a page is shown: the workbook of this moment and the system that is chosen. ``tag`` gives text for new ids.

    ``memo`` is the session's, so that what one part of the window has thought over no other does again.
    """

    workbook: Workbook
    method: Method
    system_id: str | None
    today: date
    tag: Callable[[], str]
    memo: Memo

    @property
    def system(self) -> System | None:
        """The chosen system."""
        return self.workbook.systems.get(self.system_id or "")

    def assess(self) -> Assessment:
        """What the answers of the chosen system say; KeyError without one."""
        return assess(self.workbook, self.method, self.system_id or "", self.today, self.memo)

    def view(self, page_id: str) -> PageView:
        """The rows of a page that the method declares."""
        return page_view(self.workbook, self.method, page_id, self.system_id, self.today)


class Page(QWidget):
    """A page. ``edited`` carries an edit to apply, ``left_for`` a page id, or page and system, to go to.

    ``asked`` carries the id of an action or page; ``removed`` says what was just taken away and can be brought back.
    """

    wide = False  # the page needs the room of the rail, which shows its signs only
    fills_window = False  # a page for a room: bar, rail and menus step aside
    edited = Signal(object)
    left_for = Signal(object)
    asked = Signal(str)
    removed = Signal(str)

    def show_present(self, present: Present) -> None:
        """Show this state of the workbook; what is being typed stays as it is."""

    def view(self) -> PageView | None:
        """What the side column shows beside the page; None where it stays away."""
        return None

    def flush(self) -> int:
        """Send what is typed and not sent yet; returns how many entries cannot be read."""
        return 0

    def refuse(self, error: Exception) -> None:
        """The edit that was sent last could not be taken."""

    def finish(self) -> None:
        """Stop and await what still runs for this page, which is about to go."""

    def focus_first(self) -> None:
        """Give the keyboard to the first thing one would do here."""

    def focus_first_problem(self) -> bool:
        """Give the keyboard to the first entry that needs work; False where there is none."""
        return False

    def focus_place(self, path: Path) -> bool:
        """Give the keyboard to the entry for a place of the document."""
        return False
