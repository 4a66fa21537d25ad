"""The newest run of each test set by kind of case, and whether its stated confidence holds."""

from collections.abc import Iterator, Sequence
from typing import Any

from desktop.analysis.paired import SIGNIFICANT
from desktop.reports.excel.columns import Column, Formula
from desktop.reports.excel.look import NUMBER, ONE_PLACE, QUIET_CELL
from desktop.reports.excel.marks import allow_numbers, mark_words
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.evaluation_formulas import P_VALUE, two_shares, wilson
from desktop.reports.excel.sheets.evaluation_sets import RATE, NumberedSet
from desktop.reports.excel.words import quoted
from desktop.text import say
from desktop.workbook.sprint import Tally

_COUNTS = ("scored", "correct", "scored_before", "correct_before")
_USABLE = "AND(ISNUMBER({scored}),ISNUMBER({correct}),N({scored})>0,N({correct})<=N({scored}))"


def write_slices(page: Page, sets: Sequence[NumberedSet]) -> None:
    """One row a kind of case, beside the run before it on the same set."""
    if not any(one.figures.slices for one in sets):
        return
    page.section(say("evidence.sheet.slices"))
    block = page.table(_slice_columns(), (row for one in sets for row in _slices(one)))
    mark_words(page.sheet, block.local("check"), {say("evidence.sheet.fell"): "A3261F"})
    for key in _COUNTS:
        allow_numbers(page.sheet, block.local(key), "0", "1000000000", whole=True)


def _slice_columns() -> tuple[Column, ...]:
    return (
        Column("no", say("tracker.no"), 6, NUMBER),
        Column("system", say("tracker.system"), 24),
        Column("name", say("tracker.kind-of-case"), 26),
        Column("p", say("evidence.sheet.p-shares"), 13, NUMBER.but(form=P_VALUE)),
        Column("scored", say("tracker.scored"), 11, NUMBER.tinted()),
        Column("correct", say("tracker.right"), 11, NUMBER.tinted()),
        Column("share", say("tracker.share"), 11, RATE.but(bold=True)),
        Column("low", say("tracker.low-end"), 11, RATE),
        Column("high", say("tracker.high-end"), 11, RATE),
        Column("set", say("evidence.sheet.set"), 24, QUIET_CELL),
        Column("scored_before", say("evidence.sheet.scored-before"), 11, NUMBER.tinted()),
        Column("correct_before", say("evidence.sheet.right-before"), 11, NUMBER.tinted()),
        Column("check", say("tracker.check"), 11),
    )


def _slices(one: NumberedSet) -> Iterator[Row]:
    """Kinds that the run before has too are compared; the level is shared among them (Bonferroni)."""
    before = _before(one)
    both = sum(tally.name.casefold() in before for tally in one.figures.slices)
    for tally in one.figures.slices:
        yield {
            **one.names,
            "name": tally.name,
            "scored": tally.scored,
            "correct": tally.correct,
            "share": Formula(f'IF({_USABLE},{{correct}}/{{scored}},"")'),
            "low": Formula(f'IF(ISNUMBER({{share}}),MAX(0,{wilson("-")}),"")'),
            "high": Formula(f'IF(ISNUMBER({{share}}),MIN(1,{wilson("+")}),"")'),
            **(_compared(before[name], both) if (name := tally.name.casefold()) in before else {}),
        }


def _before(one: NumberedSet) -> dict[str, Tally]:
    """The kinds of case of the run before, by name."""
    if len(one.found.runs) < 2:
        return {}
    run = one.report.sprint.scoring.runs[one.found.runs[-2].id]
    return {tally.name.casefold(): tally for tally in run.figures.slices if tally.scored} if run.figures else {}


def _compared(tally: Tally, both: int) -> Row:
    known = "AND(ISNUMBER({share}),N({scored_before})>0)"
    fell, steady = quoted(say("evidence.sheet.fell")), quoted(say("evidence.sheet.steady"))
    worse = f"AND({{p}}<{SIGNIFICANT / max(1, both)!r},{{share}}<{{correct_before}}/{{scored_before}})"
    return {
        "scored_before": tally.scored,
        "correct_before": tally.correct,
        "p": Formula(f'IF({known},{two_shares()},"")'),
        "check": Formula(f'IF(ISNUMBER({{p}}),IF({worse},{fell},{steady}),"")'),
    }


def write_calibration(page: Page, sets: Sequence[NumberedSet]) -> dict[int, str]:
    """The tenths of confidence of each newest run; gives the formula of each set's calibration error by its number."""
    rows: list[dict[str, Any]] = []
    spans: dict[int, tuple[int, int]] = {}
    for one in sets:
        bins = [(at, entry) for at, entry in enumerate(one.figures.confidence) if entry.scored]
        if bins:
            spans[one.number] = (len(rows), len(rows) + len(bins) - 1)
        rows += [_bin(one, at, entry.scored, entry.correct, entry.confidence / 100) for at, entry in bins]
    if not rows:
        return {}
    page.section(say("evidence.sheet.calibration"))
    block = page.table(_bin_columns(), rows)
    for key in ("scored", "correct"):
        allow_numbers(page.sheet, block.local(key), "0", "1000000000", whole=True)
    allow_numbers(page.sheet, block.local("confidence"), "0", "1")
    errors = {}
    for number, (first, last) in spans.items():
        scored, off = (block.part(key, block.first + first, block.first + last) for key in ("scored", "off"))
        errors[number] = f'IF(SUM({scored})=0,"",SUMPRODUCT({scored},ABS({off}))/SUM({scored})/100)'
    return errors


def _bin_columns() -> tuple[Column, ...]:
    return (
        Column("no", say("tracker.no"), 6, NUMBER),
        Column("system", say("tracker.system"), 24),
        Column("tenth", say("evidence.sheet.tenth"), 26),
        Column("confidence", say("evidence.sheet.confidence"), 13, RATE.tinted()),
        Column("scored", say("tracker.scored"), 11, NUMBER.tinted()),
        Column("correct", say("tracker.right"), 11, NUMBER.tinted()),
        Column("share", say("tracker.share"), 11, RATE.but(bold=True)),
        Column("off", say("evidence.sheet.off"), 11, NUMBER.but(form=f"+{ONE_PLACE};0.0")),
        Column("blank", "", 11),
        Column("set", say("evidence.sheet.set"), 24, QUIET_CELL),
    )


def _bin(one: NumberedSet, at: int, scored: int, correct: int, confidence: object) -> dict[str, Any]:
    return {
        **one.names,
        "tenth": say("evidence.sheet.from-to", low=at * 10, high=at * 10 + 10),
        "confidence": confidence,
        "scored": scored,
        "correct": correct,
        "share": Formula(f'IF({_USABLE},{{correct}}/{{scored}},"")'),
        "off": Formula("IF(ISNUMBER({share}),({confidence}-{share})*100,0)"),
    }
