"""What *Find anything* finds: places and records of the open workbook, ranked by how well they fit the words typed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from desktop.analysis.memo import Memo
from desktop.analysis.scoring import standing
from desktop.method import Method
from desktop.session.assess import QUESTIONS, question_place
from desktop.session.assess_questions import item
from desktop.session.finding_records import records
from desktop.session.rail import rail
from desktop.text import say
from desktop.workbook import System, Workbook
from desktop.workbook.path import Path


@dataclass(frozen=True)
class Find:
    """One thing that can be found. ``kind`` sorts it and picks its icon; ``at`` is the entry to show on the page."""

    kind: str
    title: str
    detail: str
    page: str = ""
    system: str | None = None
    at: Path = ()
    keys: str = ""
    action: str = ""


def findable(
    workbook: Workbook, method: Method, system_id: str | None, today: date, memo: Memo | None = None
) -> tuple[Find, ...]:
    """Pages, systems, people, and of the chosen system its records and the questions of its assessment."""
    system = workbook.systems.get(system_id or "")
    return (
        *_pages(workbook, method, system, today, memo),
        *(_records(workbook, method, system, today) if system else ()),
        *systems(workbook),
        *(
            Find("person", person.name, person.role, "people", None, ("people", key))
            for key, person in workbook.people.items()
        ),
        *(_questions(method, system) if system else ()),
    )


def systems(workbook: Workbook) -> Iterator[Find]:
    """Every system by name."""
    for system in workbook.systems.values():
        yield Find("system", system.name, system.unit, "sprint-1" if system.sprint else "profile", system.id)


def _pages(workbook: Workbook, method: Method, system: System | None, today: date, memo: Memo | None) -> Iterator[Find]:
    for section in rail(workbook, method, system.id if system else None, today, memo):
        for entry in section.entries:
            page = method.page.get(entry.page)
            owner = system.id if system and (page is None or page.scope == "system") else None
            yield Find("page", entry.label, page.title if page else section.title, entry.page, owner)


def _questions(method: Method, system: System) -> Iterator[Find]:
    """Every question, found by its words or by its id, with the level that counts."""
    for question in method.questions:
        entry = standing(question, system)
        detail = say("shell.find.question", words=item(entry, question.prompt, blocking=False).words, id=question.id)
        yield Find("question", question.prompt, detail, QUESTIONS, system.id, question_place(system.id, question.id))


def _records(workbook: Workbook, method: Method, system: System, today: date) -> Iterator[Find]:
    for record in records(workbook, method, system, today):
        yield Find("record", record.title, record.detail, record.page, system.id, record.at)


def matching(found: Iterable[Find], text: str, limit: int = 60) -> tuple[Find, ...]:
    """The best fits for the words of ``text``, best first; all of them, up to ``limit``, where nothing is typed."""
    words = text.casefold().split()
    ranked = [(rank, at, entry) for at, entry in enumerate(found) if (rank := _rank(entry, words)) is not None]
    ranked.sort(key=lambda item: item[:2])
    return tuple(entry for *_, entry in ranked[:limit])


def _rank(entry: Find, words: list[str]) -> int | None:
    title = entry.title.casefold()
    if not words:
        return 0
    if not all(word in title or word in entry.detail.casefold() for word in words):
        return None
    if title.startswith(words[0]):
        return 0
    return 1 if any(part.startswith(words[0]) for part in title.split()) else 2 if words[0] in title else 3
