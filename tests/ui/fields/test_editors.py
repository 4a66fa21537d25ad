"""Every editor keeps what was typed, says what is wrong, sends a value once, and shows without sending."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.method.schema import Kind
from desktop.session.editing import NewPerson
from desktop.session.view import Choice, Row
from desktop.ui.fields.calendar import MonthGrid, month_later
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.fields.make import Setting, make_editor, make_field
from desktop.ui.fields.person import PeopleEditor, PersonEditor, matching
from desktop.ui.theme.stylesheet import style_sheet
from desktop.ui.widgets.ticks import CheckBox
from desktop.workbook.base import Range

CHOICES = (Choice("random", "Random draw"), Choice("hand", "Picked by hand", "Says little"))
LISTS = {Kind.TABLE, Kind.RECORDS, Kind.ASSIGNMENTS, Kind.RACI, Kind.STATE}  # no editors of their own
VALUES = {
    Kind.TEXT: "Claims",
    Kind.PARAGRAPH: "Two\nlines",
    Kind.INTEGER: 1246,
    Kind.NUMBER: Decimal("12.5"),
    Kind.PERCENT: Decimal(85),
    Kind.MONEY: Decimal(410000),
    Kind.DATE: date(2027, 2, 8),
    Kind.CHOICE: "hand",
    Kind.CHOICES: ("hand",),
    Kind.TOGGLE: True,
    Kind.PERSON: "p1",
    Kind.PEOPLE: ("p1", "p2"),
    Kind.WEEKDAYS: (4, 5),
    Kind.RANGE: Range(low=Decimal(1), likely=Decimal(2), high=Decimal(3)),
    Kind.MONEY_RANGE: Range(low=Decimal(1), likely=Decimal(2), high=Decimal(3)),
}


def a_row(kind: Kind, value: object = None, **more: object) -> Row:
    return Row("x", kind, "Label", ("x",), value, choices=CHOICES, unit="EUR", **more)


def a_field(
    qtbot, setting: Setting, kind: Kind, value: object = None, **more: object
) -> tuple[FieldFrame, list[object]]:
    frame = make_field(setting, a_row(kind, value, **more))
    qtbot.addWidget(frame)
    frame.show()
    heard: list[object] = []
    frame.editor.edited.connect(heard.append)
    return frame, heard


def type_in(qtbot, frame: FieldFrame, text: str) -> None:
    box = frame.editor.first_control()
    box.clear()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in LISTS])
def test_showing_a_value_sends_nothing_and_flushing_it_changes_nothing(qtbot, setting: Setting, kind: Kind):
    frame, heard = a_field(qtbot, setting, kind, VALUES[kind])
    frame.editor.flush()
    frame.editor.set_value(None)
    frame.editor.flush()
    frame.editor.set_value(VALUES[kind])
    assert heard == []
    assert frame.problem is None


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in LISTS])
def test_the_label_is_the_accessible_name_and_the_problem_its_description(qtbot, setting: Setting, kind: Kind):
    frame, _ = a_field(qtbot, setting, kind, VALUES[kind], problem="Something is off.", help="Some help.")
    control = frame.editor.first_control()
    named = frame.editor if kind in (Kind.CHOICES, Kind.WEEKDAYS) else control
    assert "Label" in named.accessibleName()
    assert frame.problem == "Something is off."
    assert "Something is off." in control.accessibleDescription()
    frame.set_problem(None)
    assert "Some help." in control.accessibleDescription()


@pytest.mark.parametrize("kind", sorted(LISTS))
def test_lists_are_no_single_fields(setting: Setting, kind: Kind):
    with pytest.raises(KeyError):
        make_editor(setting, a_row(kind))


@pytest.mark.parametrize(
    ("kind", "typed", "value", "shown"),
    [
        (Kind.TEXT, "  Claims triage ", "Claims triage", "Claims triage"),
        (Kind.INTEGER, "1,246", 1246, "1,246"),
        (Kind.NUMBER, "1.5k", Decimal(1500), "1,500"),
        (Kind.PERCENT, "85 %", Decimal(85), "85"),
        (Kind.MONEY, "EUR 12k", Decimal(12000), "12,000"),
        (Kind.DATE, "next fri", date(2026, 11, 27), "27/11/2026"),
        (Kind.PERSON, "maria keller", "p1", "Maria Keller"),
        (Kind.PERSON, "Ines Duarte", NewPerson("Ines Duarte"), "Ines Duarte"),
    ],
)
def test_enter_sends_the_value_once_and_shows_it_as_the_region_writes_it(qtbot, setting, kind, typed, value, shown):
    frame, heard = a_field(qtbot, setting, kind)
    type_in(qtbot, frame, typed)
    frame.editor.flush()
    assert heard == [value]
    assert frame.editor.first_control().text() == shown


def test_the_region_decides_the_marks(qtbot, german: Setting):
    frame, heard = a_field(qtbot, german, Kind.MONEY)
    type_in(qtbot, frame, "12.000,50")
    assert heard == [Decimal("12000.5")]
    assert frame.editor.first_control().text() == "12.000,5"


@pytest.mark.parametrize(
    ("kind", "typed"),
    [(Kind.INTEGER, "a dozen"), (Kind.PERCENT, "120"), (Kind.MONEY, "USD 5"), (Kind.DATE, "mid-spring")],
)
def test_what_cannot_be_read_stays_with_a_sentence_and_sends_nothing(qtbot, setting, kind, typed):
    frame, heard = a_field(qtbot, setting, kind, VALUES[kind])
    type_in(qtbot, frame, typed)
    assert heard == []
    assert frame.editor.first_control().text() == typed
    assert frame.problem
    frame.editor.set_value(VALUES[kind])  # the page is drawn again after another edit
    assert frame.editor.first_control().text() == typed
    type_in(qtbot, frame, "21.11.2026" if kind is Kind.DATE else "7")
    assert frame.problem is None
    assert len(heard) == 1


def test_an_emptied_field_sends_no_answer_and_no_zero(qtbot, setting: Setting):
    for kind in (Kind.INTEGER, Kind.MONEY, Kind.DATE, Kind.PERSON):
        frame, heard = a_field(qtbot, setting, kind, VALUES[kind])
        type_in(qtbot, frame, "")
        assert heard == [None], kind


def test_no_field_ever_opens_a_message_box(qtbot, setting: Setting, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(QMessageBox, "__init__", lambda *_: pytest.fail("a message box"))
    frame, _ = a_field(qtbot, setting, Kind.INTEGER)
    type_in(qtbot, frame, "x")
    assert not frame.findChildren(QMessageBox)


def test_a_date_says_in_words_what_it_understands_while_typing(qtbot, setting: Setting):
    frame, _ = a_field(qtbot, setting, Kind.DATE)
    qtbot.keyClicks(frame.editor.first_control(), "+3d")
    assert frame.editor.meaning == "Tuesday 24 November 2026"


def test_the_calendar_moves_by_keys_and_weeks_start_as_the_region_does(qtbot, setting: Setting):
    grid = MonthGrid(setting.theme, setting.region)
    qtbot.addWidget(grid)
    grid.show_day(date(2026, 11, 24), None, date(2026, 11, 21))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageDown):
        qtbot.keyClick(grid, key)
    with qtbot.waitSignal(grid.picked) as sent:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert sent.args == [date(2027, 1, 2)]
    assert setting.region.weekday_letters()[0] == "Mo"
    assert month_later(date(2026, 1, 31), 1) == date(2026, 2, 28)


def test_a_click_in_the_calendar_takes_the_day_under_it(qtbot, setting: Setting):
    grid = MonthGrid(setting.theme, setting.region)
    qtbot.addWidget(grid)
    grid.resize(grid.sizeHint())
    grid.show_day(date(2026, 11, 24), None, date(2026, 11, 21))
    with qtbot.waitSignal(grid.picked) as sent:
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(18, 28 + 18))
    assert sent.args == [date(2026, 10, 26)]


def test_a_choice_is_taken_by_keys_and_can_be_taken_back(qtbot, setting: Setting):
    frame, heard = a_field(qtbot, setting, Kind.CHOICE)
    box = frame.editor.first_control()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    popup = frame.editor._popup
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert heard == ["hand"]
    assert not popup.isVisible()
    qtbot.keyClick(box, Qt.Key.Key_R)
    assert heard == ["hand", "random"]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClick(popup, Qt.Key.Key_Up)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert heard[-1] is None


def test_an_unknown_choice_of_an_older_file_stays_in_sight(qtbot, setting: Setting):
    frame, heard = a_field(qtbot, setting, Kind.CHOICE, "retired-option")
    assert frame.editor.first_control().text() == "retired-option"
    assert heard == []


def test_people_are_found_by_the_start_of_any_word_and_can_be_added(setting: Setting):
    assert [choice.label for choice in matching(setting.people, "kel")] == ["Maria Keller", "Add “kel”"]
    assert next(choice.value for choice in matching(setting.people, "product")) == "p2"
    assert [choice.value for choice in matching(setting.people, "MARIA KELLER")] == ["p1"]
    assert [choice.value for choice in matching(setting.people, "")] == ["p1", "p2"]


def test_the_list_of_people_offers_to_add_the_one_that_is_typed(qtbot, setting: Setting):
    editor = PersonEditor(setting.theme, setting.people)
    qtbot.addWidget(editor)
    editor.show()
    heard: list[object] = []
    editor.edited.connect(heard.append)
    qtbot.keyClicks(editor.box, "Ine")
    assert editor._popup.isVisible()
    qtbot.keyClick(editor._popup, Qt.Key.Key_S)  # typing goes on while the list is open
    assert editor.box.text() == "Ines"
    qtbot.keyClick(editor._popup, Qt.Key.Key_Return)
    assert heard == [NewPerson("Ines")]


def test_several_people_are_added_and_taken_away(qtbot, setting: Setting):
    editor = PeopleEditor(setting.theme, setting.people)
    qtbot.addWidget(editor)
    editor.set_value(("p1",))
    heard: list[object] = []
    editor.edited.connect(heard.append)
    editor.picker._picked("p2")
    editor._remove("p1")
    assert heard == [("p1", "p2"), ()]


def test_a_range_sends_each_part_and_says_when_it_falls(qtbot, setting: Setting):
    frame, heard = a_field(qtbot, setting, Kind.RANGE)
    for part, typed in (("low", "30"), ("likely", "20"), ("high", "40")):
        box = frame.editor.boxes[part]
        qtbot.keyClicks(box, typed)
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert heard[-1] == Range(low=Decimal(30), likely=Decimal(20), high=Decimal(40))
    assert "smallest" in (frame.problem or "")
    frame.editor.boxes["likely"].setText("35")
    frame.editor.flush()
    assert frame.problem is None


def test_ticks_send_all_that_is_chosen(qtbot, setting: Setting):
    frame, heard = a_field(qtbot, setting, Kind.CHOICES, ("hand",))
    qtbot.mouseClick(frame.editor.first_control(), Qt.MouseButton.LeftButton)
    assert heard == [("random", "hand")]


def test_a_paragraph_grows_and_leaves_by_tab(qtbot, setting: Setting):
    frame, heard = a_field(qtbot, setting, Kind.PARAGRAPH)
    box = frame.editor.first_control()
    before = box.height()
    qtbot.keyClicks(box, "line")
    for _ in range(6):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.height() > before
    qtbot.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["line"]


def test_a_click_on_the_label_goes_to_the_field(qtbot, setting: Setting):
    holder = QWidget()
    frame, _ = a_field(qtbot, setting, Kind.TEXT)
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    qtbot.addWidget(holder)
    qtbot.mouseClick(frame.label, Qt.MouseButton.LeftButton)
    assert frame.editor.first_control().hasFocus()


def test_weekdays_show_what_is_worked_and_send_the_rest(qtbot, setting):
    frame, heard = a_field(qtbot, setting, Kind.WEEKDAYS, (4, 5))
    ticks = frame.findChildren(CheckBox)
    assert [tick.isChecked() for tick in ticks] == [True, True, True, True, False, False, True]
    ticks[6].click()
    assert heard == [(4, 5, 6)]


def test_the_last_working_day_stays(qtbot, setting):
    frame, heard = a_field(qtbot, setting, Kind.WEEKDAYS, (0, 1, 2, 3, 4, 5))
    ticks = frame.findChildren(CheckBox)
    ticks[6].click()
    assert heard == []
    assert frame.editor.unread == "Leave at least one day to work on."
    ticks[0].click()
    assert heard == [(1, 2, 3, 4, 5, 6)]
    assert frame.editor.unread is None


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in LISTS])
def test_a_field_keeps_its_height_with_a_problem_and_with_the_keyboard(qtbot, setting: Setting, kind: Kind):
    """A thicker border may not push down what stands below it. The sentence is there in both: help, then problem."""
    page = QWidget()
    page.setStyleSheet(style_sheet(setting.theme.palette))
    frame = make_field(setting, a_row(kind, VALUES[kind], help="Helps"))
    frame.setParent(page)
    qtbot.addWidget(page)
    page.show()
    box = frame.editor.first_control()
    before = box.sizeHint().height(), box.minimumSizeHint().height()
    frame.set_problem("Wrong")
    assert (box.sizeHint().height(), box.minimumSizeHint().height()) == before
    frame.set_problem(None)
    frame.editor.focus_first()
    assert (box.sizeHint().height(), box.minimumSizeHint().height()) == before
