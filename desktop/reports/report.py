"""The report model: every figure that a report shows, computed once, with where it came from."""

from dataclasses import dataclass
from datetime import date

from desktop.analysis.evaluation import Evaluation, evaluate
from desktop.analysis.integration import Effort, effort
from desktop.analysis.integration_choice import Candidate, candidates, simplest_viable
from desktop.analysis.integration_phases import PhasePlan, phases
from desktop.analysis.portfolio import PortfolioRow, PortfolioSummary, portfolio_row, summarise
from desktop.analysis.progress import PageProgress, sprint_progress, sprint_start
from desktop.analysis.test_sets import SetEvidence, set_evidence
from desktop.analysis.value import ThreeNumbers, three_numbers
from desktop.method import Method
from desktop.method.practice import load_practice
from desktop.planning.sprint_tasks import SprintTask, sprint_tasks
from desktop.reports.assessment import AssessmentReport, assess
from desktop.reports.steering import SteeringReport, steer
from desktop.reports.value import ValueReport, value_report
from desktop.workbook import Sprint, System, Workbook


@dataclass(frozen=True)
class Stamp:
    """What every page and sheet says of the file it was made from. No user, host or path."""

    as_of: date
    revision: str
    app_version: str


@dataclass(frozen=True)
class SystemReport:
    """All that is reported of one system in the sprint."""

    system: System
    sprint: Sprint
    start: date | None
    row: PortfolioRow
    weeks: tuple[PageProgress, ...]
    tasks: tuple[SprintTask, ...]
    evaluation: Evaluation
    effort: Effort
    suggested: str | None
    candidates: tuple[Candidate, ...]
    phases: tuple[PhasePlan, ...]
    numbers: ThreeNumbers
    value: ValueReport
    assessment: AssessmentReport
    steering: SteeringReport
    sets: tuple[SetEvidence, ...] = ()

    @property
    def done(self) -> int:
        """How many checks of the sprint are met."""
        return sum(week.done for week in self.weeks)

    @property
    def total(self) -> int:
        """How many checks the sprint has."""
        return sum(len(week.checks) for week in self.weeks)


@dataclass(frozen=True)
class Report:
    """One report: the engagement, the systems that entered the sprint, and the whole portfolio."""

    workbook: Workbook
    method: Method
    stamp: Stamp
    systems: tuple[SystemReport, ...]
    portfolio: tuple[PortfolioRow, ...]
    summary: PortfolioSummary

    @property
    def currency(self) -> str:
        """The engagement's currency code."""
        return self.workbook.engagement.currency

    @property
    def client(self) -> str:
        """The client's name."""
        return self.workbook.engagement.client


def build_report(workbook: Workbook, method: Method, stamp: Stamp, system_id: str | None = None) -> Report:
    """The report over all systems that entered the sprint, or over one; raises KeyError for an unknown system."""
    chosen = [workbook.systems[system_id]] if system_id else [s for s in workbook.systems.values() if s.sprint]
    rows = tuple(portfolio_row(workbook, system, stamp.as_of) for system in workbook.systems.values())
    systems = tuple(system_report(workbook, method, system, stamp.as_of) for system in chosen)
    return Report(workbook, method, stamp, systems, rows, summarise(rows))


def system_report(workbook: Workbook, method: Method, system: System, today: date) -> SystemReport:
    """Everything computed for one system."""
    sprint = system.sprint or Sprint()
    return SystemReport(
        system=system,
        sprint=sprint,
        start=sprint_start(workbook, system),
        row=portfolio_row(workbook, system, today),
        weeks=sprint_progress(workbook, method, system),
        tasks=sprint_tasks(workbook, method, system, today),
        evaluation=evaluate(sprint),
        effort=effort(sprint),
        suggested=simplest_viable(sprint, workbook.people),
        candidates=candidates(sprint, workbook.people),
        phases=phases(sprint, workbook.people, load_practice().rollout),
        numbers=three_numbers(sprint.value),
        value=value_report(sprint.value),
        assessment=assess(workbook, method, system, today),
        sets=set_evidence(sprint),
        steering=steer(workbook, method, system, today),
    )
