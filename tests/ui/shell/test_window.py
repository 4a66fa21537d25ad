"""What the window promises whichever page is shown."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.session.finding import Find
from desktop.ui.shell.actions import DECLARED
from desktop.ui.shell.help_windows import show_help
from desktop.workbook import Workbook
from tests.northwind import sample
from tests.window import open_window, settle

PAGES = (
    "portfolio",
    "engagement",
    "people",
    "profile",
    "sprint-1",
    "sprint-2",
    "evaluation",
    "sprint-3",
    "integration",
    "sprint-4",
    "value",
    "add-system",
)
INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView)


def nameless(root: QWidget) -> list[str]:
    """Interactive widgets in sight that a screen reader cannot name."""
    return [
        f"{type(w).__name__} in {type(w.parentWidget()).__name__}"
        for kind in INTERACTIVE
        for w in root.findChildren(kind)
        if w.isVisibleTo(root) and w.focusPolicy() != Qt.FocusPolicy.NoFocus and not w.accessibleName() and not _says(w)
    ]


def _says(widget: QWidget) -> str:
    return str(widget.text()) if isinstance(widget, QAbstractButton) else ""


@pytest.mark.parametrize("page", PAGES)
def test_every_control_of_a_page_has_a_name(qtbot: QtBot, page: str) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go(page)
        settle()
        assert nameless(window) == []


def test_the_start_page_names_its_controls(qtbot: QtBot) -> None:
    with open_window() as window:
        assert nameless(window) == []
        assert set(window.start.ways.buttons) == {"new", "open", "import", "sample"}


def test_mnemonics_are_unique_in_each_menu_and_shortcuts_among_all(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        for menu in window.menuBar().findChildren(QMenu):
            texts = [action.text() for action in menu.actions() if action.isVisible() and not action.isSeparator()]
            marks = [re.search(r"(?<!&)&(\w)", text.replace("&&", "")) for text in texts]
            assert all(marks), texts
            counted = Counter(mark[1].lower() for mark in marks if mark)
            assert max(counted.values()) == 1, (menu.title(), counted)
        keys = [window.actions_.by_id[d.id].shortcut().toString() for d in DECLARED if d.keys]
        assert len(keys) == len(set(keys))


def test_an_edit_marks_the_title_and_undo_takes_the_mark_away(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        assert not window.isWindowModified()
        window.work.go("engagement")
        box = window.work.host.page._cards["client"].forms()[0].frames["client"].editor.box
        box.setText("Another client")
        box.editingFinished.emit()
        assert window.isWindowModified()
        assert window.work.top.client.text() == "Another client"
        window.do("undo")
        assert not window.isWindowModified()
        assert window.desk.session.workbook == sample()
        assert box.text() == sample().engagement.client


def test_undo_goes_to_the_page_that_changes(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("engagement")
        box = window.work.host.page._cards["client"].forms()[0].frames["client"].editor.box
        box.setText("Another client")
        box.editingFinished.emit()
        window.work.go("portfolio")
        window.do("undo")
        assert window.work.host.place.page == "engagement"


def test_typing_that_was_not_sent_survives_going_elsewhere(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("sprint-2")
        form = window.work.host.page._cards["test-set"].forms()[0]
        form.frames["examples"].editor.box.setText("about three hundred")
        form.frames["provenance"].editor.box.setPlainText("Other claims")
        window.work.go("sprint-3")
        system = window.work.present().system
        assert system.sprint.test_set.provenance == "Other claims"
        assert system.sprint.test_set.examples == sample().systems[system.id].sprint.test_set.examples
        window.work.go("sprint-2")
        frame = window.work.host.page._cards["test-set"].forms()[0].frames["examples"]
        assert frame.editor.box.text() == "about three hundred"
        assert frame.problem


def test_next_shows_what_cannot_be_read_once_and_never_traps(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("sprint-2")
        page = window.work.host.page
        page._cards["test-set"].forms()[0].frames["examples"].editor.box.setText("many")
        page.foot.next_pressed.emit()
        assert window.work.host.place.page == "sprint-2"
        assert window.focusWidget() is page._cards["test-set"].forms()[0].frames["examples"].editor.box
        page.foot.next_pressed.emit()
        assert window.work.host.place.page == "sprint-3"


def test_a_value_that_does_not_fit_stays_in_its_field_with_the_reason(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("sprint-4")
        before = window.desk.session.workbook
        frame = next(
            f.frames["horizon"] for f in window.work.host.page._cards["returns"].forms() if "horizon" in f.frames
        )
        frame.editor.box.setText("900")
        frame.editor.flush()
        assert window.desk.session.workbook is before
        assert frame.editor.box.text() == "900"
        assert frame.problem == "Enter 120 or less"
        frame.editor.box.setText("36")
        frame.editor.flush()
        assert frame.problem is None


def test_a_check_leads_to_its_field(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("engagement")
        settle()
        line = window.work.side._checks["client-named"]
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)
        assert window.focusWidget().accessibleName() == "Client"


def test_an_edit_elsewhere_leaves_a_half_typed_field_alone(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("sprint-2")
        form = window.work.host.page._cards["test-set"].forms()[0]
        box = form.frames["provenance"].editor.box
        box.setFocus()
        box.setPlainText("half a sen")
        form.frames["sampling"].editor._picked("random")
        assert box.toPlainText() == "half a sen"
        assert form.frames["provenance"].editor.box is box


def test_the_palette_finds_actions_pages_systems_people_and_records(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.find_anything()
        finder = window.work.finder
        for text, kind in (
            ("Save as", "action"),
            ("Baseline", "page"),
            ("Fraud ring", "system"),
            ("Maria Keller", "person"),
            ("Core claims", "record"),
        ):
            finder.field.setText(text)
            assert finder._finds.shown[0].kind == kind, text
        with qtbot.waitSignal(finder.chosen) as chosen:
            QTest.keyClick(finder.field, Qt.Key.Key_Return)
        found = chosen.args[0]
        assert isinstance(found, Find)
        assert window.work.host.place.page == "sprint-3"
        assert not finder.isVisible()


def test_a_new_engagement_begins_with_its_first_question(qtbot: QtBot) -> None:
    with open_window() as window:
        window.do("new")
        settle()
        assert window.desk.session.workbook == Workbook()
        assert window.work.host.place.page == "engagement"
        assert window.focusWidget().accessibleName() == "Client"


def test_a_system_outside_the_sprint_shows_one_way_in(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        outside = next(system.id for system in sample().systems.values() if system.sprint is None)
        window.work.go("sprint-3", outside)
        page = window.work.host.page
        assert page._begin.isVisible()
        assert not page._middle.isVisible()
        page._begin.action.click()
        settle()
        assert window.desk.session.workbook.systems[outside].sprint is not None
        assert not page._begin.isVisible()


def test_removing_offers_undo_and_undo_brings_everything_back(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("sprint-1")
        before = window.desk.session.workbook
        records = window.work.host.page._cards["metrics"]._blocks["metrics"]
        first = next(iter(records.records.values()))
        first.open()
        first.removed.emit(first.entry.id)
        settle()
        assert window.work.undo_bar.isVisible()
        assert len(window.work.present().system.sprint.metrics) == 2
        window.work.undo_bar.undone.emit()
        assert window.desk.session.workbook == before
        window.do("remove-system")
        assert window.work.host.place.page == "portfolio"
        window.do("undo")
        assert window.desk.session.workbook == before


def test_a_narrow_window_folds_the_rail_and_the_right_column(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("sprint-1")
        assert window.work.side.isVisible()
        window.resize(1280, 720)
        settle()
        assert not window.work.side.isVisible()
        window.do("side")
        assert window.work.side.isVisible()
        window.resize(1024, 640)
        settle()
        assert window.work.rail.width() < 100


def test_the_theme_switches_live(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.do("theme-dark")
        dark = window.grab().toImage().pixelColor(5, 400).lightness()
        window.do("theme-light")
        assert window.grab().toImage().pixelColor(5, 400).lightness() > dark
        assert window.own.settings.present.theme == "light"


@pytest.mark.parametrize("what", ["guide", "shortcuts", "about"])
def test_help_opens_offline(qtbot: QtBot, what: str) -> None:
    with open_window() as window:
        shown = show_help(window, what)
        assert nameless(shown) == []
        assert shown.isVisible()
        shown.close()
