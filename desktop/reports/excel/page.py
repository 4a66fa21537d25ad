"""One sheet while it is being written: its title, its tables and how it prints."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.reports.excel.columns import Block, Column, Formula, Styled, height
from desktop.reports.excel.look import CAPTION, CELL, HEADER, SECTION, SUBTITLE, TITLE, Look
from desktop.reports.excel.pen import Pen

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Row = Mapping[str, object]
BODY = 10.0  # the size of text that row heights are reckoned for
_BUTTON = 8.0  # points more for a header with the buttons of a filter
_STANDING = 42.0  # points that a day needs on end


@dataclass
class Page:
    """A sheet with the row that is written next; ``side`` is its first visible column. Set the widths first."""

    sheet: "Worksheet"
    pen: Pen
    row: int = 1
    has_formulas: bool = False
    widths: dict[int, float] = field(default_factory=dict)
    side: int = 1

    def title(self, text: str, lead: str) -> None:
        """The sheet's title and the line under it."""
        self.pen.text(self.sheet, 1, self.side, text, TITLE)
        self.pen.text(self.sheet, 2, self.side, lead, SUBTITLE)
        self.sheet.row_dimensions[1].height = 30
        self.sheet.row_dimensions[2].height = 18
        self.row = 4

    def section(self, text: str, column: int = 0) -> None:
        """The heading of a table."""
        self.pen.text(self.sheet, self.row, column or self.side, text, SECTION)
        self.sheet.row_dimensions[self.row].height = 22
        self.row += 1

    def caption(self, text: str) -> None:
        """A quiet line; it runs over blank cells to its right."""
        self.pen.text(self.sheet, self.row, self.side, text, CAPTION)
        self.sheet.row_dimensions[self.row].height = 18
        self.row += 1

    def set_widths(self, columns: Sequence[Column]) -> None:
        """The widths of the sheet's columns; hidden ones are hidden."""
        for number, column in enumerate(columns, start=1):
            dimension = self.sheet.column_dimensions[letter(number)]
            dimension.width, dimension.hidden = column.width, column.hidden
            self.widths[number] = column.width
        self.side = next(number for number, column in enumerate(columns, start=1) if not column.hidden)

    def table(self, columns: Sequence[Column], rows: Iterable[Row], name: str = "") -> Block:
        """A header band with rows below it; with ``name`` an Excel table that can be filtered and sorted.

        Excel wants a word over each column of a table, so a table ends with its last column that has one.
        """
        head, columns = self.row, _spaced(_used(columns) if name else columns, self.side)
        self._head(columns, buttons=bool(name))
        places = {column.key: letter(number) for number, column in enumerate(columns, start=1)}
        for row in rows:
            self._line(columns, row, places)
        if self.row == head + 1:
            self._line(columns, {}, places)
        block = Block(self.sheet.title, places, head + 1, self.row - 1)
        if name:
            _add_table(self.sheet, name, columns, head, self.row - 1)
        self.row += 1
        return block

    def _head(self, columns: Sequence[Column], *, buttons: bool) -> None:
        """The words stand above the buttons of the filters, which Excel puts at the foot of the cell."""
        upright = "top" if buttons else "center"
        for number, column in enumerate(columns, start=1):
            if column.header:
                self.pen.word(
                    self.sheet,
                    self.row,
                    number,
                    column.header,
                    column.head_look if column.slim else column.head_look.but(upright=upright),
                )
            else:
                self.pen.band(self.sheet, self.row, range(number, number + 1), HEADER)
        tall = [
            (column.header, self.widths.get(n, column.width) * BODY / column.head_look.size)
            for n, column in enumerate(columns, 1)
            if not (column.hidden or column.slim)
        ]
        standing = _STANDING if any(column.slim for column in columns) else 0.0
        self.sheet.row_dimensions[self.row].height = max(height(tall) + (_BUTTON if buttons else 4), standing)
        self.row += 1

    def _line(self, columns: Sequence[Column], row: Row, places: Mapping[str, str]) -> None:
        cells = {key: f"{place}{self.row}" for key, place in places.items()}
        for number, column in enumerate(columns, start=1):
            given = row.get(column.key)
            value, look = (given.value, given.look) if isinstance(given, Styled) else (given, column.look)
            if isinstance(value, Formula):
                self.has_formulas = True
                self.pen.formula(self.sheet, self.row, number, value.text.format(**cells, row=self.row), look)
            else:
                self.pen.put(self.sheet, self.row, number, value, look)
        wrapping = [
            (_plain(row.get(c.key)), (self.widths.get(n, c.width) - 1.5 * c.look.indent) * BODY / c.look.size)
            for n, c in enumerate(columns, 1)
            if c.look.wrap and not c.hidden
        ]
        self.sheet.row_dimensions[self.row].height = height(wrapping)
        self.row += 1

    def break_before(self) -> None:
        """What is written next begins a new page of paper."""
        from openpyxl.worksheet.pagebreak import Break

        self.sheet.row_breaks.append(Break(id=self.row - 1))

    def formula(self, row: int, column: int, text: str, look: Look) -> None:
        """One formula outside a table."""
        self.has_formulas = True
        self.pen.formula(self.sheet, row, column, text, look)

    def put(self, row: int, column: int, value: object, look: Look = CELL) -> None:
        """One value outside a table."""
        self.pen.put(self.sheet, row, column, value, look)


def _plain(value: object) -> object:
    return value.value if isinstance(value, Styled) else value


def letter(number: int) -> str:
    """The letter of a column, 1 being A."""
    from openpyxl.utils import get_column_letter

    return get_column_letter(number)


def _spaced(columns: Sequence[Column], side: int) -> tuple[Column, ...]:
    """Texts that follow a visible column of numbers keep a distance from it."""
    before = ("left",) * side + tuple(column.look.align for column in columns[side - 1 :])
    return tuple(
        replace(column, look=column.look.but(indent=1)) if column.look.align == "left" and left == "right" else column
        for column, left in zip(columns, before, strict=False)
    )


def _used(columns: Sequence[Column]) -> Sequence[Column]:
    last = max(number for number, column in enumerate(columns, start=1) if column.header)
    return columns[:last]


def _add_table(sheet: "Worksheet", name: str, columns: Sequence[Column], head: int, last: int) -> None:
    from openpyxl.worksheet.filters import FilterColumn
    from openpyxl.worksheet.table import Table, TableColumn

    table = Table(displayName=name, ref=f"A{head}:{letter(len(columns))}{last}")
    table._initialise_columns()  # type: ignore[attr-defined]  # noqa: SLF001  # its stubs lack what its manual shows
    for place, column in zip(table.tableColumns, columns, strict=True):
        assert isinstance(place, TableColumn)
        place.name = column.header
    slim = [number for number, column in enumerate(columns) if column.slim]
    assert table.autoFilter is not None
    table.autoFilter.filterColumn = [FilterColumn(colId=number, hiddenButton=True) for number in slim]
    sheet.add_table(table)
