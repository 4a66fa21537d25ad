"""The way back: its steps with minutes that add up, and what triggers it, who decides and whether it was tried."""

from collections.abc import Iterator

from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.look import CELL, DATE, GREEN, NUMBER, OCHRE, QUIET_CELL
from desktop.reports.excel.marks import allow_list, allow_numbers, mark_words
from desktop.reports.excel.page import Page, Row, letter
from desktop.reports.excel.sheets.launch_part import ENTRY, base, check, columns, launched, mark_check, table
from desktop.reports.excel.sheets.lists import Lists
from desktop.reports.excel.words import quoted
from desktop.text import say
from desktop.workbook.launch import Rollback

_PLAIN = {"detail": QUIET_CELL, "evidence": QUIET_CELL}
_NUMBER = NUMBER.but(form="General", align="left").tinted()


def write_rollback(book: Book, page: Page, lists: Lists) -> None:
    """Both tables; minutes are added up step by step, and for the whole way back."""
    heads = {
        "item": "tracker.rollback-step", "detail": "tracker.who", "owner": "tracker.minutes", "due": "tracker.minutes-so-far",
        "done": "tracker.check",
    }  # fmt: skip
    looks = {"detail": ENTRY, "owner": _NUMBER, "due": NUMBER.but(form="General", align="left"), "done": CELL}
    made, first = columns(book, heads, looks), page.row + 2
    block = table(page, "tracker.rollback", made, _rollback_rows(book, made, first), "Rollback")
    allow_list(page.sheet, block.local("detail"), lists.people, strict=False)
    allow_numbers(page.sheet, block.local("owner"), "0", "100000")
    mark_check(page, block.local("done"), "tracker.lacks-person", "tracker.lacks-minutes")
    plan = page.table(_words_columns(book), _words(book, block), "RollbackPlan")
    tried, untried = say("tracker.rollback-tried"), say("tracker.rollback-untried")
    mark_words(page.sheet, plan.local("standing"), {tried: GREEN, untried: OCHRE})


def _rollback_rows(book: Book, made: tuple[Column, ...], first: int) -> Iterator[Row]:
    """``first`` is the first row: minutes are added up from there within a system."""
    at = {column.key: letter(number) for number, column in enumerate(made, start=1)}
    mine = f"${at['no']}${first}:{{no}},{{no}}"
    so_far = Formula(f'IF(ISNUMBER({{owner}}),SUMIFS(${at["owner"]}${first}:{{owner}},{mine}),"")')
    checked = check(('{detail}<>""', "tracker.lacks-person"), ("ISNUMBER({owner})", "tracker.lacks-minutes"))
    for no, one, launch in launched(book):
        for key, entry in sorted(launch.rollback.steps.items()):
            who = book.person(entry.owner)
            yield base(no, one, key, item=entry.name, detail=who, owner=entry.minutes, due=so_far, done=checked)


def _words_columns(book: Book) -> tuple[Column, ...]:
    heads = {
        "item": "tracker.rollback-trigger", "detail": "tracker.rollback-meanwhile", "owner": "tracker.rollback-decides",
        "due": "tracker.rollback-tested", "done": "tracker.minutes-in-all", "standing": "tracker.standing",
        "evidence": "tracker.rollback-result",
    }  # fmt: skip
    minutes = NUMBER.but(form="General", align="left")
    looks = {"item": CELL, "owner": CELL, "due": DATE.but(align="left"), "done": minutes, "evidence": CELL}
    return columns(book, heads, {**_PLAIN, **looks})


def _words(book: Book, steps: Block) -> Iterator[Row]:
    tried, untried = quoted(say("tracker.rollback-tried")), quoted(say("tracker.rollback-untried"))
    minutes = f"SUMIFS({steps.cells('owner')},{steps.cells('no')},{{no}})"
    shown = {"done": Formula(minutes), "standing": Formula(f"IF(N({{due}})>0,{tried},{untried})")}
    for no, one, launch in launched(book):
        if launch.rollback == Rollback():
            continue
        plan = launch.rollback
        who, on = book.person(plan.owner), plan.tested_on
        told = {"item": plan.trigger, "detail": plan.meanwhile, "evidence": plan.result}
        yield base(no, one, "rollback", owner=who, due=on, **told, **shown)
