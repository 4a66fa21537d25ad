"""What the sheets of weeks 9 to 12 share: one set of columns, rows of the systems that got so far, live standings."""

from collections.abc import Iterable, Iterator

from desktop.reports.excel.book import AS_OF, Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.look import CELL, DATE, GREEN, NUMBER, OCHRE, QUIET_CELL, Look
from desktop.reports.excel.marks import allow_days, allow_list, mark_words
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.lists import Lists
from desktop.reports.excel.words import quoted, states
from desktop.reports.report import SystemReport
from desktop.text import say
from desktop.workbook.launch import Launch
from desktop.workbook.rollout import Cadence

ENTRY, DAY = CELL.tinted().but(indent=1), DATE.tinted().but(align="left")
WIDTHS = {"item": 34, "detail": 34, "owner": 19, "due": 14, "done": 14, "standing": 15, "evidence": 30}
_LOOKS: dict[str, Look] = {
    "item": CELL.but(bold=True), "detail": QUIET_CELL, "owner": ENTRY, "due": DAY, "done": DAY, "standing": CELL,
    "evidence": ENTRY,
}  # fmt: skip


def launched(book: Book) -> tuple[tuple[int, SystemReport, Launch], ...]:
    """The numbered systems for which something was prepared."""
    return tuple((no, one, one.system.launch) for no, one in book.numbered if one.system.launch is not None)


def columns(book: Book, heads: dict[str, str], looks: dict[str, Look] | None = None) -> tuple[Column, ...]:
    """The common columns; ``heads`` names those that are used, by the key of their word."""
    given = looks or {}
    return (
        Column("no", say("tracker.no"), 6, NUMBER, hidden=True),
        Column("system_id", say("tracker.system-id"), 14, hidden=True),
        Column("record_id", say("tracker.record-id"), 16, hidden=True),
        Column("system", say("tracker.system"), 22, QUIET_CELL.but(size=9), hidden=book.single),
        *(_column(key, width, heads.get(key), given.get(key)) for key, width in WIDTHS.items()),
    )


def _column(key: str, width: float, head: str | None, look: Look | None) -> Column:
    """A column of the common grid; one that a table does not use stays plain."""
    return Column(key, say(head), width, look or _LOOKS[key]) if head else Column(key, "", width, CELL)


def base(no: int, one: SystemReport, record: str, **values: object) -> dict[str, object]:
    """The values that each row begins with."""
    return {"no": no, "system": one.system.name, "system_id": one.system.id, "record_id": record, **values}


def table(page: Page, head: str, made: Iterable[Column], rows: Iterable[Row], name: str) -> Block:
    """A section with its table."""
    page.section(say(head))
    return page.table(tuple(made), rows, name)


def standing() -> Formula:
    """Done, late or open, by the days in the row."""
    word = states()
    late = f"IF(AND(N({{due}})>0,N({{due}})<{AS_OF}),{quoted(word.late)},{quoted(word.open)})"
    return Formula(f"IF(N({{done}})>0,{quoted(word.done)},{late})")


def check(*wants: tuple[str, str]) -> Formula:
    """*Complete*, or the first thing that is missing; each of ``wants`` is a condition and the key of what is missing."""
    found = quoted(say("tracker.complete"))
    for condition, missing in reversed(wants):
        found = f"IF({condition},{found},{quoted(say(missing))})"
    return Formula(found)


def mark_check(page: Page, where: str, *missing: str) -> None:
    """Green where all is there, ochre where something is missing."""
    mark_words(page.sheet, where, {say("tracker.complete"): GREEN, **{say(key): OCHRE for key in missing}})


def guard(page: Page, block: Block, lists: Lists, *keys: str) -> None:
    """People from the list, days as days, and the standing in its colours."""
    sheet = page.sheet
    allow_list(sheet, block.local("owner"), lists.people, strict=False)
    for key in keys:
        allow_days(sheet, block.local(key))
    word = states()
    mark_words(sheet, block.local("standing"), {word.late: OCHRE, word.done: GREEN})


def allow_words(page: Page, where: str, words: Iterable[str]) -> None:
    """A short choice that is written into the rule itself."""
    allow_list(page.sheet, where, quoted(",".join(words)), strict=True)


def cadence(value: Cadence | None) -> str | None:
    """How often, as the pages say it."""
    return say(f"launch.cadence.{value.value}") if value else None


def cadences() -> Iterator[str]:
    """All rhythms in their order."""
    return (str(cadence(value)) for value in Cadence)
