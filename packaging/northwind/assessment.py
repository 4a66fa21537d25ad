"""The diagnosis of two systems: answers of the four perspectives, what the room settled, reviews and treatments.

Aylin Demir reviews: what the first two rungs rest on was seen and accepted, three answers are challenged, others wait.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from desktop.workbook import Evidence, Perspective, Rating
from desktop.workbook.rating import Ratings, Reconciled, Review, RungOverride, Treatment, Workshop
from northwind import people as who
from northwind.claims_answers import ANSWERS as CLAIMS
from northwind.underwriting_answers import ANSWERS as UNDERWRITING

_NAMES = {person.id: person.name for person in who.PEOPLE}
_FIRST_DAY, _SECOND_DAY = date(2026, 11, 17), date(2026, 11, 19)
_ON_FIRST_DAY = 40  # questions that were reached on the first of the two days
_REVIEWER = _NAMES[who.DEMIR]
_NOT_APPLICABLE, _OPEN = "n", "-"
Line = tuple[str, str, str]
Voices = tuple[str, str, str, str]
Seat = tuple[str, Perspective]

CLAIMS_VOICES: Voices = (who.NOVAK, who.RAMAN, who.KELLER, who.OSEI)
UNDERWRITING_VOICES: Voices = (who.NOVAK, who.LINDQVIST, who.WEBER, who.OSEI)

_NOTES: Mapping[Seat, str] = {
    ("alert-reaches-person", Perspective.PILOT_TEAM): "I am alerted by mail and by phone since 11 November.",
    ("alert-reaches-person", Perspective.IT_OPERATIONS): "Outside office hours nobody of ours is called.",
    ("alert-reaches-person", Perspective.BUSINESS_FUNCTION): "In August we heard of it from handlers, after six days.",
    ("owner-in-production", Perspective.BUSINESS_FUNCTION): "I answer for it, and Thea Lindqvist stands in for me.",
    ("outcome-and-baseline", Perspective.BUSINESS_FUNCTION): "EUR 41 a claim, measured over all claims of October.",
    ("rollback-rehearsed", Perspective.IT_OPERATIONS): "The rehearsal of May was of a version that no longer runs.",
    ("production-data-used", Perspective.DATA_GOVERNANCE): "The extract leaves out claims without a policy number.",
    ("workflow-redesigned", Perspective.BUSINESS_FUNCTION): "Handlers still read every claim as they did before.",
    ("quality-drift", Perspective.BUSINESS_FUNCTION): "We would expect a rise in claims that are handed on.",
    ("fallback-and-escalation", Perspective.IT_OPERATIONS): "Handlers can sort by hand; nobody has tried a full day.",
}
_CHALLENGED: Mapping[Seat, str] = {
    ("production-data-used", Perspective.PILOT_TEAM): "Which of the runs was without the prepared extract?",
    ("rollback-rehearsed", Perspective.PILOT_TEAM): "That was the version of May. Rehearse the present one.",
    ("output-safety", Perspective.PILOT_TEAM): "Show the attacks that were tried.",
}
_ACCEPTED = frozenset(
    {
        "outcome-and-baseline", "metrics-approved-first", "use-case-priority", "trade-offs-explicit", "phase-gates",
        "stop-criteria", "single-function-scope", "value-measured", "tested-in-operation", "labelled-test-set",
        "mix-of-real-work", "baseline-with-interval", "threshold-agreed", "use-case-fit", "owner-in-production",
    }
)  # fmt: skip
_SETTLED: Mapping[str, Reconciled] = {
    "alert-reaches-person": Reconciled(
        level=1,
        reason="In August the alert reached nobody for six days. What reaches people counts, not what is measured.",
        by=_NAMES[who.KELLER],
        on=_SECOND_DAY,
    ),
    "systems-mapped": Reconciled(
        level=3,
        reason="Walked through on 17 November; the two entries that were missing are there, and each owner confirmed.",
        by=_NAMES[who.LINDQVIST],
        on=_SECOND_DAY,
    ),
    "failure-fallbacks": Reconciled(
        level=2,
        reason="The work queue was not switched off, so the fallbacks are shown for two of five.",
        by=_NAMES[who.RAMAN],
        on=_SECOND_DAY,
    ),
}

TREATMENTS: Mapping[str, Treatment] = {
    "quality-gates": Treatment(
        mitigation="Claims control counts empty and impossible fields each morning and stops the run above 2 %.",
        owner=who.OSEI,
        due=date(2026, 12, 4),
    ),
    "quality-drift": Treatment(
        mitigation="Sixty fresh claims are labelled in the first week of each month; below 83 % the owner decides.",
        owner=who.KELLER,
        due=date(2026, 12, 11),
    ),
    "unit-economics": Treatment(
        mitigation="Review time is counted for one month and the cost of a case worked out again.",
        owner=who.ALBRECHT,
        due=date(2027, 1, 8),
    ),
    "lineage-metadata": Treatment(mitigation="The version of the extract is written beside each run."),
}

LIVE_BY_HAND = RungOverride(
    rung=4,
    by=_NAMES[who.RAMAN],
    reason="Live since March and audited by Internal Audit in June, before this workbook was in use.",
    on=date(2026, 11, 9),
)


WORKSHOP = Workshop(
    questions=(
        "owner-in-production",
        "production-connected",
        "production-data-used",
        "alert-reaches-person",
        "workflow-redesigned",
    ),
    revealed=("owner-in-production", "alert-reaches-person", "production-connected"),
    speakers={view.value: person for view, person in zip(Perspective, CLAIMS_VOICES, strict=True)},
    recorder=who.DEMIR,
)


def claims_ratings() -> dict[str, Ratings]:
    """Every answer about the claims triage assistant."""
    return _ratings(CLAIMS, CLAIMS_VOICES, settled=_SETTLED)


def underwriting_ratings() -> dict[str, Ratings]:
    """The answers about the underwriting notes so far; nobody has reviewed them."""
    return _ratings(UNDERWRITING, UNDERWRITING_VOICES)


def _ratings(
    lines: Iterable[Line], voices: Voices, settled: Mapping[str, Reconciled] | None = None
) -> dict[str, Ratings]:
    reviewed = settled is not None
    return {
        question: Ratings(
            views=_views((question, levels, shown), at, voices, reviewed=reviewed),
            reconciled=(settled or {}).get(question),
        )
        for at, (question, levels, shown) in enumerate(lines)
    }


def _views(line: Line, at: int, voices: Voices, *, reviewed: bool) -> dict[str, Rating]:
    """The answers to one question; what was shown stands with the voice that rates itself highest."""
    question, levels, shown = line
    given = {view: mark for view, mark in zip(Perspective, levels, strict=True) if mark != _OPEN}
    highest = max(given, key=lambda view: given[view])
    speakers = dict(zip(Perspective, voices, strict=True))
    return {
        view.value: Rating(
            level=None if mark == _NOT_APPLICABLE else int(mark),
            not_applicable=mark == _NOT_APPLICABLE,
            evidence=_evidence(shown) if view is highest else (),
            by=_NAMES[speakers[view]],
            on=_FIRST_DAY if reviewed and at < _ON_FIRST_DAY else _SECOND_DAY,
            **(_review((question, view), submitted=bool(shown)) if reviewed else {}),
        )
        for view, mark in given.items()
    }


def _evidence(shown: str) -> tuple[Evidence, ...]:
    kind, _, text = shown.partition(": ")
    return (Evidence.model_validate({"kind": kind, "text": text}),) if shown else ()


def _review(seat: Seat, *, submitted: bool) -> dict[str, object]:
    fields: dict[str, object] = {"note": _NOTES.get(seat, "")}
    if seat in _CHALLENGED:
        return fields | {"review": Review.CHALLENGED, "reviewed_by": _REVIEWER, "comment": _CHALLENGED[seat]}
    if seat[0] in _ACCEPTED:
        return fields | {"review": Review.ACCEPTED, "reviewed_by": _REVIEWER}
    return fields | ({"review": Review.SUBMITTED} if submitted else {})
