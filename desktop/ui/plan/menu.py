"""The context menu of the plan: everything the keys do, by name, and which columns are shown."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.session.plan_page import PlanView
from desktop.session.plan_page_cells import AFTER, OWNER, START
from desktop.session.plan_page_edits import movable
from desktop.text import say
from desktop.ui.plan.columns import CHOSEN
from desktop.ui.plan.table import PlanTable
from desktop.workbook.plan import TaskStatus

PERCENTS = (0, 25, 50, 75, 100)


@dataclass(frozen=True)
class Wishes:
    """What the menu can ask the page for."""

    status: Callable[[TaskStatus], None]
    percent: Callable[[int], None]
    move: Callable[[int], None]
    cut: Callable[[], None]
    take_back: Callable[[], None]
    add: Callable[[], None]


def plan_menu(table: PlanTable, view: PlanView, wishes: Wishes) -> QMenu:
    """The menu for the chosen tasks."""
    menu, name = QMenu(table), table.current
    menu.setAccessibleName(say("planpage.menu"))
    if name:
        _add_task_lines(menu, table, view, wishes)
        menu.addSeparator()
    _line(menu, "add", wishes.add, "Ins")
    if name and view.entry(name) is None:
        _line(menu, "back", wishes.take_back)
    elif name:
        _line(menu, "cut", wishes.cut, "Del")
    menu.addSeparator()
    columns = menu.addMenu(say("planpage.menu.columns"))
    for column in CHOSEN:
        action = columns.addAction(say(f"planpage.column.{column}"))
        action.setCheckable(True)
        action.setChecked(table.shows(column))
        action.toggled.connect(lambda on, column=column: table.switch_column(column, on=on))
    return menu


def _add_task_lines(menu: QMenu, table: PlanTable, view: PlanView, wishes: Wishes) -> None:
    live = view.entry(table.current) is not None
    status = menu.addMenu(say("planpage.menu.status"))
    for one in TaskStatus:
        action = status.addAction(say(f"planpage.status.{one.value}"))
        action.setCheckable(True)
        action.setChecked(view.tasks[table.current].status is one)
        action.triggered.connect(lambda _on=False, one=one: wishes.status(one))
    percent = menu.addMenu(say("planpage.menu.percent"))
    for share in PERCENTS:
        action = percent.addAction(say("planpage.percent", n=share))
        action.triggered.connect(lambda _on=False, share=share: wishes.percent(share))
    for sub in (status, percent):
        sub.menuAction().setEnabled(live)
    for key, column in (("owner", OWNER), ("start", START), ("after", AFTER)):
        _line(menu, key, partial(table.open_cell, column)).setEnabled(live)
    can = movable(view, table.current)
    _line(menu, "later", lambda: wishes.move(1), "→").setEnabled(can)
    _line(menu, "earlier", lambda: wishes.move(-1), "←").setEnabled(can and view.tasks[table.current].delay > 0)


def _line(menu: QMenu, key: str, do: Callable[[], None], keys: str = "") -> QAction:
    action = menu.addAction(say(f"planpage.menu.{key}"))
    if keys:
        action.setText(f"{action.text()}\t{QKeySequence(keys).toString() or keys}")
    action.triggered.connect(lambda _on=False: do())
    return action
