"""One row of a table of results, or one object of a JSON Lines file, into an example."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.exchange.evaluation.batch import Example, key_of, not_negative, text_of
from desktop.exchange.evaluation.columns import find_columns
from desktop.exchange.evaluation.numbers import canonical, number_of
from desktop.exchange.evaluation.texts import Said, name_of, passage
from desktop.workbook.kept_texts import Keep

RIGHT = frozenset(
    {
        "true", "t", "yes", "y", "1", "1.0", "pass", "passed", "correct", "right", "c", "ok", "success", "succeeded",
        "richtig", "wahr", "ja", "✓", "✔",
    }
)  # fmt: skip
WRONG = frozenset(
    {
        "false", "f", "no", "n", "0", "0.0", "fail", "failed", "incorrect", "wrong", "i", "error", "failure",
        "falsch", "nein", "✗", "✘",
    }
)  # fmt: skip
FORMULA = ("=", "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!")
NOTHING = frozenset({"nan", "none", "null", "n/a", "#n/a", "inf", "-inf", "infinity", "-infinity"})


@dataclass(frozen=True)
class RowReader:
    """Reads rows by the columns that were found; ``columns`` gives the position of each role, ``keep`` whose texts stay."""

    columns: Mapping[str, int]
    keep: Keep = Keep.NONE

    def example(self, cells: tuple[Any, ...], row: int) -> Example:
        """The example in ``cells``; what cannot be read leaves its place empty and says so."""
        right, notice = self._outcome(cells)
        confidence, doubt = self._confidence(cells)
        seconds, latency, cost = (self._measure(cells, role) for role in ("seconds", "latency", "cost"))
        expected, second = text_of(self._cell(cells, "expected")), text_of(self._cell(cells, "second_label"))
        return Example(
            right=right,
            key=self._key(cells),
            slice=text_of(self._cell(cells, "slice")),
            confidence=confidence,
            latency=seconds * 1000 if latency is None and seconds is not None else latency,
            cost=cost,
            label=expected,
            labels=(expected, second) if expected and second else None,
            row=row,
            notice=notice or doubt or self._unmeasured(cells),
            said=None if right is None or not self.keep.wants(right=right) else self._said(cells),
        )

    def _said(self, cells: tuple[Any, ...]) -> Said:
        texts = (passage(self._cell(cells, role)) for role in ("input", "expected", "predicted", "reason"))
        return Said(name_of(text_of(self._cell(cells, "id"))), *texts)

    def _cell(self, cells: tuple[Any, ...], role: str) -> Any:
        at = self.columns.get(role)
        return cells[at] if at is not None and at < len(cells) else None

    def _measure(self, cells: tuple[Any, ...], role: str) -> float | None:
        return not_negative(number_of(self._cell(cells, role)))

    def _unmeasured(self, cells: tuple[Any, ...]) -> str:
        """A duration or a cost stands there and is no number."""
        there = (role for role in ("seconds", "latency", "cost") if _says(self._cell(cells, role)))
        return "measure" if any(self._measure(cells, role) is None for role in there) else ""

    def _key(self, cells: tuple[Any, ...]) -> bytes:
        named = text_of(self._cell(cells, "id")) or text_of(self._cell(cells, "input"))
        return key_of(named) if named else b""

    def _outcome(self, cells: tuple[Any, ...]) -> tuple[bool | None, str]:
        if "correct" in self.columns:
            return _truth(self._cell(cells, "correct"))
        if "expected" in self.columns and "predicted" in self.columns:
            return _compared(self._cell(cells, "expected"), self._cell(cells, "predicted"))
        return _scored(self._cell(cells, "score"))

    def _confidence(self, cells: tuple[Any, ...]) -> tuple[float | None, str]:
        """From 0 to 1; a number with a per cent sign is one of a hundred."""
        cell = self._cell(cells, "confidence")
        if cell is None or text_of(cell) == "":
            return None, ""
        number = number_of(cell)
        if isinstance(cell, str) and cell.strip().endswith("%"):
            number = number_of(cell.strip().removesuffix("%"))
            number = None if number is None else number / 100
        if number is None or not 0 <= number <= 1:
            return None, "confidence"
        return number, ""


def reader_for(headings: tuple[str, ...], said: Mapping[str, str] | None, keep: Keep = Keep.NONE) -> RowReader:
    """A reader for a table with these headings; raises ResultsRefusedError where they do not tell right from wrong."""
    return RowReader(find_columns(headings, said), keep)


def _compared(expected: Any, given: Any) -> tuple[bool | None, str]:
    """An answer against what was expected. No answer is a wrong one; nothing expected is an example without a label."""
    wanted, answer = text_of(expected), text_of(given)
    if wanted.startswith(FORMULA) or answer.startswith(FORMULA):
        return None, "formula"
    if not wanted or wanted.casefold() in NOTHING - {"none", "n/a", "null"}:
        return None, "unlabelled"
    return canonical(wanted) == canonical(answer), "" if answer else "no-answer"


def _truth(cell: Any) -> tuple[bool | None, str]:
    if isinstance(cell, bool):
        return cell, ""
    word = text_of(cell)
    if word.startswith(FORMULA):
        return None, "formula"
    folded = word.casefold()
    if folded in RIGHT or folded in WRONG:
        return folded in RIGHT, ""
    return None, "outcome" if folded and folded not in NOTHING else "blank"


def _scored(cell: Any) -> tuple[bool | None, str]:
    """A score from 0 to 1: only a full one is right."""
    if isinstance(cell, bool):
        return cell, ""
    number = number_of(cell)
    if number is None:
        return None, "formula" if text_of(cell).startswith(FORMULA) else "blank"
    if not 0 <= number <= 1:
        return None, "score-range"
    return number == 1, "" if number in (0, 1) else "partial"


def _says(cell: Any) -> bool:
    """Something stands in the cell that is not a word for nothing."""
    word = text_of(cell).casefold()
    return bool(word) and word not in NOTHING
