"""How far a page, a sprint and the engagement are, and what is missing."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from desktop.analysis.checks import judge
from desktop.analysis.verdict import Verdict
from desktop.method import Method
from desktop.method.schema import Check, Page
from desktop.workbook import System, Workbook

PageState = Literal["empty", "started", "problem", "done"]


@dataclass(frozen=True)
class Checked:
    """One check of a page with how it stands."""

    page: Page
    check: Check
    verdict: Verdict


@dataclass(frozen=True)
class PageProgress:
    """All checks of one page."""

    page: Page
    checks: tuple[Checked, ...]

    @property
    def done(self) -> int:
        """How many checks are met."""
        return sum(entry.verdict.met for entry in self.checks)

    @property
    def state(self) -> PageState:
        """``done``, ``problem`` (something was entered that is not good enough), ``started`` or ``empty``."""
        states = {entry.verdict.state for entry in self.checks}
        if states <= {"met"}:
            return "done"
        if "failed" in states:
            return "problem"
        return "started" if "met" in states else "empty"


def page_progress(workbook: Workbook, page: Page, system: System | None, method: Method | None = None) -> PageProgress:
    """How every check of ``page`` stands; ``method`` None: by the questions of the shipped one."""
    checks = (Checked(page, check, judge(check.id, workbook, system, method)) for check in page.checks)
    return PageProgress(page, tuple(checks))


def sprint_progress(workbook: Workbook, method: Method, system: System) -> tuple[PageProgress, ...]:
    """The four weeks of the sprint for one system, week 1 first."""
    return tuple(page_progress(workbook, page, system, method) for page in method.sprint_weeks)


def sprint_start(workbook: Workbook, system: System) -> date | None:
    """The first day of the system's sprint: its own, else the engagement's."""
    return (system.sprint.start if system.sprint else None) or workbook.engagement.start


def sprint_day(start: date | None, today: date) -> int | None:
    """The day of the 30-day sprint, 1 on the first; None before it starts or without a start. May exceed 30."""
    if start is None or today < start:
        return None
    return (today - start).days + 1


def week_days(start: date, week: int) -> tuple[date, date]:
    """First and last calendar day of a sprint week. Week 4 runs to day 30."""
    first = start + timedelta(days=7 * (week - 1))
    return first, start + timedelta(days=29 if week == 4 else 7 * week - 1)
