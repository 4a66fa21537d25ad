"""The part of the report that tells of the work: tasks of both tracks, forecast, burn-up, and what has come since."""

from dataclasses import dataclass
from datetime import date

from desktop.analysis.sponsor import Absent, sponsor_absent
from desktop.method import Method
from desktop.planning.all_tasks import TrackTask, system_tasks
from desktop.planning.burn_up import BurnUp, burn_up
from desktop.planning.compared import Compared, compared
from desktop.planning.schedule import Schedule, system_schedule
from desktop.planning.snapshot import launch_span, snapshot
from desktop.workbook import System, Workbook
from desktop.workbook.checkin import Checkin, FrozenSpan, Steering


@dataclass(frozen=True)
class SteeringReport:
    """All that is reported of one system's work. ``span`` is the forecast of the launch."""

    tasks: tuple[TrackTask, ...]
    schedule: Schedule | None
    span: FrozenSpan | None
    burn_up: BurnUp | None
    week: Compared | None
    meeting: Compared | None
    absent: Absent | None
    checkins: tuple[Checkin, ...]

    @property
    def of_plan(self) -> tuple[TrackTask, ...]:
        """The tasks of the twelve weeks."""
        return tuple(task for task in self.tasks if task.track == "plan")


def steer(workbook: Workbook, method: Method, system: System, today: date) -> SteeringReport:
    """The work of ``system`` as of ``today``."""
    tasks, span = system_tasks(workbook, method, system, today), launch_span(workbook, system, today)
    now = snapshot(workbook, method, system, today, span, tasks)
    found = compared(system, workbook.engagement.calendar, now)
    return SteeringReport(
        tasks=tasks,
        schedule=system_schedule(workbook, system),
        span=span,
        burn_up=burn_up(system, tasks, today),
        week=found.week,
        meeting=found.meeting,
        absent=sponsor_absent(system, today),
        checkins=(system.steering or Steering()).in_order,
    )
