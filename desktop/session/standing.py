"""How an engagement stands, in the few numbers that the list of recent files shows."""

from datetime import date, datetime
from pathlib import Path

from desktop.analysis.progress import sprint_progress
from desktop.method import Method
from desktop.planning.sprint_tasks import sprint_tasks
from desktop.session.recents import Recent
from desktop.text import say
from desktop.workbook import Workbook


def recent_of(workbook: Workbook, method: Method, path: Path, today: date, now: datetime) -> Recent:
    """The entry for a file that holds ``workbook``."""
    entered = [system for system in workbook.systems.values() if system.sprint]
    weeks = [week for system in entered for week in sprint_progress(workbook, method, system)]
    late = sum(task.state == "late" for system in entered for task in sprint_tasks(workbook, method, system, today))
    client = workbook.engagement.client
    return Recent(
        path=str(path),
        name=say("shell.recent-name", client=client, file=path.name.partition(".")[0]) if client else path.name,
        opened=now.isoformat(timespec="seconds"),
        fictitious=workbook.engagement.fictitious,
        systems=len(workbook.systems),
        in_sprint=len(entered),
        done=sum(week.done for week in weeks),
        total=sum(len(week.checks) for week in weeks),
        late=late,
    )
