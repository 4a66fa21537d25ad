"""Reads the content files and finds things in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import yaml

from desktop.method.practice import Rule
from desktop.method.schema import Benchmark, Check, Lens, Page, Question, Remedy, Source
from desktop.resources import resource
from desktop.workbook.base import Leaf

BASE = "base"  # the id of the shipped content among the packs
Item = TypeVar("Item", bound=Leaf)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Method:
    """All content of one version of the method, in reading order.

    ``packs`` are the packs that it is made of with their versions; ``renamed`` leads from a question's former id to the
    present one, ``removed`` from the id of a question that is no more to the reason. ``origin`` says which pack a question
    comes from that is not the base's. ``rules`` are those of packs, which stand beside the practice rules of the base.
    """

    version: str
    sources: tuple[Source, ...]
    benchmarks: tuple[Benchmark, ...]
    questions: tuple[Question, ...]
    lenses: tuple[Lens, ...]
    pages: tuple[Page, ...]
    packs: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    removed: Mapping[str, str] = field(default_factory=dict)
    origin: Mapping[str, str] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()

    @cached_property
    def page(self) -> MappingProxyType[str, Page]:
        """Pages by id."""
        return MappingProxyType({page.id: page for page in self.pages})

    @cached_property
    def question(self) -> MappingProxyType[str, Question]:
        """Questions by id."""
        return MappingProxyType({question.id: question for question in self.questions})

    @cached_property
    def source(self) -> MappingProxyType[str, Source]:
        """Sources by id."""
        return MappingProxyType({source.id: source for source in self.sources})

    @cached_property
    def benchmark(self) -> MappingProxyType[str, Benchmark]:
        """Published figures by id."""
        return MappingProxyType({benchmark.id: benchmark for benchmark in self.benchmarks})

    @cached_property
    def lens(self) -> MappingProxyType[str, Lens]:
        """Lenses by id."""
        return MappingProxyType({lens.id: lens for lens in self.lenses})

    @cached_property
    def remedy(self) -> MappingProxyType[str, tuple[str, Remedy]]:
        """Remediation tasks by id, each with the question it closes."""
        return MappingProxyType(
            {task.id: (question.id, task) for question in self.questions for task in question.tasks}
        )

    @cached_property
    def _groups(self) -> dict[tuple[str, str], tuple[str, ...]]:
        members: dict[tuple[str, str], list[str]] = {}
        for question in self.questions:
            for lens, groups in question.lenses.items():
                for group in groups:
                    members.setdefault((lens, group), []).append(question.id)
        return {place: tuple(ids) for place, ids in members.items()}

    def group(self, lens: str, group: str) -> tuple[str, ...]:
        """The ids of the questions that belong to ``group`` of ``lens``."""
        return self._groups.get((lens, group), ())

    @cached_property
    def sprint_weeks(self) -> tuple[Page, ...]:
        """The pages of the 30-day sprint, week 1 first."""
        return tuple(page for page in self.pages if page.track == "sprint")

    @cached_property
    def plan_pages(self) -> tuple[Page, ...]:
        """The pages of weeks 9 to 12, in the order in which they are filled in."""
        return tuple(page for page in self.pages if page.track == "plan")

    @cached_property
    def sprint_checks(self) -> tuple[tuple[Page, Check], ...]:
        """Every check of the sprint with the page it stands on."""
        return tuple((page, check) for page in self.sprint_weeks for check in page.checks)

    def cite(self, benchmark_id: str) -> str:
        """Where a published figure comes from, in one line: who reported it, when, and in which source it was found."""
        figure = self.benchmark[benchmark_id]
        source = self.source[figure.source]
        if figure.reported_by == source.publisher:
            return f"{source.publisher}, “{source.title}”, {source.date}"
        return f"{figure.reported_by}, {figure.date}; in {source.publisher}, “{source.title}”, {source.date}"


def renamed_to(renamed: Mapping[str, str], question: str) -> str:
    """The present id of a question, through as many renamings as there were."""
    seen = {question}
    while (later := renamed.get(question)) is not None and later not in seen:
        seen.add(question := later)
    return question


@cache
def load_method(folder: Path | None = None) -> Method:
    """Read the content under ``folder`` (the shipped one by default); raises ValidationError where a file is wrong."""
    folder = folder or resource("method")
    index = _read(folder / "method.yaml")
    pages = tuple(_one(folder / "pages" / name, Page) for name in index["pages"])
    return Method(
        version=index["version"],
        sources=_all(folder / "sources.yaml", Source),
        benchmarks=_all(folder / "benchmarks.yaml", Benchmark),
        questions=tuple(q for file in sorted((folder / "questions").glob("*.yaml")) for q in _all(file, Question)),
        lenses=_all(folder / "lenses.yaml", Lens),
        pages=pages,
        packs={BASE: index["version"]},
        renamed=index.get("renamed", {}),
        removed=index.get("removed", {}),
    )


def _read(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  # the C twin of the safe loader


def _one(file: Path, model: type[Item]) -> Item:
    return model.model_validate(_read(file), strict=False)


def _all(file: Path, model: type[Item]) -> tuple[Item, ...]:
    return tuple(model.model_validate(entry, strict=False) for entry in _read(file))
