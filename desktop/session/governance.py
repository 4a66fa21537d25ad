"""What the governance page shows, as plain values and finished sentences."""

from dataclasses import dataclass, replace
from datetime import date

from desktop.analysis.findings import risk_tier
from desktop.analysis.governance import (
    ControlStanding,
    Ground,
    category_of,
    controls,
    governance_of,
    propose_tier,
)
from desktop.analysis.readiness import answer_of
from desktop.method import Method
from desktop.method.practice import Band, Condition, load_practice
from desktop.session.assess import QUESTIONS, Assessment, person_words, question_place
from desktop.session.assess_dashboard import Link
from desktop.session.assess_ready import ReadyView, ready_to_act
from desktop.session.rows import Scope, row
from desktop.session.view import Row
from desktop.text import count, say
from desktop.text.formatting import day
from desktop.workbook import System, Workbook
from desktop.workbook.path import Path
from desktop.workbook.system import RiskTier

GOVERNANCE = "governance"
_LEVELS = ("high", "medium", "low")
_EVIDENCE = 120  # characters of evidence in a control's line


@dataclass(frozen=True)
class ControlView:
    """One control: how it stands in ``word``, what was entered and what the answers say in ``detail``.

    ``chosen`` is the state that was entered; ``rows`` are the fields behind it; ``question`` is where its answer is given.
    """

    id: str
    name: str
    state: str
    word: str
    detail: str
    chosen: str | None
    rows: tuple[Row, ...]
    question: str


@dataclass(frozen=True)
class TierView:
    """One tier with the controls that it brings, and whether the system's tier needs them."""

    id: str
    name: str
    when: str
    example: str
    needed: bool
    note: str
    controls: tuple[ControlView, ...]


@dataclass(frozen=True)
class ProposalView:
    """The tier that the entries propose: the sentence, one line for each rule that applies, and whether it is taken."""

    tier: RiskTier | None
    headline: str
    grounds: tuple[str, ...]
    taken: bool


@dataclass(frozen=True)
class CategoryView:
    """One category of the EU AI Act beside the tiers. ``chosen``: this system's."""

    id: str
    name: str
    about: str
    reference: str
    chosen: bool


@dataclass(frozen=True)
class BandView:
    """What happens to an output of this confidence at the system's tier."""

    confidence: str
    name: str
    act: str


@dataclass(frozen=True)
class ChoiceView:
    """Build or buy: one way with its published figure."""

    id: str
    name: str
    about: str
    figure: str
    measures: str
    cite: str
    chosen: bool


@dataclass(frozen=True)
class GovernanceView:
    """The whole page."""

    headline: str
    lead: str
    state: str
    facts: tuple[tuple[str, str], ...]
    proposal: ProposalView
    categories: tuple[CategoryView, ...]
    crosswalk: str
    tiers: tuple[TierView, ...]
    ready: ReadyView
    bands: tuple[BandView, ...]
    conditions: tuple[Link, ...]
    ways: tuple[ChoiceView, ...]


def governance_view(now: Assessment) -> GovernanceView:
    """Everything the page says about how the system is governed."""
    practice, workbook, method, system, today = load_practice(), now.workbook, now.method, now.system, now.today
    standing = controls(workbook, practice, system, today)
    tier = risk_tier(system)
    return GovernanceView(
        headline=_headline(system, standing),
        lead=_lead(workbook, system),
        state=_state(system, standing),
        facts=_facts(workbook, system),
        proposal=_proposal(system),
        categories=_categories(system),
        crosswalk=_crosswalk(system),
        tiers=_tiers(workbook, method, system, standing, today),
        ready=ready_to_act(now),
        bands=tuple(_band(level, practice.band(level, tier)) for level in _LEVELS),
        conditions=tuple(_condition(now, condition) for condition in practice.conditions),
        ways=_ways(method, system),
    )


def tier_words(tier: RiskTier) -> str:
    """The tier inside a sentence."""
    return say(f"governance.tier.{tier.value}")


def _headline(system: System, standing: tuple[ControlStanding, ...]) -> str:
    applying = [entry for entry in standing if entry.state != "not-applicable"]
    held, missing = (sum(entry.state == "in-place" for entry in applying), sum(entry.missing for entry in applying))
    tier = tier_words(risk_tier(system))
    category = category_of(load_practice(), system)
    if category is not None and category.tier is None:
        return say("governance.headline.forbidden")
    if all(entry.state == "unsaid" for entry in applying):
        return say("governance.headline.unsaid", tier=tier, total=len(applying))
    words = say("governance.headline", tier=tier, held=held, total=len(applying))
    return f"{words}{count('governance.headline.missing', missing) if missing else ''}"


def _lead(workbook: Workbook, system: System) -> str:
    held = governance_of(system)
    if system.risk_tier is None:
        return say("governance.lead.assumed", tier=tier_words(risk_tier(system)))
    by = person_words(workbook, held.tier_by)
    if not by or held.tier_on is None:
        return say("governance.lead.unnamed")
    return say("governance.lead.decided", by=by, on=day(held.tier_on))


def _state(system: System, standing: tuple[ControlStanding, ...]) -> str:
    category = category_of(load_practice(), system)
    if category is not None and category.tier is None:
        return "block"
    states = {entry.state for entry in standing}
    if states & {"absent", "late", "claimed", "unplanned"}:
        return "risk"
    if "unsaid" in states:
        return "open"
    return "track" if "planned" in states else "done"


def _facts(workbook: Workbook, system: System) -> tuple[tuple[str, str], ...]:
    """The inventory entry at a glance; what nobody has said reads so."""
    sprint = system.sprint
    owner = person_words(workbook, (sprint.owner if sprint else None) or system.owner)
    facts = {
        "purpose": system.purpose,
        "data": system.data,
        "decisions": system.decisions,
        "owner": owner,
        "unit": system.unit,
        "stage": say(f"shell.stage.{system.stage.value}") if system.stage else "",
        "harm": say(f"governance.harm.{system.impact.value}") if system.impact else "",
        "built": system.built_by,
    }
    return tuple(
        (say(f"governance.fact.{name}"), text.strip() or say("governance.unsaid")) for name, text in facts.items()
    )


def _proposal(system: System) -> ProposalView:
    found = propose_tier(load_practice(), system)
    if found.tier is None:
        headline = say("governance.proposal.forbidden")
    else:
        key = "same" if system.risk_tier is found.tier else "other" if system.risk_tier else "open"
        headline = say(f"governance.proposal.{key}", tier=tier_words(found.tier))
    return ProposalView(found.tier, headline, tuple(map(_ground, found.grounds)), system.risk_tier is found.tier)


def _ground(ground: Ground) -> str:
    return say(f"governance.ground.{ground.rule}")


def _categories(system: System) -> tuple[CategoryView, ...]:
    chosen = governance_of(system).eu_category
    return tuple(
        CategoryView(entry.id, entry.name, entry.about, entry.reference, entry.id == chosen)
        for entry in load_practice().eu_categories
    )


def _crosswalk(system: System) -> str:
    """Where the category and the tier point in different directions."""
    category, order = category_of(load_practice(), system), [*RiskTier]
    if category is None:
        return say("governance.crosswalk.unsaid")
    if category.tier is None:
        return say("governance.crosswalk.forbidden")
    tier = risk_tier(system)
    words = {"category": tier_words(category.tier), "tier": tier_words(tier)}
    if order.index(category.tier) > order.index(tier):
        return say("governance.crosswalk.higher", **words)
    return say("governance.crosswalk.same" if category.tier is tier else "governance.crosswalk.lower", **words)


def _tiers(
    workbook: Workbook, method: Method, system: System, standing: tuple[ControlStanding, ...], today: date
) -> tuple[TierView, ...]:
    views = []
    for tier in load_practice().tiers:
        own = [entry for entry in standing if entry.tier.id is tier.id]
        held = sum(entry.state in ("in-place", "not-applicable") for entry in own)
        note = say("governance.tier-note", held=held, total=len(own)) if own else count(
            "governance.tier-spared", len(tier.controls)
        )  # fmt: skip
        made = tuple(_control(workbook, method, system, entry, today) for entry in own)
        views.append(TierView(tier.id.value, tier.name, tier.when, tier.example, bool(own), note, made))
    return tuple(views)


def _control(workbook: Workbook, method: Method, system: System, entry: ControlStanding, today: date) -> ControlView:
    record = entry.record
    return ControlView(
        entry.control.id,
        entry.control.name,
        entry.state,
        say(f"governance.state.{entry.state}"),
        _detail(workbook, entry),
        record.state.value if record.state else None,
        control_rows(workbook, method, system, entry.control.id, today),
        entry.control.questions[0],
    )


def _detail(workbook: Workbook, entry: ControlStanding) -> str:
    """What was entered, then what the answers say about it."""
    record = entry.record
    due = say("governance.by-day", on=day(record.due)) if record.due else ""
    parts = [_short(record.evidence.strip().rstrip(".")), person_words(workbook, record.owner), due]
    said = " · ".join(" ".join(part.split()) for part in parts if part)
    if said and entry.answer == "open":
        return said
    answers = say("governance.contradicted" if entry.contradicted else f"governance.answers.{entry.answer}")
    return say("governance.detail", entered=said, answers=answers) if said else answers


def _short(text: str) -> str:
    """A line of a long evidence; all of it stands behind the fold."""
    return text if len(text) <= _EVIDENCE else f"{text[:_EVIDENCE].rstrip()}…"


def control_rows(workbook: Workbook, method: Method, system: System, control: str, today: date) -> tuple[Row, ...]:
    """The fields of one control, whether anything was entered about it or not."""
    field = next(
        field for card in method.page[GOVERNANCE].cards for field in card.fields if field.bind == "governance.controls"
    )
    path: Path = ("systems", system.id, *field.bind.split("."), control)
    scope = Scope(workbook, system, today, {})
    return tuple(
        replace(found, optional=True) for inner in field.fields if (found := row(scope, inner, path)) is not None
    )


def _band(level: str, band: Band) -> BandView:
    return BandView(say(f"governance.confidence.{level}"), band.name, band.act)


def _condition(now: Assessment, condition: Condition) -> Link:
    """What the bands need to work, and what the answers say about it."""
    entries = [now.found[question] for question in condition.questions if question in now.found]
    answer, because = answer_of([entry for entry in entries if not entry.not_applicable])
    first = next(iter(because or condition.questions))
    words = say(f"governance.answers.{answer}")
    return Link(condition.name, words[:1].upper() + words[1:], answer, QUESTIONS, question_place(now.system.id, first))


def _ways(method: Method, system: System) -> tuple[ChoiceView, ...]:
    chosen = governance_of(system).approach
    views = []
    for way in load_practice().build_or_buy:
        figure = method.benchmark[way.benchmark]
        views.append(
            ChoiceView(
                way.id,
                way.name,
                way.about,
                figure.value or say("governance.not-reported"),
                figure.measures,
                method.cite(way.benchmark),
                chosen is not None and way.id == chosen.value,
            )
        )
    return tuple(views)
