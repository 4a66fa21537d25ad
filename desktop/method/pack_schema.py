"""The shape of a content pack: what somebody adds to the method without code. One file, or a folder of parts."""

from typing import Any

from pydantic import Field as Value

from desktop.method.practice import Severity
from desktop.method.schema import Benchmark, Group, Lens, Question, Remedy, Source
from desktop.workbook.base import Id, Leaf, Line, Map
from desktop.workbook.system import Stage


class PackGroup(Group):
    """A group of a pack's lens. ``questions`` takes questions in that stand elsewhere, those of the base included."""

    questions: tuple[Id, ...] = ()


class PackLens(Lens):
    """A lens of a pack."""

    groups: tuple[PackGroup, ...] = Value(min_length=1)


class PackTask(Remedy):
    """A further task for a question that stands elsewhere."""

    question: Id


class PackRule(Leaf):
    """A warning that an answer to ``question`` below level ``below`` raises; ``stage``: only for systems that are there.

    ``raised`` says what was found, with ``{level}`` where the level is to stand, ``clears`` what takes the warning away.
    """

    id: Id
    name: Line = Value(min_length=1)
    about: Line = ""
    source: Id
    question: Id
    below: int = Value(default=2, ge=1, le=4)
    severity: Severity = "caution"
    stage: Stage | None = None
    raised: Line = Value(min_length=1)
    clears: Line = Value(min_length=1)


class Head(Leaf):
    """Which pack this is. ``requires`` names other packs with the version that is needed at the least (``base``: the app's).

    ``renamed`` leads from a question's former id to the present one, ``removed`` from one that is no more to the reason.
    """

    id: Id
    version: Line = Value(min_length=1)
    title: Line = Value(min_length=1)
    requires: Map[Line] = Value(default_factory=dict)
    renamed: Map[Id] = Value(default_factory=dict)
    removed: Map[Line] = Value(default_factory=dict)


class Pack(Head):
    """A whole pack, as it stands in one file."""

    sources: tuple[Source, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    lenses: tuple[PackLens, ...] = ()
    questions: tuple[Question, ...] = ()
    tasks: tuple[PackTask, ...] = ()
    rules: tuple[PackRule, ...] = ()


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a pack in one file; its lists are what the files of a folder hold."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://readiness-workbook.example/pack.schema.json",
        **Pack.model_json_schema(),
        "title": "Readiness Workbook content pack",
    }
