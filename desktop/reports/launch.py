"""The part of the report that tells of weeks 9 to 12: how ready the launch is, and what stands in its way."""

from dataclasses import dataclass

from desktop.analysis.phase_days import PhaseDays, phase_days
from desktop.analysis.progress import Checked, PageProgress, page_progress
from desktop.analysis.raci import DutyRow, duty_rows
from desktop.analysis.rollout import PhaseState, phase_states
from desktop.analysis.workflow import Flow, Queue, Saving, flow, queue, saving
from desktop.method import Method
from desktop.method.practice import load_practice
from desktop.workbook import System, Workbook
from desktop.workbook.launch import Launch

# What a board is told first, where it is not as it should be.
_GRAVEST = ("gates-proven", "queue-fits", "raci-accountable", "raci-persons", "criteria-met", "rollback-tested")


@dataclass(frozen=True)
class LaunchReport:
    """Everything that is reported of one system's launch."""

    launch: Launch
    pages: tuple[PageProgress, ...]
    today: Flow
    then: Flow
    saving: Saving | None
    queue: Queue | None
    duties: tuple[DutyRow, ...]
    phases: tuple[PhaseState, ...]
    days: tuple[PhaseDays, ...]

    @property
    def checks(self) -> tuple[Checked, ...]:
        """All checks of the four pages, in reading order."""
        return tuple(entry for page in self.pages for entry in page.checks)

    @property
    def met(self) -> int:
        """How many are met."""
        return sum(entry.verdict.met for entry in self.checks)

    @property
    def gravest(self) -> Checked | None:
        """The failed check that weighs most; None where none has failed."""
        failed = {entry.check.id: entry for entry in self.checks if entry.verdict.state == "failed"}
        return next((failed[name] for name in _GRAVEST if name in failed), next(iter(failed.values()), None))


def launch_report(workbook: Workbook, method: Method, system: System) -> LaunchReport | None:
    """What is reported of the launch of ``system``; None where nothing was prepared."""
    launch = system.launch
    if launch is None:
        return None
    work, practice = launch.workflow, load_practice()
    phases = phase_states(workbook, system, practice.rollout)
    return LaunchReport(
        launch=launch,
        pages=tuple(page_progress(workbook, page, system) for page in method.plan_pages),
        today=flow(work.today, work.volume),
        then=flow(work.redesigned, work.volume),
        saving=saving(work),
        queue=queue(work),
        duties=duty_rows(workbook, launch.raci, practice.raci),
        phases=phases,
        days=phase_days(phases),
    )
