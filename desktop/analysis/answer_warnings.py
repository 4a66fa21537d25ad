"""Warnings that answers raise: an answer that breaks a rule, and how the four perspectives and their reviewer stand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from desktop.analysis.persons import is_person, written_name
from desktop.analysis.perspectives import disagreements, silent
from desktop.analysis.scoring import Standing, standing_of
from desktop.analysis.warned import Warned
from desktop.method.practice import AnswerRule, Rule
from desktop.text.warned import WarnedWords
from desktop.workbook import System, Workbook
from desktop.workbook.rating import Review, Treatment

Found = Mapping[str, Standing]
Diagnosis = Callable[[Workbook, System, Found], Warned | None]


def answer_warnings(
    workbook: Workbook, system: System, rules: Iterable[Rule], raised: frozenset[str], found: Found | None = None
) -> Iterator[Warned]:
    """Every warning that the answers raise. A rule that entries have broken already (``raised``) is not told twice.

    ``found`` None: the answers are read from the system, those to questions that the method has dropped included.
    """
    if found is None:
        found = {question: standing_of(question, system) for question in system.ratings}
    for rule in rules:
        if rule.answer and rule.warning not in raised and (warned := _low(rule.answer, system, found)):
            yield replace(warned, own=WarnedWords(rule.name, rule.raised, rule.clears)) if rule.raised else warned
    for diagnosis in _DIAGNOSIS.values():
        if warned := diagnosis(workbook, system, found):
            yield warned


def _low(rule: AnswerRule, system: System, found: Found) -> Warned | None:
    entry = found.get(rule.question)
    if entry is None or entry.level is None or entry.level >= rule.below:
        return None
    if rule.stage is not None and system.stage is not rule.stage:
        return None
    return Warned(rule.warning, rule.severity, ("ratings", rule.question), {"level": entry.level})


def _missing(_: Workbook, __: System, found: Found) -> Warned | None:
    """Only once somebody has answered: an assessment that has not begun misses nobody yet."""
    absent = silent(found.values())
    first = next((entry.question for entry in found.values() if entry.views), None)
    if not absent or first is None:
        return None
    return Warned("perspectives-missing", "caution", ("ratings", first), {"n": len(absent)})


def _apart(_: Workbook, __: System, found: Found) -> Warned | None:
    apart = disagreements(found)
    if not apart:
        return None
    return Warned("perspectives-disagree", "caution", ("ratings", apart[0].question), {"n": len(apart)})


def _challenged(_: Workbook, __: System, found: Found) -> Warned | None:
    views = [(entry.question, view) for entry in found.values() for _name, view in entry.views]
    open_ones = [question for question, view in views if view.review is Review.CHALLENGED]
    return (
        Warned("answers-challenged", "caution", ("ratings", open_ones[0]), {"n": len(open_ones)}) if open_ones else None
    )


def _half_managed(workbook: Workbook, system: System, _: Found) -> Warned | None:
    halves = [question for question, entry in system.treatments.items() if _is_half(workbook, entry)]
    return Warned("gaps-unmanaged", "caution", ("treatments", halves[0]), {"n": len(halves)}) if halves else None


def _is_half(workbook: Workbook, treatment: Treatment) -> bool:
    owner = workbook.people.get(treatment.owner or "")
    return bool(treatment.mitigation.strip()) is not (owner is not None and is_person(owner.name))


def _overridden(workbook: Workbook, system: System, _: Found) -> Warned | None:
    override = system.rung_override
    if override is None:
        return None
    values = {
        "rung": override.rung,
        "by": written_name(workbook, override.by),
        "reason": override.reason.strip().rstrip("."),
    }
    return Warned("rung-overridden", "info", ("rung_override",), values)


_DIAGNOSIS: Mapping[str, Diagnosis] = MappingProxyType(
    {
        "perspectives-missing": _missing,
        "perspectives-disagree": _apart,
        "answers-challenged": _challenged,
        "gaps-unmanaged": _half_managed,
        "rung-overridden": _overridden,
    }
)


def known_diagnoses() -> frozenset[str]:
    """Every warning here that no rule of the content has to name."""
    return frozenset(_DIAGNOSIS)
