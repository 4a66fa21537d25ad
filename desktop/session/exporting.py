"""Writing the tracker and the board summary: build the report, write it beside the target, replace it at the end."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from desktop import __version__
from desktop.method import Method
from desktop.reports.report import Report, Stamp, build_report
from desktop.session.method_packs import installed
from desktop.workbook import Workbook

Progress = Callable[[int, int], None]
KINDS = ("tracker", "board")
CALENDAR = "calendar"
SUFFIX = {"tracker": ".xlsx", "board": ".pdf"}


def _silent(_done: int, _total: int) -> None:
    """Nobody watches."""


def make_report(
    workbook: Workbook, revision: str, today: date, system_id: str | None = None, method: Method | None = None
) -> Report:
    """The report as of ``today``, by ``method`` or else the installed one; raises KeyError for an unknown system."""
    return build_report(workbook, method or installed().method, Stamp(today, revision, __version__), system_id)


def export(kind: str, report: Report, target: Path, *, force: bool, progress: Progress = _silent) -> None:
    """Write ``report`` as ``tracker`` (XLSX) or ``board`` (PDF) to ``target``, whole or not at all.

    Raises Refused where the target exists without ``force`` or cannot be written, and Cancelled out of ``progress``.
    """
    from desktop.files.exporting import exporting

    with exporting(target, force=force) as stream:
        if kind == "tracker":
            from desktop.reports.excel.tracker import write_tracker

            write_tracker(report, stream, progress)
        else:
            from desktop.reports.pdf.board import write_board

            write_board(report, stream, progress)


def export_calendar(workbook: Workbook, method: Method, today: date, made: datetime, target: Path) -> None:
    """Write the dated tasks of both tracks as a calendar file; ``made`` has a time zone. Raises Refused."""
    from desktop.files.exporting import exporting
    from desktop.reports.calendar import calendar_events, write_calendar

    with exporting(target, force=True) as stream:
        stream.write(write_calendar(calendar_events(workbook, method, today), workbook.engagement.client, made))
