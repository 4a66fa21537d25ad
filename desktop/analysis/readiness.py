"""Ready or not, and by whose word: the five questions before scaling, and the four yes-or-no questions about an agent.

"If these questions cannot be answered by a named owner, the pilot is not ready to scale" (operations essay). One no about
an agent means that it is not ready (CreateOS). A yes asks for what a rung asks for: in place, and evidenced.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from desktop.analysis.findings import IN_PLACE
from desktop.analysis.persons import is_person, written_name
from desktop.analysis.scoring import Standing, is_evidenced
from desktop.method import Method
from desktop.method.practice import AgentCheck
from desktop.workbook import System, Workbook

FIVE = "five-questions"
Answer = Literal["yes", "no", "claimed", "open", "not-applicable"]


@dataclass(frozen=True)
class Reply:
    """How one of them is answered. ``by``: whose word it is; ``because``: the questions that keep it from a yes.

    ``owner_spoke``: the named owner is among them and said in words or evidence how it is, not only a level.
    """

    id: str
    answer: Answer
    by: tuple[str, ...]
    owner_spoke: bool
    because: tuple[str, ...]


@dataclass(frozen=True)
class Readiness:
    """``ready`` None: nothing of it applies. ``owner`` is the named owner, empty where nobody (or no person) is named."""

    ready: bool | None
    owner: str
    replies: tuple[Reply, ...]


@dataclass(frozen=True)
class _Case:
    """What a reply is read from."""

    workbook: Workbook
    system: System
    found: Mapping[str, Standing]
    owner: str


def five_questions(workbook: Workbook, method: Method, system: System, found: Mapping[str, Standing]) -> Readiness:
    """Ready only where each of the five is a yes by the word of the named owner. None of them can be waved aside."""
    case = _Case(workbook, system, found, owner_name(workbook, system))
    replies = []
    for group in method.lens[FIVE].groups:
        reply = _reply(case, group.id, method.group(FIVE, group.id))
        replies.append(_opened(reply) if reply.answer == "not-applicable" else reply)
    return Readiness(all(reply.answer == "yes" and reply.owner_spoke for reply in replies), case.owner, tuple(replies))


def agent_checks(
    workbook: Workbook, checks: Iterable[AgentCheck], system: System, found: Mapping[str, Standing]
) -> Readiness:
    """Ready only where every check that applies is a yes; a system that does not act has none that applies."""
    case = _Case(workbook, system, found, owner_name(workbook, system))
    replies = tuple(_reply(case, check.id, check.questions) for check in checks)
    counted = [reply.answer == "yes" for reply in replies if reply.answer != "not-applicable"]
    return Readiness(all(counted) if counted else None, case.owner, replies)


def owner_name(workbook: Workbook, system: System) -> str:
    """The name of the one person who owns the system in production, else an empty text."""
    named = (system.sprint.owner if system.sprint else None) or system.owner
    person = workbook.people.get(named or "")
    return person.name.strip() if person is not None and is_person(person.name) else ""


def _reply(case: _Case, name: str, questions: tuple[str, ...]) -> Reply:
    entries = [case.found[question] for question in questions if question in case.found]
    words = [word for entry in entries for word in _words(entry, case)]
    by = tuple(sorted({author for author, _ in words}, key=str.casefold))
    spoke = bool(case.owner) and any(plain and _same(author, case.owner) for author, plain in words)
    answer, because = answer_of([entry for entry in entries if not entry.not_applicable])
    return Reply(name, answer, by, spoke, because)


def answer_of(entries: list[Standing]) -> tuple[Answer, tuple[str, ...]]:
    """How the questions that apply answer: the gravest thing that keeps it from a yes, and of which questions it is true."""
    if not entries:
        return "not-applicable", ()
    low = tuple(entry.question for entry in entries if entry.level is not None and entry.level < IN_PLACE)
    unanswered = tuple(entry.question for entry in entries if entry.level is None)
    claimed = tuple(entry.question for entry in entries if not entry.evidenced)
    if low:
        return "no", low
    if unanswered:
        return "open", unanswered
    return ("claimed", claimed) if claimed else ("yes", ())


def _opened(reply: Reply) -> Reply:
    return Reply(reply.id, "open", reply.by, reply.owner_spoke, reply.because)


def _words(entry: Standing, case: _Case) -> list[tuple[str, bool]]:
    """Who said it, and whether in words that can be read."""
    said = [(view.by, bool(view.note.strip()) or is_evidenced(view)) for _, view in entry.views]
    ratings = case.system.ratings.get(entry.question)
    if entry.reconciled and ratings is not None and ratings.reconciled is not None:
        said.append((ratings.reconciled.by, bool(ratings.reconciled.reason.strip())))
    named = [(written_name(case.workbook, author), plain) for author, plain in said]
    return [(author, plain) for author, plain in named if author]


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
