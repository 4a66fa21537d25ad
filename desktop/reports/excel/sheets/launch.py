"""Launch: checklist, training, governance, escalation and rollback."""

from collections.abc import Iterator

from desktop.analysis.launch_checks import checklist
from desktop.method.practice import load_practice
from desktop.reports.excel.book import AS_OF, Book
from desktop.reports.excel.columns import Formula
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.look import CELL, DATE, NUMBER
from desktop.reports.excel.marks import allow_days, allow_list, allow_numbers, mark_blank
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.launch_part import (
    ENTRY,
    allow_words,
    base,
    cadence,
    cadences,
    check,
    columns,
    guard,
    launched,
    mark_check,
    standing,
    table,
)
from desktop.reports.excel.sheets.lists import Lists
from desktop.reports.excel.sheets.rollback import write_rollback
from desktop.reports.excel.words import quoted
from desktop.text import say
from desktop.workbook.rollout import Cadence

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
    page.break_before()
    write_rollback(book, page, lists)
    page.sheet.freeze_panes = "E3"
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


def next_meeting() -> Formula:
    """The first meeting from the as-of day on: the first one, then as often as it is held."""
    word = {name: quoted(str(cadence(name))) for name in Cadence}
    months = f"((YEAR({AS_OF})-YEAR({{due}}))*12+MONTH({AS_OF})-MONTH({{due}}))"

    def days(step: int) -> str:
        return f"{{due}}+CEILING({AS_OF}-{{due}},{step})"

    def monthly(count: int) -> str:
        whole = f"INT({months}/{count})*{count}"
        return f"IF(EDATE({{due}},{whole})>={AS_OF},EDATE({{due}},{whole}),EDATE({{due}},{whole}+{count}))"

    rules = {
        Cadence.CONTINUOUS: AS_OF, Cadence.DAILY: AS_OF, Cadence.WEEKLY: days(7), Cadence.FORTNIGHTLY: days(14),
        Cadence.MONTHLY: monthly(1), Cadence.QUARTERLY: monthly(3),
    }  # fmt: skip
    found = '""'
    for name, rule in rules.items():
        found = f"IF({{done}}={word[name]},{rule},{found})"
    return Formula(f'IF(N({{due}})=0,"",IF({{due}}>={AS_OF},{{due}},{found}))')


def _forums(book: Book, page: Page, lists: Lists) -> None:
    heads = {
        "item": "tracker.forum", "detail": "tracker.decides", "owner": "tracker.owner", "due": "tracker.first-on",
        "done": "tracker.cadence", "standing": "tracker.next-on",
    }  # fmt: skip
    looks = {"done": ENTRY, "standing": DATE.but(align="left")}
    block = table(page, "tracker.governance", columns(book, heads, looks), _forum_rows(book), "Forums")
    allow_list(page.sheet, block.local("owner"), lists.people, strict=False)
    allow_days(page.sheet, block.local("due"))
    allow_words(page, block.local("done"), cadences())


def _forum_rows(book: Book) -> Iterator[Row]:
    for no, one, launch in launched(book):
        for key, entry in sorted(launch.forums.items()):
            shown = {"owner": book.person(entry.owner), "due": entry.first_on, "done": cadence(entry.cadence)}
            yield base(no, one, key, item=entry.name, detail=entry.decides, standing=next_meeting(), **shown)


def _escalation(book: Book, page: Page, lists: Lists) -> None:
    heads = {
        "item": "tracker.escalation-when", "detail": "tracker.who-acts", "owner": "tracker.within-hours",
        "due": "tracker.check",
    }  # fmt: skip
    looks = {"detail": ENTRY, "owner": _NUMBER, "due": CELL}
    block = table(page, "tracker.escalation", columns(book, heads, looks), _levels(book), "Escalation")
    allow_list(page.sheet, block.local("detail"), lists.people, strict=False)
    allow_numbers(page.sheet, block.local("owner"), "0", "10000")
    mark_check(page, block.local("due"), "tracker.lacks-person", "tracker.lacks-hours")


def _levels(book: Book) -> Iterator[Row]:
    checked = check(('{detail}<>""', "tracker.lacks-person"), ("ISNUMBER({owner})", "tracker.lacks-hours"))
    for no, one, launch in launched(book):
        for key, entry in sorted(launch.escalation.items()):
            yield base(no, one, key, item=entry.when, detail=book.person(entry.person), owner=entry.hours, due=checked)
