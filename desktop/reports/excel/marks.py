"""Conditional formats and validations. A state is always a word; its colour only helps."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.reports.excel.look import ACCENT, GREEN, OCHRE, RED
from desktop.reports.excel.words import quoted, states
from desktop.text import say

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def mark_states(sheet: "Worksheet", where: str) -> None:
    """Colour the state words in ``where``."""
    word = states()
    colours = {
        word.done: GREEN,
        word.late: OCHRE,
        word.problem: OCHRE,
        word.blocked: RED,
        word.soon: ACCENT,
        word.progress: ACCENT,
    }
    mark_words(sheet, where, colours)


def mark_words(sheet: "Worksheet", where: str, colours: Mapping[str, str]) -> None:
    """Colour whole words in ``where``: a name that begins like a state stays as it is."""
    first = where.partition(":")[0]
    for word, colour in colours.items():
        mark_if(sheet, where, f"{first}={quoted(word)}", colour)


def mark_blank(sheet: "Worksheet", where: str, condition: str) -> None:
    """A tint of red where a cell is blank that should not be."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import PatternFill

    rule = FormulaRule([condition], fill=PatternFill("solid", bgColor="F7E3E1"))  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add(where, rule)


def mark_if(sheet: "Worksheet", where: str, condition: str, colour: str = RED) -> None:
    """Bold and ``colour`` where ``condition`` (of the first cell) is true."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Font

    rule = FormulaRule([condition], font=Font(bold=True, color=colour))  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add(where, rule)


def allow_list(sheet: "Worksheet", where: str, source: str, *, strict: bool) -> None:
    """A choice from a list; not ``strict``: another entry is possible after a warning."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="list", formula1=source, allow_blank=True)
    rule.errorStyle = "stop" if strict else "warning"
    rule.errorTitle, rule.error = say("tracker.pick-title"), say("tracker.pick" if strict else "tracker.pick-other")
    rule.showErrorMessage = True
    rule.add(where)
    sheet.add_data_validation(rule)


def allow_days(sheet: "Worksheet", where: str) -> None:
    """Days from 2000 on."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="date", operator="greaterThanOrEqual", formula1="36526", allow_blank=True)
    _explain(rule, "tracker.day-wanted")
    rule.add(where)
    sheet.add_data_validation(rule)


def allow_numbers(sheet: "Worksheet", where: str, low: str, high: str, *, whole: bool = False) -> None:
    """Numbers from ``low`` to ``high``."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(
        type="whole" if whole else "decimal", operator="between", formula1=low, formula2=high, allow_blank=True
    )
    _explain(rule, "tracker.number-wanted", low=low, high=high)
    rule.add(where)
    sheet.add_data_validation(rule)


def _explain(rule: object, key: str, **values: str) -> None:
    rule.showErrorMessage = True  # type: ignore[attr-defined]
    rule.errorTitle = say("tracker.pick-title")  # type: ignore[attr-defined]
    rule.error = say(key, **values)  # type: ignore[attr-defined]
