"""Answers: every question of every system with its four voices, what they were reconciled to, and which level counts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop.analysis.perspectives import DISAGREEMENT
from desktop.analysis.scoring import is_evidenced
from desktop.method.schema import Question
from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.look import CELL, NUMBER, OCHRE, QUIET_CELL
from desktop.reports.excel.marks import allow_list, mark_if
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.assessment_page import head, not_applicable, voice, whose
from desktop.reports.excel.words import quoted
from desktop.reports.report import SystemReport
from desktop.text import say
from desktop.workbook import Perspective
from desktop.workbook.rating import Rating, Ratings, Reconciled, Review

_STEP = 200
_LEVEL = CELL.but(align="center", wrap=False)
VIEWS = tuple(view.value for view in Perspective)


@dataclass(frozen=True)
class Answers:
    """Where the answers stand. Columns: no, counts, evidence, one for each perspective and one for each lens (``in-ID``)."""

    block: Block

    def within(self, no: int, lens: str, group: str) -> str:
        """The conditions that pick the questions of one group for one system, as ``COUNTIFS`` takes them."""
        return f"{self.of(no)},{self.block.cells(f'in-{lens}')},{quoted(f'*|{group}|*')}"

    def of(self, no: int) -> str:
        """The condition that picks one system."""
        return f"{self.block.cells('no')},{no}"

    def having(self, key: str, criterion: str) -> str:
        """One more condition."""
        return f"{self.block.cells(key)},{quoted(criterion)}"

    def count(self, *conditions: str) -> str:
        """A formula that counts questions."""
        return f"COUNTIFS({','.join(conditions)})"


def write_answers(book: Book, page: Page, tick: Callable[[], None]) -> Answers:
    """The sheet of all answers; ``tick`` is called now and then and may raise ``Cancelled``."""
    head(page, _columns(book), "answers")
    block = page.table(_columns(book), _rows(book, tick), "Answers")
    levels = quoted(f"0,1,2,3,4,{not_applicable()}")
    for key in (*VIEWS, "reconciled"):
        allow_list(page.sheet, block.local(key), levels, strict=True)
    spread, agreed = block.columns["spread"], block.columns["reconciled"]
    apart = f'AND(N(${spread}{block.first})>={DISAGREEMENT},${agreed}{block.first}="")'
    mark_if(page.sheet, block.local("spread"), apart, OCHRE)
    page.sheet.freeze_panes = f"{block.columns[VIEWS[0]]}{block.first}"
    finish(page.sheet, book.report, head=block.first - 1)
    if page.has_formulas:
        protect(page.sheet)
    return Answers(block)


def _columns(book: Book) -> tuple[Column, ...]:
    level = NUMBER.but(align="center", form="General", shrink=False)
    lenses = (Column(f"in-{lens.id}", lens.name, 14, hidden=True) for lens in book.report.method.lenses)
    return (
        *whose(book),
        Column("question", say("tracker-assessment.question"), 44, CELL),
        *(Column(view, voice(view), 11, _LEVEL.tinted()) for view in VIEWS),
        Column("reconciled", say("tracker-assessment.reconciled"), 11.5, _LEVEL.tinted()),
        Column("counts", say("tracker-assessment.counts"), 9, level.but(bold=True)),
        Column("spread", say("tracker-assessment.spread"), 8, level),
        Column("reason", say("tracker-assessment.reason"), 24, CELL.tinted()),
        Column("evidence", say("tracker-assessment.evidence"), 34, CELL.tinted()),
        Column("review", say("tracker-assessment.review"), 18, QUIET_CELL),
        Column("system_id", say("tracker.system-id"), 14, hidden=True),
        Column("question_id", say("tracker-assessment.question-id"), 18, hidden=True),
        *lenses,
    )


def _rows(book: Book, tick: Callable[[], None]) -> Iterator[Row]:
    written = 0
    for no, report in book.numbered:
        for question in book.report.method.questions:
            if written % _STEP == 0:
                tick()
            written += 1
            yield {"no": no, "system": report.system.name, "system_id": report.system.id, **_answer(report, question)}


def _answer(report: SystemReport, question: Question) -> Row:
    ratings = report.system.ratings.get(question.id, Ratings())
    given = {name: view for name in VIEWS if (view := ratings.views.get(name)) and view.answered}
    views = f"{{{VIEWS[0]}}}:{{{VIEWS[-1]}}}"
    agreed = ratings.reconciled
    return {
        "question": question.prompt,
        "question_id": question.id,
        **{name: _level(view) for name, view in given.items()},
        "reconciled": None if agreed is None else _agreed(agreed),
        "counts": Formula(_counting(views)),
        "spread": Formula(f'IF(COUNT({views})=0,"",MAX({views})-MIN({views}))'),
        "reason": "" if agreed is None else agreed.reason,
        "evidence": "\n".join(_evidence(name, view) for name, view in given.items() if is_evidenced(view)),
        "review": _reviewed(given),
        **{f"in-{lens}": f"|{'|'.join(groups)}|" for lens, groups in question.lenses.items()},
    }


def _counting(views: str) -> str:
    """The report's rule: the reconciled level, else the lowest voice; not applicable only where no voice gave a level."""
    none = quoted(not_applicable())
    agreed = f'IF(ISNUMBER({{reconciled}}),{{reconciled}},IF({{reconciled}}={none},{none},""))'
    lowest = f'IF(COUNT({views})>0,MIN({views}),IF(COUNTIF({views},{none})>0,{none},""))'
    return f'IF({{reconciled}}<>"",{agreed},{lowest})'


def _level(view: Rating) -> int | str | None:
    return not_applicable() if view.not_applicable else view.level


def _agreed(agreed: Reconciled) -> int | str | None:
    """Blank where the room agreed on no level: the lowest voice counts then."""
    return not_applicable() if agreed.not_applicable else agreed.level


def _evidence(name: str, view: Rating) -> str:
    return f"{voice(name)}: {'; '.join(entry.text for entry in view.evidence)}"


def _reviewed(given: dict[str, Rating]) -> str:
    """How many voices stand at which state, and what was challenged."""
    states = [view.review for view in given.values()]
    counts = (
        say(f"tracker-assessment.review-{state.value}", n=states.count(state)) for state in Review if state in states
    )
    challenged = (
        say("tracker-assessment.challenge", voice=voice(name), by=view.reviewed_by or "–", comment=view.comment or "–")
        for name, view in given.items()
        if view.review is Review.CHALLENGED
    )
    return "\n".join((*counts, *challenged))
