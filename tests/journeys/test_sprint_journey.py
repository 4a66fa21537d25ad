"""A consultant opens a new engagement, works the four weeks, saves, reopens and hands over."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.files.project import open_project
from desktop.ui.fields.choice import ChoiceBox, ChoiceEditor
from desktop.ui.fields.row_table import RowTable
from desktop.ui.main_window import MainWindow
from tests.window import TODAY, Answers, named, open_window, settle


class Consultant:
    """Works the window as a person does: clicks, types, tabs."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def page(self) -> QWidget:
        page = self.window.work.host.page
        assert page is not None
        return page

    def click(self, name: str) -> None:
        button = named(self.window, QAbstractButton, name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()

    def go(self, name: str) -> None:
        self.click(name)

    def type(self, label: str, text: str, at: int = -1) -> None:
        boxes = [b for b in self.page.findChildren(QLineEdit) if b.isVisible() and b.accessibleName() == label]
        boxes += [b for b in self.page.findChildren(QPlainTextEdit) if b.isVisible() and b.accessibleName() == label]
        assert boxes, label
        box = boxes[at]
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(box, text)
        settle()
        for popup in self.window.findChildren(QWidget):
            if popup.isVisible() and popup.windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup:
                popup.hide()
        QTest.keyClick(box, Qt.Key.Key_Tab)
        settle()

    def choose(self, label: str, value: str, at: int = -1) -> None:
        editors = [
            e for e in self.page.findChildren(ChoiceEditor)
            if e.isVisible() and e.findChild(ChoiceBox).accessibleName() == label
        ]  # fmt: skip
        assert editors, label
        editors[at]._picked(value)
        settle()

    def fill_row(self, label: str, *cells: str) -> None:
        table = next(t for t in self.page.findChildren(RowTable) if t.isVisible() and t.grid.accessibleName() == label)
        QTest.mouseClick(table.add, Qt.MouseButton.LeftButton)
        settle()
        row = table.model.rowCount() - 1
        for column, text in enumerate(cells):
            table.model.setData(table.model.index(row, column), text)
            settle()

    def key(self, keys: str) -> None:
        QTest.keySequence(self.window, keys)
        settle()


def set_up(me: Consultant) -> None:
    me.click("New engagement")
    me.type("Client", "Example Insurance")
    me.choose("Industry", "financial-services")
    me.type("Start date", "02/11/2026")
    me.choose("Country", "DE")
    me.click("Next: People")
    me.click("Add a person")
    me.type("Name", "Maria Keller")
    me.type("Sponsor", "Helena Brandt")
    me.click("Next: First system")
    me.type("Name", "Claims triage")
    me.click("Add the system")
    me.type("Purpose", "Sorts claims by urgency")
    me.choose("Stage", "pilot")
    me.choose("A wrong output can harm", "rights")
    me.type("Started", "15/05/2026")
    me.click("Next: Governance")
    me.click("Next: Audit")
    me.click("Start the 30-day sprint")


def week_one(me: Consultant) -> None:
    me.click("Add a metric")
    me.type("Metric", "Hours from claim to decision")
    me.choose("What it shows", "outcome")
    me.type("Unit", "hours")
    me.type("Today", "31")
    me.type("Target", "12")
    me.type("How it is measured", "Claims system, weekly")
    me.type("Agreed on", "05/11/2026")
    me.type("Owner", "Maria Keller")
    me.type("Agreed with the owner on", "04/11/2026")
    me.type("Deputy", "Thea Lindqvist")
    me.click("A labelled test set")


def week_two(me: Consultant) -> None:
    me.click("Next: Baseline")
    me.type("Labelled examples", "246")
    me.choose("How they were chosen", "random")
    me.type("Where they come from", "Closed claims, July to September")
    me.fill_row("Mix, against real work", "Motor", "60", "148")
    me.fill_row("Mix, against real work", "Property", "40", "98")
    me.type("Threshold agreed with the owner", "85")
    me.fill_row("Runs", "20/11/2026", "246", "226", "v15")
    me.click("Scored automatically every day")
    me.type("A drop is reported to", "Maria Keller")


def week_three(me: Consultant) -> None:
    me.click("Next: Integration")
    me.click("Add a system")
    me.type("System", "Core claims system")
    me.choose("Data flow", "reads")
    me.type("Which data", "Claims and policies")
    me.type("Authentication", "Service account")
    me.type("Rate limit", "300 a minute")
    me.choose("Nearest to production so far", "staging")
    me.type("How it fails", "No answer")
    me.type("What happens then", "Handlers sort by hand")
    me.type("Owner of the system", "Maria Keller")
    for part, days in (("Low", "10"), ("Likely", "15"), ("High", "30")):
        me.type(f"Effort, {part}", days)
    system = me.window.work.present().system
    assert system is not None
    assert system.sprint is not None
    me.choose("Phase 1 connects to", next(iter(system.sprint.connections)))


def week_four(me: Consultant) -> None:
    me.click("Next: Commitment")
    me.fill_row("Monthly cost", "Team", "People", "10000", "12k", "15000", "Time sheets")
    me.fill_row("One-time cost", "Integration", "50k", "60k", "90k", "Week 3")
    me.fill_row("Monthly benefit once live", "Hours saved", "20k", "30k", "40k", "Metric of week 1")
    me.fill_row("Monthly running cost once live", "Model", "3k", "4k", "5k", "Offer")
    me.type("Months until it is live", "4")
    me.choose("Decision", "go")
    me.type("Decided on", "20/11/2026")
    me.type("Decided by", "Maria Keller")
    me.type("Reason", "Above the threshold")
    me.type("Resources committed", "Three people, two days a week")


def test_from_a_new_engagement_through_four_weeks_to_the_board(qtbot: QtBot, tmp_path: Path) -> None:
    project, tracker, board = tmp_path / "example.readiness.json", tmp_path / "t.xlsx", tmp_path / "b.pdf"
    answers = Answers()
    with open_window(answers) as window:
        me = Consultant(window)
        set_up(me)
        for week in (week_one, week_two, week_three, week_four):
            week(me)
        view = window.work.host.page.view()
        states = {
            item.page.id: item.state
            for item in __import__("desktop.analysis.progress", fromlist=["x"]).sprint_progress(
                window.work.present().workbook, window.work.present().method, window.work.present().system
            )
        }
        assert view is not None
        assert states == dict.fromkeys(("sprint-1", "sprint-2", "sprint-3", "sprint-4"), "done")
        answers.files[:] = [project]
        with qtbot.waitSignal(window.desk.saved):
            window.do("save")
        written = window.desk.session.workbook
        assert not window.isWindowModified()
        assert open_project(project).workbook == written
        first = project.read_bytes()
        with qtbot.waitSignal(window.desk.saved):
            window.do("save")
        assert project.read_bytes() == first

    with open_window(answers) as window:
        row = window.start.list.rows[0]
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        settle()
        assert window.desk.session.workbook == written
        assert window.windowTitle() == "example[*] — Readiness Workbook"
        for kind, target in (("tracker", tracker), ("board", board)):
            pytest.importorskip(f"desktop.reports.{'excel.tracker' if kind == 'tracker' else 'pdf.board'}")
            answers.files[:] = [target]
            with qtbot.waitSignal(window.exports.jobs.succeeded, timeout=120_000):
                window.do(kind)
            settle()
            assert window.banner.isVisible()
        assert tracker.read_bytes()[:2] == b"PK"
        assert board.read_bytes()[:5] == b"%PDF-"
    assert TODAY.year == 2026
