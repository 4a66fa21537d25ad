"""The columns of the tasks: what is steered on the left, then the weeks, then the words, then what formulas need."""

from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Column
from desktop.reports.excel.look import CELL, DATE, NUMBER, QUIET_CELL, SHORT_DAY
from desktop.reports.excel.sheets.weeks import Weeks
from desktop.text import say

SLIP = "+0;−0;–"
PER_CENT = '0" %"'
SMALL = QUIET_CELL.but(size=9)
DAYS = DATE.but(form=SHORT_DAY)


def task_columns(book: Book, weeks: Weeks) -> tuple[Column, ...]:
    """All columns in their order."""
    return (*_steering(book), *weeks.columns, *_words(), *_hidden())


def _steering(book: Book) -> tuple[Column, ...]:
    entry = CELL.tinted()
    return (
        Column("no", say("tracker.no"), 6, NUMBER, hidden=True),
        Column("system", say("tracker.system"), _system_width(book), SMALL, hidden=book.single),
        Column("code", say("tracker.task-code"), 5.5, SMALL),
        Column("phase", say("tracker.task-phase"), 21, SMALL),
        Column("task", say("tracker.task"), 34),
        Column("owner", say("tracker.owner"), 16, entry),
        Column("weight", say("tracker.task-days"), 6, NUMBER.but(form="General")),
        Column("planned", say("tracker.task-agreed"), 8.5, DAYS),
        Column("start", say("tracker.task-start"), 8.5, DAYS.tinted()),
        Column("due", say("tracker.task-end"), 8.5, DAYS.tinted()),
        Column("slip", say("tracker.task-slip"), 6.5, NUMBER.but(form=SLIP)),
        Column("slack", say("tracker.task-slack"), 6.5, NUMBER.but(form="0;−0;0")),
        Column("percent", say("tracker.task-percent"), 7, NUMBER.but(form=PER_CENT).tinted()),
        Column("state", say("tracker.state"), 11.5, entry),
        Column("attention", say("tracker.task-attention"), 18, CELL.but(wrap=False, shrink=True)),
    )


def _system_width(book: Book) -> float:
    """As wide as the longest name needs, within reason: two lines hold the rest."""
    longest = max((len(one.system.name) for _, one in book.numbered), default=0)
    return min(max(14.0, longest * 0.85 + 1), 32.0)


def _words() -> tuple[Column, ...]:
    entry = CELL.tinted()
    return (
        Column("blocker", say("tracker.task-blocker"), 32, entry.but(indent=1)),
        Column("note", say("tracker.note"), 36, entry),
        Column("deliverable", say("tracker.deliverable"), 48, QUIET_CELL),
        Column("detail", say("tracker.detail"), 46, QUIET_CELL),
        Column("role", say("tracker.role"), 24, QUIET_CELL),
    )


def _hidden() -> tuple[Column, ...]:
    names = {
        "track": "tasks.column.track", "week": "tracker.week", "standing": "tracker.standing",
        "timing": "tracker.task-timing", "slack_then": "tracker.task-slack-then", "due_then": "tracker.task-end-then",
        "left": "tracker.task-left", "over": "tracker.task-over", "agreed_start": "tracker.task-agreed-start",
        "agreed_end": "tracker.task-agreed-end", "wanted": "tracker.task-wanted", "order": "tracker.order",
        "shown": "tracker.task-shown", "first": "tracker.task-first", "launch": "tracker.task-launch",
        "system_id": "tracker.system-id", "check_id": "tracker.check-id",
    }  # fmt: skip
    dated = ("due_then", "agreed_start", "agreed_end", "first", "launch")
    return tuple(
        Column(key, say(name), 12, DATE if key in dated else NUMBER.but(form="General"), hidden=True)
        for key, name in names.items()
    )
