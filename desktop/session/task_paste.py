"""Cells of the task list as text, and text as cells: for typing, for copying to Excel and for pasting from it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.session.all_tasks import EDITABLE, TaskRow, slip_word, status_word, track_word
from desktop.session.editing import NewPerson
from desktop.session.entry import ENGLISH, Notation, Unread, read_percent
from desktop.session.entry_dates import DateNotation, read_date
from desktop.session.task_edits import Field, TaskChange
from desktop.text import say
from desktop.workbook import Person
from desktop.workbook.plan import TaskStatus

WHOLE = 100
DayText = Callable[[date], str]


@dataclass(frozen=True)
class Reader:
    """What reading a cell needs to know: the people, today, and how the region writes days and numbers."""

    people: Mapping[str, Person]
    today: date
    dates: DateNotation
    numbers: Notation = ENGLISH


@dataclass(frozen=True)
class Wrong:
    """A pasted cell that was not taken: line of the list (from 1), column, and why."""

    line: int
    column: str
    why: str

    @property
    def sentence(self) -> str:
        """The whole, for the user."""
        return say("tasks.paste.wrong", line=self.line, column=say(f"tasks.column.{self.column}"), why=self.why)


@dataclass(frozen=True)
class Pasted:
    """What a paste would change, what it would not take, and how many cells went beyond the list."""

    changes: tuple[TaskChange, ...]
    wrong: tuple[Wrong, ...] = ()
    beyond: int = 0


def cell_text(row: TaskRow, column: str, short_day: DayText) -> str:
    """What stands in a cell; empty where nothing is known. ``short_day`` writes days as the region does."""
    task = row.task
    value = {"start": task.start, "due": task.finish}.get(column)
    texts = {
        "task": task.title,
        "system": row.system,
        "track": track_word(task.track),
        "owner": row.owner,
        "slip": "" if task.slip is None else slip_word(task),
        "percent": f"{task.percent} %",
        "status": status_word(task.status),
        "blocker": task.blocker,
        "note": task.note,
    }
    return texts.get(column, short_day(value) if value else "")


def tab_separated(rows: Sequence[TaskRow], columns: Sequence[str], short_day: DayText, *, header: bool = True) -> str:
    """Rows as Excel takes them, with a heading line."""
    lines = ["\t".join(say(f"tasks.column.{column}") for column in columns)] if header else []
    cells = ([cell_text(row, column, short_day) for column in columns] for row in rows)
    return "\n".join([*lines, *("\t".join(" ".join(cell.split()) for cell in line) for line in cells)])


def read_cell(reader: Reader, field: Field, text: str) -> object:
    """The value that ``text`` means in a field, None where it is empty, or ``Unread``."""
    typed = text.strip()
    match field:
        case "owner":
            return _person(reader.people, typed)
        case "due":
            return read_date(typed, reader.today, reader.dates)
        case "percent":
            return _percent(typed, reader.numbers)
        case "status":
            return _status(typed)
        case _:
            return typed


def pasted(reader: Reader, rows: Sequence[TaskRow], columns: Sequence[str], text: str) -> Pasted:
    """``text`` laid over ``rows`` and ``columns``, both from the cell under the cursor on. Only good cells count."""
    changes: list[TaskChange] = []
    wrong: list[Wrong] = []
    lines = [line.split("\t") for line in text.rstrip("\r\n").splitlines()]
    beyond = sum(len(line) for line in lines[len(rows) :]) + sum(max(0, len(line) - len(columns)) for line in lines)
    for number, (row, line) in enumerate(zip(rows, lines, strict=False), start=1):
        for column, cell in zip(columns, line, strict=False):
            found = _read(reader, row, column, cell)
            if isinstance(found, TaskChange):
                changes.append(found)
            elif found:
                wrong.append(Wrong(number, column, found))
    return Pasted(tuple(changes), tuple(wrong), beyond)


def _read(reader: Reader, row: TaskRow, column: str, cell: str) -> TaskChange | str:
    """The change, or why the cell is not taken; "" where it changes nothing."""
    if column not in EDITABLE:
        same = " ".join(cell.split()) in ("", " ".join(cell_text(row, column, date.isoformat).split()))
        return "" if same else say("tasks.paste.fixed")
    field: Field = column  # type: ignore[assignment]  # the editable columns are the fields
    read = read_cell(reader, field, cell)
    return read.sentence if isinstance(read, Unread) else TaskChange(row.ref, field, read)


def _person(people: Mapping[str, Person], typed: str) -> object:
    if not typed:
        return None
    known = [key for key, person in people.items() if person.name.casefold() == typed.casefold()]
    if len(known) > 1:
        return Unread("tasks.unread.same-name", typed)
    return known[0] if known else NewPerson(typed)


def _percent(typed: str, numbers: Notation) -> object:
    read = read_percent(typed, numbers)
    if read is None or isinstance(read, Unread):
        return 0 if read is None else read
    return int(read) if read == int(read) and 0 <= read <= WHOLE else Unread("tasks.unread.percent", typed)


def _status(typed: str) -> object:
    if not typed:
        return TaskStatus.OPEN
    wanted = typed.casefold().replace("-", " ")
    for status in TaskStatus:
        if wanted in (status_word(status).casefold(), status.value.replace("-", " ")):
            return status
    labels = "; ".join(status_word(status) for status in TaskStatus)
    return Unread("tasks.unread.status", typed, {"labels": labels})
