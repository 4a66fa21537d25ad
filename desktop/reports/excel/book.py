"""The tracker while it is being written: what every sheet needs to know."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.reports.excel.page import Page
from desktop.reports.excel.pen import Pen
from desktop.reports.report import Report, SystemReport
from desktop.text import say

if TYPE_CHECKING:
    from openpyxl import Workbook

Progress = Callable[[int, int], None]
AS_OF = "AsOf"


@dataclass(frozen=True)
class Book:
    """The openpyxl workbook with the report it shows. Systems are numbered from 1; formulas count by these numbers."""

    report: Report
    workbook: "Workbook"
    pen: Pen = field(default_factory=Pen)

    def page(self, name: str) -> Page:
        """A new sheet at the end; ``name`` is the key of its title."""
        return Page(self.workbook.create_sheet(say(f"tracker.sheet-{name}")), self.pen)

    @property
    def numbered(self) -> tuple[tuple[int, SystemReport], ...]:
        """The systems of the sprint with their numbers."""
        return tuple(enumerate(self.report.systems, start=1))

    @property
    def single(self) -> bool:
        """One system only: columns that name the system are hidden."""
        return len(self.report.systems) == 1

    def person(self, person_id: str | None) -> str | None:
        """A person's name, None where nobody is named or the person is gone."""
        person = self.report.workbook.people.get(person_id or "")
        return person.name if person else None

    def define(self, name: str, cell: str) -> None:
        """A name for one cell, so that formulas read like sentences."""
        from openpyxl.workbook.defined_name import DefinedName

        self.workbook.defined_names[name] = DefinedName(name, attr_text=cell)
