"""Everything that is said about one system, and a memory of it: an edit changes one system, so only one is thought over.

Systems are frozen, so the same object has the same answers. What a system rests on besides (people, engagement, day) is
remembered with it and compared.
"""

import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.analysis.findings import Finding, findings
from desktop.analysis.ladder import Rung, rung_of
from desktop.analysis.perspectives import Spread, disagreements, silent
from desktop.analysis.readiness import Readiness, agent_checks, five_questions
from desktop.analysis.scoring import Score, Standing, group_score, lens_scores, standing, standings
from desktop.analysis.warnings import Warned, warnings
from desktop.method import Method
from desktop.method.practice import Practice
from desktop.workbook import Engagement, Person, System, Workbook
from desktop.workbook.rating import Ratings


@dataclass(frozen=True)
class Assessment:
    """What the answers and entries of one system say. ``lenses`` holds scores by lens and group id."""

    found: dict[str, Standing]
    lenses: dict[str, dict[str, Score]]
    rung: Rung
    findings: tuple[Finding, ...]
    warnings: tuple[Warned, ...]
    silent: tuple[str, ...]
    disagreements: tuple[Spread, ...]
    five_questions: Readiness
    agent_checks: Readiness


@dataclass(frozen=True)
class _Kept:
    """An assessment with what it was made of."""

    system: "weakref.ref[System]"
    people: Mapping[str, Person]
    engagement: Engagement
    today: date
    assessment: Assessment

    def holds(self, system: System, workbook: Workbook, today: date) -> bool:
        """It is of this very system, and the people and the engagement are those it was made with."""
        same_frame = self.people is workbook.people and self.engagement is workbook.engagement
        return self.system() is system and same_frame and self.today == today


@dataclass(frozen=True)
class _Read:
    """The answers of one system, read and scored: ``lenses`` holds scores by lens and group id."""

    system: str
    ratings: Mapping[str, Ratings]
    found: dict[str, Standing]
    lenses: dict[str, dict[str, Score]]


def _read(method: Method, system: System) -> _Read:
    found = standings(method, system)
    lenses = {lens.id: lens_scores(method, lens, found) for lens in method.lenses}
    return _Read(system.id, system.ratings, found, lenses)


def _read_on(method: Method, system: System, last: _Read) -> _Read:
    """The same as ``_read``, from what was read before: questions and groups without another answer are taken over."""
    before, now = last.ratings, system.ratings
    if before is now:
        return last
    changed = {name for name in before.keys() | now.keys() if before.get(name) is not now.get(name)}
    found = {
        question.id: standing(question, system) if question.id in changed else last.found[question.id]
        for question in method.questions
    }
    touched = {
        (lens, group)
        for question in changed & found.keys()
        for lens, groups in method.question[question].lenses.items()
        for group in groups
    }
    lenses = {
        lens.id: {
            group.id: group_score(method, lens.id, group.id, found)
            if (lens.id, group.id) in touched
            else last.lenses[lens.id][group.id]
            for group in lens.groups
        }
        for lens in method.lenses
    }
    return _Read(system.id, now, found, lenses)


class Memo:
    """Assessments by the identity of their system. An entry goes when its system does."""

    def __init__(self, method: Method, practice: Practice) -> None:
        self._method = method
        self._practice = practice
        self._kept: dict[int, _Kept] = {}
        self._read = _Read("", {}, {}, {})

    def __len__(self) -> int:
        """How many assessments are remembered."""
        return len(self._kept)

    def assess(self, workbook: Workbook, system: System, today: date) -> Assessment:
        """The assessment of ``system``, thought over only where something that it rests on has changed."""
        key = id(system)
        kept = self._kept.get(key)
        if kept is None or not kept.holds(system, workbook, today):
            read = self._answers(system)
            assessment = assess(workbook, self._method, self._practice, system, today, read)
            kept = _Kept(self._watch(system), workbook.people, workbook.engagement, today, assessment)
            self._kept[key] = kept
        return kept.assessment

    def _answers(self, system: System) -> "_Read":
        """The answers read and scored; in the system that is being edited only what has another answer is done anew."""
        last = self._read
        self._read = _read(self._method, system) if last.system != system.id else _read_on(self._method, system, last)
        return self._read

    def _watch(self, system: System) -> "weakref.ref[System]":
        """A hold on ``system`` that does not keep it alive; when it goes, so does its entry, unless a new one took it."""

        def forget(gone: "weakref.ref[System]", key: int = id(system)) -> None:
            if (kept := self._kept.get(key)) is not None and kept.system is gone:
                del self._kept[key]

        return weakref.ref(system, forget)


def assess(
    workbook: Workbook,
    method: Method,
    practice: Practice,
    system: System,
    today: date,
    read: _Read | None = None,
) -> Assessment:
    """Think one system over from its answers and entries. ``read`` spares reading the answers where that was done."""
    read = read or _read(method, system)
    found = read.found
    return Assessment(
        found=found,
        lenses=read.lenses,
        rung=rung_of(method, system, found),
        findings=findings(workbook, method, system, found),
        warnings=warnings(workbook, system, today, (*practice.rules, *method.rules), found),
        silent=silent(found.values()),
        disagreements=disagreements(found),
        five_questions=five_questions(workbook, method, system, found),
        agent_checks=agent_checks(workbook, practice.agent_checks, system, found),
    )
