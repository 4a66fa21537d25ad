"""Which page stands at which place, each made when somebody first goes there."""

from typing import TYPE_CHECKING

from desktop.session.known_columns import KnownColumns
from desktop.ui.assess.dashboard import DashboardPage
from desktop.ui.assess.findings import FindingsPage
from desktop.ui.assess.lenses import LensesPage
from desktop.ui.assess.questions import QuestionsPage
from desktop.ui.decision.page import DecisionPage
from desktop.ui.decision.week_card import DecisionCard
from desktop.ui.evidence.page import EvaluationPage
from desktop.ui.governance.page import GovernancePage
from desktop.ui.integration.page import IntegrationPage
from desktop.ui.pages.first_system import AddSystemPage
from desktop.ui.pages.page import Page
from desktop.ui.pages.profile import ProposalsCard, SourceCard
from desktop.ui.pages.reports import ReportsPage
from desktop.ui.pages.wizard import WizardPage
from desktop.ui.plan.page import PlanPage
from desktop.ui.shell.asked_file import AskedFile
from desktop.ui.shell.import_desk import ImportHost
from desktop.ui.shell.portfolio_host import PortfolioHost
from desktop.ui.shell.workspace import PageMaker
from desktop.ui.steering.checkin_page import CheckinPage
from desktop.ui.steering.tasks_page import TasksPage
from desktop.ui.theme import Theme
from desktop.ui.value.page import ValuePage
from desktop.ui.workshop.page import WorkshopPage

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

DECLARED = (
    "engagement", "people", "profile", "sprint-1", "sprint-2", "sprint-3", "sprint-4",
    "workflow", "raci", "launch", "rollout",
)  # fmt: skip


def page_makers(window: "MainWindow") -> dict[str, PageMaker]:
    """A maker for every place that the rail leads to."""

    def reports(theme: Theme) -> Page:
        page = ReportsPage(theme, lambda: window.desk.revision)
        page.export_wanted.connect(window.exports.export)
        return page

    columns = KnownColumns(window.own.settings)

    def evaluation(theme: Theme) -> Page:
        files = AskedFile(window.desk.dialogs, window.own.settings)
        return EvaluationPage(theme, lambda: files.choose("evaluation"), columns)

    return {
        **{page: _wizard(page) for page in DECLARED},
        "dashboard": DashboardPage,
        "questions": QuestionsPage,
        "lenses": LensesPage,
        "findings": FindingsPage,
        "workshop": WorkshopPage,
        "value": ValuePage,
        "decision": lambda theme: DecisionPage(theme, lambda: window.desk.revision),
        "evaluation": evaluation,
        "governance": GovernancePage,
        "integration": IntegrationPage,
        "plan": PlanPage,
        "tasks": TasksPage,
        "checkin": CheckinPage,
        "portfolio": PortfolioHost,
        "add-system": AddSystemPage,
        "import": lambda theme: ImportHost(theme, window.desk, window.own.settings),
        "reports": reports,
    }


def _wizard(page: str) -> PageMaker:
    extras = {"profile": (ProposalsCard, SourceCard), "sprint-4": (DecisionCard,)}.get(page, ())
    return lambda theme: WizardPage(theme, page, extras)
