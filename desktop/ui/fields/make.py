"""Gives each row of a page the editor of its kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from desktop.method.schema import Kind
from desktop.session.entry import read_money, read_number
from desktop.session.view import Row
from desktop.ui.fields.choice import ChoiceEditor, ChoicesEditor, ToggleEditor
from desktop.ui.fields.dates import DateEditor
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.fields.notation import Region
from desktop.ui.fields.number import NumberEditor, decimal_editor, integer_editor, money_editor, percent_editor
from desktop.ui.fields.person import PeopleEditor, PersonEditor
from desktop.ui.fields.ranges import RangeEditor
from desktop.ui.fields.text import ParagraphEditor, TextEditor
from desktop.ui.fields.weekdays import WeekdaysEditor
from desktop.ui.theme import Theme
from desktop.workbook import Person


@dataclass(frozen=True)
class Setting:
    """What editors need to know beyond their row."""

    theme: Theme
    region: Region
    people: Mapping[str, Person]
    today: Callable[[], date]


def make_editor(setting: Setting, row: Row) -> FieldEditor:
    """The editor for ``row``, showing its value; raises KeyError for kinds that are lists (``table``, ``records``)."""
    editor = _MAKERS[row.kind](setting, row)
    editor.set_value(row.value)
    return editor


def make_field(setting: Setting, row: Row) -> FieldFrame:
    """The editor in its frame, with label, help and problem."""
    label = "" if row.kind is Kind.TOGGLE else row.label
    frame = FieldFrame(setting.theme, label, make_editor(setting, row), row.help, optional=row.optional)
    frame.editor.name(row.label)
    frame.set_problem(row.problem or None)
    return frame


def _with_hint(editor: NumberEditor, row: Row) -> NumberEditor:
    editor.set_placeholder(row.placeholder)
    return editor


def _range(setting: Setting, row: Row) -> RangeEditor:
    numbers = setting.region.numbers
    return RangeEditor(setting.theme, lambda text: read_number(text, numbers), setting.region, row.unit)


def _money_range(setting: Setting, row: Row) -> RangeEditor:
    numbers = setting.region.numbers
    return RangeEditor(setting.theme, lambda text: read_money(text, row.unit, numbers), setting.region, row.unit)


_MAKERS: dict[Kind, Callable[[Setting, Row], FieldEditor]] = {
    Kind.TEXT: lambda s, r: TextEditor(s.theme, r.placeholder),
    Kind.PARAGRAPH: lambda s, r: ParagraphEditor(s.theme, r.placeholder),
    Kind.INTEGER: lambda s, r: _with_hint(integer_editor(s.theme, s.region, r.unit), r),
    Kind.NUMBER: lambda s, r: _with_hint(decimal_editor(s.theme, s.region, r.unit), r),
    Kind.PERCENT: lambda s, r: _with_hint(percent_editor(s.theme, s.region), r),
    Kind.MONEY: lambda s, r: _with_hint(money_editor(s.theme, s.region, r.unit), r),
    Kind.DATE: lambda s, r: DateEditor(s.theme, s.region, s.today, r.placeholder),
    Kind.CHOICE: lambda s, r: ChoiceEditor(s.theme, r.choices, r.placeholder, clearable=True),
    Kind.CHOICES: lambda s, r: ChoicesEditor(s.theme, r.choices),
    Kind.TOGGLE: lambda s, r: ToggleEditor(s.theme, r.label),
    Kind.PERSON: lambda s, r: PersonEditor(s.theme, s.people, r.placeholder),
    Kind.PEOPLE: lambda s, r: PeopleEditor(s.theme, s.people, r.placeholder),
    Kind.WEEKDAYS: lambda s, _r: WeekdaysEditor(s.theme, s.region),
    Kind.RANGE: _range,
    Kind.MONEY_RANGE: _money_range,
}
