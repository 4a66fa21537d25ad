"""Why phase 1 begins where it begins, what else could be first, and what each phase of the rollout holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.analysis.integration_choice import Candidate, Criterion, care, writes
from desktop.analysis.integration_phases import FIRST, PhasePlan, phases
from desktop.method.practice import Criterion as Measure
from desktop.method.practice import load_practice
from desktop.reports.integration.chart import direction_words, environment_words, kinds_words
from desktop.reports.integration.scene import Scene
from desktop.reports.integration.sentences import days, ends
from desktop.text import say
from desktop.text.formatting import join, number


@dataclass(frozen=True)
class Option:
    """One connection that could be first: its place in the order, and in a sentence why it is or is not the pick."""

    id: str
    place: int
    name: str
    why: str
    viable: bool
    picked: bool


@dataclass(frozen=True)
class ChoiceView:
    """``reasons`` speak for what is picked; ``options`` are all in order. ``override`` is the reason for another choice."""

    headline: str
    reasons: tuple[str, ...]
    override: str
    needs_reason: bool
    options: tuple[Option, ...]


@dataclass(frozen=True)
class PhaseView:
    """One phase: its scope and length, the criteria to leave it, and its connections by id, name and whether put by hand.

    ``honest`` and ``doubled`` are least, likely and most person-days, ``likely`` the likely ones of both; empty where nothing
    in it is estimated. ``nothing`` is what stands where there is no connection.
    """

    name: str
    scope: str
    weeks: str
    criteria: tuple[str, ...]
    connections: tuple[tuple[str, str, bool], ...]
    honest: str
    doubled: str
    likely: tuple[str, str]
    nothing: str
    releases: str


def choice_view(now: Scene) -> ChoiceView:
    """The pick with its reasons, and every alternative with why it is not the pick."""
    first, suggested = now.first, now.suggested
    others = tuple(_option(now, found) for found in now.ranked)
    by_choice = first is not None and first == now.sprint.phase_one and first != suggested
    head = say("integration.choice.none") if first is None else say("integration.choice.first", name=now.name(first))
    reason = now.sprint.phase_one_reason.strip()
    reasons = tuple(_reasons(now, first)) if first is not None and not by_choice else ()
    return ChoiceView(head, reasons, reason if by_choice else "", by_choice and not reason, others)


def _reasons(now: Scene, key: str) -> Iterator[str]:
    """What speaks for the pick; a criterion on which it has nothing to show is left out."""
    entry, viable = now.sprint.connections[key], [found for found in now.ranked if found.viable]
    owner = now.workbook.people.get(entry.owner or "")
    yield say("integration.reason.viable", owner=owner.name if owner else "", access=entry.authentication.strip())
    likely = days(entry.effort.likely)
    if len(viable) > 1:
        following = now.sprint.connections[viable[1].id]
        values = {"days": likely, "next": days(following.effort.likely), "name": now.name(viable[1].id)}
        equal = following.effort.likely == entry.effort.likely
        yield say("integration.reason.days-equal" if equal else "integration.reason.days", **values)
    else:
        yield say("integration.reason.days-alone", days=likely)
    if not writes(entry):
        yield say("integration.reason.reads")
    yield say("integration.reason.nearness", environment=environment_words(entry.environment))
    if not care(entry):
        yield say("integration.reason.kinds", kinds=kinds_words(entry.kinds))


def _option(now: Scene, found: Candidate) -> Option:
    return Option(found.id, found.place, now.name(found.id), _why(now, found), found.viable, found.id == now.first)


def _why(now: Scene, found: Candidate) -> str:
    if found.missing:
        needs = join(tuple(say(f"integration.need.{need}") for need in found.missing))
        return say("integration.why.missing", needs=needs)
    if found.behind is None or now.suggested is None:
        return say("integration.why.pick")
    return _behind(now, found.id, now.suggested, found.behind)


def _behind(now: Scene, key: str, best: str, criterion: Criterion) -> str:
    """The first criterion on which it lies behind the pick, with both values."""
    own, other = now.sprint.connections[key], now.sprint.connections[best]
    match criterion:
        case "days":
            return say("integration.why.days", own=days(own.effort.likely), other=days(other.effort.likely))
        case "direction":
            return say("integration.why.direction", flow=direction_words(own.direction))
        case "environment":
            pair = {"own": environment_words(own.environment), "other": environment_words(other.environment)}
            return say("integration.why.environment", **pair)
        case "personal":
            return say("integration.why.personal", kinds=kinds_words(own.kinds) or say("integration.kinds.unknown"))
        case "order":
            return say("integration.why.order", name=now.name(best))


def phase_views(now: Scene) -> tuple[PhaseView, ...]:
    """The three phases of the rollout with what belongs to each."""
    return tuple(_phase(now, plan) for plan in phases(now.sprint, now.workbook.people, load_practice().rollout))


def _phase(now: Scene, plan: PhasePlan) -> PhaseView:
    phase, effort = plan.phase, plan.effort
    return PhaseView(
        name=say("integration.phase.title", n=phase.id.removeprefix("phase-"), name=phase.name),
        scope=say("integration.phase.scope", scope=phase.scope),
        weeks=say("integration.phase.weeks", low=phase.weeks[0], high=phase.weeks[1]),
        criteria=tuple(measure_words(criterion) for criterion in phase.criteria),
        connections=tuple((key, now.name(key), key in plan.by_hand) for key in plan.connections),
        honest=ends(effort.honest) if effort.estimated else "",
        doubled=ends(effort.doubled) if effort.estimated else "",
        likely=(days(effort.honest.likely), days(effort.doubled.likely)) if effort.estimated else ("", ""),
        nothing=say("integration.phase.unpicked" if phase.id == FIRST else "integration.phase.nothing"),
        releases=say("integration.phase.releases", what=phase.releases),
    )


def measure_words(criterion: Measure) -> str:
    """One criterion as a line: ``Uptime at least 99.5 %``."""
    bound = say(f"integration.bound.{criterion.bound}")
    said = criterion.unit and criterion.unit.lower() in criterion.measures.lower()
    unit = "" if said else criterion.unit
    value = criterion.against if criterion.value is None else f"{number(criterion.value)} {unit}".strip()
    return say("integration.measure", measures=criterion.measures, bound=bound, value=value)
