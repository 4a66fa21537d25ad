"""Texts of examples in the window: off until chosen, read and copied, removed in one step, and plain text to the end."""

import importlib.util
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.files.home import home
from desktop.files.project import open_project, save_project
from desktop.ui.evidence.page import EvaluationPage
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import Mode
from desktop.workbook import Workbook
from desktop.workbook.kept_texts import Keep
from tests.northwind import sample
from tests.ui.evidence.conftest import Show, runs
from tests.ui.evidence.test_run_import import GERMAN, await_reading, blank, heading, pick, read
from tests.unit.exchange.evaluation.telling import EXAMPLES, FORMATS, WORD, WRONG
from tests.unit.exchange.evaluation.writers import written
from tests.window import Answers, open_window, settle, theme

NEWEST = "0010-nw26"


def keep(page: EvaluationPage, at: int) -> None:
    """Press one of: none, the wrong ones, all."""
    page.panel.texts.choice._segments[at].click()
    await_reading(page)


def take(page: EvaluationPage) -> None:
    page.panel.take.click()
    settle()


def saved(workbook: Workbook, folder: Path) -> bytes:
    path = folder / "saved.readiness.json"
    path.unlink(missing_ok=True)
    save_project(path, workbook)
    assert open_project(path).workbook == workbook
    return path.read_bytes()


def kept_ids(page: EvaluationPage) -> list[str]:
    return [row.name for row in page.sheet.texts.table.model().rows]


@pytest.mark.parametrize("name", FORMATS)
def test_an_import_keeps_nothing_unless_a_person_chooses_so(
    show: Show, window: MainWindow, tmp_path: Path, name: str
) -> None:
    page = show(blank(), "s1")
    path = written(tmp_path, FORMATS[name](), name)
    read(page, path)
    assert page.panel.texts.choice.value == "none"
    take(page)
    assert WORD.encode() not in saved(window.desk.session.workbook, tmp_path)
    assert not page.sheet.texts.table.isVisible()
    read(page, path)
    keep(page, 1)
    take(page)
    assert saved(window.desk.session.workbook, tmp_path).count(f"{WORD} says".encode()) == WRONG
    assert len(kept_ids(page)) == WRONG


def test_the_wish_stays_with_other_columns_and_ends_with_the_file(show: Show, tmp_path: Path) -> None:
    page = show(blank(), "s1")
    read(page, written(tmp_path, GERMAN, "one.csv"))
    assert not page.panel.texts.isVisible(), "there is no run to keep texts of yet"
    pick(page, "expected", 1)
    pick(page, "predicted", 2)
    keep(page, 2)
    assert "3 of 3 examples are kept" in page.panel.texts._words.text()
    pick(page, "id", 0)
    assert page.panel.texts.choice.value == "all"
    assert "3 of 3 examples are kept" in page.panel.texts._words.text()
    read(page, written(tmp_path, "id,input,correct\n1,x,no\n", "two.csv"))
    assert page.panel.texts.choice.value == "none"
    assert page.panel.texts._words.text() == "No text is kept: the run is stored as figures."


def test_the_keyboard_stays_at_the_wish_and_comes_back_to_the_page(
    show: Show, window: MainWindow, tmp_path: Path
) -> None:
    page = show()
    read(page, written(tmp_path, FORMATS["run.csv"](), "run.csv"))
    wish = page.panel.texts.choice
    wish.focus_first()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    await_reading(page)
    assert wish.value == "wrong"
    assert wish.isAncestorOf(window.focusWidget())
    take(page)
    assert window.focusWidget() is page.begin


def test_the_sample_has_wrong_answers_to_read(show: Show) -> None:
    card = show().sheet.texts
    assert card._title.text() == "23 wrong answers to read"
    assert not card.verdict.isVisible()
    assert card.reading._line is card.table.model().rows[0]
    card.table.setFocus()
    QTest.keyClick(card.table, Qt.Key.Key_Down)
    assert card.reading._line is card.table.model().rows[1]


def test_examples_are_found_by_verdict_and_words(show: Show, tmp_path: Path) -> None:
    page = show(blank(), "s1")
    read(page, written(tmp_path, FORMATS["run.csv"](), "run.csv"))
    keep(page, 2)
    take(page)
    card = page.sheet.texts
    assert len(kept_ids(page)) == WRONG, "with both kinds, the wrong ones are shown first"
    card.verdict._segments[1].click()
    assert len(kept_ids(page)) == EXAMPLES
    card.search.setText("LETTER 11")
    assert kept_ids(page) == [f"{WORD}-11"]
    card.search.setText("nowhere")
    assert kept_ids(page) == []
    assert card._found.text() == "No example holds these words"
    assert card.reading._line is None
    assert not card.copy.isEnabled()
    QTest.keyClick(card.search, Qt.Key.Key_Escape)
    assert len(kept_ids(page)) == EXAMPLES


def test_examples_are_copied_whole_and_never_as_formulas(show: Show, tmp_path: Path) -> None:
    page = show(blank(), "s1")
    row = {"id": 1, "input": "=HYPERLINK(1)\nsecond line", "output": "@x", "correct": False}
    read(page, written(tmp_path, json.dumps(row), "run.jsonl"))
    keep(page, 1)
    take(page)
    page.sheet.texts.copy.click()
    head, line = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t") == ["Example", "Kind of case", "Verdict", "Text", "Given"]
    assert line.split("\t") == ["1", "", "Wrong", "'=HYPERLINK(1) second line", "'@x"]


def test_texts_of_one_run_go_in_one_step_and_come_back(show: Show, window: MainWindow) -> None:
    page = show()
    page.sheet.texts.forget.click()
    settle()
    assert runs(window)[NEWEST].kept is None
    assert page.sheet.texts._title.text() == "No texts of this run are kept"
    assert not page.sheet.texts.table.isVisible()
    assert page.sheet.texts.forget_all.isVisible(), "other runs still keep theirs"
    assert window.work.undo_bar.isVisible()
    window.do("undo")
    settle()
    assert window.desk.session.workbook == sample()
    assert page.sheet.texts.table.isVisible()


def test_texts_of_all_runs_go_in_one_step(show: Show, window: MainWindow, tmp_path: Path) -> None:
    page = show()
    assert b"stone from a lorry" in saved(window.desk.session.workbook, tmp_path)
    page.sheet.texts.forget_all.click()
    settle()
    assert b"stone from a lorry" not in saved(window.desk.session.workbook, tmp_path)
    assert not page.sheet.texts.forget_all.isVisible()
    window.do("undo")
    settle()
    assert window.desk.session.workbook == sample()


def test_a_run_is_imported_from_anywhere_by_ctrl_k(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    window.desk.begin(sample(), pristine=True)
    window.work.go("sprint-4", "0001-claims-triage")
    found = [entry for entry in window.work._actions() if entry.action == "import-run"]
    assert [entry.title for entry in found] == ["Import a run…"]
    answers.files.append(written(tmp_path, "id,correct\n1,yes\n"))
    window.do("import-run")
    page = window.work.host.page
    assert isinstance(page, EvaluationPage)
    await_reading(page)
    assert heading(page).startswith("run.csv: 1 of 1 right")


def test_a_choice_of_columns_outlives_the_window(tmp_path: Path, qapp: object) -> None:
    for name, opened in (("one.csv", False), ("two.csv", True)):
        with open_window() as window:
            window.desk.begin(blank(), pristine=True)
            window.work.go("evaluation", "s1")
            page = window.work.host.page
            assert isinstance(page, EvaluationPage)
            read(page, written(tmp_path, GERMAN, name))
            assert page.panel.take.isEnabled() is opened
            if not opened:
                pick(page, "expected", 1)
                pick(page, "predicted", 2)
            take(page)
    assert "Soll" not in (home() / "settings.json").read_text("utf-8")


def hostile_texts(shared: Path) -> list[str]:
    script = shared / "trials" / "hostile" / "gen_text_hostile.py"
    spec = importlib.util.spec_from_file_location("gen_text_hostile", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return [entry["value"] for entry in module.PAYLOADS]


def test_hostile_texts_are_kept_shown_saved_and_reopened(
    show: Show, window: MainWindow, tmp_path: Path, shared: Path
) -> None:
    texts = hostile_texts(shared)
    assert len(texts) >= 137
    lines = (
        json.dumps(
            {
                "id": f"{n} {text[:60]}",
                "input": text,
                "output": text,
                "reason": text,
                "slice": text[:80],
                "correct": False,
            }
        )
        for n, text in enumerate(texts)
    )
    page = show(blank(), "s1")
    read(page, written(tmp_path, "\n".join(lines), "hostile.jsonl"))
    keep(page, 1)
    take(page)
    card = page.sheet.texts
    assert len(kept_ids(page)) == len(texts)
    for mode in (Mode.DARK, Mode.LIGHT):
        theme(mode)
        for row in range(0, len(texts), 1 if mode is Mode.LIGHT else 20):
            card.table.setCurrentIndex(card.table.model().index(row, 0))
            card.grab()
    for label in page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()
    card.table.selectAll()
    card.copy.click()
    assert QGuiApplication.clipboard().text().count("\n") == len(texts)
    saved(window.desk.session.workbook, tmp_path)
    (run,) = runs(window, "s1").values()
    assert run.kept.which is Keep.WRONG
    assert {one.input.length for one in run.kept.examples} == {len(text) for text in texts}
