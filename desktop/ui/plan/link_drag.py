"""A line under the hand: from the end of a bar to the one that is to wait for it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from desktop.session.plan_page import PlanView
from desktop.session.plan_page_links import BESIDE, linked, linking_words, refusal
from desktop.text import say

HANDLE = 5.0  # half the width of the knob at the end of a bar
_REACH, _SHORT = 8.0, 20.0


def knob(bar: QRectF) -> QPointF:
    """Where the knob of a bar is: on its end, and beside a bar that is too short to share."""
    return QPointF(bar.right() + (4 if bar.width() < _SHORT else 0), bar.center().y())


def on_knob(bar: QRectF, at: QPointF) -> bool:
    """The hand is on the knob of ``bar``."""
    return (at - knob(bar)).manhattanLength() <= _REACH


@dataclass
class Pulled:
    """The line that is pulled from ``name``. ``words`` say what letting go over ``target`` would do, or why it cannot be."""

    name: str
    at: QPointF
    target: str = ""
    words: str = ""
    refused: bool = False


class LinkDrag:
    """Pulls a line; ``tried`` is called with the plan that each bar it passes would lead to."""

    def __init__(self, tried: Callable[[PlanView], None]) -> None:
        self._tried = tried
        self._view: PlanView | None = None
        self.pulled: Pulled | None = None

    def take(self, view: PlanView, name: str, at: QPointF) -> None:
        """The mouse was pressed on the knob of a bar."""
        self._view, self.pulled = view, Pulled(name, at, words=say("planpage.link.pull"))

    def move(self, at: QPointF, target: str) -> None:
        """The hand is at ``at`` now, over the row of ``target`` (empty: over none)."""
        pulled, view = self.pulled, self._view
        if pulled is None or view is None:
            return
        pulled.at = at
        if target == pulled.target:
            return
        pulled.target = target if target != pulled.name else ""
        pulled.words, pulled.refused, tried = say("planpage.link.pull"), False, view
        if pulled.target:
            pulled.words = refusal(view, pulled.name, target, BESIDE)
            pulled.refused = bool(pulled.words)
            if not pulled.refused:
                tried = linked(view, pulled.name, target)
                pulled.words = linking_words(view, tried, target)
        self._tried(tried)

    def drop(self) -> Pulled | None:
        """Let go: what was pulled where; None where nothing was."""
        pulled, self.pulled, self._view = self.pulled, None, None
        return pulled
