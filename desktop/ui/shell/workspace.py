"""One open document on screen: bar, rail, page and side column, kept in step with the session."""

from collections.abc import Callable, Mapping
from datetime import datetime

from pydantic import ValidationError
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.analysis.portfolio import is_stalled
from desktop.session.assess import DASHBOARD
from desktop.session.assess_rung import rung_words
from desktop.session.editing import Edit
from desktop.session.finding import Find, findable, systems
from desktop.session.places import OF_SYSTEM
from desktop.session.rail import rail
from desktop.session.rail_entry import RailSection
from desktop.session.session import Change, Session, Step
from desktop.session.system_edits import remove_system
from desktop.text import say
from desktop.ui.pages.page import Page, Present
from desktop.ui.shell.finder import Finder
from desktop.ui.shell.page_host import PageHost, Place
from desktop.ui.shell.rail_panel import RailPanel
from desktop.ui.shell.reading_order import move_focus
from desktop.ui.shell.side_column import SideColumn
from desktop.ui.shell.top_bar import TopBar
from desktop.ui.theme import Theme
from desktop.ui.widgets.notice import UndoBar
from desktop.workbook.path import Path

FOLD_RAIL, FOLD_SIDE = 1100, 1400
PageMaker = Callable[[Theme], Page]


class Workspace(QWidget):
    """Shows a session. ``asked`` carries what only the window can do; ``moved`` is sent when another page is in front."""

    asked = Signal(str)
    moved = Signal()

    def __init__(self, theme: Theme, pages: Mapping[str, PageMaker], actions: Callable[[], tuple[Find, ...]]) -> None:
        super().__init__()
        self._theme, self._makers, self._actions = theme, pages, actions
        self.session: Session | None = None
        self.system_id: str | None = None
        self.sections: tuple[RailSection, ...] = ()
        self._last_in: dict[str, str] = {}
        self._side_wanted: bool | None = None
        self.top, self.rail, self.side = TopBar(theme), RailPanel(theme), SideColumn(theme)
        self.host = PageHost(lambda page: self._makers[page](theme))
        self.above_page = QVBoxLayout()
        self._lay_out()
        self.finder = Finder(theme, self)
        self.undo_bar = UndoBar(theme, self)
        self._wire()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(self.above_page)
        middle.addWidget(self.host, 1)
        row.addLayout(middle, 1)
        row.addWidget(self.side)
        column.addLayout(row, 1)

    def _wire(self) -> None:
        self.rail.chosen.connect(self.go)
        self.side.check_chosen.connect(self._show_check)
        self.top.system_pressed.connect(self.choose_system)
        self.top.rung_pressed.connect(lambda: self.go(DASHBOARD))
        self.top.find_pressed.connect(self.find_anything)
        self.top.side_pressed.connect(self.toggle_side)
        self.host.edited.connect(self.apply)
        self.host.left_for.connect(self._follow)
        self.host.asked.connect(self._answer)
        self.host.removed.connect(self.undo_bar.offer)
        self.finder.chosen.connect(self._take)
        self.undo_bar.undone.connect(self.undo)

    def begin(self, session: Session, page: str, system_id: str | None) -> None:
        """Show a document, at ``page``."""
        self.host.forget()
        self.session = session
        self.system_id = system_id if system_id in session.workbook.systems else None
        self.go(page)
        if self.host.page is not None:
            self.host.page.focus_first()

    def end(self) -> None:
        """The document is closed."""
        self.host.forget()
        self.session = None

    def present(self) -> Present:
        """What pages are shown now."""
        session = self._open
        return Present(session.workbook, session.method, self.system_id, session.today(), session.tag, session.memo)

    @property
    def _open(self) -> Session:
        if self.session is None:
            raise RuntimeError("no document is open")
        return self.session

    def go(self, page: str, system: str | None = None, at: Path = ()) -> None:
        """Go to a page, and to the entry at ``at`` on it. Nothing that is typed on the page left behind is lost."""
        if self.session is None or page not in self._makers:
            return
        if self.host.page is not None:
            self.host.page.flush()
        if system is not None and system in self.session.workbook.systems:
            self.system_id = system
        declared = self.session.method.page.get(page)
        of_system = page in OF_SYSTEM or (declared is not None and declared.scope == "system")
        if of_system and self.system_id is None:
            self.choose_system()
            return
        left, focus = self.host.page, self.window().focusWidget()
        shown = self.host.show_place(Place(page, self.system_id if of_system else None), self.present())
        self._refresh_frame()
        self._last_in.update({s.title: page for s in self.sections if any(e.page == page for e in s.entries)})
        if at:
            shown.focus_place(at)
        elif left is not None and left is not shown and focus is not None and left.isAncestorOf(focus):
            shown.focus_first()  # else Qt would hand the keyboard to whatever stands next, be it a button that commits
        self.moved.emit()

    def go_section(self, section: RailSection) -> None:
        """Go to the page of a section that was seen last, or to its first."""
        self.go(self._last_in.get(section.title, section.entries[0].page))

    def apply(self, edit: Edit) -> bool:
        """Do an edit that a page has sent; what does not fit is told to the page and stays in its field."""
        page = self.host.place.page if self.host.place else ""
        try:
            return self._open.apply(edit, page)
        except (ValidationError, KeyError, ValueError) as error:
            if self.host.page is not None:
                self.host.page.refuse(error)
            return False

    def hear(self, change: Change) -> None:
        """The session has changed: show it, redrawing only what is different."""
        if self.system_id is not None and self.system_id not in change.after.systems:
            self.system_id = None
            self.go("portfolio")
            return
        if self.host.page is not None:
            self.host.page.show_present(self.present())
        self._refresh_frame()

    def _refresh_frame(self) -> None:
        session, place = self._open, self.host.place
        workbook, today = session.workbook, session.today()
        self.sections = rail(workbook, session.method, self.system_id, today, session.memo)
        self.rail.show_sections(self.sections, place.page if place else "")
        self.top.show_engagement(workbook.engagement.client, fictitious=workbook.engagement.fictitious)
        system = workbook.systems.get(self.system_id or "")
        standing, rung = "", None
        if system is not None:
            rung = rung_words(self.present().assess())
            stage = say(f"shell.stage.{system.stage.value}") if system.stage else say("shell.stage.unknown")
            standing = say("shell.stalled", stage=stage) if is_stalled(system, today) else stage
        self.top.show_system(system.name if system else "", standing, rung)
        view = self.host.page.view() if self.host.page else None
        if view is not None:
            self.side.show_view(view)
        self._fold()

    def undo(self) -> None:
        """Take the last step back and show where it was."""
        self.flush()
        self._show_step(self._open.undo(), "shell.undone")

    def redo(self) -> None:
        """Do the last undone step again and show where it is."""
        self.flush()
        self._show_step(self._open.redo(), "shell.redone")

    def _show_step(self, step: Step | None, words: str) -> None:
        if step is None:
            return
        system = step.at[1] if len(step.at) > 1 and step.at[0] == "systems" else None
        if step.page:
            self.go(step.page, system, step.at)
        self.undo_bar.offer(say(words, step=step.name), undo=False)

    def flush(self) -> int:
        """Send what is typed anywhere; returns how many entries cannot be taken."""
        return self.host.flush()

    def remove_system(self) -> None:
        """Take the chosen system out of the portfolio; one undo brings it back whole."""
        system = self.present().system
        if system is not None and self.apply(remove_system(system.id)):
            self.undo_bar.offer(say("wizard.removed", name=system.name))

    def places(self) -> tuple[str, ...]:
        """The pages of the rail in reading order."""
        return tuple(entry.page for section in self.sections for entry in section.entries)

    def step(self, by: int) -> None:
        """Go to the page before or after this one in the rail."""
        order = self.places()
        here = self.host.place.page if self.host.place else ""
        at = order.index(here) + by if here in order else 0
        if 0 <= at < len(order):
            self.go(order[at])

    def find_anything(self) -> None:
        """Open *Find anything*."""
        session = self._open
        found = findable(session.workbook, session.method, self.system_id, session.today(), session.memo)
        self.finder.ask(say("shell.find"), (*self._actions(), *found))

    def choose_system(self) -> None:
        """Open the list of all systems."""
        self.finder.ask(say("shell.choose-system"), tuple(systems(self._open.workbook)), self.top.system)

    def _take(self, found: Find) -> None:
        if found.action:
            self.asked.emit(found.action)
        elif found.kind == "system" and self.host.place and self.host.place.system and found.system:
            self.go(self.host.place.page, found.system)
        else:
            self.go(found.page, found.system, found.at)

    def _follow(self, target: object) -> None:
        if isinstance(target, tuple):
            self.go(*target)
        else:
            self.go(str(target))

    def _answer(self, wish: str) -> None:
        if wish in self._makers:
            self.go(wish)
        else:
            self.asked.emit(wish)

    def _show_check(self, path: Path) -> None:
        if self.host.page is not None:
            self.host.page.focus_place(path)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # Qt's signature
        parts = (self.top, self.rail, *self._above(), self.host, self.side)
        return move_focus(self.focusWidget(), parts, forward=forward) or super().focusNextPrevChild(forward)

    def _above(self) -> tuple[QWidget, ...]:
        items = (self.above_page.itemAt(at) for at in range(self.above_page.count()))
        return tuple(widget for item in items if item and (widget := item.widget()))

    def toggle_side(self) -> None:
        """Show or hide the right column."""
        self._side_wanted = not self.side.isVisible()
        self._fold()

    @property
    def filled(self) -> bool:
        """The page in front takes the whole window."""
        return self.host.page is not None and self.host.page.fills_window

    def _fold(self) -> None:
        has_view = self.host.page is not None and self.host.page.view() is not None
        wanted = self.width() >= FOLD_SIDE if self._side_wanted is None else self._side_wanted
        self.side.setVisible(has_view and wanted)
        self.top.side.setVisible(has_view and (self.width() < FOLD_SIDE or not wanted))
        wide = self.host.page is not None and self.host.page.wide
        self.rail.set_folded(folded=wide or self.width() < FOLD_RAIL)
        self.top.setVisible(not self.filled)
        self.rail.setVisible(not self.filled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.oldSize().width() < FOLD_SIDE) != (event.size().width() < FOLD_SIDE):
            self._side_wanted = None
        self._fold()


def save_words(*, saved_at: datetime | None, unsaved: bool, on_disk: bool, saving: bool) -> tuple[str, str]:
    """State and words of the save mark."""
    if saving:
        return "saving", say("shell.saving")
    if unsaved:
        return "unsaved", say("shell.unsaved")
    if saved_at is not None:
        return "saved", say("shell.saved-at", time=f"{saved_at:%H:%M}")
    return ("saved", say("shell.saved")) if on_disk else ("copy", say("shell.copy"))
