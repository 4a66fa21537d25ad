"""Diagnosis: for each system the five conditions as four voices see them, what counts, and the ladder."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.perspectives import DISAGREEMENT
from desktop.reports.assessment import CONDITIONS, Condition
from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.look import CELL, FIGURE, FIGURE_NAME, NUMBER, OCHRE, RED, WHOLE_SHARE
from desktop.reports.excel.marks import mark_if, mark_words
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.answers import VIEWS, Answers
from desktop.reports.excel.sheets.assessment_ladder import Ladder, write_ladder, write_way_up
from desktop.reports.excel.sheets.assessment_lenses import SCORE, Scores
from desktop.reports.excel.sheets.assessment_page import head, not_applicable, voice
from desktop.reports.excel.words import quoted
from desktop.reports.palette import PAPER
from desktop.reports.report import SystemReport
from desktop.text import say
from desktop.text.formatting import day

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEAT_CUTS = (1.2, 1.8, 2.5)
_VOICE = NUMBER.but(align="center", form="0.0", size=11)


@dataclass(frozen=True)
class Drawn:
    """The sheets that the diagnosis draws on."""

    answers: Answers
    scores: Scores
    findings: Block


def write_diagnosis(book: Book, page: Page, drawn: Drawn) -> None:
    """One page of paper for each system, one below the other."""
    columns = _columns()
    head(page, columns, "diagnosis")
    for no, report in book.numbered:
        if no > 1:
            page.break_before()
        if not book.single:
            page.section(report.system.name)
        _system(page, book, drawn, no, report)
    if not book.report.systems:
        page.caption(say("tracker.nothing-yet"))
    finish(page.sheet, book.report)
    if page.has_formulas:
        protect(page.sheet)


def _system(page: Page, book: Book, drawn: Drawn, no: int, report: SystemReport) -> None:
    top = page.row
    page.row += 3
    if override := report.system.rung_override:
        on = day(override.on) if override.on else say("tracker-assessment.no-day")
        values = {"rung": override.rung, "by": override.by, "reason": override.reason, "on": on}
        page.caption(say("tracker-assessment.override", **values))
    block = page.table(_columns(), _conditions(drawn, no, report))
    _mark(page, block)
    if report.assessment.silent:
        names = ", ".join(voice(name) for name in report.assessment.silent)
        page.row -= 1
        page.caption(say("tracker-assessment.silent", names=names))
        page.row += 1
    ladder = write_ladder(page, book, drawn.answers, no, report)
    write_way_up(page, book, report)
    _figures(page, top, drawn, no, report, ladder)


def _columns() -> tuple[Column, ...]:
    score = NUMBER.but(form=SCORE.form)
    return (
        Column("group", say("tracker-assessment.condition"), 34, CELL.but(bold=True)),
        *(Column(view, voice(view), 14.5, _VOICE) for view in VIEWS),
        Column("spread", say("tracker-assessment.spread"), 9, score),
        Column("differ", say("tracker-assessment.voices"), 15),
        Column("apart", say("tracker-assessment.questions-apart"), 11, NUMBER),
        Column("score", say("tracker-assessment.score"), 11, score.but(bold=True)),
        Column("low", say("tracker-assessment.low"), 10, score),
        Column("high", say("tracker-assessment.high"), 10, score),
        Column("coverage", say("tracker-assessment.coverage"), 11, NUMBER.but(form=WHOLE_SHARE)),
    )


def _conditions(drawn: Drawn, no: int, report: SystemReport) -> Iterator[Row]:
    for condition in report.assessment.conditions:
        yield {
            "group": condition.group.name,
            **{view: Formula(_voice(drawn.answers, no, condition, view)) for view in VIEWS},
            **_difference(drawn.answers, no, condition),
            **{
                key: Formula(drawn.scores.cell(key, no, CONDITIONS, condition.group.id))
                for key in ("low", "high", "coverage")
            },
            "score": Formula(_shown(drawn.scores.cell("score", no, CONDITIONS, condition.group.id))),
        }


def _voice(answers: Answers, no: int, condition: Condition, view: str) -> str:
    """The mean of a voice's own levels; a word where it gave none."""
    mine = answers.within(no, CONDITIONS, condition.group.id)
    given = answers.count(mine, answers.having(view, ">=0"))
    without = answers.count(mine, answers.having(view, not_applicable()))
    silent = f"IF({without}>0,{quoted(not_applicable())},{quoted(say('tracker-assessment.no-voice'))})"
    return f"IF({given}>0,AVERAGEIFS({answers.block.cells(view)},{mine}),{silent})"


def _difference(answers: Answers, no: int, condition: Condition) -> Row:
    mine, views = answers.within(no, CONDITIONS, condition.group.id), f"{{{VIEWS[0]}}}:{{{VIEWS[-1]}}}"
    agree, differ = (quoted(say(f"tracker-assessment.{key}")) for key in ("agree", "differ"))
    few = quoted(say("tracker-assessment.too-few"))
    far = f"ROUND({{spread}},9)>={DISAGREEMENT}"
    apart = answers.count(
        mine, answers.having("spread", f">={DISAGREEMENT}"), f'{answers.block.cells("reconciled")},""'
    )
    return {
        "spread": Formula(f'IF(COUNT({views})<2,"",MAX({views})-MIN({views}))'),
        "differ": Formula(f"IF(ISNUMBER({{spread}}),IF({far},{differ},{agree}),{few})"),
        "apart": Formula(apart),
    }


def _shown(cell: str) -> str:
    return f'IF({cell}="","",{cell})'


def _mark(page: Page, block: Block) -> None:
    where = f"{block.columns[VIEWS[0]]}{block.first}:{block.columns[VIEWS[-1]]}{block.last}"
    mark_words(page.sheet, where, {say("tracker-assessment.no-voice"): OCHRE})
    _heat(page.sheet, where)
    mark_words(page.sheet, block.local("differ"), {say("tracker-assessment.differ"): OCHRE})
    mark_if(page.sheet, block.local("apart"), f"N({block.columns['apart']}{block.first})>0", OCHRE)
    for row in block.rows:
        page.sheet.row_dimensions[row].height = 26


def _heat(sheet: "Worksheet", where: str) -> None:
    """Four steps of blue; the number stays in the cell, so that nothing depends on the colour."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Font, PatternFill

    first = where.partition(":")[0]
    for step, least in sorted(enumerate((0.0, *HEAT_CUTS)), reverse=True):
        rule = FormulaRule(  # type: ignore[no-untyped-call]
            [f"AND(ISNUMBER({first}),N({first})>={least})"],
            fill=PatternFill("solid", bgColor=PAPER.heat[step].removeprefix("#")),
            font=Font(bold=True, color=PAPER.heat_text[step].removeprefix("#")),
            stopIfTrue=True,
        )
        sheet.conditional_formatting.add(where, rule)


def _figures(page: Page, top: int, drawn: Drawn, no: int, report: SystemReport, ladder: Ladder) -> None:
    last = len(_columns())
    page.pen.band(page.sheet, top, range(1, last + 1), FIGURE_NAME)
    for column, name, value in _all_figures(drawn, no, report, ladder):
        page.pen.word(page.sheet, top, column, say(f"tracker-assessment.{name}"), FIGURE_NAME)
        look = FIGURE.but(form="General")
        page.formula(top + 1, column, value, look)
    page.sheet.row_dimensions[top + 1].height = 27
    mark_if(page.sheet, f"D{top + 1}", f"N(D{top + 1})>0", RED)


def _all_figures(drawn: Drawn, no: int, report: SystemReport, ladder: Ladder) -> tuple[tuple[int, str, str], ...]:
    answers, found, of = drawn.answers, report.assessment, quoted(say("tracker.of"))
    level = answers.count(answers.of(no), answers.having("counts", ">=0"))
    without = answers.count(answers.of(no), answers.having("counts", not_applicable()))
    kinds, nos = drawn.findings.cells("kind"), drawn.findings.cells("no")
    blocking = f"COUNTIFS({nos},{no},{kinds},{quoted(say('tracker-assessment.kind-blocking'))})"
    apart = answers.count(
        answers.of(no), answers.having("spread", f">={DISAGREEMENT}"), f'{answers.block.cells("reconciled")},""'
    )
    accepted = f"{found.reviewed.accepted}&{of}&{found.reviewed.given}"
    override = report.system.rung_override
    return (
        (1, "figure-rung", f"{override.rung if override else ladder.earned}&{of}&{len(found.steps)}"),
        (2, "figure-answered", f"({level}+{without})&{of}&{len(found.standings)}"),
        (4, "figure-blocking", blocking),
        (6, "figure-apart", apart),
        (8, "figure-accepted", accepted),
    )
