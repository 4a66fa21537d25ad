"""Writes cells. User text goes in as text only; formulas and numbers are ours."""

from copy import copy
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desktop.reports.excel.look import CENTS, FONT, INK, WHOLE, Look
from desktop.reports.excel.plain import plain

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet


class Pen:
    """Writes values with looks into the sheets of one workbook and remembers which user texts had to be changed."""

    def __init__(self) -> None:
        self._styles: dict[Look, Any] = {}
        self.changed: list[tuple[str, int, int]] = []

    def put(self, sheet: "Worksheet", row: int, column: int, value: object, look: Look) -> "Cell":
        """One value: ``None`` leaves the cell blank, a ``str`` is user text, everything else is a number or a day."""
        if isinstance(value, str):
            return self.text(sheet, row, column, value, look)
        cell = self._cell(sheet, row, column, _fitting(look, value))
        if value is not None:
            cell.value = value  # type: ignore[assignment]  # numbers and days
        return cell

    def text(self, sheet: "Worksheet", row: int, column: int, text: str, look: Look) -> "Cell":
        """A text that stays a text: typed as a string and marked so that editing it in Excel makes no formula of it."""
        stored = plain(text)
        cell = self._cell(sheet, row, column, look.but(quoted=bool(text)))
        if stored.changed:
            self.changed.append((f"{sheet.title} {cell.coordinate}", stored.replaced, stored.cut))
        if stored.text:
            cell.value = stored.text
            cell.data_type = "s"
        return cell

    def word(self, sheet: "Worksheet", row: int, column: int, word: str, look: Look) -> "Cell":
        """A word of the catalogue."""
        cell = self._cell(sheet, row, column, look)
        cell.value = word
        cell.data_type = "s"
        return cell

    def formula(self, sheet: "Worksheet", row: int, column: int, formula: str, look: Look) -> "Cell":
        """A formula without its equals sign."""
        cell = self._cell(sheet, row, column, look)
        cell.value = f"={formula}"
        return cell

    def band(self, sheet: "Worksheet", row: int, columns: range, look: Look) -> None:
        """Paint cells that hold nothing, so that rules and bands run through."""
        for column in columns:
            self._cell(sheet, row, column, look)

    def _cell(self, sheet: "Worksheet", row: int, column: int, look: Look) -> "Cell":
        cell: Any = sheet.cell(row, column)
        if look not in self._styles:
            _style(cell, look)
            self._styles[look] = copy(cell._style)  # noqa: SLF001  # a look is built once, then copied: 20 times faster
        cell._style = copy(self._styles[look])  # noqa: SLF001
        return cell  # type: ignore[no-any-return]  # openpyxl's own cell


def _fitting(look: Look, value: object) -> Look:
    """Whole amounts show no decimals, amounts with cents two."""
    cents = isinstance(value, Decimal) and look.form == WHOLE and value != value.to_integral_value()
    return look.but(form=CENTS) if cents else look


def _style(cell: Any, look: Look) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

    cell.font = Font(name=FONT, size=look.size, bold=look.bold, color=look.colour or INK)
    cell.alignment = Alignment(
        horizontal=look.align, vertical=look.upright, wrap_text=look.wrap, shrink_to_fit=look.shrink, indent=look.indent,
        text_rotation=look.turned,
    )  # fmt: skip
    cell.border = Border(
        top=Side("thin", color=look.above) if look.above else Side(),
        bottom=Side("thin", color=look.below) if look.below else Side(),
        left=Side("thin", color=look.before) if look.before else Side(),
    )
    cell.fill = PatternFill("solid", fgColor=look.fill) if look.fill else PatternFill()
    cell.number_format = look.form
    cell.protection = Protection(locked=not look.entry)
    cell.quotePrefix = look.quoted
