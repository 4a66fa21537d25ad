"""The product's own controls: words are plain and never clipped, everything has a name, keys do what people expect."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from desktop.ui.theme import Mode, Theme
from desktop.ui.widgets.buttons import Button, IconButton, Kind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chip import RemovableChip
from desktop.ui.widgets.collapsible import Collapsible
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.marks import Kbd, ProgressSegments, RungBar, StateChip
from desktop.ui.widgets.notice import EmptyState, Notice, UndoBar
from desktop.ui.widgets.rail import RailItem
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.search import SearchField
from desktop.ui.widgets.segments import SegmentedChoice
from desktop.ui.widgets.side_panel import CheckLine, Fact
from desktop.ui.widgets.ticks import CheckBox, Radio, ToggleSwitch
from desktop.ui.widgets.words import Words, heading

GERMAN = "Verantwortlichkeitszuordnungsverfahren für Schadenbearbeitung"

MAKERS: dict[str, Callable[[Theme], QWidget]] = {
    "button": lambda t: Button(t, GERMAN),
    "primary": lambda t: Button(t, GERMAN, Kind.PRIMARY, "plus"),
    "icon": lambda t: IconButton(t, "x", GERMAN),
    "state": lambda t: StateChip(t, "risk", GERMAN, tinted=True),
    "kbd": lambda t: Kbd(t, "Ctrl+Umschalt+Eingabe"),
    "rung": lambda t: RungBar(t, 2, "Rung 2 of 5"),
    "segments": lambda t: ProgressSegments(t, 3, 5, "3 of 5 done"),
    "check": lambda t: CheckBox(t, GERMAN),
    "radio": lambda t: Radio(t, GERMAN),
    "toggle": lambda t: ToggleSwitch(t, GERMAN),
    "chip": lambda t: RemovableChip(t, GERMAN[:30], "Remove"),
    "notice": lambda t: Notice(t, "block", GERMAN, GERMAN),
    "line": lambda t: CheckLine(t, "done", GERMAN, GERMAN),
    "fact": lambda t: Fact(t, "3×", GERMAN, GERMAN),
    "search": lambda t: SearchField(t, GERMAN),
    "empty": lambda t: EmptyState(t, "plug", GERMAN, GERMAN, "Add"),
    "rail": lambda t: RailItem(t, GERMAN, "layers"),
    "choice": lambda t: SegmentedChoice(t, [("a", "Go"), ("b", "No-go")], "Decision"),
    "card": lambda t: Card(t, GERMAN, "note"),
    "words": lambda t: Words(t, GERMAN),
}


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.HIGH_CONTRAST])
def test_every_control_is_painted_in_every_theme(theme: Theme, qtbot, name: str, mode: Mode):
    theme.set_mode(mode)
    widget = MAKERS[name](theme)
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint())
    image = picture(widget)
    colours = {image.pixelColor(x, y).rgb() for x in range(0, image.width(), 2) for y in range(image.height())}
    assert len(colours) > 1, "an empty picture"


@pytest.mark.parametrize("name", MAKERS)
def test_every_control_says_its_name(theme: Theme, qtbot, name: str):
    from PySide6.QtGui import QAccessible

    widget = MAKERS[name](theme)
    qtbot.addWidget(widget)
    for part in (widget, *widget.findChildren(QAbstractButton)):
        interface = QAccessible.queryAccessibleInterface(part)
        assert interface.text(QAccessible.Text.Name), part


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", ["button", "primary", "state", "kbd", "check", "radio", "toggle"])
def test_size_hints_leave_room_for_all_the_words(theme: Theme, qtbot, name: str, scale: float):
    theme.set_text_scale(scale)
    widget = MAKERS[name](theme)
    qtbot.addWidget(widget)
    text = "Ctrl+Umschalt+Eingabe" if name == "kbd" else GERMAN
    assert widget.sizeHint().width() >= theme.text_width(text, "caption" if name == "kbd" else "body")
    assert widget.sizeHint().height() >= theme.line("caption" if name == "kbd" else "body")


def test_words_are_plain_whatever_they_hold(theme: Theme, qtbot):
    label = Words(theme, "<b>bold</b> & <img src=x>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.sizeHint().width() > theme.text_width("<b>bold</b> & ")


def test_paragraphs_wrap_at_a_readable_measure_in_their_line_height(theme: Theme, qtbot):
    label = Words(theme, "word " * 80)
    qtbot.addWidget(label)
    assert label.sizeHint().width() <= 75 * 9
    lines = label.heightForWidth(300) / theme.line()
    assert lines == round(lines)
    assert label.heightForWidth(200) > label.heightForWidth(400)


def test_a_long_word_is_broken_and_not_cut(theme: Theme, qtbot):
    label = Words(theme, "Donaudampfschifffahrtsgesellschaftskapitän")
    qtbot.addWidget(label)
    assert label.heightForWidth(120) >= 3 * theme.line()


def test_a_column_gives_wrapped_words_all_their_lines(theme: Theme, qtbot):
    page = ScrollPage()
    page.column.addWidget(heading(theme, "A long answer that needs more than one line on a narrow window, surely"))
    fact = Fact(
        theme, "3× longer", "to reach stable production for teams that skip evaluation infrastructure.", "Source " * 30
    )
    page.column.addWidget(fact)
    qtbot.addWidget(page)
    page.resize(360, 500)
    page.show()
    QApplication.processEvents()
    for words in page.findChildren(Words):
        assert words.height() >= words.heightForWidth(words.width()), words.text()
    assert page.horizontalScrollBar().maximum() == 0


def test_the_column_of_a_page_is_no_wider_than_it_reads(theme: Theme, qtbot):
    page = ScrollPage(600)
    card = Card(theme, "Test set")
    page.column.addWidget(card)
    qtbot.addWidget(page)
    page.resize(1400, 400)
    page.show()
    assert card.width() == 600
    left = card.mapTo(page, QPoint(0, 0)).x()
    assert abs((1400 - 600) / 2 - left) <= 8


def test_a_switch_says_on_and_moves_at_once_without_motion(theme: Theme, qtbot):
    theme.set_calm(calm=True)
    switch = ToggleSwitch(theme, "Daily scoring")
    qtbot.addWidget(switch)
    switch.show()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    assert switch.property("knob") == 1.0


def test_a_segment_is_chosen_by_click_and_moved_by_arrows(theme: Theme, qtbot):
    choice = SegmentedChoice(theme, [("go", "Go"), ("if", "Conditional go"), ("no", "No-go")], "Decision")
    qtbot.addWidget(choice)
    choice.show()
    assert choice.value is None
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_value("go")
    segments = choice.findChildren(QAbstractButton)
    choice.activateWindow()
    qtbot.waitUntil(choice.isActiveWindow)
    choice.focus_first()
    with qtbot.waitSignal(choice.chosen) as sent:
        qtbot.keyClick(segments[0], Qt.Key.Key_Right)
    assert sent.args == ["if"]
    choice.set_value(None)
    assert choice.value is None


def test_search_sends_and_escape_clears(theme: Theme, qtbot):
    field = SearchField(theme, "Filter by name", "Ctrl+F")
    qtbot.addWidget(field)
    heard: list[str] = []
    field.searched.connect(heard.append)
    qtbot.keyClicks(field, " cl")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert heard[-2:] == ["cl", ""]


def test_undo_is_offered_and_taken(theme: Theme, qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(600, 400)
    host.show()
    bar = UndoBar(theme, host)
    bar.offer("Removed “Claims triage”")
    assert bar.isVisible()
    assert host.rect().contains(bar.geometry())
    host.resize(500, 300)
    assert host.rect().contains(bar.geometry())
    with qtbot.waitSignal(bar.undone):
        qtbot.mouseClick(bar.undo, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_a_section_opens_by_key(theme: Theme, qtbot):
    section = Collapsible(theme, "Evidence")
    inside = Words(theme, "claims.xlsx")
    section.body.addWidget(inside)
    qtbot.addWidget(section)
    section.show()
    assert not inside.isVisible()
    qtbot.keyClick(section.head, Qt.Key.Key_Space)
    assert inside.isVisible()
    assert section.is_open


def test_an_empty_list_has_one_button_that_starts_it(theme: Theme, qtbot):
    empty = EmptyState(theme, "plug", "No interfaces yet", "List every system.", "Add an interface")
    qtbot.addWidget(empty)
    assert empty.findChildren(QAbstractButton) == [empty.action]
    with qtbot.waitSignal(empty.chosen):
        empty.action.click()


def test_a_flow_breaks_where_the_line_ends(theme: Theme, qtbot):
    holder = QWidget()
    flow = FlowLayout(holder, 8)
    for number in range(6):
        flow.addWidget(Button(theme, f"Filter {number}"))
    qtbot.addWidget(holder)
    assert flow.heightForWidth(2000) == 36
    assert flow.heightForWidth(260) >= 3 * 36
    holder.resize(260, flow.heightForWidth(260))
    holder.show()
    places = [item.geometry() for item in (flow.itemAt(n) for n in range(flow.count())) if item]
    assert all(not one.intersects(other) for at, one in enumerate(places) for other in places[at + 1 :])
    assert all(place.right() <= 260 for place in places)


def test_a_rail_item_shows_where_it_is_and_folds_to_its_icon(theme: Theme, qtbot):
    holder = QWidget()
    column = QVBoxLayout(holder)
    items = [RailItem(theme, name, state="done", note="3 of 5") for name in ("Audit", "Baseline")]
    for item in items:
        column.addWidget(item)
    qtbot.addWidget(holder)
    items[0].click()
    items[1].click()
    assert [item.isChecked() for item in items] == [False, True]
    items[0].set_folded(folded=True)
    assert items[0].sizeHint().width() == 56
    assert items[0].toolTip() == "Audit · 3 of 5"
    items[0].show_state("block", "1 of 5", "1 of 5 done, blocked")
    assert items[0].accessibleDescription() == "1 of 5 done, blocked"


def test_a_chip_is_removed_by_its_cross(theme: Theme, qtbot):
    chip = RemovableChip(theme, "Maria Keller", "Remove Maria Keller")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    with qtbot.waitSignal(chip.removed):
        chip.cross.click()


def test_a_double_click_out_of_habit_presses_once(theme: Theme, qtbot):
    button = Button(theme, "Add a person")
    qtbot.addWidget(button)
    button.show()
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 1
