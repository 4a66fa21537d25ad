"""The page of the evaluation: what it shows, what it lets one choose, and what it changes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.session.evidence_edits import runs_place
from desktop.ui.evidence.runs_model import COLUMNS
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import Mode
from desktop.ui.widgets.page_head import PageHead
from desktop.workbook import Sprint, System, Workbook
from desktop.workbook.sprint import Figures, NamedSet, Run, Scoring, Tally
from tests.northwind import sample
from tests.ui.evidence.conftest import CLAIMS, Show, runs
from tests.window import settle, theme

HARD = "Injury, hard cases"
HOSTILE = ("<b>bold</b>", "=cmd|' /C calc'!A1", "\u202egnp.exe", "W" * 1_900, "😀" * 200, "a\tb", "&amp; &nbsp;")


def words(head: PageHead) -> str:
    return head._heading.text().replace("\u00a0", " ")


def test_the_answer_stands_on_top_and_the_newest_run_is_shown(show: Show) -> None:
    page = show()
    assert words(page.head) == "The run of 20 Nov clears the agreed 85 %: the lower bound is 86.4 %"
    assert page.sheet.table.model().rowCount() == 10
    assert page.sheet.run._title.text() == "Run of 20 Nov 2026"
    assert page.sheet.trend.table[0][0] == "Day"
    assert len(page.sheet.trend.table) == 11


def test_arrow_keys_show_another_run(show: Show, window: MainWindow) -> None:
    page = show()
    page.sheet.table.setFocus()
    for _ in range(3):
        QTest.keyClick(page.sheet.table, Qt.Key.Key_Down)
    settle()
    assert page.sheet.run._title.text() == "Run of 17 Nov 2026"
    assert page.sheet.run._chip.accessibleName() == "Regression"
    assert window.focusWidget() is page.sheet.table, "the keyboard stays where it was"


def test_another_set_has_its_own_answer_and_runs(show: Show) -> None:
    page = show()
    page.sheet.choice._picked("1")
    settle()
    assert words(page.head) == "Runs since 6 Nov stay below the agreed 85 %: the lower bound is 69.5 %"
    assert page.sheet.table.model().rowCount() == 3
    assert page.sheet.frame.isVisible()


def test_delete_takes_a_run_away_and_undo_brings_it_back(show: Show, window: MainWindow) -> None:
    page = show()
    page.sheet.table.setFocus()
    QTest.keyClick(page.sheet.table, Qt.Key.Key_Delete)
    settle()
    assert len(runs(window)) == 12
    assert words(page.head) == "Runs since 11 Nov stay below the agreed 85 %: the lower bound is 84.96 %"
    assert window.work.undo_bar.isVisible()
    window.do("undo")
    settle()
    assert window.desk.session.workbook == sample()
    assert page.sheet.run._title.text() == "Run of 20 Nov 2026"


def test_the_button_deletes_the_run_that_is_shown(show: Show, window: MainWindow) -> None:
    page = show()
    page._choose_run("0007-nw26")
    page.sheet.run.delete.click()
    assert "0007-nw26" not in runs(window)


def test_deleting_every_run_of_a_set_goes_back_to_the_leading_one(show: Show, window: MainWindow) -> None:
    page = show()
    page._choose_set(HARD)
    for _ in range(3):
        page.sheet.run.delete.click()
        settle()
    assert not page.sheet.frame.isVisible()
    assert page.sheet.table.model().rowCount() == 10


def test_a_check_leads_to_where_it_is_written_down(show: Show, window: MainWindow) -> None:
    page = show()
    page._choose_set(HARD)
    origin = next(line for line in page._view.shown.checks if line.id == "origin")
    page.sheet.checks.change_wanted.emit(origin.at)
    settle()
    assert window.work.host.place.page == "sprint-2"


def test_a_system_without_runs_says_what_belongs_here(show: Show) -> None:
    page = show(system=_without_runs())
    assert page.empty.isVisible()
    assert not page.sheet.isVisible()
    assert words(page.head) == "No run yet: nothing shows how good it is"


def _without_runs() -> str:
    return next(key for key, one in sample().systems.items() if one.sprint and not one.sprint.scoring.runs)


def test_a_typed_run_says_that_only_its_score_is_known(show: Show) -> None:
    sprint = Sprint(scoring=Scoring(runs={"r1": Run(scored=200, correct=180)}))
    page = show(Workbook(systems={"s1": System(id="s1", name="Triage", sprint=sprint)}), "s1")
    assert page._view.run.typed
    assert words(page.head).startswith("90.0 % right, at least 85.1 %")


def test_a_link_to_a_run_shows_it_with_its_set(show: Show, window: MainWindow) -> None:
    page = show()
    assert page.focus_place((*runs_place(CLAIMS), "0012-nw26"))
    assert (page._view.shown.name, page._view.run.id) == (HARD, "0012-nw26")
    assert not page.focus_place((*runs_place(CLAIMS), "gone"))
    assert not page.focus_place(("people", "p1"))


def test_a_row_is_copied_as_a_table(show: Show) -> None:
    page = show()
    page.sheet.table.copy_rows()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[0] == "Day"
    assert lines[1].startswith("20 Nov 2026\tmodel 4.1, prompt v15\t246\t90.7 %")


def test_hostile_texts_are_shown_as_texts(show: Show, window: MainWindow) -> None:
    slices = tuple(Tally(name=text[:200], scored=30, correct=20) for text in HOSTILE)
    held = {
        f"r{n}": Run(
            scored=240, correct=160, version=text, note=text, test_set=text, figures=Figures(source=text, slices=slices)
        )
        for n, text in enumerate(HOSTILE)
    }
    more = {f"m{n}": NamedSet(name=text, provenance=text) for n, text in enumerate(HOSTILE)}
    sprint = Sprint(scoring=Scoring(runs=held), more_sets=more)
    page = show(Workbook(systems={"s1": System(id="s1", name="Triage", sprint=sprint)}), "s1")
    for mode in (Mode.DARK, Mode.LIGHT):
        theme(mode)
        for name, _ in page._view.sets:
            page._choose_set(name)
            settle()
            window.grab()
    assert len(page._view.sets) == len(HOSTILE)


def test_a_year_of_daily_runs_is_shown(show: Show) -> None:
    from datetime import date, timedelta

    first = date(2025, 11, 1)
    held = {
        f"{n:04d}-a": Run(on=first + timedelta(days=n), scored=246, correct=210 + n % 9, version="model 4.1")
        for n in range(365)
    }
    sprint = Sprint(scoring=Scoring(runs=held))
    page = show(Workbook(systems={"s1": System(id="s1", name="Triage", sprint=sprint)}), "s1")
    assert page.sheet.table.model().rowCount() == 365
    assert len(page.sheet.trend.table) == 31


def test_days_and_figures_are_whole_in_a_small_window(show: Show, window: MainWindow) -> None:
    page = show()
    for size in ((1280, 720), (1024, 640)):
        window.resize(*size)
        settle()
        table = page.sheet.table
        for section, column in enumerate(COLUMNS):
            needed = max(theme().text_width(getattr(row, column)) for row in table.model().rows)
            assert column == "version" or table.columnWidth(section) >= needed + 16
