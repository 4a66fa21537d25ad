"""A pack from its file or folder into entries that each know where they stand, and what is wrong with their shape."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from desktop.method.pack_problems import PackProblem
from desktop.method.pack_schema import Head, Pack, PackLens, PackRule, PackTask
from desktop.method.pack_yaml import LARGEST, Place, Tree, read_tree
from desktop.method.schema import Benchmark, Question, Source
from desktop.workbook.base import Leaf

HEAD = "pack.yaml"
PARTS: dict[str, type[Leaf]] = {
    "sources": Source,
    "benchmarks": Benchmark,
    "lenses": PackLens,
    "questions": Question,
    "tasks": PackTask,
    "rules": PackRule,
}
MOST_FILES = 200
_CODES = {
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
    "string_type": "not-text",
    "string_too_long": "text-too-long",
    "string_too_short": "text-missing",
    "string_pattern_mismatch": "not-an-id",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
    "int_parsing": "not-a-number",
    "int_type": "not-a-number",
    "int_from_float": "not-a-number",
    "decimal_type": "not-a-number",
    "decimal_parsing": "not-a-number",
    "bool_parsing": "not-yes-or-no",
    "bool_type": "not-yes-or-no",
    "literal_error": "not-a-choice",
    "enum": "not-a-choice",
    "tuple_type": "not-a-list",
    "dict_type": "not-a-mapping",
    "mapping_type": "not-a-mapping",
    "model_type": "not-a-mapping",
    "too_short": "list-empty",
}


@dataclass(frozen=True)
class Entry:
    """One source, figure, lens, question or task, with its place in its file."""

    item: Any
    tree: Tree
    place: Place

    def problem(self, code: str, *inner: str | int, harmless: bool = False, **values: object) -> PackProblem:
        """A mistake at a place inside the entry."""
        return PackProblem(self.tree.file, self.tree.line((*self.place, *inner)), code, values, harmless)


@dataclass(frozen=True)
class PackRead:
    """A pack as it was read. ``head`` None: it does not say which pack it is. Entries of bad shape are left out.

    ``misshapen`` are the ids that stand in those: what refers to them is not a further mistake.
    """

    head: Entry | None
    entries: dict[str, tuple[Entry, ...]]
    problems: tuple[PackProblem, ...]
    misshapen: frozenset[str] = frozenset()

    def of(self, part: str) -> tuple[Entry, ...]:
        """The entries of a part."""
        return self.entries.get(part, ())

    def pack(self) -> Pack | None:
        """The content, without what had a bad shape."""
        if self.head is None:
            return None
        fields: dict[str, Any] = {name: getattr(self.head.item, name) for name in Head.model_fields}
        fields.update({part: tuple(entry.item for entry in self.of(part)) for part in PARTS})
        return Pack.model_construct(**fields)


def read_pack(path: Path) -> PackRead:
    """Everything that stands under ``path``; what cannot be read is a problem, never an exception."""
    reading = _Reading(path)
    for file, part in reading.files():
        tree = reading.tree(file)
        if tree is not None and part is None:
            reading.take_head(tree)
        elif tree is not None and part is not None:
            reading.take_list(tree, part, tree.value, ())
    entries = {part: tuple(found) for part, found in reading.entries.items()}
    return PackRead(reading.head, entries, tuple(reading.problems), frozenset(reading.misshapen))


class _Reading:
    """Collects the entries of a pack file by file, and every mistake on the way."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.head: Entry | None = None
        self.entries: dict[str, list[Entry]] = {}
        self.problems: list[PackProblem] = []
        self.misshapen: set[str] = set()

    def files(self) -> Iterator[tuple[Path, str | None]]:
        """Each file with the part that it holds, None for the one that says which pack it is."""
        if not self.path.is_dir():
            yield self.path, None
            return
        yield self.path / HEAD, None
        found = sorted(file for file in self.path.rglob("*") if file.suffix.lower() in (".yaml", ".yml"))
        if len(found) > MOST_FILES:
            self._say(self.path.name, "too-many-files", most=MOST_FILES)
            return
        for file in found:
            steps = file.relative_to(self.path).parts
            part = steps[0] if len(steps) == 2 else file.stem
            if len(steps) <= 2 and part in PARTS:
                yield file, part
            elif steps != (HEAD,):
                self.problems.append(PackProblem("/".join(steps), 0, "file-unknown", harmless=True))

    def tree(self, file: Path) -> Tree | None:
        """The content of a file, or None with the reason among the problems."""
        name = file.relative_to(self.path).as_posix() if file != self.path else file.name
        try:
            data = _bytes_of(file)
        except OSError:
            self._say(name, "unreadable")
            return None
        if data is None:
            self._say(name, "file-missing")
            return None
        tree, found = read_tree(name, data)
        self.problems.extend(found)
        return tree

    def take_head(self, tree: Tree) -> None:
        """The file that says which pack it is; it can hold every part as well."""
        if not isinstance(tree.value, dict):
            self.problems.append(PackProblem(tree.file, tree.line(()), "not-a-pack"))
            return
        for part in PARTS:
            if part in tree.value:
                self.take_list(tree, part, tree.value[part], (part,))
        head = {name: value for name, value in tree.value.items() if name not in PARTS}
        self.head = self._entry(tree, Head, head, ())

    def take_list(self, tree: Tree, part: str, value: Any, place: Place) -> None:
        """The entries of one part."""
        if not isinstance(value, list):
            self.problems.append(PackProblem(tree.file, tree.line(place), "part-not-a-list", {"part": part}))
            self.misshapen.update(_ids(value))
            return
        for at, item in enumerate(value):
            found = self._entry(tree, PARTS[part], item, (*place, at))
            if found is not None:
                self.entries.setdefault(part, []).append(found)

    def _entry(self, tree: Tree, model: type[Leaf], value: Any, place: Place) -> Entry | None:
        try:
            return Entry(model.model_validate(value, strict=False), tree, place)
        except ValidationError as wrong:
            details = wrong.errors(include_url=False, include_input=False)
            self.problems.extend(_once(_shape(tree, place, value, each) for each in details))
            self.misshapen.update(_ids(value))
            return None

    def _say(self, file: str, code: str, **values: object) -> None:
        self.problems.append(PackProblem(file, 0, code, values))


def _bytes_of(file: Path) -> bytes | None:
    """The bytes of a regular file, of a large one only so many that it is seen to be too large; None where there is none."""
    if not file.is_file():
        return None
    with file.open("rb") as stream:
        return stream.read(LARGEST + 1)


def _ids(value: Any) -> Iterator[str]:
    """Every id that stands somewhere in a value of any shape."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _ids(inner)


def _once(problems: Iterator[PackProblem]) -> list[PackProblem]:
    """A number is refused once for each way in which it could have been right."""
    return list({(problem.line, problem.code, str(problem.values)): problem for problem in problems}.values())


def _shape(tree: Tree, place: Place, value: Any, details: ErrorDetails) -> PackProblem:
    where = _written_part(value, details["loc"])
    line = tree.line((*place, *where))
    if "levels" in where:
        levels = value.get("levels")
        if isinstance(levels, list) and len(levels) != 5:
            return PackProblem(tree.file, line, "levels", {"n": len(levels)})
    names = [step for step in where if isinstance(step, str)]
    code = _CODES.get(details["type"], "wrong-shape")
    return PackProblem(tree.file, line, code, {"field": names[-1] if names else _CALLED.get(code, "…")})


_CALLED = {"not-a-mapping": "entry"}


def _written_part(value: Any, loc: Place) -> Place:
    """The part of an error's place that stands in the file: pydantic adds steps of its own for keys and alternatives."""
    found: list[str | int] = []
    for step in loc:
        inside = isinstance(value, dict) or (isinstance(value, list) and isinstance(step, int))
        if not inside:
            break
        found.append(step)
        if isinstance(value, dict):
            value = value.get(str(step))
        else:
            value = value[step] if isinstance(step, int) and step < len(value) else None
    return tuple(found)
