"""The generic page: a question, cards with fields, and the way back and on. It knows kinds of rows, never fields."""

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.session.editing import add_entry, move_entry, remove_entry, set_field
from desktop.session.plan_page import PLAN
from desktop.session.sealed import SealedError
from desktop.session.system_edits import start_sprint
from desktop.session.view import CardView, PageView, Row
from desktop.text import count, say
from desktop.ui.fields.make import Setting
from desktop.ui.fields.notation import region
from desktop.ui.launch.picture import LaunchPicture
from desktop.ui.launch.pictures import launch_picture
from desktop.ui.pages.card_view import CardBlock
from desktop.ui.pages.page import Page, Present
from desktop.ui.pages.page_head import PageFoot, PageHead
from desktop.ui.pages.pictures import Picture, picture_for
from desktop.ui.theme import Theme
from desktop.ui.widgets.notice import EmptyState
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.workbook.path import Path

Extra = Callable[[Theme], Page]


class WizardPage(Page):
    """Shows any page that the method declares. ``extras`` are further cards under the declared ones."""

    def __init__(self, theme: Theme, page_id: str, extras: tuple[Extra, ...] = ()) -> None:
        super().__init__()
        self._theme, self._id = theme, page_id
        self._present: Present | None = None
        self._view: PageView | None = None
        self._cards: dict[str, CardBlock] = {}
        self._pictures: list[Picture | LaunchPicture] = []
        self._sending: tuple[CardBlock, Row] | None = None
        self._warned = False
        self._people: object = None
        self._scroll = ScrollPage()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the field that has the keyboard
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._scroll)
        self.head, self.foot = PageHead(theme), PageFoot(theme)
        self._middle = QWidget()
        self._column = QVBoxLayout(self._middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._extras = tuple(make(theme) for make in extras)
        self._lay_out()

    def _lay_out(self) -> None:
        column = self._scroll.column
        column.addWidget(self.head)
        column.addWidget(self._middle)
        for extra in self._extras:
            extra.edited.connect(self.edited)
            extra.left_for.connect(self.left_for)
            column.addWidget(extra)
        self._begin = EmptyState(
            self._theme, "target", say("wizard.begin.headline"), say("wizard.begin.text"), say("wizard.begin.action")
        )
        self._begin.chosen.connect(self._start_sprint)
        column.addWidget(self._begin)
        column.addStretch(1)
        column.addWidget(self.foot)
        self.foot.back_pressed.connect(lambda: self._leave("back"))
        self.foot.next_pressed.connect(lambda: self._leave("next"))

    def view(self) -> PageView | None:
        return self._view

    def show_present(self, present: Present) -> None:
        before, self._present = self._view, present
        self._view = view = present.view(self._id)
        if before is None or _shape(before) != _shape(view):
            self._build(view)
        self.head.show_view(view)
        self.foot.show_ways(view.back or _before(present, view), view.next or _after(present, view))
        for card in view.cards:
            if before is None or card not in before.cards or present.workbook.people is not self._people:
                self._cards[card.id].show_card(card, present.workbook.people)
        self._people = present.workbook.people
        for picture in self._pictures:
            picture.show_present(present)
        for extra in self._extras:
            extra.show_present(present)
        waiting = self._waits(present)
        self._begin.setVisible(waiting)
        self._middle.setVisible(not waiting)

    def _waits(self, present: Present) -> bool:
        page = present.method.page[self._id]
        return page.track == "sprint" and present.system is not None and present.system.sprint is None

    def _build(self, view: PageView) -> None:
        for block in self._cards.values():
            block.deleteLater()
        self._cards, self._pictures = {}, []
        for card in view.cards:
            self._cards[card.id] = block = self._card(card)
            self._column.addWidget(block)

    def _card(self, card: CardView) -> CardBlock:
        present = self._now
        self._people = present.workbook.people
        picture = picture_for(card.picture, self._theme) or launch_picture(card.picture, self._theme)
        if picture is not None:
            self._pictures.append(picture)
        setting = Setting(self._theme, region(), present.workbook.people, lambda: self._now.today)
        block = CardBlock(setting, card, picture)
        block.edited.connect(lambda row, value: self._set(block, row, value))
        block.added.connect(lambda row, values: self._add(block, row, values))
        block.removed.connect(self._remove)
        block.moved.connect(self._move)
        return block

    @property
    def _now(self) -> Present:
        if self._present is None:
            raise RuntimeError(self._id)
        return self._present

    def _set(self, block: CardBlock, row: Row, value: Any) -> None:
        self._sending = (block, row)
        self.edited.emit(set_field(row, value, self._now.tag()))
        self._sending = None

    def _add(self, block: CardBlock, row: Row, values: Any) -> None:
        self.edited.emit(add_entry(row, self._now.tag(), values))
        QTimer.singleShot(0, block, lambda: block.open_last(row.id))

    def _remove(self, row: Row, entry_id: str) -> None:
        entry = next((entry for entry in row.entries if entry.id == entry_id), None)
        named = next((str(cell.value) for cell in entry.rows if cell.value), "") if entry else ""
        self.edited.emit(remove_entry(row, entry_id))
        self.removed.emit(say("wizard.removed", name=named or say("wizard.untitled")))

    def _move(self, row: Row, entry_id: str, by: int) -> None:
        if edit := move_entry(row, entry_id, by):
            self.edited.emit(edit)

    def refuse(self, error: Exception) -> None:
        if self._sending is not None:
            block, row = self._sending
            block.refuse(row, sentence_for(error))

    def _start_sprint(self) -> None:
        if self._now.system_id is not None:
            start = None if self._now.workbook.engagement.start else self._now.today
            self.edited.emit(start_sprint(self._now.system_id, start))
            QTimer.singleShot(0, self, self.focus_first)

    def _leave(self, way: str) -> None:
        view = self._view
        if view is None:
            return
        stuck = self.flush()
        if way == "next" and stuck and not self._warned:
            self._warned = True
            self.foot.say(count("wizard.stuck", stuck), problem=True)
            self.focus_first_problem()
            return
        self._warned = False
        self.foot.say(say("wizard.free"), problem=False)
        target = self.foot.way(way)
        if target:
            self.left_for.emit(target)

    def flush(self) -> int:
        return sum(block.flush() for block in tuple(self._cards.values()))

    def focus_first(self) -> None:
        if self._begin.isVisibleTo(self):
            self._begin.action.setFocus(Qt.FocusReason.TabFocusReason)
        elif first := next(iter(self._cards.values()), None):
            first.focus_first()

    def focus_first_problem(self) -> bool:
        return any(block.focus_problem() for block in self._cards.values())

    def focus_place(self, path: Path) -> bool:
        return any(block.focus_place(path) for block in self._cards.values())


def _before(present: Present, view: PageView) -> tuple[str, str] | None:
    """Where a system's first page leads back to."""
    page = present.method.page[view.id]
    if page.track == "plan":
        return PLAN, say("planpage.rail.plan")
    of_system = page.scope == "system"
    return ("portfolio", say("wizard.next.portfolio")) if of_system else None


def _after(present: Present, view: PageView) -> tuple[str, str]:
    """Where the last page of a line leads: from the set-up to the systems, from the sprint to the reports."""
    if present.method.page[view.id].scope == "system":
        return "reports", say("wizard.next.reports")
    if present.workbook.systems:
        return "portfolio", say("wizard.next.portfolio")
    return "add-system", say("wizard.next.system")


def _shape(view: PageView) -> tuple[object, ...]:
    return tuple((card.id, tuple((row.id, row.kind) for row in card.rows)) for card in view.cards)


def sentence_for(error: Exception) -> str:
    """Why a value cannot be taken, in words; never the value itself."""
    if isinstance(error, SealedError):
        return str(error)
    if isinstance(error, ValidationError):
        for entry in error.errors(include_input=False, include_url=False):
            limits = entry.get("ctx", {})
            match entry["type"]:
                case "greater_than_equal":
                    return say("wizard.unfit.least", limit=limits["ge"])
                case "less_than_equal":
                    return say("wizard.unfit.most", limit=limits["le"])
                case "string_too_long":
                    return say("wizard.unfit.long", limit=f"{limits['max_length']:,}")
    return say("wizard.unfit")
