"""Adding a system by its name, or importing many."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.session.system_edits import new_system
from desktop.text import say
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.fields.text import TextEditor
from desktop.ui.pages.page import Page, Present
from desktop.ui.pages.page_head import PageHead
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.words import lead


class AddSystemPage(Page):
    """``edited`` adds the system, ``left_for`` then goes to its profile; ``asked`` carries ``import``."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._present: Present | None = None
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        page, head = ScrollPage(), PageHead(theme)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head.show_words(say("wizard.add.kicker"), say("wizard.add.title"), say("wizard.add.lead"))
        outside.addWidget(page)
        page.column.addWidget(head)
        card = Card(theme, say("wizard.add.one"))
        self.editor = TextEditor(theme, say("wizard.add.placeholder"))
        self.frame = FieldFrame(theme, say("wizard.add.name"), self.editor)
        self.editor.box.returnPressed.connect(self.add)
        card.body.addWidget(self.frame)
        row = QHBoxLayout()
        self.button = Button(theme, say("wizard.add.action"), Kind.PRIMARY, "plus")
        self.button.clicked.connect(self.add)
        row.addWidget(self.button)
        row.addStretch(1)
        card.body.addLayout(row)
        page.column.addWidget(card)
        many = Card(theme, say("wizard.add.many"))
        many.body.addWidget(lead(theme, say("wizard.add.many.lead")))
        row = QHBoxLayout()
        self.many = Button(theme, say("wizard.add.import"), Kind.PLAIN, "import")
        self.many.clicked.connect(lambda: self.asked.emit("import"))
        row.addWidget(self.many)
        row.addStretch(1)
        many.body.addLayout(row)
        page.column.addWidget(many)
        page.column.addStretch(1)

    def show_present(self, present: Present) -> None:
        self._present = present

    def add(self) -> None:
        """Add the system under the name that was typed."""
        name = self.editor.box.text().strip()
        if not name:
            self.frame.set_problem(say("wizard.add.needs-name"))
            self.focus_first()
            return
        if self._present is not None:
            system_id, edit = new_system(self._present.workbook, name, self._present.tag())
            self.frame.set_problem(None)
            self.edited.emit(edit)
            self.editor.set_value(None)
            self.left_for.emit(("profile", system_id))

    def focus_first(self) -> None:
        self.editor.focus_first()
