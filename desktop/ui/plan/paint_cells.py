"""Paints the left half of the plan: the cells of bands and tasks."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop.reports.palette import RADIUS_CELL, STATE_ICONS
from desktop.session.plan_page import CUT
from desktop.session.plan_page_cells import (
    CHART,
    DAYS,
    FINISH,
    NUMBER,
    OWNER,
    PERCENT,
    SLACK,
    START,
    STATE,
    TITLE,
    cell_text,
)
from desktop.text import say
from desktop.text.formatting import number
from desktop.ui.plan.scene import STATES, Scene
from desktop.ui.plan.table_model import PlanModel, band_title
from desktop.ui.widgets.paint import LEFT, RIGHT, box, icon

FIGURES = frozenset({NUMBER, DAYS, PERCENT, START, FINISH, SLACK})
PAD = 8.0
_SIGN = 16
Places = Mapping[str, tuple[float, float]]  # left edge and width of each column in sight


def paint_band_cells(painter: QPainter, scene: Scene, band: str, rect: QRectF, places: Places, *, folded: bool) -> None:
    """The name of a band, its weeks and the effort of its tasks."""
    box(painter, rect.adjusted(0, 1, 0, -1), RADIUS_CELL, scene.theme.colour("sunk"))
    top, height = rect.top(), rect.height()
    sign = "chevron-right" if folded else "chevron-down"
    icon(painter, QPointF(rect.left() + PAD, top + (height - _SIGN) / 2), scene.theme, sign, "quiet", _SIGN)
    left, width = places[TITLE]
    scene.text.draw(painter, QRectF(left, top, width - PAD, height), band_title(band), "text", "strong")
    stand = scene.view.band(band)
    if OWNER in places:
        at, room = places[OWNER]
        scene.text.draw(painter, QRectF(at, top, room - PAD, height), say(f"planpage.weeks.{band}"), "quiet")
    if STATE in places and band != CUT:
        at, room = places[STATE]
        note = say("planpage.band.done", done=stand.done, total=stand.total)
        scene.text.draw(painter, QRectF(at, top, room - PAD, height), note, "quiet")
    if DAYS in places and band != CUT:
        at, room = places[DAYS]
        cell = QRectF(at, top, room - PAD, height)
        scene.text.draw(painter, cell, number(stand.effort), "text", "strong", align=RIGHT, figures=True)


def paint_task_cells(painter: QPainter, scene: Scene, model: PlanModel, row: int, rect: QRectF, places: Places) -> None:
    """The cells of a task. Critical tasks are bold, dates that do not fit stand in the colour of their state."""
    name = model.task(row)
    entry, state = scene.view.entry(name), scene.view.state(name)
    critical = entry is not None and entry.critical
    for column, (left, width) in places.items():
        if column == CHART:
            continue
        cell = QRectF(left, rect.top(), width - PAD, rect.height())
        if column == STATE and model.unread(name, column) is None:
            _paint_state(painter, scene, name, cell)
            continue
        ink = "block" if model.unread(name, column) else _ink(column, state)
        role = "strong" if critical and column in (TITLE, DAYS) else "body"
        align = RIGHT if column in FIGURES else LEFT
        wrong = model.unread(name, column)
        text = wrong.typed if wrong else _text(scene, name, column)
        scene.text.draw(painter, cell, text, ink, role, align=align, figures=column in FIGURES)


def _text(scene: Scene, name: str, column: str) -> str:
    text = cell_text(scene.view, name, column)
    if column == OWNER:
        return short_name(text) if text else say("planpage.no-owner")
    return text


def short_name(name: str) -> str:
    """``T. Lindqvist`` for ``Thea Lindqvist``: surnames tell people apart, and the tip has the whole name."""
    first, _, rest = name.strip().partition(" ")
    return f"{first[0]}. {rest.strip()}" if rest.strip() else name


def _ink(column: str, state: str) -> str:
    if state == "cut":
        return "quiet"
    if column == FINISH and state in ("late", "beyond"):
        return "risk"
    return "quiet" if column in (NUMBER, SLACK, PERCENT) else "text"


def _paint_state(painter: QPainter, scene: Scene, name: str, cell: QRectF) -> None:
    state = scene.view.state(name)
    token = STATES[state]
    at = QPointF(cell.left(), cell.center().y() - _SIGN / 2)
    icon(painter, at, scene.theme, STATE_ICONS[token], token, _SIGN)
    words = cell_text(scene.view, name, STATE)
    ink = "quiet" if token == "open" else token
    scene.text.draw(painter, cell.adjusted(_SIGN + 6, 0, 0, 0), words, ink)
