"""What the method says beside its questions: rules, controls by risk tier, RACI, rollout, monitoring, hand-off.

Each is a content file of its own under ``resources/method``; a list of entries, every entry with the source it is from.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar

import yaml
from pydantic import Field as Value

from desktop.resources import resource
from desktop.workbook.base import Id, Leaf, Line, Number
from desktop.workbook.sprint import MetricKind
from desktop.workbook.system import RiskTier
from desktop.workbook.system import Stage as SystemStage

Severity = Literal["info", "caution", "serious"]
Item = TypeVar("Item", bound=Leaf)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class AnswerRule(Leaf):
    """The warning that an answer to ``question`` below level ``below`` raises; ``stage``: only for systems that are there."""

    warning: Id
    question: Id
    below: int = Value(default=2, ge=1, le=4)
    severity: Severity = "caution"
    stage: SystemStage | None = None


class Rule(Leaf):
    """A rule that can be broken: by entries, which raise ``warning``, or by an answer.

    ``benchmark`` is the published figure that the rule rests on. A rule of a pack brings the words of its warning along:
    ``raised`` (with ``{level}`` in it) and ``clears``; those of the shipped rules stand with the other texts.
    """

    id: Id
    kind: Literal["anatomy", "mistake", "practice", "diagnosis"]
    name: Line
    about: Line
    source: Id
    warning: Id | None = None
    answer: AnswerRule | None = None
    benchmark: Id | None = None
    raised: Line = ""
    clears: Line = ""


class AgentCheck(Leaf):
    """A yes-or-no question about an agent. It is a yes where all its ``questions`` are in place and evidenced."""

    id: Id
    prompt: Line
    why_no: Line
    source: Id
    questions: tuple[Id, ...] = Value(min_length=1)


class Duty(Leaf):
    """One row that a RACI must have at least. The roles are who usually has it; the project names the people."""

    id: Id
    name: Line
    about: Line
    accountable: Line
    responsible: Line
    source: Id


class LaunchItem(Leaf):
    """Something that must be true on the day of the launch."""

    id: Id
    name: Line
    about: Line
    source: Id


class Criterion(Leaf):
    """What must be true to leave a phase. ``value`` None: the bound is ``against``, a figure of the project's own."""

    id: Id
    measures: Line
    bound: Literal["at-least", "at-most", "below"]
    value: Number | None = None
    unit: Line = ""
    against: Line = ""


class Phase(Leaf):
    """One phase of the rollout. ``weeks`` is its shortest and longest; ``releases`` what evidence at its gate pays for."""

    id: Id
    name: Line
    scope: Line
    weeks: tuple[int, int]
    criteria: tuple[Criterion, ...] = Value(min_length=1)
    releases: Line
    source: Id


class Signal(Leaf):
    """Something to watch in production. ``alert``: when a person is to hear of it."""

    id: Id
    name: Line
    watch: Line
    alert: Line
    source: Id
    questions: tuple[Id, ...] = Value(min_length=1)


class Band(Leaf):
    """What happens to an output. The bands are tried in order; the first whose ``when`` holds decides.

    ``any``: either the confidence or the risk is among those listed; ``all``: both are.
    """

    id: Id
    name: Line
    act: Line
    when: Literal["any", "all"]
    confidence: tuple[Literal["low", "medium", "high"], ...]
    risk: tuple[RiskTier, ...]
    source: Id

    def covers(self, confidence: str, risk: RiskTier) -> bool:
        """Whether an output of this confidence and risk falls into the band, were it the first that is tried."""
        return (all if self.when == "all" else any)((confidence in self.confidence, risk in self.risk))


class Condition(Leaf):
    """Something without which the hand-off bands do not work, and the questions that show it."""

    id: Id
    name: Line
    source: Id
    questions: tuple[Id, ...] = Value(min_length=1)


class Control(Leaf):
    """Something that a system of this tier needs. Its ``questions`` show whether it is there."""

    id: Id
    name: Line
    questions: tuple[Id, ...] = Value(min_length=1)


class Tier(Leaf):
    """A risk tier and the controls it needs beyond those of the tiers before it."""

    id: RiskTier
    name: Line
    when: Line
    example: Line
    source: Id
    controls: tuple[Control, ...] = Value(min_length=1)


class EuCategory(Leaf):
    """A category of the EU AI Act beside the plain tiers; ``tier`` None: the system may not be used at all."""

    id: Id
    name: Line
    about: Line
    reference: Line
    tier: RiskTier | None


class Choice(Leaf):
    """Build or buy: one way, what speaks for it, and the published figure about it."""

    id: Id
    name: Line
    about: Line
    benchmark: Id
    source: Id


class Stage(Leaf):
    """One stage of how a team measures, by the kind of metric it rests on."""

    id: MetricKind
    name: Line
    about: Line
    example: Line
    source: Id


@dataclass(frozen=True)
class Practice:
    """All of it, in reading order. ``tiers`` stand from low to high, so a tier needs its own controls and those before."""

    rules: tuple[Rule, ...]
    agent_checks: tuple[AgentCheck, ...]
    raci: tuple[Duty, ...]
    checklist: tuple[LaunchItem, ...]
    rollout: tuple[Phase, ...]
    monitoring: tuple[Signal, ...]
    bands: tuple[Band, ...]
    conditions: tuple[Condition, ...]
    tiers: tuple[Tier, ...]
    eu_categories: tuple[EuCategory, ...]
    build_or_buy: tuple[Choice, ...]
    measurement: tuple[Stage, ...]

    def controls(self, tier: RiskTier) -> tuple[Control, ...]:
        """Every control that a system of ``tier`` needs."""
        names = [entry.id for entry in self.tiers]
        return tuple(control for entry in self.tiers[: names.index(tier) + 1] for control in entry.controls)

    def band(self, confidence: str, risk: RiskTier) -> Band:
        """What happens to an output of this confidence and risk; StopIteration where the content has a hole."""
        return next(band for band in self.bands if band.covers(confidence, risk))


@cache
def load_practice(folder: Path | None = None) -> Practice:
    """Read the files under ``folder`` (the shipped ones by default); raises ValidationError where one is wrong."""
    folder = folder or resource("method")
    return Practice(
        rules=_all(folder, "rules", Rule),
        agent_checks=_all(folder, "agent-checks", AgentCheck),
        raci=_all(folder, "raci", Duty),
        checklist=_all(folder, "launch-checklist", LaunchItem),
        rollout=_all(folder, "rollout", Phase),
        monitoring=_all(folder, "monitoring", Signal),
        bands=_all(folder, "handoff", Band),
        conditions=_all(folder, "handoff-conditions", Condition),
        tiers=_all(folder, "tiers", Tier),
        eu_categories=_all(folder, "eu-categories", EuCategory),
        build_or_buy=_all(folder, "build-or-buy", Choice),
        measurement=_all(folder, "measurement", Stage),
    )


def _all(folder: Path, name: str, model: type[Item]) -> tuple[Item, ...]:
    entries: Any = yaml.load((folder / f"{name}.yaml").read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  # safe twin
    return tuple(model.model_validate(entry, strict=False) for entry in entries)
