"""A bar under the hand: which one, where it was taken, and what the plan would be if it were let go now."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF

from desktop.session.plan_page import PlanView
from desktop.session.plan_page_edits import delay_after, movable
from desktop.ui.plan.axis import Axis

_SLACK = 4.0  # pixels that a click may wander before it is a drag


@dataclass
class Held:
    """The bar that was pressed. ``days``: working days that it has been moved by so far.

    ``grip`` is how far from the beginning of the bar it was taken, so that the chart may scroll under the hand.
    """

    name: str
    at: QPointF
    grip: float
    days: int = 0
    moving: bool = False


class Drag:
    """Moves a bar in working days; ``tried`` is called with each plan that the hand passes."""

    def __init__(self, tried: Callable[[PlanView], None]) -> None:
        self._tried = tried
        self._view: PlanView | None = None
        self.held: Held | None = None

    @property
    def active(self) -> bool:
        """A bar is being moved."""
        return self.held is not None and self.held.moving

    def take(self, view: PlanView, axis: Axis, name: str, at: QPointF) -> None:
        """The mouse was pressed on a bar; a finished one cannot be moved."""
        entry = view.entry(name)
        if entry is not None and movable(view, name):
            self._view, self.held = view, Held(name, at, at.x() - axis.start(entry.start))

    def move(self, axis: Axis, at: QPointF) -> None:
        """The hand is at ``at`` now: the bar goes to the working day under its own beginning."""
        if self.held is None or self._view is None:
            return
        if not self.held.moving and (at - self.held.at).manhattanLength() < _SLACK:
            return
        view, held, fresh = self._view, self.held, not self.held.moving
        held.moving = True
        entry, index = view.schedule.tasks[held.name], view.prepared.frame.days.index
        wanted = index(axis.day_at(at.x() - held.grip + axis.day_width / 2)) - index(entry.start)
        delay = delay_after(view, held.name, wanted)
        days = delay - view.tasks[held.name].delay
        if days != held.days or fresh:
            held.days = days
            self._tried(view.moved(held.name, delay))

    def drop(self) -> tuple[str, int] | None:
        """Let go: the task and by how many working days it was moved; None where nothing was moved."""
        held, self.held, self._view = self.held, None, None
        return (held.name, held.days) if held is not None and held.moving else None

    def cancel(self) -> PlanView | None:
        """Put it back: the plan as it was."""
        view, self.held, self._view = self._view, None, None
        return view
