"""The assessment of one system at one moment: what the pages for it are made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.analysis.findings import Finding
from desktop.analysis.ladder import Rung
from desktop.analysis.memo import Assessment as Seen
from desktop.analysis.memo import Memo
from desktop.analysis.scoring import Standing
from desktop.method import Method
from desktop.method.practice import load_practice
from desktop.text import say
from desktop.workbook import Perspective, System, Workbook
from desktop.workbook.path import Path

DASHBOARD, QUESTIONS, LENSES, FINDINGS = ASSESS_PAGES = ("dashboard", "questions", "lenses", "findings")
VIEWS = tuple(Perspective)


@dataclass(frozen=True)
class Assessment:
    """The system with all that its answers and entries say; ``seen`` is shared by everything that shows this moment."""

    workbook: Workbook
    method: Method
    system: System
    today: date
    seen: Seen

    @property
    def found(self) -> Mapping[str, Standing]:
        """How every question stands."""
        return self.seen.found

    @property
    def rung(self) -> Rung:
        """Where the system stands on the ladder."""
        return self.seen.rung

    @property
    def gaps(self) -> tuple[Finding, ...]:
        """What stands below its level."""
        return self.seen.findings


def assess(workbook: Workbook, method: Method, system_id: str, today: date, memo: Memo | None = None) -> Assessment:
    """The assessment of one system; a ``memo`` thinks over only what has changed. KeyError for an unknown system."""
    system = workbook.systems[system_id]
    memo = Memo(method, load_practice()) if memo is None else memo  # one that remembers nothing yet is false
    return Assessment(workbook, method, system, today, memo.assess(workbook, system, today))


def question_place(system_id: str, question: str) -> Path:
    """The place that a link to a question leads to."""
    return ("systems", system_id, "ratings", question)


def group_place(system_id: str, lens: str, group: str) -> Path:
    """The place that a link to the questions of one group leads to; it names a selection, not a part of the document."""
    return ("systems", system_id, "lens", lens, group)


def source_words(method: Method, source_id: str) -> str:
    """Publisher, title and date of a source in one line."""
    source = method.source[source_id]
    return say("assess.source", publisher=source.publisher, title=source.title, date=source.date)


def person_words(workbook: Workbook, who: str | None) -> str:
    """The name behind a person's id; a name that was written as text stands for itself."""
    person = workbook.people.get(who or "")
    return person.name if person else who or ""


def view_words(perspective: str) -> str:
    """The name of one of the four perspectives."""
    return say(f"assess.view.{perspective}")
