"""The value case in the window: tried, accepted, undone, by mouse and by keyboard."""

from collections.abc import Iterator
from decimal import Decimal
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.assess.lines import LinkLine
from desktop.ui.main_window import MainWindow
from desktop.ui.value.page import ValuePage
from desktop.workbook.path import replace_at
from tests.northwind import sample
from tests.ui.shell.test_window import nameless
from tests.window import open_window, settle

TRIAGE, EMPTY = "0001-claims-triage", "0003-broker-routing"
SAVED = "benefits/0001-nw26"


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window() as opened:
        opened.desk.begin(sample(), pristine=True)
        yield opened


def page(window: MainWindow, system: str = TRIAGE) -> ValuePage:
    window.work.go("value", system)
    shown = window.work.host.page
    assert isinstance(shown, ValuePage)
    shown.finish()
    settle()
    return shown


def text(shown: ValuePage, figure: str) -> str:
    block = {**shown.body.main.blocks, **shown.body.more.blocks}[figure]
    return block.accessibleDescription()


def held(window: MainWindow) -> object:
    return window.desk.session.workbook


@pytest.mark.parametrize("system", [TRIAGE, "0002-underwriting-notes", EMPTY])
def test_every_control_has_a_name_and_fits_the_smallest_window(window: MainWindow, system: str) -> None:
    shown = page(window, system)
    window.resize(1024, 640)
    settle()
    assert nameless(window) == []
    assert shown.minimumSizeHint().width() <= shown.width()
    assert shown.body.widget().minimumSizeHint().width() <= shown.body.viewport().width()


def test_the_headline_is_the_answer(window: MainWindow) -> None:
    shown = page(window)
    assert "EUR 963k" in shown.body.head._heading.text()
    assert text(shown, "npv") == "EUR 963k. 74k to 1.5M"
    assert text(shown, "chance").startswith("above 99 %")


def test_sliding_changes_the_page_and_leaves_the_workbook_identical(window: MainWindow) -> None:
    shown, before = page(window), held(window)
    slider = shown.panel.rows[SAVED].slider
    slider.setFocus()
    for _ in range(30):
        QTest.keyClick(slider, Qt.Key.Key_Left)
    shown.finish()
    assert held(window) is before
    assert window.desk.session.edits == 0
    assert not window.isWindowModified()
    assert "in the project EUR 963k" in text(shown, "npv")
    assert shown.body.head._state.isVisible()
    assert "not in the project: 1 changed" in shown.panel._state.accessibleName()
    assert shown.panel.accept.isEnabled()


def test_typing_a_value_does_the_same_as_sliding_and_an_emptied_field_takes_it_back(window: MainWindow) -> None:
    shown, before = page(window), held(window)
    box = shown.panel.rows[SAVED].field.box
    box.setText("50k")
    box.editingFinished.emit()
    assert shown.changes == {SAVED: Decimal(50_000)}
    assert box.text() == "50,000"
    box.setText("")
    box.editingFinished.emit()
    assert shown.changes == {}
    assert box.text() == "75,200"
    assert held(window) is before


def test_what_cannot_be_read_stays_in_the_field_with_the_reason(window: MainWindow) -> None:
    shown = page(window)
    row = shown.panel.rows[SAVED]
    row.field.box.setText("a lot")
    row.field.box.editingFinished.emit()
    assert shown.changes == {}
    assert row.field.box.text() == "a lot"
    assert row.field.unread == row._before.text()
    assert shown.flush() == 1


def test_accepting_is_one_undoable_edit(window: MainWindow) -> None:
    shown, before = page(window), held(window)
    shown.panel.rows[SAVED].slider.setValue(10)
    shown.panel.rows["launch"].slider.setValue(9)
    QTest.mouseClick(shown.panel.accept, Qt.MouseButton.LeftButton)
    settle()
    assert window.desk.session.edits == 1
    assert held(window).systems[TRIAGE].sprint.value.months_to_launch == 9
    assert shown.changes == {}
    assert "in the project" not in text(shown, "npv")
    window.do("undo")
    assert held(window) == before
    assert "EUR 963k" in text(shown, "npv")


def test_reset_and_the_small_arrow_put_the_project_back(window: MainWindow) -> None:
    shown = page(window)
    shown.panel.rows[SAVED].slider.setValue(10)
    shown.panel.rows["rate"].slider.setValue(40)
    QTest.mouseClick(shown.panel.rows["rate"].back, Qt.MouseButton.LeftButton)
    assert list(shown.changes) == [SAVED]
    QTest.mouseClick(shown.panel.reset, Qt.MouseButton.LeftButton)
    assert shown.changes == {}
    assert not shown.panel.accept.isEnabled()
    assert shown.panel.rows[SAVED].field.box.text() == "75,200"


def test_the_mouse_takes_the_slider_where_it_points(window: MainWindow) -> None:
    shown = page(window)
    slider = shown.panel.rows[SAVED].slider
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 4, slider.height() // 2))
    assert slider.value() == slider.maximum()
    assert shown.changes[SAVED] == Decimal(134_000)


def test_a_trial_outlives_going_elsewhere_and_an_edit_of_another_input(window: MainWindow) -> None:
    shown = page(window)
    shown.panel.rows[SAVED].slider.setValue(10)
    window.work.go("sprint-4", TRIAGE)
    value = replace_at(held(window), ("systems", TRIAGE, "sprint", "value", "discount_rate"), Decimal(9))
    from desktop.session.editing import Edit

    window.work.apply(Edit("Set the rate", ("systems", TRIAGE), lambda _workbook: value))
    again = page(window)
    assert again is shown
    assert list(again.changes) == [SAVED]
    assert again.panel.rows["rate"].field.box.text() == "9"


def test_the_simulation_runs_beside_the_window_and_ends_at_the_newest_trial(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.analysis.value_simulation import simulate
    from desktop.ui.value import simulating

    threads = []

    def watched(value: object) -> object:
        threads.append(current_thread())
        return simulate(value)  # type: ignore[arg-type]

    monkeypatch.setattr(simulating, "simulate", watched)
    shown = page(window)
    for step in (150, 90, 40, 0):
        shown.panel.rows[SAVED].slider.setValue(step)
    shown.finish()
    expected = simulate(shown.simulating._asked)
    assert shown.body._simulation == expected
    assert main_thread() not in threads
    assert len(threads) <= 5


def test_what_is_missing_leads_to_where_it_is_entered(window: MainWindow) -> None:
    shown = page(window, EMPTY)
    lines = [line for line in shown.body.gaps.findChildren(LinkLine) if line.isVisible()]
    assert len(lines) == 6
    QTest.keyClick(lines[0], Qt.Key.Key_Return)
    settle()
    assert window.work.host.place.page == "sprint-4"
    assert window.work.host.place.system == EMPTY


def test_source_owner_and_kind_are_entered_in_the_table_of_what_it_rests_on(window: MainWindow) -> None:
    shown = page(window, "0002-underwriting-notes")
    assert shown.body.basis is not None
    model = shown.body.basis.list.table.model
    source = next(n for n, column in enumerate(model.columns) if column.field == "source") + 1
    assert model.setData(model.index(0, source), "Time sheets, October")
    held_line = held(window).systems["0002-underwriting-notes"].sprint.value.continuing["0001-nw26"]
    assert held_line.source == "Time sheets, October"
    assert window.desk.session.undo_name


def test_the_inputs_of_the_unit_economics_name_source_and_owner_too(window: MainWindow) -> None:
    shown = page(window)
    assert shown.body.basis is not None
    model = shown.body.basis.units.table.model
    assert [entry.title for entry in model.entries][-1] == "Cases a month in production"
    assert model.setData(model.index(6, 1), "Ledger 2026")
    assert held(window).systems[TRIAGE].sprint.value.unit.target.source == "Ledger 2026"
    again = page(window, "0002-underwriting-notes")
    assert again.body.basis is not None
    assert not again.body.basis.units.isVisible()


def test_charts_speak_and_carry_their_figures(window: MainWindow) -> None:
    shown = page(window)
    for card in (shown.body.tornado, shown.body.cash, shown.body.spread):
        assert card.chart is not None
        assert card.chart.accessibleName()
        assert len(card.chart.table) > 2
    assert shown.body.tornado.chart.table[1][0] == "Lower handling cost"


def test_the_rail_tells_the_likely_value(window: MainWindow) -> None:
    page(window)
    entries = {entry.page: entry for section in window.work.sections for entry in section.entries}
    assert (entries["value"].note, entries["value"].state) == ("EUR 963k", "done")
    page(window, "0002-underwriting-notes")
    entries = {entry.page: entry for section in window.work.sections for entry in section.entries}
    assert (entries["value"].note, entries["value"].state) == ("EUR 60k", "started")
