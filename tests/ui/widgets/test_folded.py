"""What is folded can still be told apart: records by their own values, the rail's places by sign and number."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop.session.rail_entry import RailEntry, RailSection
from desktop.ui.shell.rail_panel import RailPanel
from desktop.ui.theme import Theme
from desktop.ui.widgets.collapsible import Collapsible
from desktop.ui.widgets.rail import RailItem

SECTIONS = (
    RailSection("", "", (RailEntry("people", "People", "users", state="done"),)),
    RailSection(
        "Sprint",
        "day 20",
        tuple(RailEntry(f"sprint-{n}", f"Week {n}", "flag", "2 of 5", "started", n) for n in (1, 2, 3, 4)),
    ),
)


def picture(item: RailItem) -> QImage:
    return item.grab().toImage()


def test_folded_places_in_the_same_state_look_different(theme: Theme, qtbot):
    panel = RailPanel(theme)
    qtbot.addWidget(panel)
    panel.show_sections(SECTIONS, "sprint-1")
    panel.set_folded(folded=True)
    panel.show()
    items = panel.findChildren(RailItem)
    weeks = [picture(item) for item in items if item.number]
    assert len(weeks) == 4
    assert all(one != other for at, one in enumerate(weeks) for other in weeks[at + 1 :])


def shown(panel: RailPanel) -> set[str]:
    return {page for page, item in panel._items.items() if item.isVisible()}


def test_the_section_of_the_page_in_front_stands_open_and_the_others_are_folded(theme: Theme, qtbot):
    panel = RailPanel(theme)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_sections(SECTIONS, "people")
    assert shown(panel) == {"people"}
    panel.show_sections(SECTIONS, "sprint-2")
    assert shown(panel) == {"people", "sprint-1", "sprint-2", "sprint-3", "sprint-4"}
    assert "open" in panel._headings["Sprint"].accessibleDescription()


def test_a_heading_folds_and_unfolds_by_keyboard_and_says_what_needs_work(theme: Theme, qtbot):
    trouble = RailSection("Sprint", "day 20", (RailEntry("sprint-1", "Week 1", "flag", state="problem"),))
    panel = RailPanel(theme)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_sections((SECTIONS[0], trouble), "people")
    heading = panel._headings["Sprint"]
    assert heading.accessibleDescription() == "folded, day 20, Needs work"
    qtbot.keyClick(heading, Qt.Key.Key_Space)
    assert shown(panel) == {"people", "sprint-1"}
    assert heading.accessibleDescription() == "open, day 20"
    qtbot.keyClick(heading, Qt.Key.Key_Space)
    assert shown(panel) == {"people"}


def test_a_folded_place_says_name_and_state_in_its_tip_and_an_open_one_needs_none(theme: Theme, qtbot):
    panel = RailPanel(theme)
    qtbot.addWidget(panel)
    panel.show_sections(SECTIONS, "people")
    panel.set_folded(folded=True)
    tips = [item.toolTip() for item in panel.findChildren(RailItem)]
    assert len(set(tips)) == len(tips)
    assert all("Week" in tip and "2 of 5" in tip for tip in tips[1:])
    panel.set_folded(folded=False)
    assert not any(item.toolTip() for item in panel.findChildren(RailItem))


def test_heading_and_note_of_a_fold_never_lie_on_each_other(theme: Theme, qtbot):
    long = "Donaudampfschifffahrtsgesellschaft und Rückversicherungsvertrag " * 2
    for text, note in (("Owner", "41 → 33 EUR"), (long, "41 → 33 EUR"), ("Owner", long), (long, long)):
        fold = Collapsible(theme, text, note)
        qtbot.addWidget(fold)
        fold.resize(600, 40)
        fold.show()
        heading, beside = fold.head._shares()
        assert heading + beside <= fold.head.width() - 24
        assert heading >= min(theme.text_width(text, "strong"), 200)
        assert beside >= min(theme.text_width(note, "caption"), 150)
