"""The governance page: proposal taken by a person, controls set at a press, checks that lead to their field."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from desktop.workbook import Impact, System, Workbook
from desktop.workbook.edits.places import set_value
from desktop.workbook.governance import ControlState
from desktop.workbook.system import RiskTier
from tests.northwind import sample
from tests.window import TODAY, open_window, settle

CLAIMS = "0001-claims-triage"


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window() as opened:
        yield opened


def shown(window: MainWindow, workbook: Workbook, system: str) -> Any:
    window.desk.begin(workbook, pristine=True)
    window.work.go("governance", system)
    settle()
    return window.work.host.page


def bare() -> Workbook:
    return Workbook(systems={"s1": System(id="s1", name="Triage", impact=Impact.NEITHER)})


def held(window: MainWindow) -> Any:
    return window.desk.session.workbook.systems["s1"]


def test_a_proposal_becomes_the_tier_only_when_it_is_taken(window: MainWindow) -> None:
    page = shown(window, bare(), "s1")
    assert held(window).risk_tier is None
    assert "treated as low risk" in page.head._lead.text()
    page.proposal.take.click()
    settle()
    assert held(window).risk_tier is RiskTier.LOW
    assert held(window).governance.tier_on == TODAY
    assert held(window).governance.tier_by is None
    assert held(window).governance.tier_reason
    assert not page.proposal.take.isVisible()
    window.do("undo")
    assert held(window).risk_tier is None


def test_another_tier_needs_its_own_reason_and_name(window: MainWindow) -> None:
    notes = "0002-underwriting-notes"
    page = shown(window, sample(), notes)
    page.proposal.take.click()
    system = window.desk.session.workbook.systems[notes]
    assert system.risk_tier is RiskTier.MEDIUM
    assert system.governance.tier_by is None
    assert "duties to inform" in system.governance.tier_reason


def test_a_state_is_set_by_keyboard_and_the_record_comes_to_life(window: MainWindow) -> None:
    page = shown(window, bare(), "s1")
    line = page.controls.lines["named-owner"]
    segment = line.choice._segments[1]
    segment.setFocus()
    QTest.keyClick(segment, Qt.Key.Key_Space)
    settle()
    assert held(window).governance.controls["named-owner"].state is ControlState.PLANNED
    assert line._detail.text().startswith("Planned without owner or date")
    window.do("undo")
    settle()
    assert held(window).governance is None
    assert line.choice.value is None


def test_a_state_can_be_emptied_again(window: MainWindow) -> None:
    workbook = set_value(bare(), ("systems", "s1", "governance", "controls"), {"named-owner": {"state": "absent"}})
    page = shown(window, workbook, "s1")
    form = page.controls.lines["named-owner"].open()
    form.frames["state"].editor.edited.emit(None)
    settle()
    assert held(window).governance.controls["named-owner"].state is None


def test_evidence_owner_and_day_stand_behind_the_fold(window: MainWindow) -> None:
    page = shown(window, sample(), CLAIMS)
    at = ("systems", CLAIMS, "governance", "controls", "way-back", "owner")
    assert page.focus_place(at)
    settle()
    line = page.controls.lines["way-back"]
    assert line.fold.isChecked()
    assert window.focusWidget() is line.form.frames["owner"].editor.box
    line.form.frames["evidence"].editor.box.setPlainText("Rehearsed with 40 claims")
    line.form.flush()
    found = window.desk.session.workbook.systems[CLAIMS].governance.controls["way-back"]
    assert found.evidence == "Rehearsed with 40 claims"


def test_every_check_leads_to_a_field(window: MainWindow) -> None:
    page = shown(window, bare(), "s1")
    assert page.view().checks
    assert [check.id for check in page.view().checks if not page.focus_place(check.path)] == []


def test_a_higher_tier_brings_more_controls(window: MainWindow) -> None:
    page = shown(window, bare(), "s1")
    assert len(page.controls.lines) == 6
    window.work.apply(_tier("s1", "high"))
    settle()
    assert len(page.controls.lines) == 22
    assert "22 controls" in page.head._heading.text()


def _tier(system: str, tier: str) -> Any:
    from desktop.session.editing import Edit

    at = ("systems", system, "risk_tier")
    return Edit("Set tier", at, lambda workbook: set_value(workbook, at, tier))


def test_a_forbidden_use_is_the_headline(window: MainWindow) -> None:
    page = shown(window, set_value(bare(), ("systems", "s1", "governance", "eu_category"), "prohibited"), "s1")
    assert "forbids" in page.head._heading.text()
    assert not page.proposal.take.isVisible()


def test_an_answer_behind_a_line_is_shown_on_the_questions_page(window: MainWindow) -> None:
    page = shown(window, sample(), CLAIMS)
    page.act.chosen.emit(page._found.ready.lines[0])
    settle()
    assert window.work.host.place.page == "questions"


def test_back_and_next_lead_along_the_line(window: MainWindow) -> None:
    page = shown(window, sample(), CLAIMS)
    assert (page.foot.way("back"), page.foot.way("next")) == ("profile", "sprint-1")
    page.foot.next_pressed.emit()
    settle()
    assert window.work.host.place.page == "sprint-1"
