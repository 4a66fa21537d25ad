"""Evaluation: the test sets, every run with its Wilson interval as formulas, and the mix against real work."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.labels import choice
from desktop.reports.excel.look import CELL, DATE, NUMBER, ONE_PLACE, QUIET_CELL, SHARE
from desktop.reports.excel.marks import allow_days, allow_numbers, mark_words
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.evaluation_chart import add_interval_charts
from desktop.reports.excel.words import quoted
from desktop.reports.report import SystemReport
from desktop.text import say
from desktop.workbook.sprint import Run

_ONE_PAGE = 48  # rows that are still legible on one page
_RATE = NUMBER.but(form=SHARE)


@dataclass(frozen=True)
class Runs:
    """Where each system stands (columns: share, low, high, threshold, standing, needed) and its runs."""

    standing: Block
    runs: Block

    def of(self, key: str, no: int) -> str:
        """The cell of one system's standing."""
        return self.standing.cell(key, self.standing.first + no - 1)


def write_evaluation(book: Book) -> Runs:
    """The sheet with standings, runs, charts and mix."""
    page = book.page("evaluation")
    page.set_widths(_run_columns(book))
    page.title(say("tracker.sheet-evaluation"), say("tracker.evaluation-lead"))
    start = page.row
    page.row = start + 1 + 1 + max(len(book.report.systems), 1) + 1
    page.section(say("tracker.evaluation-runs"))
    runs = page.table(_run_columns(book), _runs(book), "Runs")
    after = page.row
    page.row = start
    page.section(say("tracker.evaluation-standing"))
    standing = page.table(_standing_columns(), (_standing(no, report, runs) for no, report in book.numbered))
    page.row = after
    _mix_part(page, book)
    add_interval_charts(page, book, runs)
    _guard(page, standing, runs)
    finish(page.sheet, book.report, one_page=page.row <= _ONE_PAGE)
    protect(page.sheet)
    return Runs(standing, runs)


def _standing_columns() -> tuple[Column, ...]:
    return (
        Column("no", say("tracker.no"), 6, NUMBER),
        Column("system", say("tracker.system"), 24),
        Column("standing", say("tracker.standing"), 24, CELL.but(bold=True)),
        Column("threshold", say("tracker.threshold"), 10, _RATE.tinted()),
        Column("examples", say("tracker.examples"), 10, NUMBER.tinted()),
        Column("share", say("tracker.right-answers"), 10, _RATE.but(bold=True)),
        Column("low", say("tracker.at-least"), 10, _RATE),
        Column("high", say("tracker.at-most"), 10, _RATE),
        Column("needed", say("tracker.needed"), 11, NUMBER),
    )


def _standing(no: int, report: SystemReport, runs: Block) -> Row:
    threshold = report.sprint.scoring.threshold
    latest = f"SUMPRODUCT(MAX(({runs.cells('no')}={no})*{runs.cells('order')}))"

    def of_latest(key: str) -> Formula:
        return Formula(f'IF({latest}=0,"",INDEX({runs.cells(key)},MATCH({latest},{runs.cells("order")},0)))')

    return {
        "no": no,
        "system": report.system.name,
        "standing": Formula(_judgement()),
        "threshold": None if threshold is None else threshold / 100,
        "examples": report.sprint.test_set.examples,
        "share": of_latest("share"),
        "low": of_latest("low"),
        "high": of_latest("high"),
        "needed": Formula(_needed()),
    }


def _judgement() -> str:
    """Cleared when the interval's lower end lies above the threshold; judged on what is shown, not on the point."""
    cleared, below, unclear = (quoted(say(f"tracker.{key}")) for key in ("cleared", "below", "not-shown"))
    judged = f"IF({{low}}>{{threshold}},{cleared},IF({{high}}<{{threshold}},{below},{unclear}))"
    known = f"IF(ISNUMBER({{threshold}}),{judged},{quoted(say('tracker.no-threshold'))})"
    return f"IF(ISNUMBER({{share}}),{known},{quoted(say('tracker.no-run'))})"


def _needed() -> str:
    """How many examples at this share put the lower end above the threshold: n > z²·t·(1−t) / (share−t)²."""
    count = "INT(WilsonZ^2*{threshold}*(1-{threshold})/({share}-{threshold})^2)+1"
    possible = f"IF(N({{share}})>{{threshold}},{count},{quoted(say('tracker.na'))})"
    return f'IF(AND(ISNUMBER({{share}}),ISNUMBER({{threshold}})),{possible},"")'


def _run_columns(book: Book) -> tuple[Column, ...]:
    return (
        Column("no", say("tracker.no"), 6, NUMBER, hidden=True),
        Column("system", say("tracker.system"), 24, CELL, hidden=book.single),
        Column("version", say("tracker.version"), 26, QUIET_CELL),
        Column("on", say("tracker.date"), 13, DATE.tinted()),
        Column("scored", say("tracker.scored"), 11, NUMBER.tinted()),
        Column("correct", say("tracker.right"), 11, NUMBER.tinted()),
        Column("share", say("tracker.share"), 11, _RATE.but(bold=True)),
        Column("low", say("tracker.low-end"), 11, _RATE),
        Column("high", say("tracker.high-end"), 11, _RATE),
        Column("system_id", say("tracker.system-id"), 14, hidden=True),
        Column("run_id", say("tracker.record-id"), 14, hidden=True),
        Column("order", say("tracker.order"), 12, NUMBER, hidden=True),
        Column("down", say("tracker.down"), 12, NUMBER, hidden=True),
        Column("up", say("tracker.up"), 12, NUMBER, hidden=True),
        Column("limit", say("tracker.threshold"), 12, NUMBER, hidden=True),
    )


def _runs(book: Book) -> Iterator[Row]:
    first_standing = 6
    for no, report in book.numbered:
        limit = f"$D${first_standing + no - 1}"
        for key, run in _in_order(report):
            yield {"no": no, "system": report.system.name, "system_id": report.system.id, **_run(key, run, limit)}


def _in_order(report: SystemReport) -> Iterator[tuple[str, Run]]:
    """The runs that count as the report has them, oldest first; then those that lack a number."""
    runs, usable = report.sprint.scoring.runs, [run.id for run in report.evaluation.runs]
    yield from ((key, runs[key]) for key in usable)
    yield from ((key, run) for key, run in runs.items() if key not in usable)


def _run(key: str, run: Run, limit: str) -> Row:
    usable = "AND(ISNUMBER({scored}),ISNUMBER({correct}),N({scored})>0,N({correct})<=N({scored}))"
    return {
        "version": run.version,
        "on": run.on,
        "scored": run.scored,
        "correct": run.correct,
        "share": Formula(f'IF({usable},{{correct}}/{{scored}},"")'),
        "low": Formula(f'IF(ISNUMBER({{share}}),MAX(0,{_wilson("-")}),"")'),
        "high": Formula(f'IF(ISNUMBER({{share}}),MIN(1,{_wilson("+")}),"")'),
        "run_id": key,
        "order": Formula("IF(ISNUMBER({share}),1+N({on})+ROW()/1000000,0)"),
        "down": Formula('IF(ISNUMBER({share}),{share}-{low},"")'),
        "up": Formula('IF(ISNUMBER({share}),{high}-{share},"")'),
        "limit": Formula(f'IF(ISNUMBER({limit}),{limit},"")'),
    }


def _wilson(sign: str) -> str:
    """The Wilson score interval at 95 % (Wilson 1927), as ``analysis.statistics`` computes it."""
    centre = "{share}+WilsonZ^2/(2*{scored})"
    half = "WilsonZ*SQRT({share}*(1-{share})/{scored}+WilsonZ^2/(4*{scored}^2))"
    return f"({centre}{sign}{half})/(1+WilsonZ^2/{{scored}})"


def _mix_part(page: Page, book: Book) -> None:
    page.section(say("tracker.evaluation-mix"))
    block = page.table(_mix_columns(), _mix(book, page.row + 1))
    mark_words(page.sheet, block.local("within"), {say("tracker.mix-off"): "8A4B08"})
    page.section(say("tracker.evaluation-origin"))
    page.table(_origin_columns(), (_origin(book, no, report) for no, report in book.numbered))


def _mix_columns() -> tuple[Column, ...]:
    return (
        Column("no", say("tracker.no"), 6, NUMBER),
        Column("system", say("tracker.system"), 24),
        Column("name", say("tracker.kind-of-case"), 24),
        Column("real", say("tracker.real-work"), 10, _RATE.tinted()),
        Column("examples", say("tracker.examples"), 10, NUMBER.tinted()),
        Column("test", say("tracker.test-set"), 10, _RATE),
        Column("off", say("tracker.points-off"), 10, NUMBER.but(form=f"+{ONE_PLACE};0.0")),
        Column("within", say("tracker.check"), 10),
    )


def _mix(book: Book, first: int) -> Iterator[Row]:
    """Only kinds of case with both numbers count, as in the report; the others stay blank."""
    counts = [len(report.sprint.test_set.slices) for _, report in book.numbered]
    for (no, report), before in zip(book.numbered, (sum(counts[:n]) for n in range(len(counts))), strict=True):
        top, bottom = first + before, first + before + counts[no - 1] - 1
        total = f"SUMPRODUCT(ISNUMBER($D${top}:$D${bottom})*ISNUMBER($E${top}:$E${bottom}),$E${top}:$E${bottom})"
        for entry in report.sprint.test_set.slices.values():
            both = "AND(ISNUMBER({real}),ISNUMBER({examples}))"
            yield {
                "no": no,
                "system": report.system.name,
                "name": entry.name,
                "real": None if entry.real_share is None else entry.real_share / 100,
                "examples": entry.examples,
                "test": Formula(f'IF({both},IF({total}=0,0,{{examples}}/{total}),"")'),
                "off": Formula('IF(ISNUMBER({test}),({test}-{real})*100,"")'),
                "within": Formula(_within()),
            }


def _within() -> str:
    yes, off = quoted(say("tracker.mix-within")), quoted(say("tracker.mix-off"))
    return f'IF(ISNUMBER({{off}}),IF(ROUND(ABS({{off}}),9)<=MixTolerance,{yes},{off}),"")'


def _origin_columns() -> tuple[Column, ...]:
    return (
        Column("no", say("tracker.no"), 6, NUMBER),
        Column("system", say("tracker.system"), 24),
        Column("sampling", say("tracker.sampling"), 26),
        Column("provenance", say("tracker.provenance"), 13, CELL.but(wrap=False)),
    )


def _origin(book: Book, no: int, report: SystemReport) -> Row:
    test_set = report.sprint.test_set
    return {
        "no": no,
        "system": report.system.name,
        "sampling": choice(book.report.method, "sprint.test_set.sampling", test_set.sampling),
        "provenance": test_set.provenance,
    }


def _guard(page: Page, standing: Block, runs: Block) -> None:
    good, bad = say("tracker.cleared"), (say("tracker.below"), say("tracker.not-shown"))
    mark_words(page.sheet, standing.local("standing"), {good: "2F6B3E", bad[0]: "A3261F", bad[1]: "8A4B08"})
    allow_numbers(page.sheet, standing.local("threshold"), "0", "1")
    allow_days(page.sheet, runs.local("on"))
    allow_numbers(page.sheet, runs.local("scored"), "0", "1000000000", whole=True)
    allow_numbers(page.sheet, runs.local("correct"), "0", "1000000000", whole=True)
