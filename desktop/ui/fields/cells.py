"""How one cell of a table shows its value as text and reads text back: the same words for typing and for pasting."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.method.schema import Kind
from desktop.session.editing import NewPerson
from desktop.session.entry import Unread, read_integer, read_money, read_number, read_percent, write_number
from desktop.session.entry_dates import read_date
from desktop.session.view import CellState, Choice, Row
from desktop.text import say
from desktop.ui.fields.make import Setting
from desktop.ui.fields.person import ADD, matching
from desktop.ui.fields.ranges import PARTS
from desktop.workbook.base import Range

_FIGURES = {Kind.INTEGER, Kind.NUMBER, Kind.PERCENT, Kind.MONEY, Kind.RANGE, Kind.MONEY_RANGE}
_RANGES = {Kind.RANGE, Kind.MONEY_RANGE}


@dataclass(frozen=True, slots=True)
class Column:
    """One column on screen. A range field takes three; ``part`` then names low, likely or high. ``answers`` of a choice."""

    field: str
    kind: Kind
    heading: str
    part: str = ""
    width: int | None = None
    answers: tuple[str, ...] = ()

    @property
    def is_figure(self) -> bool:
        return self.kind in _FIGURES


def columns(template: tuple[Row, ...]) -> tuple[Column, ...]:
    """The columns for the fields of a list."""
    names = {"low": say("fields.low"), "likely": say("fields.likely"), "high": say("fields.high")}
    found: list[Column] = []
    for row in template:
        if row.kind in _RANGES:
            found += [
                Column(row.id, row.kind, f"{names[part]}, {row.unit}" if row.unit else names[part], part)
                for part in PARTS
            ]
        else:
            unit = f", {row.unit}" if row.unit and row.unit != "%" else " %" if row.kind is Kind.PERCENT else ""
            answers = tuple(choice.label for choice in row.choices) if row.kind is Kind.CHOICE else ()
            found.append(Column(row.id, row.kind, row.label + unit, answers=answers, width=row.width))
    return tuple(found)


def show_cell(setting: Setting, row: Row, column: Column) -> str:
    """What stands in the cell; empty when nothing was answered."""
    value = getattr(row.value, column.part) if column.part and row.value is not None else row.value
    if value is None or (column.part and row.value is None):
        return ""
    if isinstance(value, date):
        return setting.region.short(value)
    if isinstance(value, (Decimal, int)) and not isinstance(value, bool):
        return write_number(value, setting.region.numbers)
    if row.kind is Kind.CHOICE:
        return next((choice.label for choice in row.choices if choice.value == value), str(value))
    if row.kind is Kind.PERSON:
        person = setting.people.get(str(value))
        return person.name if person else str(value)
    return value.word if isinstance(value, CellState) else str(value)


def read_cell(setting: Setting, row: Row, column: Column, text: str) -> object:
    """The field's new value for what was typed into the cell, or ``Unread``."""
    if not column.part:
        return _read(setting, row, text)
    number = _read_number(setting, row, text)
    if isinstance(number, Unread):
        return number
    before = row.value if isinstance(row.value, Range) else Range()
    return before.model_copy(update={column.part: None if number is None else Decimal(number)})


def suggestions(setting: Setting, row: Row, text: str) -> tuple[Choice, ...]:
    """What the list under the cell offers for ``text``; nothing for kinds that are simply typed."""
    if row.kind is Kind.PERSON:
        return matching(setting.people, text)
    if row.kind is Kind.CHOICE:
        wanted = text.strip().casefold()
        return tuple(choice for choice in row.choices if wanted in choice.label.casefold())
    return ()


def _read_number(setting: Setting, row: Row, text: str) -> Decimal | int | Unread | None:
    numbers = setting.region.numbers
    match row.kind:
        case Kind.INTEGER:
            return read_integer(text, numbers)
        case Kind.PERCENT:
            return read_percent(text, numbers)
        case Kind.MONEY | Kind.MONEY_RANGE:
            return read_money(text, row.unit, numbers)
        case _:
            return read_number(text, numbers)


def _read(setting: Setting, row: Row, text: str) -> object:
    if row.kind in _FIGURES:
        return _read_number(setting, row, text)
    if row.kind is Kind.DATE:
        return read_date(text, setting.today(), setting.region.dates)
    if row.kind is Kind.PERSON:
        return _read_person(setting, text.strip())
    if row.kind is Kind.CHOICE:
        return _read_choice(row, text.strip())
    return text.strip()


def _read_person(setting: Setting, typed: str) -> object:
    if not typed:
        return None
    known = [key for key, person in setting.people.items() if person.name.casefold() == typed.casefold()]
    return known[0] if known else NewPerson(typed.removeprefix(ADD))


def _read_choice(row: Row, typed: str) -> object:
    if not typed:
        return None
    for choice in row.choices:
        if typed.casefold() in (choice.label.casefold(), choice.value.casefold()):
            return choice.value
    return Unread("fields.choice_unread", typed, {"labels": "; ".join(choice.label for choice in row.choices[:6])})
