"""Every test set beside the others: its newest run, whether it is large enough, and what its labels are worth."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.analysis.test_sets import FEWEST_DOUBLES, SUBSTANTIAL, SetEvidence, about_set
from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.look import CELL, DATE, NUMBER, QUIET_CELL, SHARE
from desktop.reports.excel.marks import allow_numbers, mark_words
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.evaluation_formulas import judgement, newest
from desktop.reports.excel.words import quoted
from desktop.reports.report import SystemReport
from desktop.text import say
from desktop.workbook.sprint import Figures, Run

RATE = NUMBER.but(form=SHARE)
_KAPPA = "0.00;−0.00"


@dataclass(frozen=True)
class NumberedSet:
    """A test set with its number among all, its system, and how many rows of runs stand before its own."""

    number: int
    no: int
    report: SystemReport
    found: SetEvidence
    before: int

    @property
    def newest(self) -> Run:
        """The newest run as it is stored."""
        return self.report.sprint.scoring.runs[self.found.latest.id]

    @property
    def figures(self) -> Figures:
        """What the newest run's file showed; empty for one that was typed in."""
        return self.newest.figures or Figures()

    @property
    def names(self) -> Row:
        """What each row about this set begins with."""
        return {"no": self.no, "system": self.report.system.name, "set": self.found.name or say("evidence.sheet.own")}


def all_sets(book: Book) -> tuple[NumberedSet, ...]:
    """The sets of all systems in the order of the table of runs, numbered from 1."""
    found: list[NumberedSet] = []
    before = 0
    for no, report in book.numbered:
        start = before
        for one in report.sets:
            found.append(NumberedSet(len(found) + 1, no, report, one, start))
            start += len(one.runs)
        before += len(report.sprint.scoring.runs)
    return tuple(found)


def write_sets(page: Page, sets: Sequence[NumberedSet], runs: Block, standing: Block) -> None:
    """One row a set, judged on the lower end of its newest run's interval."""
    page.section(say("evidence.sheet.sets"))
    block = page.table(_set_columns(), (_set(one, runs, standing) for one in sets))
    colours = {say("tracker.cleared"): "2F6B3E", say("tracker.below"): "A3261F", say("tracker.not-shown"): "8A4B08"}
    mark_words(page.sheet, block.local("standing"), colours)
    mark_words(page.sheet, block.local("enough"), {say("evidence.sheet.few"): "A3261F"})


def _set_columns() -> tuple[Column, ...]:
    return (
        Column("no", say("tracker.no"), 6, NUMBER),
        Column("system", say("tracker.system"), 24),
        Column("set", say("evidence.sheet.set"), 26),
        Column("on", say("evidence.sheet.newest"), 13, DATE),
        Column("n", say("evidence.sheet.examples"), 11, NUMBER),
        Column("enough", say("evidence.sheet.enough"), 11, CELL),
        Column("share", say("tracker.share"), 11, RATE.but(bold=True)),
        Column("low", say("tracker.low-end"), 11, RATE),
        Column("high", say("tracker.high-end"), 11, RATE),
        Column("standing", say("tracker.standing"), 24, CELL.but(bold=True)),
    )


def _set(one: NumberedSet, runs: Block, standing: Block) -> Row:
    yes, few = quoted(say("evidence.sheet.yes")), quoted(say("evidence.sheet.few"))
    threshold = standing.cell("threshold", standing.first + one.no - 1)
    return {
        **one.names,
        "on": newest(runs, one.number, "on"),
        "n": newest(runs, one.number, "scored"),
        "enough": Formula(f'IF(ISNUMBER({{n}}),IF({{n}}>=MinimumExamples,{yes},{few}),"")'),
        **{key: newest(runs, one.number, key) for key in ("share", "low", "high")},
        "standing": Formula(judgement(threshold)),
    }


def write_labels(page: Page, sets: Sequence[NumberedSet], errors: Mapping[int, str]) -> None:
    """Classes, agreement and repeats of each newest run's file; ``errors`` are the formulas of the calibration errors."""
    page.section(say("evidence.sheet.labels"))
    block = page.table(_label_columns(), _labels(sets, errors))
    mark_words(page.sheet, block.local("check"), {say("evidence.sheet.apart"): "A3261F"})
    allow_numbers(page.sheet, block.local("doubles"), "0", "1000000000", whole=True)
    allow_numbers(page.sheet, block.local("kappa"), "-1", "1")


def _label_columns() -> tuple[Column, ...]:
    return (
        Column("no", say("tracker.no"), 6, NUMBER),
        Column("system", say("tracker.system"), 24),
        Column("set", say("evidence.sheet.set"), 26),
        Column("classes", say("evidence.sheet.classes"), 13, NUMBER),
        Column("largest", say("evidence.sheet.largest"), 11, RATE),
        Column("doubles", say("evidence.sheet.doubles"), 11, NUMBER.tinted()),
        Column("agreement", say("evidence.sheet.agreement"), 11, RATE),
        Column("kappa", say("evidence.sheet.kappa"), 11, NUMBER.but(form=_KAPPA).tinted()),
        Column("ece", say("evidence.sheet.ece"), 11, RATE.but(bold=True)),
        Column("check", say("evidence.sheet.agreed"), 24),
        Column("repeats", say("evidence.sheet.repeats"), 11, NUMBER),
        Column("unscored", say("evidence.sheet.unscored"), 11, NUMBER),
        Column("sampling", say("tracker.sampling"), 11, QUIET_CELL.but(wrap=False)),
    )


def _labels(sets: Sequence[NumberedSet], errors: Mapping[int, str]) -> Iterator[Row]:
    for one in sets:
        figures, labelling = one.figures, one.figures.labelling
        about = about_set(one.report.sprint, one.found.name)
        typed = one.newest.figures is None
        yield {
            **one.names,
            "classes": labelling.classes,
            "largest": None if labelling.largest_class is None else labelling.largest_class / 100,
            "doubles": labelling.doubles or None,
            "agreement": None if labelling.agreement is None else labelling.agreement / 100,
            "kappa": labelling.kappa,
            "ece": Formula(errors[one.number]) if one.number in errors else None,
            "check": Formula(_agreed()),
            "repeats": None if typed else figures.duplicates,
            "unscored": None if typed else figures.unscored,
            "sampling": about.sampling and say(f"evidence.sheet.{about.sampling.value}"),
        }


def _agreed() -> str:
    yes, few, apart = (quoted(say(f"evidence.sheet.{key}")) for key in ("together", "few-doubles", "apart"))
    known = f"AND(ISNUMBER({{kappa}}),N({{doubles}})>={FEWEST_DOUBLES})"
    return f'IF(ISNUMBER({{doubles}}),IF({known},IF({{kappa}}>={SUBSTANTIAL},{yes},{apart}),{few}),"")'
