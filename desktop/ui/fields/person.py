"""Who: a type-ahead over the people of the engagement that can add the one it does not know."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.session.editing import NewPerson
from desktop.session.view import Choice
from desktop.text import say
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.popup import Popup
from desktop.ui.theme import Theme
from desktop.ui.widgets.chip import RemovableChip
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.paint import icon
from desktop.workbook import Person

ADD = "+"


def _role(person: Person) -> str:
    return ", ".join(filter(None, (person.role, person.team)))


def matching(people: Mapping[str, Person], typed: str, note: Callable[[Person], str] = _role) -> tuple[Choice, ...]:
    """People whose name has a word that starts like what is typed, then *Add "…"* unless it is a known name.

    ``note`` gives the second line of each.
    """
    wanted = typed.casefold().split()
    found = [person for person in people.values() if all(_starts(person, part) for part in wanted)]
    found.sort(key=lambda person: person.name.casefold())
    choices = [Choice(person.id, person.name, note(person)) for person in found]
    known = any(person.name.casefold() == typed.strip().casefold() for person in people.values())
    if typed.strip() and not known:
        choices.append(Choice(ADD + typed.strip(), say("fields.add_person", name=typed.strip())))
    return tuple(choices)


def _starts(person: Person, part: str) -> bool:
    return any(word.startswith(part) for word in f"{person.name} {person.role}".casefold().split())


class _PersonLine(QLineEdit):
    def __init__(self, theme: Theme, popup_key: object) -> None:
        super().__init__()
        self._theme = theme
        self._popup_key = popup_key
        self.setTextMargins(24, 0, 20, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            top = (self.height() - 16) / 2
            icon(painter, QPointF(12, top), self._theme, "user", "quiet")
            icon(
                painter,
                QPointF(self.width() - 28, top),
                self._theme,
                "chevron-down",
                "text" if self.isEnabled() else "quiet",
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if callable(self._popup_key):
            self._popup_key()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4) and callable(self._popup_key):
            self._popup_key()
        else:
            super().keyPressEvent(event)


class PersonEditor(FieldEditor):
    """One person: sends an id, a ``NewPerson``, or None when the field was emptied."""

    def __init__(self, theme: Theme, people: Mapping[str, Person], placeholder: str = "") -> None:
        super().__init__(theme)
        self._people = people
        self.note: Callable[[Person], str] = _role
        self._value: str | None = None
        self.box = _PersonLine(theme, self._offer)
        self.box.setPlaceholderText(placeholder or say("fields.choose_person"))
        self.column.addWidget(self.box)
        self._popup = Popup(theme, self.box)
        self.box.textEdited.connect(self._offer)
        self.box.editingFinished.connect(self._left)
        self._popup.picked.connect(self._picked)

    def first_control(self) -> QWidget:
        return self.box

    def set_people(self, people: Mapping[str, Person]) -> None:
        self._people = people
        self.set_value(self._value)

    def set_value(self, value: object) -> None:
        self._value = None if value is None else str(value)
        person = self._people.get(self._value or "")
        self.box.setText(person.name if person else self._value or "")
        self.box.setCursorPosition(0)

    def sizeHint(self) -> QSize:
        return QSize(280, super().sizeHint().height())

    def _offer(self, typed: str | None = None) -> None:
        choices = matching(self._people, typed or "", self.note)
        self._popup.offer(choices, self._value, 0 if typed else -1)

    def _left(self) -> None:
        if not self._popup.isVisible():
            self.flush()

    def flush(self) -> None:
        typed = self.box.text().strip()
        known = self._people.get(self._value or "")
        shown = known.name if known else self._value or ""
        if typed == shown.strip():
            return
        if not typed:
            self._picked("")
            return
        exact = [key for key, person in self._people.items() if person.name.casefold() == typed.casefold()]
        self._picked(exact[0] if exact else ADD + typed)

    def _picked(self, value: str) -> None:
        if value.startswith(ADD):
            name = value.removeprefix(ADD)
            self.box.setText(name)
            self._value = name
            self.edited.emit(NewPerson(name))
        elif (value or None) != self._value:
            self.set_value(value or None)
            self.edited.emit(value or None)
        else:
            self.set_value(self._value)


class PeopleEditor(FieldEditor):
    """Several people as chips under a picker; sends a tuple of ids and ``NewPerson``."""

    def __init__(self, theme: Theme, people: Mapping[str, Person], placeholder: str = "") -> None:
        super().__init__(theme)
        self._people = people
        self._value: tuple[str, ...] = ()
        self.picker = PersonEditor(theme, people, placeholder)
        self.picker.edited.connect(self._add)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, 8)
        self.column.setSpacing(8)
        self.column.addWidget(self.picker)
        self.column.addWidget(self._chips)

    def first_control(self) -> QWidget:
        return self.picker.box

    def set_people(self, people: Mapping[str, Person]) -> None:
        self._people = people
        self.picker.set_people(people)
        self.set_value(self._value)

    def set_value(self, value: object) -> None:
        ids: Sequence[str] = value if isinstance(value, (tuple, list)) else ()
        self._value = tuple(ids)
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for person_id in self._value:
            self._flow.addWidget(self._chip(person_id))
        self._chips.setVisible(bool(self._value))

    def _chip(self, person_id: str) -> QWidget:
        known = self._people.get(person_id)
        name = known.name if known else person_id
        chip = RemovableChip(self.theme, name, say("fields.person_remove", name=name))
        chip.removed.connect(lambda: self._remove(person_id))
        return chip

    def _add(self, chosen: object) -> None:
        self.picker.set_value(None)
        if chosen is not None and chosen not in self._value:
            self.edited.emit((*self._value, chosen))

    def _remove(self, person_id: str) -> None:
        self.edited.emit(tuple(other for other in self._value if other != person_id))
