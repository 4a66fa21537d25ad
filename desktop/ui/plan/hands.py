"""What is done to tasks in the view, by mouse, keys or menu: each wish becomes one edit."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal

from desktop.session.editing import Edit
from desktop.session.plan_page import CUT, PlanView, band_of
from desktop.session.plan_page_cells import TITLE
from desktop.session.plan_page_edits import (
    add_task,
    cut,
    movable,
    move,
    next_status,
    place,
    several,
    take_back,
)
from desktop.session.plan_page_links import link, refusal
from desktop.session.planning import TaskChange, change_task
from desktop.text import count
from desktop.ui.plan.menu import Wishes, plan_menu
from desktop.ui.plan.table import PlanTable
from desktop.workbook.plan import Band


class Hands(QObject):
    """``edited`` carries an edit, ``removed`` says what was just taken away, ``refused`` why a link cannot be (or "")."""

    edited = Signal(object)
    removed = Signal(str)
    refused = Signal(str)

    def __init__(self, table: PlanTable, tag: Callable[[], str]) -> None:
        super().__init__(table)
        self._table, self._tag = table, tag
        table.moved.connect(self.move)
        table.linked.connect(self.link)
        table.wished.connect(self.wish)
        table.menu_wanted.connect(self._menu)

    @property
    def _view(self) -> PlanView:
        view = self._table.rows.settled
        if view is None:
            raise RuntimeError("there is no plan")
        return view

    def _chosen(self) -> tuple[str, ...]:
        """The selected tasks that are in the plan, else the one that the keyboard is on."""
        here = (self._table.current,) if self._table.current else ()
        return tuple(name for name in self._table.chosen() or here if self._view.entry(name) is not None)

    def move(self, name: str, days: int, typed: bool = False) -> None:  # noqa: FBT001, FBT002  # a signal's argument
        """Move a task by working days, if it can be moved."""
        if movable(self._view, name):
            self.edited.emit(move(self._view, name, days, typed=typed))

    def link(self, before: str, after: str) -> None:
        """Let ``after`` wait for ``before``, or say why it cannot."""
        why = refusal(self._view, before, after)
        self.refused.emit(why)
        if not why:
            self.edited.emit(link(self._view, before, after))

    def wish(self, what: str) -> None:
        """``add``, ``cut`` or ``status`` for the chosen tasks."""
        if self._table.rows.settled is None:
            return
        names = self._chosen()
        if what == "add":
            self._add()
        elif what == "cut" and names:
            first = self._view.tasks[names[0]].title
            self.edited.emit(cut(self._view, names))
            self.removed.emit(count("planpage.removed", len(names), title=first))
        elif what == "status" and names:
            self._all(tuple(next_status(self._view, name, self._view.today) for name in names))

    def _all(self, edits: tuple[Edit, ...]) -> None:
        if edits:
            name = count("planpage.edit.several", len(edits))
            self.edited.emit(edits[0] if len(edits) == 1 else several(edits, name))

    def _add(self) -> None:
        """A task after the one that the keyboard is on, opened for its name."""
        view, here = self._view, self._table.current
        band: Band = view.tasks[here].band if here else "1-4"
        edit, name = add_task(view, band, self._tag(), here if here and band_of(view, here) != CUT else None)
        self.edited.emit(edit)
        self._table.rows.unfold_for(name)
        self._table.choose(name, TITLE)
        self._table.open_cell(TITLE)

    def _menu(self, at: QPoint) -> None:
        if self._table.rows.settled is None:
            return
        here = self._table.current
        wishes = Wishes(
            status=lambda status: self._change(TaskChange(status=status)),
            percent=lambda share: self._change(TaskChange(percent=share)),
            move=lambda days: self.move(here, days),
            cut=lambda: self.wish("cut"),
            take_back=lambda: self.edited.emit(take_back(self._view, here)),
            add=lambda: self.wish("add"),
        )
        plan_menu(self._table, self._view, wishes).popup(at)

    def _change(self, asked: TaskChange) -> None:
        view = self._view
        self._all(tuple(change_task(view.workbook, place(view, name), asked, view.today) for name in self._chosen()))
