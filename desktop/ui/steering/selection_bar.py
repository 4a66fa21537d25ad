"""What can be done with the selected tasks: owner, status and due day of all of them in one step."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from desktop.session.all_tasks import status_word
from desktop.text import count, say
from desktop.ui.fields.person import matching
from desktop.ui.fields.popup import Popup
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.words import Words
from desktop.workbook import Person
from desktop.workbook.plan import TaskStatus


class SelectionBar(QWidget):
    """``wanted`` carries a field and what was typed or chosen for it, as a cell would be given it."""

    wanted = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._people: Mapping[str, Person] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._words = Words(theme, "", "strong", wrap=False)
        row.addWidget(self._words)
        row.addSpacing(8)
        self.owner = self._line("owner", 190)
        self.due = self._line("due", 150)
        self.status = Button(theme, say("tasks.all.status"), Kind.PLAIN, "chevron-down", sign_after=True)
        self.status.clicked.connect(self._statuses)
        for part in (self.owner, self.status, self.due):
            row.addWidget(part)
        row.addStretch(1)
        self._popup = Popup(theme, self.owner)
        self.owner.textEdited.connect(lambda typed: self._popup.offer(matching(self._people, typed), None, 0))
        self._popup.picked.connect(self._owner)

    def _line(self, field: str, width: int) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(say(f"tasks.all.{field}"))
        line.setAccessibleName(say(f"tasks.all.{field}-name"))
        line.setFixedWidth(self._theme.scaled(width))
        line.setMaxLength(200)
        line.returnPressed.connect(lambda: self._send(field, line))
        return line

    def show_chosen(self, tasks: int, shown: int, people: Mapping[str, Person]) -> None:
        """How many tasks would be changed; where none is selected, how many are shown."""
        self._people = people
        self._words.setText(count("tasks.all.chosen", tasks) if tasks else count("tasks.shown", shown))
        for part in (self.owner, self.status, self.due):
            part.setVisible(tasks > 0)

    def _send(self, field: str, line: QLineEdit) -> None:
        typed = line.text().strip()
        if typed:
            line.clear()
            self.wanted.emit(field, typed)

    def _owner(self, value: object) -> None:
        text = str(value)
        person = self._people.get(text)
        self.owner.setText(person.name if person else text.removeprefix("+"))
        self._send("owner", self.owner)

    def _statuses(self) -> None:
        menu = QMenu(self.status)
        for status in TaskStatus:
            word = status_word(status)
            menu.addAction(word).triggered.connect(lambda _=False, word=word: self.wanted.emit("status", word))
        menu.popup(self.status.mapToGlobal(self.status.rect().topLeft()))
