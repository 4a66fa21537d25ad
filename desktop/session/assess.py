"""The assessment of one system at one moment: what the pages for it are made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.analysis.findings import Finding, findings
from desktop.analysis.ladder import Rung, rung_of
from desktop.analysis.scoring import Standing, standings
from desktop.method import Method
from desktop.text import say
from desktop.workbook import Perspective, System, Workbook
from desktop.workbook.path import Path

DASHBOARD, QUESTIONS, LENSES, FINDINGS = ASSESS_PAGES = ("dashboard", "questions", "lenses", "findings")
VIEWS = tuple(Perspective)


@dataclass(frozen=True)
class Assessment:
    """The system with how every question stands, its rung and its findings."""

    workbook: Workbook
    method: Method
    system: System
    today: date
    found: Mapping[str, Standing]
    rung: Rung
    gaps: tuple[Finding, ...]


def assess(workbook: Workbook, method: Method, system_id: str, today: date) -> Assessment:
    """Compute everything once; KeyError for an unknown system."""
    system = workbook.systems[system_id]
    found = standings(method, system)
    rung = rung_of(method, system, found)
    return Assessment(workbook, method, system, today, found, rung, findings(workbook, method, system, found))


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
