"""What takes longer than a frame: the forecast and the ways out. Worked out beside the window, from values only."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop.planning.forecast import Forecast, forecast, never
from desktop.planning.schedule import frame_of, plan_start, schedule
from desktop.planning.schedule_fit import Overrun, overrun
from desktop.session.plan_page import plan_view
from desktop.session.plan_page_hand_over import Suggested, suggested
from desktop.workbook import Workbook


@dataclass(frozen=True)
class Outlook:
    """The range of both dates, and what does not fit with its ways out; None where there is nothing of the kind.

    ``hand_over`` is what adding people would be at its best.
    """

    forecast: Forecast | None
    overrun: Overrun | None
    hand_over: Suggested | None = None


def outlook(workbook: Workbook, system_id: str, today: date, rest: Callable[[], None] = never) -> Outlook:
    """Both for a system's plan. Makes its own count of days, so that it can run in another thread; ``rest`` as there."""
    plan = workbook.systems[system_id].plan
    start = plan_start(workbook, plan) if plan else None
    if plan is None or start is None or not plan.tasks:
        return Outlook(None, None)
    frame = frame_of(workbook, start)
    found = schedule(plan.tasks, frame)
    rest()
    span = forecast(plan.tasks, frame, today, rest=rest)
    late = overrun(plan.tasks, frame, found, workbook.engagement.calendar, rest)
    view = plan_view(workbook, system_id, today) if late else None
    return Outlook(span, late, suggested(view, rest) if view else None)
