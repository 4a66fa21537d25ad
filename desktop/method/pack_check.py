"""Is a pack sound beside the method that it adds to? Every reference leads somewhere, every id stands once, no circles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from desktop.method.library import BASE, Method
from desktop.method.pack_problems import PackProblem, PackVerdict, verdict
from desktop.method.pack_reading import Entry, PackRead, read_pack
from desktop.method.pack_schema import Pack
from desktop.method.practice import load_practice
from desktop.method.schema import Remedy


@dataclass(frozen=True)
class CheckedPack:
    """A pack and what is wrong with it. ``pack`` None: it cannot be used."""

    path: Path
    pack: Pack | None
    problems: tuple[PackProblem, ...]

    @property
    def verdict(self) -> PackVerdict:
        """What the pack is good for."""
        return verdict(self.problems)

    def as_json(self) -> dict[str, object]:
        """The document that ``method check --json`` prints."""
        return {
            "verdict": self.verdict.name.lower().replace("_", "-"),
            "pack": self.pack.id if self.pack else None,
            "version": self.pack.version if self.pack else None,
            "problems": [problem.as_json() for problem in self.problems],
        }


def check_pack(path: Path, method: Method) -> CheckedPack:
    """Read the pack at ``path`` and check it against ``method``; it is never run, and nothing is written."""
    read = read_pack(path)
    found = (*read.problems, *_beside(read, method))
    problems = tuple(sorted(found, key=lambda each: (each.file, each.line, each.code, str(each.values))))
    usable = verdict(problems) is not PackVerdict.BROKEN
    return CheckedPack(path, read.pack() if usable else None, problems)


def version_order(version: str) -> tuple[tuple[int, str], ...]:
    """For comparing versions: numbers by value, words after them by letters; 2026.11 is later than 2026.2."""
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in version.split("."))


def _beside(read: PackRead, method: Method) -> Iterator[PackProblem]:
    yield from _head(read, method)
    yield from _doubles(read, method)
    yield from _references(read, method)
    yield from _tasks(read, method)
    yield from _renamings(read, method)
    yield from _harmless(read)


def _head(read: PackRead, method: Method) -> Iterator[PackProblem]:
    if read.head is None:
        return
    head = read.head.item
    if head.id in method.packs:
        yield read.head.problem("pack-id-taken", "id", id=head.id)
    for pack, version in head.requires.items():
        if pack not in method.packs:
            yield read.head.problem("requires-missing", "requires", pack, id=pack)
        elif version_order(method.packs[pack]) < version_order(version):
            here = method.packs[pack]
            yield read.head.problem("requires-newer", "requires", pack, id=pack, version=version, here=here)
    if BASE not in head.requires:
        yield read.head.problem("requires-nothing", harmless=True)


def _doubles(read: PackRead, method: Method) -> Iterator[PackProblem]:
    taken = {
        "sources": set(method.source),
        "benchmarks": set(method.benchmark),
        "lenses": set(method.lens),
        "questions": set(method.question),
        "rules": _warnings(method),
    }
    for part, base in taken.items():
        yield from _taken(((entry.item.id, entry, ()) for entry in read.of(part)), base)
    yield from _taken(((task.id, entry, place) for task, entry, place in _all_tasks(read)), set(method.remedy))
    for entry in read.of("lenses"):
        ids = ((group.id, entry, ("groups", at)) for at, group in enumerate(entry.item.groups))
        yield from _taken(ids, set())


def _warnings(method: Method) -> set[str]:
    """The ids of rules and of warnings, those that other packs have brought included."""
    rules = (*load_practice().rules, *method.rules)
    named = {name for rule in rules for name in (rule.id, rule.warning, rule.answer.warning if rule.answer else None)}
    return {name for name in named if name is not None}


def _taken(ids: Iterable[tuple[str, Entry, tuple[str | int, ...]]], base: set[str]) -> Iterator[PackProblem]:
    seen: dict[str, int] = {}
    for name, entry, place in ids:
        line = entry.tree.line((*entry.place, *place, "id"))
        if name in base:
            yield entry.problem("id-of-the-base", *place, "id", id=name)
        elif name in seen:
            yield entry.problem("id-twice", *place, "id", id=name, first=seen[name])
        seen.setdefault(name, line)


def _all_tasks(read: PackRead) -> Iterator[tuple[Remedy, Entry, tuple[str | int, ...]]]:
    for entry in read.of("questions"):
        for at, task in enumerate(entry.item.tasks):
            yield task, entry, ("tasks", at)
    for entry in read.of("tasks"):
        yield entry.item, entry, ()


def _references(read: PackRead, method: Method) -> Iterator[PackProblem]:
    sources = {*read.misshapen, *method.source, *(entry.item.id for entry in read.of("sources"))}
    questions = {*read.misshapen, *method.question, *(entry.item.id for entry in read.of("questions"))}
    for part in ("benchmarks", "lenses", "questions", "rules"):
        for entry in read.of(part):
            if entry.item.source not in sources:
                yield entry.problem("source-unknown", "source", id=entry.item.source)
    groups = _groups(read, method)
    for entry in read.of("questions"):
        yield from _places(entry, groups, read.misshapen)
    yield from _named_questions(read, questions)


def _named_questions(read: PackRead, questions: set[str]) -> Iterator[PackProblem]:
    for entry in read.of("lenses"):
        for at, group in enumerate(entry.item.groups):
            for number, name in enumerate(group.questions):
                if name not in questions:
                    yield entry.problem("question-unknown", "groups", at, "questions", number, id=name)
    for entry in (*read.of("tasks"), *read.of("rules")):
        if entry.item.question not in questions:
            yield entry.problem("question-unknown", "question", id=entry.item.question)


def _groups(read: PackRead, method: Method) -> Mapping[str, set[str]]:
    lenses = (*method.lenses, *(entry.item for entry in read.of("lenses")))
    return {lens.id: {group.id for group in lens.groups} for lens in lenses}


def _places(entry: Entry, groups: Mapping[str, set[str]], misshapen: frozenset[str]) -> Iterator[PackProblem]:
    for lens, named in entry.item.lenses.items():
        if lens not in groups:
            if lens not in misshapen:
                yield entry.problem("lens-unknown", "lenses", lens, id=lens)
            continue
        for at, group in enumerate(named):
            if group not in groups[lens]:
                yield entry.problem("group-unknown", "lenses", lens, at, id=group, lens=lens)
            elif group in named[:at]:
                yield entry.problem("group-twice", "lenses", lens, at, id=group)


def _tasks(read: PackRead, method: Method) -> Iterator[PackProblem]:
    own = {task.id: (task, entry, place) for task, entry, place in _all_tasks(read)}
    for task, entry, place in _all_tasks(read):
        effort = task.effort
        if effort.low is None or effort.likely is None or effort.high is None:
            yield entry.problem("effort-missing", *place, "effort")
        elif not effort.complete or effort.low < 0:
            yield entry.problem("effort-order", *place, "effort")
        for at, name in enumerate(task.after):
            if name not in own and name not in method.remedy and name not in read.misshapen:
                yield entry.problem("task-unknown", *place, "after", at, id=name)
    try:
        TopologicalSorter({name: set(task.after) & own.keys() for name, (task, _, _) in own.items()}).prepare()
    except CycleError as circle:
        names: list[str] = circle.args[1]
        _, entry, place = own[names[0]]
        yield entry.problem("task-circle", *place, "after", ids=" → ".join(names))


def _renamings(read: PackRead, method: Method) -> Iterator[PackProblem]:
    if read.head is None:
        return
    head = read.head.item
    present = {*method.question, *(entry.item.id for entry in read.of("questions"))}
    for former, later in head.renamed.items():
        if former in present:
            yield read.head.problem("renamed-still-there", "renamed", former, id=former)
        elif _circles(head.renamed, former):
            yield read.head.problem("renamed-circle", "renamed", former, id=former)
        elif later not in {*present, *head.renamed, *head.removed, *read.misshapen}:
            yield read.head.problem("renamed-to-nothing", "renamed", former, id=later)
    for name in head.removed:
        if name in present:
            yield read.head.problem("removed-still-there", "removed", name, id=name)
        elif name in head.renamed:
            yield read.head.problem("removed-and-renamed", "removed", name, id=name)


def _circles(renamed: Mapping[str, str], former: str) -> bool:
    seen = {former}
    while (former := renamed.get(former, "")) and former not in seen:
        seen.add(former)
    return bool(former)


def _harmless(read: PackRead) -> Iterator[PackProblem]:
    """What a pack can be used with, and what is probably not meant."""
    taken = {name for entry in read.of("lenses") for group in entry.item.groups for name in group.questions}
    filled = {
        (lens, group) for entry in read.of("questions") for lens, named in entry.item.lenses.items() for group in named
    }
    for entry in read.of("questions"):
        question = entry.item
        if not question.lenses and question.id not in taken:
            yield entry.problem("in-no-lens", "id", harmless=True, id=question.id)
        limits = [limit or 0 for limit in (question.blocks.low, question.blocks.medium, question.blocks.high)]
        if limits != sorted(limits):
            yield entry.problem("blocks-order", "blocks", harmless=True)
    for entry in read.of("lenses"):
        for at, group in enumerate(entry.item.groups):
            if not group.questions and not read.misshapen and (entry.item.id, group.id) not in filled:
                yield entry.problem("group-empty", "groups", at, harmless=True, id=group.id)
    if read.head is not None and not (read.entries or read.head.item.renamed or read.head.item.removed):
        yield read.head.problem("adds-nothing", harmless=True)
