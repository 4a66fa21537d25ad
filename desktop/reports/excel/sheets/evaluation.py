"""Evaluation: the test sets, every run with its Wilson interval as formulas, and the mix against real work."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.analysis.judging import Judged
from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.labels import choice
from desktop.reports.excel.look import CELL, DATE, NUMBER, ONE_PLACE, QUIET_CELL, SHARE
from desktop.reports.excel.marks import allow_days, allow_numbers, mark_words
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.evaluation_chart import add_interval_charts, row_below_charts
from desktop.reports.excel.sheets.evaluation_formulas import P_VALUE, judgement, newest, wilson
from desktop.reports.excel.sheets.evaluation_sets import NumberedSet, all_sets, write_labels, write_sets
from desktop.reports.excel.sheets.evaluation_slices import write_calibration, write_slices
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
    start, sets = page.row, all_sets(book)
    page.row = start + 1 + 1 + max(len(book.report.systems), 1) + 1
    page.section(say("tracker.evaluation-runs"))
    runs = page.table(_run_columns(book), _runs(book, sets), "Runs")
    after = page.row
    page.row = start
    page.section(say("tracker.evaluation-standing"))
    rows = (_standing(no, report, sets, runs) for no, report in book.numbered)
    standing = page.table(_standing_columns(), rows)
    page.row = after
    write_sets(page, sets, runs, standing)
    _below_the_charts(page, book, sets)
    add_interval_charts(page, sets, runs)
    _guard(page, standing, runs)
    page.sheet.freeze_panes = "C3"
    finish(page.sheet, book.report, one_page=page.row <= _ONE_PAGE)
    protect(page.sheet)
    return Runs(standing, runs)


def _below_the_charts(page: Page, book: Book, sets: tuple[NumberedSet, ...]) -> None:
    """Labels close the first page of paper; their calibration errors are computed from the tenths on the second."""
    labels = page.row
    page.row = labels + 1 + 1 + max(len(sets), 1) + 1
    if any(one.figures.slices for one in sets) and page.row >= row_below_charts(page, len(sets)):
        page.break_before()
    _mix_part(page, book)
    write_slices(page, sets)
    errors = write_calibration(page, sets)
    end, page.row = page.row, labels
    write_labels(page, sets, errors)
    page.row = end


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


def _standing(no: int, report: SystemReport, sets: tuple[NumberedSet, ...], runs: Block) -> Row:
    """The newest run of the leading test set; runs on other sets are other series."""
    threshold = report.sprint.scoring.threshold
    leading = next((one.number for one in sets if one.no == no), -no)

    def of_latest(key: str) -> Formula:
        return newest(runs, leading, key)

    return {
        "no": no,
        "system": report.system.name,
        "standing": Formula(judgement()),
        "threshold": None if threshold is None else threshold / 100,
        "examples": report.sprint.test_set.examples,
        "share": of_latest("share"),
        "low": of_latest("low"),
        "high": of_latest("high"),
        "needed": Formula(_needed()),
    }


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
        Column("set", say("evidence.sheet.set"), 24, QUIET_CELL),
        Column("lost", say("evidence.sheet.lost"), 11, NUMBER.tinted()),
        Column("gained", say("evidence.sheet.gained"), 11, NUMBER.tinted()),
        Column("p", say("evidence.sheet.p"), 11, NUMBER.but(form=P_VALUE)),
        Column("system_id", say("tracker.system-id"), 14, hidden=True),
        Column("run_id", say("tracker.record-id"), 14, hidden=True),
        Column("order", say("tracker.order"), 12, NUMBER, hidden=True),
        Column("series", say("evidence.sheet.series"), 12, NUMBER, hidden=True),
        Column("down", say("tracker.down"), 12, NUMBER, hidden=True),
        Column("up", say("tracker.up"), 12, NUMBER, hidden=True),
        Column("limit", say("tracker.threshold"), 12, NUMBER, hidden=True),
    )


def _runs(book: Book, sets: tuple[NumberedSet, ...]) -> Iterator[Row]:
    """Set by set, each oldest first; then the runs that lack a number."""
    first_standing = 6
    for no, report in book.numbered:
        limit, runs = f"$D${first_standing + no - 1}", report.sprint.scoring.runs
        names = {"no": no, "system": report.system.name, "system_id": report.system.id}
        of_system = [one for one in sets if one.no == no]
        for one in of_system:
            for scored, judged in zip(one.found.runs, one.found.judged, strict=True):
                row = _run(scored.id, runs[scored.id], limit)
                yield {**names, **row, **_against(judged), "series": one.number}
        usable = {run.id for one in of_system for run in one.found.runs}
        series = {one.found.name: one.number for one in of_system}
        for key, run in runs.items():
            if key not in usable:
                yield {**names, **_run(key, run, limit), "series": series.get(run.test_set, -no)}


def _against(judged: Judged) -> Row:
    """The pairs that differ from the run before, and McNemar's exact test on them; blank where there are no pairs."""
    last = judged.against_last
    if last is None or not last.paired:
        return {}
    return {"lost": last.lost, "gained": last.gained, "p": Formula(_mcnemar())}


def _mcnemar() -> str:
    """As ``analysis.paired`` computes it: twice the tail of fair coins, one at the most."""
    tail = "2*BINOMDIST(MIN({lost},{gained}),{lost}+{gained},0.5,TRUE)"
    return f'IF(AND(ISNUMBER({{lost}}),ISNUMBER({{gained}})),IF({{lost}}={{gained}},1,MIN(1,{tail})),"")'


def _run(key: str, run: Run, limit: str) -> Row:
    usable = "AND(ISNUMBER({scored}),ISNUMBER({correct}),N({scored})>0,N({correct})<=N({scored}))"
    return {
        "version": run.version,
        "set": run.test_set,
        "on": run.on,
        "scored": run.scored,
        "correct": run.correct,
        "share": Formula(f'IF({usable},{{correct}}/{{scored}},"")'),
        "low": Formula(f'IF(ISNUMBER({{share}}),MAX(0,{wilson("-")}),"")'),
        "high": Formula(f'IF(ISNUMBER({{share}}),MIN(1,{wilson("+")}),"")'),
        "run_id": key,
        "order": Formula("IF(ISNUMBER({share}),1+N({on})+ROW()/1000000,0)"),
        "down": Formula('IF(ISNUMBER({share}),{share}-{low},"")'),
        "up": Formula('IF(ISNUMBER({share}),{high}-{share},"")'),
        "limit": Formula(f'IF(ISNUMBER({limit}),{limit},"")'),
    }


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
    for key in ("correct", "lost", "gained"):
        allow_numbers(page.sheet, runs.local(key), "0", "1000000000", whole=True)
