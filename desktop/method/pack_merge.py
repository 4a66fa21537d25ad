"""A method with packs added to it: questions, lenses, tasks and figures stand beside those of the base."""

from collections.abc import Mapping
from dataclasses import replace

from desktop.method.library import Method, renamed_to
from desktop.method.pack_schema import Pack, PackRule
from desktop.method.practice import AnswerRule, Rule
from desktop.method.schema import Group, Lens, Question

Members = Mapping[str, Mapping[str, tuple[str, ...]]]


def with_packs(method: Method, packs: tuple[Pack, ...]) -> Method:
    """``method`` with ``packs``, which have been checked against it, in their order."""
    for pack in packs:
        method = _with(method, pack)
    return method


def _with(method: Method, pack: Pack) -> Method:
    renamed = {**method.renamed, **pack.renamed}
    return replace(
        method,
        sources=(*method.sources, *pack.sources),
        benchmarks=(*method.benchmarks, *pack.benchmarks),
        questions=_questions(method, pack),
        lenses=(*method.lenses, *map(_lens, pack.lenses)),
        packs={**method.packs, pack.id: pack.version},
        renamed={former: renamed_to(renamed, former) for former in renamed},
        removed={**method.removed, **pack.removed},
        rules=(*method.rules, *map(_rule, pack.rules)),
        origin={**method.origin, **{question.id: pack.id for question in pack.questions}},
    )


def _questions(method: Method, pack: Pack) -> tuple[Question, ...]:
    members = _members(pack)
    found = (*method.questions, *pack.questions)
    return tuple(_question(question, members.get(question.id, {}), pack) for question in found)


def _members(pack: Pack) -> Members:
    """For each question the lenses and groups of the pack that take it in."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for lens in pack.lenses:
        for group in lens.groups:
            for question in group.questions:
                places = found.setdefault(question, {})
                places[lens.id] = (*places.get(lens.id, ()), group.id)
    return found


def _question(question: Question, places: Mapping[str, tuple[str, ...]], pack: Pack) -> Question:
    tasks = tuple(task for task in pack.tasks if task.question == question.id)
    if not places and not tasks:
        return question
    lenses = dict(question.lenses)
    for lens, groups in places.items():
        lenses[lens] = tuple(dict.fromkeys((*lenses.get(lens, ()), *groups)))
    return question.model_copy(update={"lenses": lenses, "tasks": (*question.tasks, *tasks)})


def _rule(rule: PackRule) -> Rule:
    answer = AnswerRule(
        warning=rule.id, question=rule.question, below=rule.below, severity=rule.severity, stage=rule.stage
    )
    words = {name: getattr(rule, name) for name in ("id", "name", "about", "source", "raised", "clears")}
    return Rule(**words, kind="practice", answer=answer)


def _lens(lens: Lens) -> Lens:
    groups = tuple(Group(id=group.id, name=group.name, about=group.about) for group in lens.groups)
    fields = {name: getattr(lens, name) for name in Lens.model_fields}
    return Lens.model_construct(**{**fields, "groups": groups})
