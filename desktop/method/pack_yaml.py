"""YAML of unknown origin into plain values with the line of each: no code, no references, nothing that grows or nests.

Stricter than YAML: a name stands once in a mapping, texts are written as texts, and files stay small.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from desktop.method.pack_problems import PackProblem

LARGEST = 2 * 1024 * 1024  # bytes
DEEPEST = 12  # a question's task is at depth 6
MOST_PARTS = 200_000
Place = tuple[str | int, ...]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = "tag:yaml.org,2002:"
_KINDS = {"str", "int", "float", "bool", "null", "seq", "map", "timestamp"}


@dataclass(frozen=True)
class Tree:
    """What a file holds: the value, and the line on which each place of it begins."""

    file: str
    value: Any
    lines: Mapping[Place, int]

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest place around it that is written down."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read_tree(file: str, data: bytes) -> tuple[Tree | None, tuple[PackProblem, ...]]:
    """The content of ``data``; None where it cannot be read at all, then with the reason."""
    if len(data) > LARGEST:
        return None, (PackProblem(file, 0, "too-large", {"most": LARGEST // 1024 // 1024}),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        return None, (PackProblem(file, data.count(b"\n", 0, wrong.start) + 1, "not-utf-8"),)
    unsafe = _unsafe(file, text)
    if unsafe is not None:
        return None, (unsafe,)
    node = yaml.compose(text, Loader=_Loader)
    if node is None:
        return None, (PackProblem(file, 0, "empty"),)
    reading = _Reading(file)
    value = reading.value(node, ())
    return Tree(file, value, reading.lines), tuple(reading.problems)


def _unsafe(file: str, text: str) -> PackProblem | None:
    """What makes the file unreadable or unsafe, found in the stream of its events, before anything is built from it."""
    try:
        return _too_much(file, yaml.parse(text, Loader=_Loader))
    except yaml.reader.ReaderError as wrong:
        at = wrong.position if isinstance(wrong.position, int) else 0
        return PackProblem(file, text.count("\n", 0, at) + 1, "control-character")
    except yaml.MarkedYAMLError as wrong:
        return _not_yaml(file, text, wrong)


def _too_much(file: str, events: Iterable[Any]) -> PackProblem | None:
    """References, nesting and size: what a small file makes a large value with."""
    depth = documents = 0
    for number, event in enumerate(events):
        line = event.start_mark.line + 1
        documents += isinstance(event, yaml.DocumentStartEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if getattr(event, "anchor", None):  # an alias names its anchor too
            return PackProblem(file, line, "anchor", {"name": event.anchor})
        if depth > DEEPEST:
            return PackProblem(file, line, "too-deep", {"most": DEEPEST})
        if documents > 1:
            return PackProblem(file, line, "second-document")
        if number > MOST_PARTS:
            return PackProblem(file, line, "too-many-parts", {"most": f"{MOST_PARTS:,}"})
    return None


def _not_yaml(file: str, text: str, wrong: yaml.MarkedYAMLError) -> PackProblem:
    mark = wrong.problem_mark or wrong.context_mark
    line = mark.line + 1 if mark else 0
    written = text.splitlines()
    row = written[line - 1] if 0 < line <= len(written) else ""
    if "\t" in row[: len(row) - len(row.lstrip())]:
        return PackProblem(file, line, "tab")
    return PackProblem(file, line, "not-yaml", {"why": wrong.problem or wrong.context or ""})


class _Reading:
    """Turns nodes into values, notes the line of each and what is wrong on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Place, int] = {}
        self.problems: list[PackProblem] = []

    def value(self, node: yaml.Node, place: Place) -> Any:
        self.lines.setdefault(place, node.start_mark.line + 1)
        kind = node.tag.removeprefix(_PLAIN)
        if not node.tag.startswith(_PLAIN) or kind not in _KINDS:
            self._say(node, "tag", name=node.tag.replace(_PLAIN, "!!"))
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*place, at)) for at, item in enumerate(node.value)]
        return self._scalar(node, kind)

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, inner in node.value:
            if not isinstance(name, yaml.ScalarNode):
                self._say(name, "name-not-text")
                continue
            if name.value in found:
                self._say(name, "twice-in-mapping", name=name.value)
                continue
            at = (*place, name.value)
            self.lines[at] = name.start_mark.line + 1
            found[name.value] = self.value(inner, at)
        return found

    def _scalar(self, node: yaml.Node, kind: str) -> Any:
        text: str = node.value
        try:
            if kind == "int":
                return int(text.replace("_", ""), 10)
            if kind == "float":
                return float(text)
        except ValueError:  # 0x10, 1:30, .inf: numbers to YAML, and nothing that a pack holds
            return text
        if kind == "bool":
            return text.lower() in ("yes", "true", "on")
        return None if kind == "null" else text

    def _say(self, node: yaml.Node, code: str, **values: object) -> None:
        self.problems.append(PackProblem(self.file, node.start_mark.line + 1, code, values))
