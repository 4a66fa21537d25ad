"""Importing a run: chosen or dropped, recognised, mapped, previewed, one step of undo, and a way out at any time."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from desktop.session import run_import
from desktop.ui.evidence.page import EvaluationPage
from desktop.ui.main_window import MainWindow
from desktop.workbook import System, Workbook
from tests.northwind import sample
from tests.ui.evidence.conftest import Show, runs
from tests.unit.exchange.evaluation.test_broken_results import BROKEN
from tests.unit.exchange.evaluation.writers import written
from tests.window import Answers, settle

GERMAN = "Fall;Soll-Wert;Antwort des Modells\n1;ja;ja\n2;nein;ja\n3;ja;ja\n"


def rows(right: int, total: int = 200, first: int = 0) -> str:
    lines = (f"{n},{'yes' if n < first + right else 'no'}\n" for n in range(first, first + total))
    return "id,correct\n" + "".join(lines)


def blank() -> Workbook:
    return Workbook(systems={"s1": System(id="s1", name="Triage")})


def read(page: EvaluationPage, path: Path) -> None:
    page.read_file(path)
    await_reading(page)


def await_reading(page: EvaluationPage) -> None:
    while page.desk.jobs.busy:
        page.desk.jobs.wait()
    settle()


def heading(page: EvaluationPage) -> str:
    return page.panel.head._heading.text().replace("\u00a0", " ")


def pick(page: EvaluationPage, role: str, column: int | None) -> None:
    page.panel.columns.editors[role]._picked("" if column is None else str(column))
    await_reading(page)


def test_a_chosen_file_is_previewed_and_imported_as_one_step(
    show: Show, window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    page = show(blank(), "s1")
    answers.files.append(written(tmp_path, rows(180), "first run.csv"))
    page.empty.action.click()
    await_reading(page)
    assert heading(page) == "first run.csv: 180 of 200 right, 90.0 % (85.1 to 93.4 %)"
    assert page.panel.isVisible()
    assert page.panel.foot.isVisible()
    assert not page.head.isVisible()
    page.panel.take.click()
    settle()
    held = runs(window, "s1")
    assert [(run.scored, run.correct) for run in held.values()] == [(200, 180)]
    assert not page.panel.isVisible()
    assert page.sheet.isVisible()
    window.do("undo")
    settle()
    assert window.desk.session.workbook == blank()


def test_going_back_in_the_dialog_changes_nothing(show: Show, answers: Answers) -> None:
    page = show()
    answers.files.append(None)
    page.begin.click()
    assert not page.desk.active
    assert page.sheet.isVisible()


def test_a_dropped_file_is_read(show: Show, tmp_path: Path) -> None:
    page, data = show(), QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(written(tmp_path, rows(180))))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))
    await_reading(page)
    assert heading(page).startswith("run.csv: 180 of 200 right")


def test_columns_are_corrected_by_hand(show: Show, window: MainWindow, tmp_path: Path) -> None:
    page = show(blank(), "s1")
    read(page, written(tmp_path, GERMAN, "Ergebnis.csv"))
    assert heading(page) == "Ergebnis.csv cannot be taken as it is"
    assert page.panel.refused.isVisible()
    assert not page.panel.take.isEnabled()
    pick(page, "expected", 1)
    assert page.panel.refused.isVisible(), "the system's answer is still missing"
    pick(page, "predicted", 2)
    assert heading(page).startswith("Ergebnis.csv: 2 of 3 right")
    assert not page.panel.refused.isVisible()
    page.panel.take.click()
    assert len(runs(window, "s1")) == 1


def test_a_heading_is_held_by_one_kind_of_content(show: Show, tmp_path: Path) -> None:
    page = show()
    read(page, written(tmp_path, "id,expected,predicted\n1,a,a\n2,b,a\n"))
    pick(page, "slice", 1)
    assert page.panel.refused.isVisible(), "the right answer lost its column"
    assert page.panel.columns.editors["expected"]._value == ""
    pick(page, "expected", 1)
    pick(page, "slice", None)
    assert heading(page).startswith("run.csv: 1 of 2 right")


def test_day_version_and_set_are_those_of_the_person(show: Show, window: MainWindow, tmp_path: Path) -> None:
    page = show(blank(), "s1")
    read(page, written(tmp_path, rows(180)))
    about = page.panel.about
    about.choice._picked("new")
    page.panel.take.click()
    assert runs(window, "s1") == {}, "a new set needs a name"
    assert about._new.problem
    about.name_box.box.setText("  Hard  cases ")
    about.version.box.setText("prompt v7")
    about.day.box.setText("12.11.2026")
    page.panel.take.click()
    settle()
    (run,) = runs(window, "s1").values()
    assert (run.test_set, run.version, run.on.isoformat()) == ("Hard cases", "prompt v7", "2026-11-12")
    assert page._view.shown.name == "Hard cases", "the page shows the set that the run went to"


def test_a_day_that_cannot_be_read_holds_the_import(show: Show, window: MainWindow, tmp_path: Path) -> None:
    page = show(blank(), "s1")
    read(page, written(tmp_path, rows(180)))
    page.panel.about.day.box.setText("the day before")
    page.panel.take.click()
    assert runs(window, "s1") == {}
    assert page.panel.about.day.unread


def test_the_same_run_twice_is_one_run(show: Show, window: MainWindow, tmp_path: Path) -> None:
    page = show(blank(), "s1")
    path = written(tmp_path, rows(180))
    read(page, path)
    page.panel.take.click()
    settle()
    read(page, path)
    assert page.panel.known.isVisible()
    assert not page.panel.take.isEnabled()
    page.panel.import_wanted.emit()
    assert len(runs(window, "s1")) == 1


def test_the_next_file_of_the_same_tool_needs_no_choice(show: Show, window: MainWindow, tmp_path: Path) -> None:
    page = show(blank(), "s1")
    read(page, written(tmp_path, GERMAN, "one.csv"))
    pick(page, "expected", 1)
    pick(page, "predicted", 2)
    page.panel.take.click()
    settle()
    read(page, written(tmp_path, GERMAN + "4;ja;nein\n", "two.csv"))
    assert heading(page).startswith("two.csv: 2 of 4 right")
    page.panel.take.click()
    assert len(runs(window, "s1")) == 2


def test_escape_leaves_the_import(show: Show, tmp_path: Path) -> None:
    page = show()
    read(page, written(tmp_path, rows(180)))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.desk.active
    assert page.sheet.isVisible()


def test_cancel_leaves_everything_as_it_was(show: Show, window: MainWindow, tmp_path: Path) -> None:
    page = show()
    read(page, written(tmp_path, rows(180)))
    page.panel.cancel.click()
    assert not page.panel.isVisible()
    assert not page.panel.foot.isVisible()
    assert page.sheet.isVisible()
    assert window.desk.session.workbook == sample()


def test_reading_is_stopped_by_the_button(
    show: Show, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show()
    begun, pressed, real = Event(), Event(), run_import.read_run_file

    def slow(asked, today, progress):
        begun.set()
        assert pressed.wait(60)
        return real(asked, today, progress)

    monkeypatch.setattr("desktop.ui.evidence.import_desk.read_run_file", slow)
    page.read_file(written(tmp_path, rows(180)))
    assert begun.wait(60)
    assert page.panel._reading.isVisibleTo(page)
    page.panel.stop.click()
    pressed.set()
    await_reading(page)
    assert not page.desk.active
    assert page.sheet.isVisible()
    assert window.desk.session.workbook == sample()


def test_another_file_while_one_is_read_is_the_one_that_counts(
    show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show()
    pressed, real = Event(), run_import.read_run_file

    def slow(asked, today, progress):
        assert pressed.wait(60)
        return real(asked, today, progress)

    monkeypatch.setattr("desktop.ui.evidence.import_desk.read_run_file", slow)
    page.read_file(written(tmp_path, rows(180), "one.csv"))
    page.read_file(written(tmp_path, rows(170), "two.csv"))
    pressed.set()
    await_reading(page)
    assert heading(page).startswith("two.csv: 170 of 200")


@pytest.mark.parametrize(
    "name", ["a picture", "cut JSON", "nested beyond reason", "half a workbook", "a bomb in a packed log", "formulas"]
)
def test_a_broken_file_is_refused_in_words_and_changes_nothing(
    show: Show, window: MainWindow, tmp_path: Path, name: str
) -> None:
    page = show()
    read(page, written(tmp_path, BROKEN[name][0], "results"))
    assert page.panel.refused.isVisible()
    assert heading(page) == "results cannot be taken as it is"
    assert not page.panel.take.isEnabled()
    assert window.desk.session.workbook == sample()
    read(page, written(tmp_path, rows(180), "good.csv"))
    assert not page.panel.refused.isVisible()
    assert page.panel.take.isEnabled()


def test_hostile_headings_and_cells_are_shown_as_texts(show: Show, window: MainWindow, tmp_path: Path) -> None:
    names = ["<b>x</b>", "=1+1", "\u202egnp.exe", "W" * 400, "id", "id", "", "correct"]
    lines = "\n".join(",".join([*(f"{name[:50]}{n}" for name in names[:-1]), "yes"]) for n in range(4))
    page = show(blank(), "s1")
    read(page, written(tmp_path, ",".join(names) + "\n" + lines))
    assert heading(page).startswith("run.csv: 4 of 4 right")
    pick(page, "slice", 0)
    pick(page, "id", 3)
    window.grab()
    page.panel.take.click()
    settle()
    window.grab()
    (run,) = runs(window, "s1").values()
    assert run.figures.slices[0].name == "<b>x</b>0"


def test_an_edit_elsewhere_is_seen_by_the_preview(show: Show, window: MainWindow, tmp_path: Path) -> None:
    """The preview is drawn over the workbook of this moment, also after an undo."""
    page = show(blank(), "s1")
    path = written(tmp_path, rows(180))
    read(page, path)
    page.panel.take.click()
    settle()
    read(page, path)
    assert not page.panel.take.isEnabled()
    window.do("undo")
    settle()
    assert page.panel.take.isEnabled()


def test_leaving_the_page_and_closing_while_a_file_is_read(show: Show, window: MainWindow, tmp_path: Path) -> None:
    page = show()
    page.read_file(written(tmp_path, rows(180)))
    window.work.go("sprint-1")
    window.work.go("evaluation")
    await_reading(page)
    assert heading(page).startswith("run.csv: 180 of 200")
    page.finish()
    assert not page.desk.jobs.busy


def test_the_sheet_of_a_workbook_can_be_chosen(show: Show, tmp_path: Path) -> None:
    from openpyxl import Workbook as Book

    book, path = Book(), tmp_path / "runs.xlsx"
    for name, right in (("First", 3), ("Second", 1)):
        page_of = book.create_sheet(name)
        page_of.append(["id", "correct"])
        for n in range(4):
            page_of.append([n, "yes" if n < right else "no"])
    del book["Sheet"]
    book.save(path)
    page = show()
    read(page, path)
    before = heading(page)
    page.panel.columns.sheet_chosen.emit("Second" if "3 of 4" in before else "First")
    await_reading(page)
    assert {before[:16], heading(page)[:16]} == {"runs.xlsx: 3 of ", "runs.xlsx: 1 of "}
