"""What the painters of the plan share: theme, text, the dates of this moment, and the time axis."""

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QRectF

from desktop.planning.forecast import Span
from desktop.planning.schedule import Scheduled
from desktop.planning.schedule_days import WEEK
from desktop.planning.working_days import WorkingDays
from desktop.reports.palette import StateToken
from desktop.session.plan_page import PlanView
from desktop.ui.plan.axis import Axis
from desktop.ui.plan.text_cache import TextCache
from desktop.ui.theme import Theme

ROW = 26  # pixels at the designed text size: a bar, and the ghost of the baseline under it
BAR_TOP, BAR, GHOST_TOP, GHOST = 5.0, 12.0, 19.0, 5.0
STATES: dict[str, StateToken] = {
    "done": "done",
    "blocked": "block",
    "late": "risk",
    "due": "risk",
    "beyond": "risk",
    "running": "track",
    "open": "open",
    "cut": "open",
}


@dataclass(frozen=True)
class Scene:
    """One picture of the plan."""

    theme: Theme
    text: TextCache
    view: PlanView
    axis: Axis
    span: Span | None = None  # the forecast of the launch, once it is known

    @property
    def bold_line(self) -> bool:
        """Shapes need a bright frame, because grounds are all black."""
        return self.theme.palette.name == "high_contrast"

    def bar(self, entry: Scheduled, top: float) -> QRectF:
        """Where a task's bar lies in the row that begins at ``top``."""
        left, right = self.axis.start(entry.start), self.axis.end(entry.finish)
        grown = self.theme.scaled(ROW) / ROW
        return QRectF(left, top + BAR_TOP * grown, max(3.0, right - left - 1), BAR * grown)

    def ghost(self, name: str, top: float) -> QRectF | None:
        """Where the task was agreed to run; None where nothing was agreed or it runs just then."""
        dates, entry = self.view.ghost(name), self.view.entry(name)
        if dates is None or entry is None or (dates.start, dates.finish) == (entry.start, entry.finish):
            return None
        grown = self.theme.scaled(ROW) / ROW
        left, right = self.axis.start(dates.start), self.axis.end(dates.finish)
        return QRectF(left, top + GHOST_TOP * grown, max(3.0, right - left - 1), GHOST)


def closed_stretches(view: PlanView, axis: Axis) -> tuple[tuple[float, float], ...]:
    """From where to where nobody works, beyond weekends: neighbouring days as one stretch, in unscrolled pixels."""
    working = WorkingDays(view.workbook.engagement.calendar)
    found: list[tuple[float, float]] = []
    for step in range(axis.weeks * WEEK):
        day = axis.monday + timedelta(days=step)
        if day.weekday() in axis.weekend or working.works(day):
            continue
        left, right = axis.start(day) + axis.offset, axis.end(day) + axis.offset
        if found and left - found[-1][1] < 1:
            left = found.pop()[0]
        found.append((left, right))
    return tuple(found)
