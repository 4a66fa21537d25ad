"""A consultant brings in a real inventory, corrects the mapping, finds what stalled, decides and hands over."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.exchange.inventory import preview
from desktop.exchange.inventory_edit import import_inventory
from desktop.exchange.mapping import choose
from desktop.exchange.source import read_source
from desktop.exchange.suggest import suggest, target_name
from desktop.files.project import open_project
from desktop.text import say
from desktop.ui.fields.choice import ChoiceEditor
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.profile import ProposalsCard
from desktop.ui.portfolio import PortfolioPage
from desktop.ui.shell.import_desk import ImportHost
from desktop.workbook import Workbook
from tests.journeys.test_sprint_journey import Consultant
from tests.window import TODAY, Answers, named, open_window, settle

LONG = 120_000


@pytest.fixture(scope="module")
def inventory(shared: Path) -> Path:
    return shared / "data" / "2024_consolidated_ai_inventory_raw_v2.csv"


def begin(me: Consultant) -> None:
    me.click("New engagement")
    me.type("Client", "Example Agency")
    me.type("Start date", "02/11/2026")
    me.click("Next: People")
    me.click("Add a person")
    me.type("Name", "Maria Keller")


def bring_in(me: Consultant, qtbot: QtBot) -> None:
    """File, mapping with the agency's short name instead of the bureau as the unit, preview, import."""
    me.window.work.go("import")
    page = me.window.work.host.page
    assert isinstance(page, ImportHost)
    me.click(say("importing.file.choose"))
    qtbot.waitUntil(page.inner.next.isEnabled, timeout=LONG)
    me.click(say("importing.next"))
    label = say("importing.column.name", target=target_name("unit"))
    editor = next(e for e in page.findChildren(ChoiceEditor) if e.isVisible() and e.box.accessibleName() == label)
    editor._picked(str(agency(page.inner._table)))
    settle()
    me.click(say("importing.next"))
    qtbot.waitUntil(lambda: page.inner._found is not None, timeout=LONG)
    settle()
    me.click("Import 2,133 systems")


def agency(table) -> int:
    return next(at for at, header in enumerate(table.headers) if header.strip() == "Agency Abbreviation")


def expected(source: Path, before: Workbook) -> Workbook:
    """The same import without a window."""
    table = read_source(source)
    mapping = choose(suggest(table), "unit", table.columns[agency(table)])
    return import_inventory(before, preview(table, mapping, before, TODAY))


def open_first_stalled(me: Consultant) -> str:
    portfolio = me.page.inner
    assert isinstance(portfolio, PortfolioPage)
    me.click(say("portfolio.filter.stalled"))
    shown = portfolio.model.rows
    assert 0 < len(shown) < 2_133
    assert all(row.stalled for row in shown)
    row = next(at for at, row in enumerate(shown) if row.open_proposals >= 2)
    portfolio.table.setCurrentIndex(portfolio.model.index(row, 0))
    QTest.keyClick(portfolio.table, Qt.Key.Key_Return)
    settle()
    return shown[row].id


def start_another(me: Consultant, system_id: str) -> None:
    """From the portfolio this time: a second system that stalled enters the sprint."""
    me.window.work.go("portfolio")
    table = me.page.inner.table
    table.selectRow(next(at for at, row in enumerate(table._rows.rows) if row.id != system_id))
    me.click(say("portfolio.sprint"))


def press(window: MainWindow, word: str, question: str) -> None:
    asked = window.desk.session.method.question[question].prompt
    button = named(window, QAbstractButton, say(f"profile.{word}-named", question=asked))
    button.click()
    settle()


def hand_over(window: MainWindow, answers: Answers, kind: str, target: Path, qtbot: QtBot) -> None:
    answers.files[:] = [target]
    with qtbot.waitSignal(window.exports.jobs.succeeded, timeout=LONG):
        window.exports.export(kind, None)
    settle()


def decide(me: Consultant, system_id: str) -> None:
    """Nobody can decide without a name; then one proposal is accepted, one rejected, and the others stay open."""
    window, card = me.window, me.page.findChild(ProposalsCard)
    accepted, rejected = tuple(window.desk.session.workbook.systems[system_id].proposals)[:2]
    assert not any(button.isEnabled() for block in card._blocks for button in block._buttons)
    me.type(say("profile.by"), "Maria Keller")
    press(window, "accept", accepted)
    press(window, "reject", rejected)
    decided = window.desk.session.workbook.systems[system_id]
    states = {key: one.state for key, one in decided.proposals.items()}
    assert (states.pop(accepted), states.pop(rejected)) == ("accepted", "rejected")
    assert set(states.values()) <= {"open"}
    assert list(decided.ratings) == [accepted]


def test_from_a_real_inventory_to_a_decided_proposal_and_the_exports(
    qtbot: QtBot, tmp_path: Path, inventory: Path
) -> None:
    project, tracker, board = (tmp_path / name for name in ("agency.readiness.json", "tracker.xlsx", "board.pdf"))
    answers = Answers()
    with open_window(answers) as window:
        me = Consultant(window)
        begin(me)
        before = window.desk.session.workbook
        answers.files[:] = [inventory]
        bring_in(me, qtbot)
        after = window.desk.session.workbook
        assert len(after.systems) == 2_133
        assert after == expected(inventory, before)
        window.do("undo")
        assert window.desk.session.workbook is before
        window.do("redo")
        assert window.desk.session.workbook is after
        window.work.go("portfolio")
        system_id = open_first_stalled(me)
        decide(me, system_id)
        window.work.go("sprint-1", system_id)
        me.click("Start the 30-day sprint")
        start_another(me, system_id)
        answers.files[:] = [project]
        with qtbot.waitSignal(window.desk.saved, timeout=LONG):
            window.do("save")
        written = window.desk.session.workbook
        assert written.systems[system_id].sprint is not None
        assert open_project(project).workbook == written

    with open_window(answers) as window:
        window.take_file(project)
        assert window.desk.session.workbook == written
        assert not window.isWindowModified()
        for kind, target in (("tracker", tracker), ("board", board)):
            hand_over(window, answers, kind, target, qtbot)
    hand_over_is_about(written.systems[system_id].name, tracker, board)


def hand_over_is_about(name: str, tracker: Path, board: Path) -> None:
    book = load_workbook(tracker, read_only=True)
    cells = {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell}
    book.close()
    assert any(name in cell for cell in cells)
    assert "2,133" in " ".join(page.extract_text() for page in PdfReader(board).pages)
