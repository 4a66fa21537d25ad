"""The cells of the plan's table: what they show, and what a text typed into one of them means."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from desktop.planning.network import makes_circle
from desktop.session.editing import NewPerson
from desktop.session.entry import ENGLISH, Notation, Unread, read_integer, read_number, write_number
from desktop.session.entry_dates import DateNotation, read_date
from desktop.session.plan_page import PlanView
from desktop.text import say
from desktop.text.formatting import day, number
from desktop.workbook.base import Range
from desktop.workbook.plan import TaskStatus

NUMBER, TITLE, OWNER, DAYS, PERCENT, AFTER, START, FINISH, SLACK, STATE, CHART = COLUMNS = (
    "number", "title", "owner", "days", "percent", "after", "start", "finish", "slack", "state", "chart",
)  # fmt: skip
EDITABLE = frozenset({TITLE, OWNER, DAYS, PERCENT, AFTER, START, STATE})
_SEPARATORS = ("–", "-", "/", "…")
_MINUS = ("-", "–", "\u2212")
_NOBODY = frozenset({"nobody", "no one", "-", "–"})


@dataclass(frozen=True)
class Reading:
    """How texts are read: the person's notation of numbers and days."""

    numbers: Notation = ENGLISH
    dates: DateNotation | None = None


def cell_text(view: PlanView, name: str, column: str) -> str:
    """What stands in a cell; empty where nothing is known."""
    if column in _TEXTS:
        return _TEXTS[column](view, name)
    entry = view.entry(name)
    return "" if entry is None else _when(entry.start, entry.finish, entry.slack, column)


def _owner(view: PlanView, name: str) -> str:
    person = view.workbook.people.get(view.tasks[name].owner or "")
    return person.name if person else ""


def _days(view: PlanView, name: str) -> str:
    effort = view.tasks[name].effort
    return "" if effort.likely is None else number(effort.likely)


def _after(view: PlanView, name: str) -> str:
    return ", ".join(str(view.number[one]) for one in view.tasks[name].after if one in view.number)


_TEXTS: dict[str, Callable[[PlanView, str], str]] = {
    NUMBER: lambda view, name: str(view.number[name]),
    TITLE: lambda view, name: view.tasks[name].title,
    OWNER: _owner,
    DAYS: _days,
    PERCENT: lambda view, name: str(view.tasks[name].percent),
    AFTER: _after,
    STATE: lambda view, name: say(f"planpage.state.{view.state(name)}"),
}


def _when(start: date, finish: date, slack: int, column: str) -> str:
    match column:
        case "start":
            return day(start, year=False)
        case "finish":
            return day(finish, year=False)
        case "slack":
            return str(slack)
        case _:
            return say("planpage.chart.run", start=day(start), finish=day(finish))


def edit_text(view: PlanView, name: str, column: str, reading: Reading) -> str:
    """What stands in a cell that is opened for typing: the estimate whole, days with their year, words for states."""
    task, entry = view.tasks[name], view.entry(name)
    if column == DAYS and task.effort.complete:
        effort = task.effort
        parts = [
            write_number(value or Decimal(), reading.numbers) for value in (effort.low, effort.likely, effort.high)
        ]
        return parts[1] if len(set(parts)) == 1 else " – ".join(parts)
    if column == START and entry is not None:
        return entry.start.isoformat()
    if column == STATE:
        return say(f"planpage.status.{task.status.value}")
    return cell_text(view, name, column)


def read_cell(view: PlanView, name: str, column: str, text: str, reading: Reading) -> Any:
    """The value that ``text`` means for a cell, or ``Unread`` with the sentence that says what would be understood."""
    readers: dict[str, Callable[[], Any]] = {
        TITLE: lambda: text.strip() or Unread("planpage.unread.title", ""),
        OWNER: lambda: _read_owner(view, text.strip()),
        DAYS: lambda: read_effort(text, view.tasks[name].effort, reading.numbers),
        PERCENT: lambda: _read_percent(text),
        AFTER: lambda: _read_after(view, name, text),
        START: lambda: _read_start(view, text, reading),
        STATE: lambda: _read_status(text.strip()),
    }
    return readers[column]()


def read_effort(text: str, before: Range, numbers: Notation = ENGLISH) -> Range | Unread:
    """``4`` sets the likely effort and stretches the range where it would lie outside; ``2 – 4 – 8`` sets all three."""
    typed = text.strip()
    found = _parts(typed, numbers)
    if found is None or len(found) not in (1, 3) or sorted(found) != found:
        return Unread("planpage.unread.days", typed)
    if len(found) == 3:
        return Range(low=found[0], likely=found[1], high=found[2])
    likely = found[0]
    if not before.complete:
        return Range(low=likely, likely=likely, high=likely)
    return Range(low=min(before.low or likely, likely), likely=likely, high=max(before.high or likely, likely))


def _parts(typed: str, numbers: Notation) -> list[Decimal] | None:
    if typed.startswith(_MINUS):
        return None
    spaced = typed
    for mark in _SEPARATORS:
        spaced = spaced.replace(mark, " ")
    found = [read_number(part, numbers) for part in spaced.split()]
    values = [value for value in found if isinstance(value, Decimal)]
    return values if values and len(values) == len(found) else None


def _read_owner(view: PlanView, typed: str) -> str | NewPerson | None:
    if not typed or typed.casefold() in _NOBODY:
        return None
    people = view.workbook.people
    known = [key for key, person in people.items() if person.name.casefold() == typed.casefold()]
    return known[0] if known else NewPerson(typed)


def _read_percent(text: str) -> int | Unread:
    found = read_integer(text.strip().removesuffix("%"))
    if isinstance(found, int) and 0 <= found <= 100:
        return found
    return Unread("planpage.unread.percent", text.strip())


def _read_after(view: PlanView, name: str, text: str) -> tuple[str, ...] | Unread:
    by_number = {str(number): task for task, number in view.number.items()}
    typed = text.replace(";", ",").replace(" ", ",")
    wanted = [part for part in typed.split(",") if part]
    after = tuple(sorted({by_number.get(part, part) for part in wanted}))
    if any(one not in view.tasks for one in after):
        return Unread("planpage.unread.after", text.strip(), {"last": str(len(view.order))})
    if name in after or makes_circle(view.tasks, name, after):
        return Unread("planpage.unread.circle", text.strip())
    return after


def _read_start(view: PlanView, text: str, reading: Reading) -> date | Unread:
    found = read_date(text, view.today, reading.dates)
    return found if found is not None else Unread("planpage.unread.start", text.strip())


def _read_status(typed: str) -> TaskStatus | Unread:
    words = {say(f"planpage.status.{status.value}").casefold(): status for status in TaskStatus}
    words |= {status.value: status for status in TaskStatus}
    found = [status for word, status in words.items() if typed and word.startswith(typed.casefold())]
    return found[0] if found else Unread("planpage.unread.status", typed)
