"""Answers as a table of other people's making: rows found by header, each cell read or refused with its place.

A column that is not there says nothing, so what stands in the project stays; an empty cell of a column that is there
empties. A level that is empty beside empty evidence and an empty note takes the answer away.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from desktop.exchange.answers_evidence import evidence_of
from desktop.exchange.dates import DateOrder, date_order, read_date
from desktop.exchange.problems import described
from desktop.exchange.table import Table
from desktop.text import say
from desktop.workbook import Evidence, Perspective

COLUMNS = ("system", "question", "perspective", "level", "evidence", "note", "by", "on")
NEEDED = COLUMNS[:4]
NOT_APPLICABLE = ("na", "n/a", "not applicable")
LONGEST_LINE = 2_000  # characters, as the document keeps a name
_LEVEL = re.compile(r"([0-4])(?:\.0+)?")  # a spreadsheet may write 3 as 3.0
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class NotAnswersError(Exception):
    """The table is not one of answers; the message is one sentence."""


@dataclass(frozen=True)
class AnswerProblem:
    """One cell that could not be read: row as a spreadsheet counts, column by its header, the cell, and why."""

    row: int | None
    column: str
    value: str
    why: str

    def as_json(self) -> dict[str, object]:
        """The problem as the command line prints it."""
        return {"row": self.row, "column": self.column, "value": self.value, "why": self.why}


@dataclass(frozen=True)
class AnswerRow:
    """One row as it was read. None for evidence, note, by and dated: the table has no such column."""

    row: int
    system: str
    question: str
    perspective: str
    level: int | None
    not_applicable: bool
    evidence: tuple[Evidence, ...] | None
    note: str | None
    by: str | None
    on: date | None
    dated: bool

    @property
    def place(self) -> tuple[str, str, str]:
        """Whose answer to what."""
        return self.system, self.question, self.perspective

    @property
    def says_nothing(self) -> bool:
        """No level, no evidence, no note."""
        return self.level is None and not self.not_applicable and not self.evidence and not self.note


@dataclass(frozen=True)
class Expected:
    """What a row may name. ``known(system, question, perspective)`` gives the column that is off, or None.

    ``renamed`` leads from a question's former id to the present one.
    """

    off: Callable[[str, str, str], str | None]
    renamed: Mapping[str, str]
    today: date


@dataclass(frozen=True)
class AnswersRead:
    """The rows that are good, in their order, and every cell that is not."""

    rows: tuple[AnswerRow, ...]
    problems: tuple[AnswerProblem, ...]


def read_answers(table: Table, expected: Expected) -> AnswersRead:
    """The answers in ``table``; raises NotAnswersError where a column that every answer needs is not there."""
    columns = _columns(table)
    problems = [_of_the_table(each) for each in map(described, table.problems)]
    if missing := [name for name in NEEDED if name not in columns]:
        raise NotAnswersError(say("answers.columns-missing", columns=", ".join(missing)))
    order = date_order(table.cells(columns["on"])) if "on" in columns else None
    rows: dict[tuple[str, str, str], AnswerRow] = {}
    for number, cells in zip(table.row_numbers, table.rows, strict=True):
        read = _Row(number, {name: cells[at] for name, at in columns.items()}, table, columns)
        found = read.answer(expected, order)
        if found is not None and found.place in rows:
            read.off("question", "twice", first=rows[found.place].row)
        elif found is not None:
            rows[found.place] = found
        problems.extend(read.problems)
    return AnswersRead(tuple(rows.values()), tuple(problems))


def _of_the_table(said: dict[str, object]) -> AnswerProblem:
    row = said["row"]
    return AnswerProblem(
        row if isinstance(row, int) else None, str(said["column"]), str(said["value"]), str(said["why"])
    )


def _columns(table: Table) -> dict[str, int]:
    """Where each column of ours stands; of two with one name the first."""
    found: dict[str, int] = {}
    for at, header in enumerate(table.headers):
        name = header.strip().lower()
        if name in COLUMNS:
            found.setdefault(name, at)
    return found


class _Row:
    """Reads the cells of one row and keeps what is wrong with them."""

    def __init__(self, number: int, cells: Mapping[str, str], table: Table, columns: Mapping[str, int]) -> None:
        self.number = number
        self.cells = cells
        self.problems: list[AnswerProblem] = []
        self._headers = {name: table.headers[at].strip() for name, at in columns.items()}

    def off(self, column: str, code: str, **values: object) -> None:
        value = self.cells[column]
        why = say(f"answers.problem.{code}", value=" ".join(value[:60].split()), **values)
        self.problems.append(AnswerProblem(self.number, self._headers[column], value, why))

    def answer(self, expected: Expected, order: DateOrder | None) -> AnswerRow | None:
        """The row, or None where a cell of it is off; every such cell is said."""
        system, perspective = self.cells["system"].strip(), _perspective(self.cells["perspective"])
        question = self.cells["question"].strip()
        question = expected.renamed.get(question, question)
        column = expected.off(system, question, perspective)
        if column is not None:
            self.off(column, f"{column}-unknown")
        level, not_applicable = self._level()
        by = self.cells.get("by")
        if by is not None and len(by) > LONGEST_LINE:
            self.off("by", "too-long", most=f"{LONGEST_LINE:,}")
        on = self._day(expected.today, order)
        if self.problems:
            return None
        evidence = evidence_of(self.cells["evidence"]) if "evidence" in self.cells else None
        note = self.cells.get("note")
        dated = "on" in self.cells
        return AnswerRow(
            self.number, system, question, perspective, level, not_applicable, evidence, note, by, on, dated
        )

    def _level(self) -> tuple[int | None, bool]:
        said = self.cells["level"].strip()
        if not said:
            return None, False
        if said.lower() in NOT_APPLICABLE:
            return None, True
        found = _LEVEL.fullmatch(said)
        if found is None:
            self.off("level", "level-unknown")
            return None, False
        return int(found[1]), False

    def _day(self, today: date, order: DateOrder | None) -> date | None:
        said = self.cells.get("on", "").strip()
        if not said:
            return None
        if _ISO_DAY.fullmatch(said):
            try:
                return date.fromisoformat(said)
            except ValueError:
                self.off("on", "date-unknown")
                return None
        read = read_date(said, order, today)
        if read.value is None or read.code:
            self.off("on", "date-unknown")
            return None
        return read.value


def _perspective(cell: str) -> str:
    """``IT operations`` and ``it_operations`` are it-operations; what is unknown stays as it is written."""
    folded = "-".join(cell.replace("_", " ").replace("-", " ").split()).lower()
    return folded if folded in set(Perspective) else cell.strip()


def answer_cells(rows: Iterator[tuple[str, ...]]) -> bytes:
    """The rows as CSV with their header: UTF-8 with a mark, so that Excel reads it as such, and every cell in quotes.

    Cells are data and stand as they are, also those that look like a formula: a file that changes text cannot be read
    back without a change. Excel shows them as text only where the columns are imported as text.
    """
    import csv
    import io

    stream = io.StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8-sig")
