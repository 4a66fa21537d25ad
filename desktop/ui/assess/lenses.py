"""Pick a lens and see the same answers in its groups, each with honest bounds and what stands behind it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.method import Method
from desktop.session.assess import QUESTIONS, group_place
from desktop.session.assess_dashboard import Link
from desktop.session.assess_lenses import LensView, lens_view
from desktop.session.view import Choice
from desktop.text import say
from desktop.ui.assess.group_view import GroupBlock, Scale
from desktop.ui.fields.choice import ChoiceEditor
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.pages.page import Page, Present
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card, Line
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.scroll_page import WIDE, ScrollPage
from desktop.ui.widgets.words import Words, caption, strong
from desktop.workbook.path import Path

_FIRST = "conditions"


class LensesPage(Page):
    """The lens is the page's own choice; it changes nothing in the workbook."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._present: Present | None = None
        self._method: Method | None = None
        self._lens = _FIRST
        self._blocks: dict[tuple[str, str], GroupBlock] = {}
        self.head = PageHead(theme)
        self.choice = ChoiceEditor(theme, ())
        self.choice.edited.connect(self._choose)
        self.crosswalk = Notice(theme, "progress", say("assess.lens.crosswalk"))
        self._how, self._not, self._from = Words(theme), Words(theme), caption(theme, "")
        self._card = Card(theme)
        self._card.body.setSpacing(8)
        self._lay_out()

    def _lay_out(self) -> None:
        scroll = ScrollPage(WIDE)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)
        column = scroll.column
        column.addWidget(self.head)
        column.addWidget(FieldFrame(self._theme, say("assess.lens.choose"), self.choice))
        column.addWidget(self.crosswalk)
        column.addWidget(self._card)
        column.addWidget(caption(self._theme, say("assess.lens.legend")))
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self._column("how", self._how), 1)
        row.addWidget(self._column("not", self._not), 1)
        column.addLayout(row)
        column.addWidget(self._from)
        column.addStretch(1)

    def _column(self, name: str, text: Words) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(strong(self._theme, say(f"assess.lens.{name}")))
        column.addWidget(text)
        column.addStretch(1)
        return holder

    def show_present(self, present: Present) -> None:
        self._present = present
        if present.system is None:
            return
        if present.method is not self._method:
            self._method = present.method
            self.choice.set_choices(tuple(Choice(lens.id, lens.name) for lens in present.method.lenses))
            self.choice.set_value(self._lens)
        now = present.assess()
        view = lens_view(now, self._lens)
        self.head.set_words(view.name, view.headline)
        self.crosswalk.setVisible(view.crosswalk)
        self._how.setText(view.scoring)
        self._not.setText(view.not_claimed)
        self._from.setText(say("assess.lens.from", cite=view.cite))
        self._show_groups(view, present.system.id)

    def _show_groups(self, view: LensView, system: str) -> None:
        wanted = [(view.id, group.id) for group in view.groups]
        if list(self._blocks) != wanted:
            self._build(view)
        for group in view.groups:
            self._blocks[view.id, group.id].show_group(group, system)

    def _build(self, view: LensView) -> None:
        while (item := self._card.body.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._blocks = {}
        self._card.body.addWidget(Scale(self._theme))
        for group in view.groups:
            if self._blocks:
                self._card.body.addWidget(Line(self._theme))
            self._blocks[view.id, group.id] = block = GroupBlock(self._theme, group)
            block.followed.connect(self._follow)
            block.listed.connect(self._list)
            self._card.body.addWidget(block)

    def _choose(self, value: object) -> None:
        self._lens = str(value or _FIRST)
        if self._present is not None:
            self.show_present(self._present)

    def _follow(self, link: Link) -> None:
        if self._present is not None:
            self.left_for.emit((link.page, self._present.system_id, link.at))

    def _list(self, group: str) -> None:
        if self._present is not None and self._present.system_id:
            system = self._present.system_id
            self.left_for.emit((QUESTIONS, system, group_place(system, self._lens, group)))

    def focus_place(self, path: Path) -> bool:
        if path[2:3] != ("lens",) or self._method is None or path[3] not in self._method.lens:
            return False
        self.choice.set_value(path[3])
        self._choose(path[3])
        self.choice.focus_first()
        return True

    def focus_first(self) -> None:
        self.choice.focus_first()
