"""The decision on screen: refused, overridden, sealed in place, kept, superseded."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop.analysis.record_text import canonical
from desktop.session.editing import NewPerson
from desktop.ui.main_window import MainWindow
from desktop.workbook import Workbook
from desktop.workbook.edits.places import set_value
from tests.northwind import sample
from tests.window import TODAY, open_window, settle

CLAIMS, NOTES = "0001-claims-triage", "0002-underwriting-notes"
AT = ("systems", CLAIMS, "sprint", "decision")


def unsealed(**fields: object) -> Workbook:
    workbook = sample()
    for name, value in {"seal": None, **fields}.items():
        workbook = set_value(workbook, (*AT, name), value)
    return workbook


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window() as opened:
        yield opened


def shown(window: MainWindow, workbook: Workbook, system: str = CLAIMS) -> Any:
    window.desk.begin(workbook, pristine=True)
    window.work.go("decision", system)
    settle()
    return window.work.host.page


def decision(window: MainWindow) -> Any:
    return window.desk.session.workbook.systems[CLAIMS].sprint.decision


def test_a_sealed_decision_is_read_and_not_edited(window: MainWindow) -> None:
    page = shown(window, sample())
    assert page.head._heading.text().startswith(
        "Conditional go, decided 20 November 2026 by 3 people: 0 of 3 conditions met"
    )
    assert page.overridden.isVisible()
    assert not page.form.isVisible()
    assert not page._override_card.isVisible()
    assert not page.seal.begin.isVisible()
    assert page.seal._hash.text() == decision(window).seal.sha256
    assert len(page.history._shown) == 1


def test_the_record_that_is_copied_gives_the_hash(window: MainWindow) -> None:
    page = shown(window, sample())
    page.seal.copy.click()
    assert QGuiApplication.clipboard().text().encode() == canonical(decision(window).seal.record)


def test_a_refused_decision_cannot_be_sealed_until_somebody_answers_for_it(window: MainWindow) -> None:
    page = shown(window, unsealed(override=None))
    assert "cannot stand" in page.head._heading.text()
    assert not page.seal.begin.isVisible()
    assert "keeps it from being sealed" in page.seal._lacks.text()
    page.override.set_open(opened=True)
    page.override.apply.click()
    assert page.override._trouble.text() == "Name a person and give the reason."
    page.override._name(NewPerson("IT and the business"))
    page.override.reason.box.setPlainText("The budget round closes.")
    page.override.apply.click()
    assert "not the name of one person" in page.override._trouble.text()
    page.override._name("0001-brandt")
    page.override.reason.box.setPlainText("The budget round closes.")
    page.override.apply.click()
    settle()
    assert decision(window).override.by == "Helena Brandt"
    assert decision(window).override.on == TODAY
    assert "Helena Brandt decided over" in page.overridden.accessibleDescription()
    assert page.seal.begin.isVisible()
    window.do("undo")
    assert decision(window).override is None


def test_sealing_asks_in_place_for_a_name_and_never_in_a_box(window: MainWindow, qtbot: QtBot) -> None:
    page = shown(window, unsealed())
    page.seal.begin.click()
    settle()
    assert page.seal.asking.isVisible()
    assert not page.seal.begin.isVisible()
    page.seal.seal.click()
    assert page.seal._trouble.text() == "Name the person who seals it."
    page.seal._name(NewPerson("Steering committee"))
    page.seal.seal.click()
    assert "not the name of one person" in page.seal._trouble.text()
    assert decision(window).seal is None
    page.seal._name("0009-demir")
    QTest.keyClick(page.seal.seal, Qt.Key.Key_Space)
    settle()
    assert decision(window).seal.by == "Aylin Demir"
    assert not page.seal.asking.isVisible()
    assert not page.form.isVisible()
    assert window.findChildren(QMessageBox) == []
    window.do("undo")
    settle()
    assert decision(window).seal is None
    assert page.form.isVisible()


def test_not_now_leaves_everything_as_it_was(window: MainWindow) -> None:
    page = shown(window, unsealed())
    page.seal.begin.click()
    page.seal.close_questions()
    assert page.seal.begin.isVisible()
    assert decision(window).seal is None


def test_a_condition_is_met_by_a_day(window: MainWindow) -> None:
    page = shown(window, sample())
    first = next(iter(page.terms.lines.values()))
    first.day.box.setText("21 Nov 2026")
    first.day.flush()
    settle()
    assert "1 of 3 conditions met" in page.head._heading.text()
    assert [entry.met_on for entry in decision(window).conditions.values()].count(TODAY) == 1
    assert decision(window).seal == sample().systems[CLAIMS].sprint.decision.seal


def test_a_field_of_week_four_says_why_a_sealed_decision_stays(window: MainWindow) -> None:
    shown(window, sample())
    window.work.go("sprint-4", CLAIMS)
    settle()
    card = window.work.host.page._cards["decision"]
    frame = next(form.frames["reason"] for form in card.forms() if "reason" in form.frames)
    frame.editor.box.setPlainText("Another reason")
    frame.editor.flush()
    settle()
    assert frame.problem == "This decision is sealed. Begin a new one on the Decision page to change it."
    assert decision(window).reason == sample().systems[CLAIMS].sprint.decision.reason


def test_a_new_decision_keeps_the_old_one_in_the_history(window: MainWindow) -> None:
    page = shown(window, sample())
    page.seal.renew.click()
    assert page.seal.renewing.isVisible()
    page.seal.replace.click()
    settle()
    assert page.form.isVisible()
    assert page.head._heading.text().startswith("Not decided yet")
    assert next(past.headline for past in page.history._shown).startswith("Conditional go")
    window.do("undo")
    settle()
    assert not page.form.isVisible()


def test_a_check_leads_to_the_page_that_can_change_it(window: MainWindow) -> None:
    page = shown(window, unsealed(override=None))
    need = next(check for check in page.view().checks if check.id == "unblocked")
    window.work._show_check(need.path)
    settle()
    assert window.work.host.place.page == "findings"


def test_a_broken_seal_is_told(window: MainWindow) -> None:
    page = shown(window, set_value(sample(), (*AT, "seal", "sha256"), "0" * 64))
    assert page.trouble.isVisible()
    assert page.head._state.accessibleName() == "Seal broken"


def test_what_changed_since_the_seal_stands_beside_it(window: MainWindow) -> None:
    page = shown(window, set_value(sample(), ("systems", CLAIMS, "sprint", "scoring", "threshold"), 87))
    assert page.rests.note.text() == "2 facts have changed since it was sealed"
    assert page.rests._more.isVisible()


def test_a_system_outside_the_sprint_is_offered_it(window: MainWindow) -> None:
    page = shown(window, sample(), "0004-fraud-rings")
    assert page.empty.isVisible()
    assert not page.head.isVisible()
    page.empty.action.click()
    settle()
    assert page.form.isVisible()


def test_typing_survives_going_elsewhere(window: MainWindow) -> None:
    page = shown(window, sample(), NOTES)
    frame = next(form.frames["reason"] for form in page.form._block.forms() if "reason" in form.frames)
    frame.editor.box.setPlainText("Because it reads well")
    window.work.go("portfolio")
    assert window.desk.session.workbook.systems[NOTES].sprint.decision.reason == "Because it reads well"


def test_week_four_tells_of_override_and_seal_and_leads_on(window: MainWindow) -> None:
    shown(window, sample())
    window.work.go("sprint-4", CLAIMS)
    settle()
    card = window.work.host.page._extras[0]
    assert card.standing.text().startswith("Sealed 20 Nov 2026 by Aylin Demir")
    assert "Helena Brandt decided over" in card.override.text()
    card.open.click()
    settle()
    assert window.work.host.place.page == "decision"
