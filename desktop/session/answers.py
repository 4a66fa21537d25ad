"""Answers as a table: out of a project, and back into it as one step that says what it did."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from desktop.exchange.answers_evidence import evidence_cell
from desktop.exchange.answers_table import AnswerProblem, AnswerRow, AnswersRead, Expected, answer_cells, read_answers
from desktop.exchange.table import Table
from desktop.method import Method
from desktop.session.method_packs import installed
from desktop.session.method_upgrade import answered_with, upgraded
from desktop.workbook import Perspective, Rating, System, Workbook
from desktop.workbook.rating import Ratings, Review

_REVIEWED = (Review.ACCEPTED, Review.CHALLENGED)
Changes = dict[str, dict[str, Rating | None]]


@dataclass(frozen=True)
class AnswersImported:
    """What an import did, or would do: rows that changed something, that stood already, that took an answer away."""

    workbook: Workbook
    applied: int
    unchanged: int
    removed: int
    problems: tuple[AnswerProblem, ...]

    def as_json(self) -> dict[str, Any]:
        """The document that ``answers --json`` prints."""
        return {
            "applied": self.applied,
            "unchanged": self.unchanged,
            "removed": self.removed,
            "problems": [problem.as_json() for problem in self.problems],
        }


def answers_csv(workbook: Workbook) -> bytes:
    """Every answer that says something, by system, question and perspective."""
    return answer_cells(_rows(workbook))


def import_answers(workbook: Workbook, method: Method, table: Table, today: date) -> AnswersImported:
    """Put the good rows of ``table`` into ``workbook``. Another level or other evidence takes a review back.

    Raises NotAnswersError where the table is none of answers. Where nothing changes, the very same workbook comes back.
    """
    read = read_answers(table, Expected(lambda *place: _off(workbook, method, *place), method.renamed, today))
    systems: dict[str, System] = {}
    counts = {"applied": 0, "unchanged": 0, "removed": 0}
    for name, rows in _by_system(read).items():
        system = workbook.systems[name]
        changes, done = _changes(system, rows)
        for what in done:
            counts[what] += 1
        if changes:
            systems[name] = _answered(system, changes)
    after = workbook.model_copy(update={"systems": {**workbook.systems, **systems}}) if systems else workbook
    return AnswersImported(after, counts["applied"], counts["unchanged"], counts["removed"], read.problems)


def export_answers(project: Path, output: Path, *, force: bool) -> None:
    """Write the answers of ``project`` to ``output``; raises Refused where either file refuses."""
    from desktop.files.exporting import write_new
    from desktop.files.project import open_project

    workbook = open_project(project).workbook
    present = upgraded(workbook, installed(project, workbook).method).workbook
    write_new(output, answers_csv(present), force=force)


def import_answers_into(project: Path, source: Path, *, dry_run: bool, today: date) -> AnswersImported:
    """Import ``source`` into the project file, which is written only where an answer changes and not for a dry run.

    Raises Refused, SourceRefusedError and NotAnswersError; the project is then as it was.
    """
    from desktop.exchange.source import read_source
    from desktop.files.project import open_project, save_project

    opened = open_project(project)
    method = installed(project, opened.workbook).method
    present = upgraded(opened.workbook, method).workbook
    found = import_answers(present, method, read_source(source), today)
    if not dry_run and found.workbook is not present:
        save_project(project, answered_with(present, found.workbook, method), opened)
    return found


def _rows(workbook: Workbook) -> Iterator[tuple[str, ...]]:
    for system_id, system in sorted(workbook.systems.items()):
        for question, ratings in sorted(system.ratings.items()):
            for perspective, view in sorted(ratings.views.items()):
                cells = _cells(view)
                if any(cells):
                    yield system_id, question, perspective, *cells


def _cells(view: Rating) -> tuple[str, str, str, str, str]:
    level = "na" if view.not_applicable else "" if view.level is None else str(view.level)
    day = view.on.isoformat() if view.on else ""
    return level, evidence_cell(view.evidence), view.note, view.by, day


def _off(workbook: Workbook, method: Method, system: str, question: str, perspective: str) -> str | None:
    """The column that names something unknown. What the project holds already is known, whatever the method says now."""
    if system not in workbook.systems:
        return "system"
    answered = workbook.systems[system].ratings.get(question)
    if answered is None and question not in method.question:
        return "question"
    standing: Mapping[str, Rating] = answered.views if answered else {}
    return None if perspective in set(Perspective) or perspective in standing else "perspective"


def _by_system(read: AnswersRead) -> dict[str, list[AnswerRow]]:
    found: dict[str, list[AnswerRow]] = {}
    for row in read.rows:
        found.setdefault(row.system, []).append(row)
    return found


def _changes(system: System, rows: list[AnswerRow]) -> tuple[Changes, list[str]]:
    """The views to put in place (None: to take away) by question and perspective, and what each row does."""
    changes: Changes = {}
    done = []
    for row in rows:
        before = system.ratings.get(row.question, Ratings()).views.get(row.perspective)
        after = _view(before, row)
        if after == before:
            done.append("unchanged")
            continue
        changes.setdefault(row.question, {})[row.perspective] = after
        done.append("removed" if after is None else "applied")
    return changes, done


def _view(before: Rating | None, row: AnswerRow) -> Rating | None:
    """The view after a row. A row that says nothing takes away what is there, but not what it has no column for."""
    if not row.says_nothing:
        return _merged(before, row)
    if before is None or not _says_something(before):
        return before
    kept = (row.evidence is None and before.evidence) or (row.note is None and before.note)
    return _merged(before, row) if kept else None


def _says_something(view: Rating) -> bool:
    return view.answered or bool(view.evidence) or bool(view.note)


def _merged(before: Rating | None, row: AnswerRow) -> Rating:
    standing = before or Rating()
    answer = (row.level, row.not_applicable, row.evidence if row.evidence is not None else standing.evidence)
    taken_back = answer != (standing.level, standing.not_applicable, standing.evidence) and standing.review in _REVIEWED
    return standing.model_copy(
        update={
            "level": row.level,
            "not_applicable": row.not_applicable,
            "evidence": answer[2],
            "note": standing.note if row.note is None else row.note,
            "by": standing.by if row.by is None else row.by,
            "on": row.on if row.dated else standing.on,
            "review": Review.DRAFT if taken_back else standing.review,
        }
    )


def _answered(system: System, changes: Changes) -> System:
    ratings = dict(system.ratings)
    for question, views in changes.items():
        standing = ratings.get(question, Ratings())
        present = {**standing.views, **views}
        left = {name: view for name, view in present.items() if view is not None}
        if left or standing.reconciled:
            ratings[question] = standing.model_copy(update={"views": left})
        else:
            del ratings[question]
    return system.model_copy(update={"ratings": ratings})
