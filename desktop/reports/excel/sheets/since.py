"""Since last week: what has come since the last check-in and since the last steering meeting, and all check-ins."""

from collections.abc import Iterator

from desktop.planning.burn_up import frozen_weight
from desktop.planning.compared import Compared
from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Column
from desktop.reports.excel.frame import finish
from desktop.reports.excel.look import ACCENT, CELL, DATE, GREEN, NUMBER, OCHRE, ONE_PLACE, QUIET_CELL, RED
from desktop.reports.excel.marks import mark_words
from desktop.reports.excel.page import Page, Row
from desktop.reports.report import SystemReport
from desktop.reports.since_words import Words, happened
from desktop.text import say
from desktop.workbook.checkin import Checkin, Steering

_KINDS = ("done", "decided", "slipped", "earlier", "blocked", "freed", "begun", "metric", "plan", "findings")


def write_since(book: Book) -> None:
    """The sheet with both tables."""
    page = Page(book.workbook.create_sheet(say("checkin.sheet")), book.pen)
    columns = _columns(book)
    page.set_widths((*columns, Column("launch", "", 16)))
    page.title(say("checkin.sheet"), say("checkin.sheet.lead"))
    page.section(say("checkin.sheet.checkins"))
    page.table(_checkin_columns(book), _checkins(book), "CheckIns")
    page.section(say("checkin.sheet.changes"))
    block = page.table(columns, _rows(book), "Since")
    _mark(page, block)
    page.sheet.freeze_panes = "D3"
    finish(page.sheet, book.report, head=block.first - 1)


def _columns(book: Book) -> tuple[Column, ...]:
    return (
        Column("system_id", say("tracker.system-id"), 14, hidden=True),
        Column("task_id", say("checkin.sheet.task-id"), 18, hidden=True),
        Column("system", say("tracker.system"), 24, QUIET_CELL.but(size=9), hidden=book.single),
        Column("since", say("checkin.sheet.since"), 24, QUIET_CELL),
        Column("day", say("checkin.sheet.day"), 13, DATE),
        Column("kind", say("checkin.sheet.kind"), 16),
        Column("what", say("checkin.sheet.what"), 44, CELL.but(bold=True)),
        Column("words", say("checkin.sheet.words"), 46),
        Column("who", say("checkin.sheet.who"), 20),
    )


def _rows(book: Book) -> Iterator[Row]:
    for _, report in book.numbered:
        steering = report.steering
        yield from _lines(book, report, "week", steering.week)
        if steering.meeting is not steering.week:
            yield from _lines(book, report, "meeting", steering.meeting)


def _lines(book: Book, report: SystemReport, which: str, found: Compared | None) -> Iterator[Row]:
    if found is None:
        return
    words = Words(book.report.method, book.report.workbook.people)
    for entry in happened(found.since, words):
        yield {
            "system": report.system.name,
            "since": say(f"checkin.since.{which}"),
            "day": found.checkin.on,
            "kind": say(f"checkin.kind.{entry.kind}"),
            "what": entry.title,
            "words": entry.words,
            "who": entry.who,
            "system_id": report.system.id,
            "task_id": entry.key,
        }


def _mark(page: Page, block: Block) -> None:
    colours = {"done": GREEN, "earlier": GREEN, "freed": GREEN, "slipped": OCHRE, "blocked": RED, "decided": ACCENT}
    words = {kind: say(f"checkin.kind.{kind}") for kind in _KINDS}
    mark_words(page.sheet, block.local("kind"), {words[kind]: colour for kind, colour in colours.items()})


def _checkin_columns(book: Book) -> tuple[Column, ...]:
    return (
        Column("system_id", say("tracker.system-id"), 14, hidden=True),
        Column("checkin_id", say("tracker.record-id"), 18, hidden=True),
        Column("system", say("tracker.system"), 24, QUIET_CELL.but(size=9), hidden=book.single),
        Column("sponsor", say("checkin.sheet.sponsor"), 24),
        Column("day", say("checkin.sheet.closed"), 13, DATE),
        Column("meeting", say("checkin.sheet.meeting"), 16),
        Column("decisions", say("checkin.sheet.decisions"), 44),
        Column("note", say("checkin.sheet.note"), 46, QUIET_CELL),
        Column("done", say("checkin.burn.column.done"), 20, NUMBER.but(form=ONE_PLACE)),
        Column("launch", say("checkin.sheet.launch"), 16, DATE),
    )


def _checkins(book: Book) -> Iterator[Row]:
    for _, report in book.numbered:
        held = report.system.steering or Steering()
        for name in sorted(held.closed):
            known = {"system": report.system.name, "system_id": report.system.id, "checkin_id": name}
            yield {**known, **_checkin(held.closed[name])}


def _checkin(entry: Checkin) -> Row:
    sponsor = entry.sponsor_state.value if entry.sponsor_state else "unasked"
    taken = entry.snapshot
    return {
        "sponsor": say(f"checkin.past.sponsor.{sponsor}"),
        "day": entry.on,
        "meeting": say("checkin.sheet.yes") if entry.steering else None,
        "decisions": "\n".join(ruling.text for _, ruling in sorted(entry.decisions.items())),
        "note": "\n".join(text for text in (entry.sponsor_note, entry.note) if text),
        "done": frozen_weight(taken),
        "launch": taken.forecast.p50 if taken.forecast else taken.launch,
    }
