"""Freezing how a system stands: dates and progress of its tasks, forecast, rung, metrics and blocking findings."""

from datetime import date

from desktop.analysis.findings import findings
from desktop.analysis.ladder import rung_of
from desktop.analysis.scoring import standings
from desktop.method import Method
from desktop.planning.all_tasks import TrackTask, system_tasks
from desktop.planning.forecast import Forecast, forecast
from desktop.planning.schedule import frame_of, plan_start, system_schedule
from desktop.workbook import System, Workbook
from desktop.workbook.checkin import CheckinDraft, FrozenSpan, FrozenTask, Measured, Snapshot, Steering


def snapshot(
    workbook: Workbook,
    method: Method,
    system: System,
    today: date,
    span: FrozenSpan | None = None,
    tasks: tuple[TrackTask, ...] | None = None,
) -> Snapshot:
    """How ``system`` stands on ``today``. ``span`` is the forecast of the launch; it is not computed here.

    ``tasks`` spares working them out where they stand already.
    """
    found, plan = standings(method, system), system_schedule(workbook, system)
    now = system_tasks(workbook, method, system, today) if tasks is None else tasks
    return Snapshot(
        taken_on=today,
        tasks={task.key: _frozen(task) for task in now},
        decision=plan.decision if plan else None,
        launch=plan.launch if plan else None,
        forecast=span,
        rung=rung_of(method, system, found).rung if any(entry.answered for entry in found.values()) else None,
        metrics=known_values(system),
        blocking=tuple(sorted(gap.question for gap in findings(workbook, method, system, found) if gap.blocking)),
    )


def launch_span(workbook: Workbook, system: System, today: date) -> FrozenSpan | None:
    """The forecast of the launch as of ``today``; None without a plan. Takes its time: not for the window's thread."""
    start = plan_start(workbook, system.plan) if system.plan else None
    if system.plan is None or start is None:
        return None
    found: Forecast | None = forecast(system.plan.tasks, frame_of(workbook, start), today)
    return FrozenSpan(p10=found.launch.p10, p50=found.launch.p50, p90=found.launch.p90) if found else None


def known_values(system: System) -> dict[str, Measured]:
    """The last value of each success metric that was measured in a check-in, the running one included."""
    steering, metrics = system.steering or Steering(), system.sprint.metrics if system.sprint else {}
    known: dict[str, Measured] = {}
    for entry in (*steering.in_order, steering.draft or CheckinDraft()):
        for name, value in entry.metrics.items():
            if name in metrics:
                known[name] = Measured(name=metrics[name].name, unit=metrics[name].unit, value=value)
    return known


def _frozen(task: TrackTask) -> FrozenTask:
    return FrozenTask(
        track=task.track,
        title=task.title,
        owner=task.owner,
        start=task.start,
        finish=task.finish,
        status=task.status,
        percent=task.percent,
        effort=task.weight,
        blocker=task.blocker,
    )
