"""How far the launch has moved from what was agreed."""

from desktop.planning.all_tasks import last_baseline
from desktop.planning.schedule_days import DayCount
from desktop.reports.report import Report, SystemReport


def days_late(report: Report, one: SystemReport) -> int | None:
    """Working days from the agreed launch to the planned one; None without a baseline."""
    found, baseline = one.steering.schedule, last_baseline(one.system.plan)
    if found is None or baseline is None or baseline.launch is None or found.launch is None:
        return None
    days = DayCount(report.workbook.engagement.calendar, min(found.first_day, baseline.launch))
    return days.index(found.launch) - days.index(baseline.launch)
