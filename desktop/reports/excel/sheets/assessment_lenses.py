"""Lenses: the same answers through every lens, each group with the score that counts, its bounds and its coverage."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.analysis.scoring import HIGHEST
from desktop.method.schema import Group, Lens
from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.look import CELL, NUMBER, QUIET_CELL, WHOLE_SHARE
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.answers import Answers
from desktop.reports.excel.sheets.assessment_page import head, not_applicable, whose
from desktop.reports.excel.words import quoted
from desktop.text import say

SCORE = NUMBER.but(form="0.0")


@dataclass(frozen=True)
class Scores:
    """Where the scores stand. Columns: questions, levels, na, score, low, high, coverage."""

    block: Block
    rows: dict[tuple[int, str, str], int]

    def cell(self, key: str, no: int, lens: str, group: str) -> str:
        """One value of one group of one system."""
        return self.block.cell(key, self.rows[no, lens, group])


def write_lenses(book: Book, page: Page, answers: Answers) -> Scores:
    """The sheet of all lenses."""
    head(page, _columns(book), "lenses")
    places = [
        (no, lens, group) for no, _ in book.numbered for lens in book.report.method.lenses for group in lens.groups
    ]
    block = page.table(_columns(book), _rows(book, answers))
    page.break_before()
    page.section(say("tracker-assessment.lenses-made"))
    page.table(_made_columns(), _made(book))
    page.sheet.freeze_panes = f"A{block.first}"
    finish(page.sheet, book.report, head=block.first - 1)
    if page.has_formulas:
        protect(page.sheet)
    rows = {(no, lens.id, group.id): row for row, (no, lens, group) in enumerate(places, start=block.first)}
    return Scores(block, rows)


def _columns(book: Book) -> tuple[Column, ...]:
    return (
        *whose(book),
        Column("lens", say("tracker-assessment.lens"), 26, QUIET_CELL),
        Column("group", say("tracker-assessment.group"), 34, CELL.but(bold=True)),
        Column("questions", say("tracker-assessment.questions"), 10, NUMBER),
        Column("levels", say("tracker-assessment.with-level"), 10, NUMBER),
        Column("na", say("tracker-assessment.without"), 10, NUMBER),
        Column("coverage", say("tracker-assessment.coverage"), 10, NUMBER.but(form=WHOLE_SHARE)),
        Column("score", say("tracker-assessment.score"), 10, SCORE.but(bold=True)),
        Column("low", say("tracker-assessment.low"), 10, SCORE),
        Column("high", say("tracker-assessment.high"), 10, SCORE),
        Column("about", say("tracker-assessment.about"), 46, QUIET_CELL.but(indent=1)),
        Column("system_id", say("tracker.system-id"), 14, hidden=True),
        Column("lens_id", say("tracker-assessment.lens-id"), 14, hidden=True),
        Column("group_id", say("tracker-assessment.group-id"), 14, hidden=True),
    )


def _rows(book: Book, answers: Answers) -> Iterator[Row]:
    for no, report in book.numbered:
        for lens in book.report.method.lenses:
            for group in lens.groups:
                named = {"no": no, "system": report.system.name, "system_id": report.system.id}
                yield {**named, **_group(lens, group), **_score(answers, answers.within(no, lens.id, group.id))}


def _group(lens: Lens, group: Group) -> Row:
    return {"lens": lens.name, "group": group.name, "about": group.about, "lens_id": lens.id, "group_id": group.id}


def _made_columns() -> tuple[Column, ...]:
    """On the grid of the scores."""
    return (
        Column("no", "", 6, NUMBER),
        Column("gap", "", 20),
        Column("lens", say("tracker-assessment.lens"), 26, CELL.but(bold=True)),
        Column("source", say("tracker-assessment.lens-source"), 34, QUIET_CELL),
        *(Column(f"gap{n}", "", 10) for n in range(7)),
        Column("made", say("tracker-assessment.lens-made"), 46, QUIET_CELL.but(indent=1)),
    )


def _made(book: Book) -> Iterator[Row]:
    method = book.report.method
    for lens in method.lenses:
        source = method.source[lens.source]
        cited = f"{source.publisher}, “{source.title}”, {source.date}"
        yield {"lens": lens.name, "source": cited, "made": f"{lens.scoring} {lens.not_claimed}"}


def _score(answers: Answers, mine: str) -> Row:
    """The report's rule: not applicable leaves the mean; an unanswered question could still become 0 or 4."""
    counts, none = answers.block.cells("counts"), quoted(not_applicable())
    applying, total = "({questions}-{na})", f"SUMIFS({counts},{mine})"
    unknown = f"{HIGHEST}*({{questions}}-{{na}}-{{levels}})"
    return {
        "questions": Formula(answers.count(mine)),
        "levels": Formula(answers.count(mine, answers.having("counts", ">=0"))),
        "na": Formula(answers.count(mine, answers.having("counts", not_applicable()))),
        "coverage": Formula("IF({questions}=0,0,({levels}+{na})/{questions})"),
        "score": Formula(f'IF({applying}=0,{none},IF({{levels}}=0,"",AVERAGEIFS({counts},{mine})))'),
        "low": Formula(f"IF({applying}=0,{none},{total}/{applying})"),
        "high": Formula(f"IF({applying}=0,{none},({total}+{unknown})/{applying})"),
    }
