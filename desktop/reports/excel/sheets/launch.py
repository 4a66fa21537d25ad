"""Launch: checklist, training, governance, escalation and rollback."""

from collections.abc import Iterator

from desktop.analysis.launch_checks import checklist
from desktop.method.practice import load_practice
from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Column
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.look import CELL, DATE, NUMBER, QUIET_CELL
from desktop.reports.excel.marks import allow_days, allow_list, allow_numbers, mark_blank
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.launch_part import (
    allow_words,
    base,
    cadence,
    cadences,
    columns,
    guard,
    launched,
    standing,
    table,
)
from desktop.reports.excel.sheets.lists import Lists
from desktop.text import say
from desktop.workbook.launch import Rollback

_PLAIN = {"detail": QUIET_CELL, "evidence": QUIET_CELL}
_NUMBER = NUMBER.but(form="General", align="left").tinted()


def write_launch(book: Book, lists: Lists) -> None:
    """One section below the other, all on one grid."""
    page = book.page("launch")
    page.set_widths(columns(book, {}))
    page.title(say("tracker.sheet-launch"), say("tracker.launch-lead"))
    _checklist(book, page, lists)
    _training(book, page, lists)
    _forums(book, page, lists)
    _escalation(book, page, lists)
    _rollback(book, page, lists)
    finish(page.sheet, book.report)
    if page.has_formulas:
        protect(page.sheet)


_DATED = {"owner": "tracker.owner", "due": "tracker.due", "done": "tracker.done-on", "standing": "tracker.standing"}


def _checklist(book: Book, page: Page, lists: Lists) -> None:
    heads = {"item": "tracker.item", "detail": "tracker.means", **_DATED, "evidence": "tracker.shown-by"}
    block = table(page, "tracker.checklist", columns(book, heads), _items(book), "LaunchChecklist")
    guard(page, block, lists, "due", "done")
    owner, done = block.columns["owner"], block.columns["done"]
    mark_blank(page.sheet, block.local("owner"), f'AND(${owner}{block.first}="",${done}{block.first}="")')


def _items(book: Book) -> Iterator[Row]:
    about = {item.id: item.about for item in load_practice().checklist}
    for no, one, launch in launched(book):
        for key, name, item in checklist(launch):
            yield base(
                no,
                one,
                key,
                item=name,
                detail=about.get(key),
                owner=book.person(item.owner),
                due=item.due,
                done=item.done_on,
                standing=standing(),
                evidence=item.evidence,
            )


def _training(book: Book, page: Page, lists: Lists) -> None:
    heads = {"item": "tracker.audience", "detail": "tracker.training-content", **_DATED, "owner": "tracker.trainer"}
    block = table(page, "tracker.training", columns(book, heads), _trainings(book), "Training")
    guard(page, block, lists, "due", "done")


def _trainings(book: Book) -> Iterator[Row]:
    for no, one, launch in launched(book):
        for key, entry in sorted(launch.training.items()):
            yield base(
                no,
                one,
                key,
                item=entry.audience,
                detail=entry.content,
                owner=book.person(entry.trainer),
                due=entry.due,
                done=entry.done_on,
                standing=standing(),
            )


def _forums(book: Book, page: Page, lists: Lists) -> None:
    heads = {
        "item": "tracker.forum", "detail": "tracker.decides", "owner": "tracker.owner", "due": "tracker.first-on",
        "evidence": "tracker.cadence",
    }  # fmt: skip
    block = table(page, "tracker.governance", columns(book, heads), _forum_rows(book), "Forums")
    allow_list(page.sheet, block.local("owner"), lists.people, strict=False)
    allow_days(page.sheet, block.local("due"))
    allow_words(page, block.local("evidence"), cadences())


def _forum_rows(book: Book) -> Iterator[Row]:
    for no, one, launch in launched(book):
        for key, entry in sorted(launch.forums.items()):
            shown = {"owner": book.person(entry.owner), "due": entry.first_on, "evidence": cadence(entry.cadence)}
            yield base(no, one, key, item=entry.name, detail=entry.decides, **shown)


def _escalation(book: Book, page: Page, lists: Lists) -> None:
    heads = {"item": "tracker.escalation-when", "owner": "tracker.who-acts", "due": "tracker.within-hours"}
    block = table(page, "tracker.escalation", columns(book, heads, {"due": _NUMBER}), _levels(book), "Escalation")
    allow_list(page.sheet, block.local("owner"), lists.people, strict=False)
    allow_numbers(page.sheet, block.local("due"), "0", "10000")


def _levels(book: Book) -> Iterator[Row]:
    for no, one, launch in launched(book):
        for key, entry in sorted(launch.escalation.items()):
            yield base(no, one, key, item=entry.when, owner=book.person(entry.person), due=entry.hours)


def _rollback(book: Book, page: Page, lists: Lists) -> None:
    heads = {"item": "tracker.rollback-step", "owner": "tracker.who", "due": "tracker.minutes"}
    block = table(page, "tracker.rollback", columns(book, heads, {"due": _NUMBER}), _rollback_rows(book), "Rollback")
    allow_list(page.sheet, block.local("owner"), lists.people, strict=False)
    allow_numbers(page.sheet, block.local("due"), "0", "100000")
    page.table(_words_columns(book), _words(book))


def _rollback_rows(book: Book) -> Iterator[Row]:
    for no, one, launch in launched(book):
        for key, entry in sorted(launch.rollback.steps.items()):
            yield base(no, one, key, item=entry.name, owner=book.person(entry.owner), due=entry.minutes)


def _words_columns(book: Book) -> tuple[Column, ...]:
    heads = {
        "item": "tracker.rollback-trigger", "detail": "tracker.rollback-meanwhile", "owner": "tracker.rollback-decides",
        "due": "tracker.rollback-tested", "evidence": "tracker.rollback-result",
    }  # fmt: skip
    looks = {"item": CELL, "owner": CELL, "due": DATE.but(align="left"), "evidence": CELL}
    return columns(book, heads, {**_PLAIN, **looks})


def _words(book: Book) -> Iterator[Row]:
    for no, one, launch in launched(book):
        if launch.rollback == Rollback():
            continue
        plan = launch.rollback
        shown = {"owner": book.person(plan.owner), "due": plan.tested_on, "evidence": plan.result}
        yield base(no, one, "rollback", item=plan.trigger, detail=plan.meanwhile, **shown)
