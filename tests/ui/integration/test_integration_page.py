"""The integration map by mouse and by keys: what is moved is in the document, and one undo takes it back."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.integration.page import IntegrationPage
from desktop.ui.main_window import MainWindow
from desktop.workbook import Sprint, Workbook
from tests.connected import connected, one
from tests.northwind import sample
from tests.ui.shell.test_window import nameless
from tests.window import open_window, settle

CLAIMS = "0001-claims-triage"


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window() as opened:
        yield opened


def shown(window: MainWindow, workbook: Workbook, system: str = "s1") -> IntegrationPage:
    window.desk.begin(workbook, pristine=True)
    window.work.go("integration", system)
    settle()
    page = window.work.host.page
    assert isinstance(page, IntegrationPage)
    return page


def sprint(window: MainWindow, system: str = "s1") -> Sprint:
    found = window.desk.session.workbook.systems[system].sprint
    assert found is not None
    return found


def drag(page: IntegrationPage, key: str, by: QPoint) -> None:
    start = page.map.box_rect(key).center().toPoint()
    QTest.mousePress(page.map, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.map, start + by / 2)
    QTest.mouseMove(page.map, start + by)
    QTest.mouseRelease(page.map, Qt.MouseButton.LeftButton, pos=start + by)
    settle()


def test_dragging_a_box_puts_it_there_and_undo_takes_it_back(window: MainWindow) -> None:
    page = shown(window, connected(6))
    before, whole = page.map.box_rect("c00"), window.desk.session.workbook
    drag(page, "c00", QPoint(20, 170))
    after = page.map.box_rect("c00")
    assert sprint(window).connections["c00"].place is not None
    assert abs((after.center() - before.center() - QPointF(20, 170)).manhattanLength()) < 40, (
        "near to where it was let go"
    )
    assert window.desk.session.undo_name == "Move Bestandsführungssystem Kompositversicherung on the map"
    window.do("undo")
    assert window.desk.session.workbook == whole
    assert page.map.box_rect("c00") == before


def test_a_box_that_is_let_go_over_another_gives_way(window: MainWindow) -> None:
    page = shown(window, connected(6))
    target = page.map.box_rect("c01").center() - page.map.box_rect("c00").center()
    drag(page, "c00", target.toPoint())
    boxes = page.map.network.layout.boxes
    assert sprint(window).connections["c00"].place is not None
    assert not any(boxes["c00"].meets(box) for key, box in boxes.items() if key != "c00")


def test_a_click_chooses_and_moves_nothing(window: MainWindow) -> None:
    page = shown(window, connected(6))
    QTest.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=page.map.box_rect("c03").center().toPoint())
    assert page._selected == "c03"
    assert page.list.lines.shown[page.list.currentIndex().row()].id == "c03"
    assert page.station.name is not None
    assert page.station.name.text() == sprint(window).connections["c03"].name
    assert not window.isWindowModified()


def test_escape_while_dragging_leaves_everything(window: MainWindow) -> None:
    page = shown(window, connected(6))
    start = page.map.box_rect("c00").center().toPoint()
    QTest.mousePress(page.map, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.map, start + QPoint(60, 60))
    assert page.map.network.layout.boxes["c00"].cx != pytest.approx(start.x())
    QTest.keyClick(page.map, Qt.Key.Key_Escape)
    QTest.mouseRelease(page.map, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 60))
    assert sprint(window).connections["c00"].place is None


def test_the_list_leads_to_the_map_and_arrow_keys_move_the_box_in_one_step_of_undo(window: MainWindow) -> None:
    page = shown(window, connected(3))
    page.focus_first()
    assert window.focusWidget() is page.list
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    key = page._selected
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert window.focusWidget() is page.map
    before = page.map.network.layout.boxes[key]
    for arrow in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(page.map, arrow)
    QTest.keyClick(page.map, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    after = page.map.network.layout.boxes[key]
    assert after.cy - page.map.network.layout.centre.cy > before.cy - page.map.network.layout.centre.cy
    assert window.desk.session.edits == 1
    QTest.keyClick(page.map, Qt.Key.Key_Escape)
    assert window.focusWidget() is page.list
    window.do("undo")
    assert sprint(window).connections[key].place is None


def test_keys_go_through_the_boxes_and_delete_lets_one_find_its_place(window: MainWindow) -> None:
    page = shown(window, connected(4))
    page.map.setFocus()
    first = page._selected
    QTest.keyClick(page.map, Qt.Key.Key_PageDown)
    assert page._selected != first
    QTest.keyClick(page.map, Qt.Key.Key_PageUp)
    assert page._selected == first
    QTest.keyClick(page.map, Qt.Key.Key_Down)
    assert sprint(window).connections[first].place is not None
    QTest.keyClick(page.map, Qt.Key.Key_Delete)
    assert sprint(window).connections[first].place is None


def test_lay_out_again_lets_every_box_go_and_one_undo_brings_all_back(window: MainWindow) -> None:
    page = shown(window, connected(4))
    assert not page.again.isEnabled()
    for key in ("c00", "c01"):
        drag(page, key, QPoint(15, 120))
    moved = window.desk.session.workbook
    assert page.again.isEnabled()
    page.again.click()
    assert all(entry.place is None for entry in sprint(window).connections.values())
    assert not page.again.isEnabled()
    window.do("undo")
    assert window.desk.session.workbook == moved


def test_what_is_missing_leads_to_its_field_on_week_3(window: MainWindow) -> None:
    page = shown(window, sample(), "0002-underwriting-notes")
    page._select(
        next(key for key, e in sprint(window, "0002-underwriting-notes").connections.items() if not e.fallback)
    )
    link = page.station.links()[0]
    assert link.title == "Write the fallback"
    page.station.todo.chosen.emit(link)
    settle()
    assert window.work.host.place.page == "sprint-3"
    assert window.focusWidget().accessibleName() == "What happens then"


def test_enter_on_the_map_opens_the_system_on_week_3(window: MainWindow) -> None:
    page = shown(window, connected(2))
    page.map.setFocus()
    QTest.keyClick(page.map, Qt.Key.Key_Return)
    settle()
    assert window.work.host.place.page == "sprint-3"


def test_another_than_the_suggested_one_needs_a_reason(window: MainWindow) -> None:
    page = shown(window, sample(), CLAIMS)
    other = page.choice._view.options[1]
    page.choice.options.chosen.emit(next(link for link in page.choice.options._links if link.page == other.id))
    form = page.choice.form
    assert form.isVisible()
    form.apply.click()
    assert sprint(window, CLAIMS) == sample().systems[CLAIMS].sprint
    assert "why" in form._trouble.text()
    form.reason.box.setPlainText("The archive's contract ends in March.")
    form.apply.click()
    assert sprint(window, CLAIMS).phase_one == other.id
    assert sprint(window, CLAIMS).phase_one_reason == "The archive's contract ends in March."
    assert "by choice" in page.head._heading.text()
    assert page.choice.by_choice.isVisible()
    window.do("undo")
    assert window.desk.session.workbook == sample()


def test_the_suggested_one_is_confirmed_without_a_reason(window: MainWindow) -> None:
    page = shown(window, connected(8))
    assert "simplest viable" in page.head._heading.text()
    page.choice.confirm.click()
    assert sprint(window).phase_one == page._now.suggested
    assert not page.choice.confirm.isVisible()


def test_a_phase_chosen_by_hand_holds(window: MainWindow) -> None:
    page = shown(window, sample(), CLAIMS)
    later = next(key for key, phase in page._now.phase.items() if phase == "phase-2")
    page._select(later)
    page.station.phase.edited.emit("phase-3")
    assert page._now.phase[later] == "phase-3"
    page.station.phase.edited.emit("")
    assert page._now.phase[later] == "phase-2"


def test_without_a_connection_the_page_says_what_belongs_there(window: MainWindow) -> None:
    page = shown(window, connected(0))
    assert page.empty.isVisible()
    assert not page.map.isVisible()
    page.focus_first()
    assert window.focusWidget() is page.empty.action
    page.empty.action.click()
    assert window.work.host.place.page == "sprint-3"


def test_without_a_system_it_asks_for_one(window: MainWindow) -> None:
    window.desk.begin(Workbook(), pristine=True)
    window.work.go("integration")
    assert window.work.host.place.page != "integration"


@pytest.mark.parametrize("count", [1, 25])
def test_controls_have_names_and_the_map_is_told_as_a_table(window: MainWindow, count: int) -> None:
    page = shown(window, connected(count))
    assert nameless(window) == []
    assert page.map.accessibleName() == "Integration map"
    assert len(page.map.accessibleDescription().split("\n")) == count + 1


def test_a_removed_connection_leaves_the_page_whole(window: MainWindow) -> None:
    page = shown(window, connected(3))
    page._select("c02")
    window.desk.session.apply(_without("c02"))
    assert page._selected in ("c00", "c01")
    assert len(page.list.lines.shown) == 2


def _without(key: str):
    from desktop.session.editing import Edit
    from desktop.workbook.edits.places import remove_record

    at = ("systems", "s1", "sprint", "connections")
    return Edit("Remove", at, lambda workbook: remove_record(workbook, at, key))


def test_hostile_texts_are_shown_as_they_are(window: MainWindow, shared) -> None:
    source = shared / "trials" / "hostile" / "gen_text_hostile.py"
    if not source.is_file():
        pytest.skip("the collection of hostile texts is not there")
    namespace: dict[str, object] = {"__name__": "payloads"}
    exec(compile(source.read_text(encoding="utf-8"), str(source), "exec"), namespace)
    payloads = namespace["PAYLOADS"]
    assert isinstance(payloads, list)
    given = [payload["value"].encode("utf-8", "replace").decode("utf-8")[:1_900] for payload in payloads]
    page, many = shown(window, connected(1)), 12
    for at in range(0, len(given), many):
        some = {f"c{n:02}": one(n, text) for n, text in enumerate(given[at : at + many])}
        workbook = connected(0, given[at], connections=some)
        page.show_present(replace(window.work.present(), workbook=workbook))
        page.map.grab()
        expected = {key: " ".join(entry.name.split()) or "Without a name" for key, entry in some.items()}
        assert {line.id: line.name for line in page.list.lines.shown} == expected
