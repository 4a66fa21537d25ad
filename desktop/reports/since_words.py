"""What has come since a check-in, as sentences: the same on screen, in the tracker and on paper."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from desktop.method import Method
from desktop.planning.since import Moved, Since, Touched
from desktop.text import count, say
from desktop.text.formatting import day, join, number
from desktop.workbook import Person

Kind = Literal["done", "decided", "slipped", "earlier", "blocked", "freed", "begun", "metric", "plan", "findings"]
GOOD: frozenset[Kind] = frozenset(("done", "earlier", "freed"))


@dataclass(frozen=True)
class Happened:
    """One line: what kind of thing, about what, and what happened to it. ``key`` is the task's, empty for others."""

    kind: Kind
    title: str
    words: str
    key: str = ""
    who: str = ""


@dataclass(frozen=True)
class Words:
    """What the sentences need beside the differences."""

    method: Method
    people: Mapping[str, Person]

    def person(self, who: str | None) -> str:
        """A name, empty where nobody is named."""
        person = self.people.get(who or "")
        return person.name if person else ""


def happened(found: Since, words: Words) -> tuple[Happened, ...]:
    """Every line in reading order: the dates, decisions, what slipped and stands still, what was done, the rest."""
    return tuple(
        line
        for lines in (
            _dates(found), _decisions(found, words), _slips(found, words), _tasks(found, words), _standing(found, words)
        )
        for line in lines
    )  # fmt: skip


def summary(found: Since) -> str:
    """The counts as one sentence; that nothing has happened, where nothing has."""
    counted = {
        "done": len(found.done),
        "slipped": len({move.key for move in found.later} - {task.key for task in found.done}),
        "blocked": len(found.blocked),
        "decided": len(found.decided),
    }
    parts = tuple(count(f"checkin.sum.{name}", n) for name, n in counted.items() if n)
    if parts:
        said = join(parts)
        return f"{said[:1].upper()}{said[1:]}."
    return say("checkin.sum.nothing" if found.empty else "checkin.sum.small")


def _dates(found: Since) -> Iterator[Happened]:
    for name, move in (("launch", found.launch), ("decision", found.decision), ("forecast", found.forecast)):
        if move is not None:
            yield Happened("slipped" if move.days > 0 else "earlier", say(f"checkin.since.{name}"), _move(move))


def _decisions(found: Since, words: Words) -> Iterator[Happened]:
    for entry in found.decided:
        when = say("checkin.since.decided", day=day(entry.on, year=False))
        yield Happened("decided", entry.ruling.text, when, who=words.person(entry.ruling.by))


def _slips(found: Since, words: Words) -> Iterator[Happened]:
    over = {task.key for task in found.done}  # what is done tells its day no more
    for task in found.blocked:
        why = task.words or say("checkin.since.blocked-bare")
        yield _about("blocked", task, say("checkin.since.blocked", why=why), words)
    for move in found.later:
        if move.key not in over:
            yield Happened("slipped", move.title, _move(move), move.key)


def _tasks(found: Since, words: Words) -> Iterator[Happened]:
    for task in found.done:
        yield _about("done", task, say("checkin.since.done"), words)
    over = {task.key for task in found.done}
    for move in found.earlier:
        if move.key not in over:
            yield Happened("earlier", move.title, _move(move), move.key)
    for task in found.freed:
        yield _about("freed", task, say("checkin.since.freed"), words)
    for name, tasks in (("begun", found.begun), ("reopened", found.reopened)):
        for task in tasks:
            yield _about("begun", task, say(f"checkin.since.{name}", percent=task.after), words)
    for task in found.progressed:
        yield _about("begun", task, say("checkin.since.progressed", before=task.before, after=task.after), words)
    for name, tasks in (("added", found.added), ("removed", found.removed)):
        for task in tasks:
            yield _about("plan", task, say(f"checkin.since.{name}"), words)


def _standing(found: Since, words: Words) -> Iterator[Happened]:
    if found.rung is not None:
        before, after = (say("checkin.since.no-rung") if rung is None else str(rung) for rung in found.rung)
        yield Happened("plan", say("checkin.since.rung"), say("checkin.since.from-to", before=before, after=after))
    for entry in found.metrics:
        value = f"{number(entry.after)} {entry.unit}".strip()
        before = say("checkin.since.first") if entry.before is None else number(entry.before)
        said = say("checkin.since.measured", before=before, after=value)
        yield Happened("metric", entry.name, said)
    for name, questions in (("closed", found.closed), ("opened", found.opened)):
        for question in questions:
            known = words.method.question.get(question)
            yield Happened("findings", known.prompt if known else question, say(f"checkin.since.finding-{name}"))


def _about(kind: Kind, task: Touched, said: str, words: Words) -> Happened:
    return Happened(kind, task.title, said, task.key, words.person(task.owner))


def _move(move: Moved) -> str:
    moved = count("checkin.since.later" if move.days > 0 else "checkin.since.sooner", abs(move.days))
    return say("checkin.since.moved", before=day(move.before, year=False), after=day(move.after), by=moved)
