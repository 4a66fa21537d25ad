"""Writes the Excel tracker. Nothing reaches the stream before the whole file stands."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

from desktop.reports.excel.book import Book, Progress
from desktop.reports.excel.pack import packed
from desktop.reports.excel.plain import one_line
from desktop.reports.excel.sheets.assessment import write_assessment
from desktop.reports.excel.sheets.burn_up import write_burn_up
from desktop.reports.excel.sheets.cash import write_cash
from desktop.reports.excel.sheets.dashboard import Parts, write_dashboard
from desktop.reports.excel.sheets.decision import write_decision
from desktop.reports.excel.sheets.evaluation import write_evaluation
from desktop.reports.excel.sheets.governance import write_governance
from desktop.reports.excel.sheets.integration import write_integration
from desktop.reports.excel.sheets.launch import write_launch
from desktop.reports.excel.sheets.lists import write_lists
from desktop.reports.excel.sheets.metrics import write_metrics
from desktop.reports.excel.sheets.portfolio import write_portfolio
from desktop.reports.excel.sheets.raci import write_raci
from desktop.reports.excel.sheets.readme import write_readme
from desktop.reports.excel.sheets.rollout import write_rollout
from desktop.reports.excel.sheets.since import write_since
from desktop.reports.excel.sheets.sources import write_sources
from desktop.reports.excel.sheets.tasks import write_tasks
from desktop.reports.excel.sheets.value import write_value_inputs
from desktop.reports.excel.sheets.value_whole import Values, write_value
from desktop.reports.excel.sheets.workflow import write_workflow
from desktop.reports.report import Report
from desktop.text import say

if TYPE_CHECKING:
    from openpyxl import Workbook

STEPS = 19
Result = TypeVar("Result")


def write_tracker(report: Report, stream: BinaryIO, progress: Progress) -> None:
    """Write the tracker of ``report`` to ``stream``; the same report gives the same bytes.

    ``progress(done, of)`` is called after each sheet and within long ones; it may raise ``Cancelled``, which passes
    through before a single byte has been written.
    """
    steps = _Steps(progress)
    book = Book(report, _blank_workbook(report))
    _write_sheets(book, steps)
    content = packed(book.workbook)
    steps.done()
    stream.write(content)


class _Steps:
    """Counts finished steps for the progress callback."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._done = progress, 0
        self.tick()

    def tick(self) -> None:
        """Still at the same step: a chance to cancel."""
        self._progress(self._done, STEPS)

    def done(self) -> None:
        """One step more."""
        self._done += 1
        self.tick()


def _write_sheets(book: Book, steps: _Steps) -> None:
    lists = write_lists(book)
    tasks = _step(steps, lambda: write_tasks(book, lists))
    _step(steps, lambda: write_since(book))
    write_burn_up(book)
    _step(steps, lambda: write_metrics(book))
    runs = _step(steps, lambda: write_evaluation(book))
    integration = _step(steps, lambda: write_integration(book))
    value_page, values = _step(steps, lambda: write_value_inputs(book, lists))
    cash_page, cash, months = _step(steps, lambda: write_cash(book, values))
    write_value(book, Values(value_page, values, cash_page, cash, months), lists)
    decisions = _step(steps, lambda: write_decision(book, values, lists))
    _step(steps, lambda: write_governance(book, lists))
    _step(steps, lambda: write_assessment(book, lists, steps.tick))
    _step(steps, lambda: write_workflow(book, lists))
    _step(steps, lambda: write_raci(book))
    _step(steps, lambda: write_launch(book, lists))
    _step(steps, lambda: write_rollout(book, lists))
    portfolio = _step(steps, lambda: write_portfolio(book, steps.tick))
    _step(steps, lambda: write_sources(book))
    parts = Parts(lists, tasks, runs, integration, values, decisions, portfolio, cash, months)
    _step(steps, lambda: write_dashboard(book, parts))
    _step(steps, lambda: write_readme(book))


def _step(steps: _Steps, write: Callable[[], Result]) -> Result:
    result = write()
    steps.done()
    return result


def _blank_workbook(report: Report) -> "Workbook":
    from openpyxl import Workbook
    from openpyxl.packaging.custom import StringProperty

    book: Any = Workbook()
    book.remove(book.worksheets[0])
    when, stamp = datetime.combine(report.stamp.as_of, datetime.min.time()), report.stamp
    book.properties.creator = say("tracker.creator")
    book.properties.title = one_line(say("tracker.document-title", client=report.client), 250)
    book.properties.created = book.properties.modified = when
    book.calculation.fullCalcOnLoad = True
    for name, value in (("Revision", stamp.revision), ("AppVersion", stamp.app_version), ("Tracker", "1")):
        book.custom_doc_props.append(StringProperty(name=name, value=value or "–"))
    return book  # type: ignore[no-any-return]  # openpyxl's stubs lack the custom properties
