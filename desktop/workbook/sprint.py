"""What the 30-day sprint writes down for one system, week by week ("Why 85% of AI Pilots Never Reach Production")."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from desktop.workbook.base import Amount, Id, Leaf, Line, Map, Number, Prose, Range, Share
from desktop.workbook.decision import Decision
from desktop.workbook.kept_texts import KeptTexts
from desktop.workbook.plan import Percent, TaskStatus
from desktop.workbook.unit_case import UnitCase

Count = Annotated[int, Field(ge=0, le=1_000_000_000)]
Months = Annotated[int, Field(ge=0, le=60)]
Outcomes = Annotated[str, StringConstraints(max_length=200_000, pattern=r"^[A-Za-z0-9+/]*=*$")]


class MetricKind(StrEnum):
    """What a metric shows, in the order of maturity (operations essay: activity, efficiency, outcome)."""

    ACTIVITY = "activity"
    EFFICIENCY = "efficiency"
    OUTCOME = "outcome"


class Sampling(StrEnum):
    """How the examples of a test set were chosen."""

    RANDOM = "random"
    STRATIFIED = "stratified"
    ALL = "all"
    HAND_PICKED = "hand-picked"


class Direction(StrEnum):
    """Which way data flows, seen from the AI system."""

    READS = "reads"
    WRITES = "writes"
    BOTH = "both"


class Environment(StrEnum):
    """The nearest to production that the pilot has reached with a connected system."""

    NONE = "none"
    COPY = "copy"
    SANDBOX = "sandbox"
    STAGING = "staging"
    PRODUCTION = "production"


class DataKind(StrEnum):
    """What kind of data flows, by how much care it needs. ``special``: Article 9 of the GDPR, such as health."""

    PUBLIC = "public"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"
    PERSONAL = "personal"
    SPECIAL = "special"


class LaterPhase(StrEnum):
    """The phases of the rollout that a connection can be put off to; the first phase has one connection of its own."""

    SECOND = "phase-2"
    THIRD = "phase-3"


class CostKind(StrEnum):
    """What a month of continuing is spent on. ``opportunity`` is what is not earned meanwhile, and no invoice."""

    PEOPLE = "people"
    TOKENS = "tokens"
    LICENCES = "licences"
    INFRASTRUCTURE = "infrastructure"
    OPPORTUNITY = "opportunity"


class Metric(Leaf):
    """One number the system is held to. Baseline and target are in ``unit``."""

    name: Line = ""
    kind: MetricKind | None = None
    unit: Line = ""
    baseline: Number | None = None
    target: Number | None = None
    measured_how: Prose = ""
    agreed_on: date | None = None


class Slice(Leaf):
    """A kind of case: its share of real work in per cent and how many test examples are of it."""

    name: Line = ""
    real_share: Share | None = None
    examples: Count | None = None


class TestSet(Leaf):
    """The labelled examples that the baseline is measured on."""

    __test__ = False  # not a test case for pytest

    examples: Count | None = None
    provenance: Prose = ""
    sampling: Sampling | None = None
    labelled_by: Prose = ""
    slices: Map[Slice] = Field(default_factory=dict)
    mix_reason: Prose = ""


class NamedSet(Leaf):
    """A further test set, for example one of hard cases: runs name it, and here stands where it comes from."""

    name: Line = ""
    sampling: Sampling | None = None
    provenance: Prose = ""
    labelled_by: Prose = ""


class Tally(Leaf):
    """One kind of case in one run: how many of how many were right."""

    name: Line = ""
    scored: Count = 0
    correct: Count = 0


class ConfidenceBin(Leaf):
    """Examples of one tenth of confidence: how many, how many right, and their mean confidence in per cent."""

    scored: Count = 0
    correct: Count = 0
    confidence: Share = Decimal(0)


class Spread(Leaf):
    """A measure over the examples that have it: how many, total, median and the value that 95 % stay below."""

    scored: Count = 0
    total: Amount = Decimal(0)
    median: Amount = Decimal(0)
    p95: Amount = Decimal(0)


class Labelling(Leaf):
    """What a run's file shows of its labels: how many classes, the share of the largest, and two labellers' agreement.

    Shares are in per cent, kappa from −1 to 1. No label is kept.
    """

    classes: Count | None = None
    largest_class: Share | None = None
    doubles: Count = 0
    agreement: Share | None = None
    kappa: Number | None = None


class Figures(Leaf):
    """What an imported run shows besides its score: figures only; no text of an example stands here.

    ``fingerprint`` tells the same run again, ``set_fingerprint`` the same examples. ``outcomes`` holds one bit an example
    (base64, in the order of their hashed ids), so that runs over the same examples can be compared in pairs.
    ``unscored`` rows said nothing, ``duplicates`` repeated an example. Latency is in ms, cost in the file's currency.
    """

    source: Line = ""
    fingerprint: Line = ""
    set_fingerprint: Line = ""
    outcomes: Outcomes = ""
    unscored: Count = 0
    duplicates: Count = 0
    slices: tuple[Tally, ...] = ()
    confidence: tuple[ConfidenceBin, ...] = ()
    labelling: Labelling = Field(default_factory=Labelling)
    latency: Spread | None = None
    cost: Spread | None = None


class Run(Leaf):
    """One scoring of the test set: how many of how many were right. ``test_set`` "" is the system's own set.

    ``kept`` holds texts of its examples where a person chose to keep them, and is None otherwise.
    """

    on: date | None = None
    scored: Count | None = None
    correct: Count | None = None
    version: Line = ""
    note: Line = ""
    test_set: Line = ""
    figures: Figures | None = None
    kept: KeptTexts | None = None


class Scoring(Leaf):
    """The agreed threshold in per cent, the runs, and who hears of a regression."""

    threshold: Share | None = None
    runs: Map[Run] = Field(default_factory=dict)
    daily: bool | None = None
    alert_to: Id | None = None


class MapPlace(Leaf):
    """Where a box was put on the integration map: its middle, from the AI system's, in tenths of the letters' height."""

    x: Annotated[int, Field(ge=-10_000, le=10_000)]
    y: Annotated[int, Field(ge=-10_000, le=10_000)]


class Connection(Leaf):
    """One system that the AI touches. Effort is in person-days, before doubling.

    ``environment`` is the nearest to production that was reached, ``environments`` those that the owner offers. ``phase``
    None: the rules decide; ``place`` None: the map is laid out by itself.
    """

    name: Line = ""
    direction: Direction | None = None
    data: Prose = ""
    authentication: Line = ""
    rate_limit: Line = ""
    environment: Environment | None = None
    failure_mode: Prose = ""
    fallback: Prose = ""
    owner: Id | None = None
    effort: Range = Field(default_factory=Range)
    kinds: tuple[DataKind, ...] = ()
    environments: tuple[Environment, ...] = ()
    phase: LaterPhase | None = None
    place: MapPlace | None = None


class MoneyLine(Leaf):
    """One amount of the value case with where it comes from. Monthly or one-time, as its list says."""

    name: Line = ""
    kind: CostKind | None = None
    amount: Range = Field(default_factory=Range)
    source: Line = ""
    owner: Id | None = None


class ValueCase(Leaf):
    """The three numbers' inputs, in the engagement's currency. Returns start when the system is live.

    ``months_to_launch`` is the likely one; ``launch_early`` and ``launch_late`` are None where nobody gave a range. The
    discount rate is in per cent a year.
    """

    continuing: Map[MoneyLine] = Field(default_factory=dict)
    investment: Map[MoneyLine] = Field(default_factory=dict)
    benefits: Map[MoneyLine] = Field(default_factory=dict)
    running: Map[MoneyLine] = Field(default_factory=dict)
    months_to_launch: Months | None = None
    launch_early: Months | None = None
    launch_late: Months | None = None
    launch_source: Line = ""
    launch_owner: Id | None = None
    horizon_months: Annotated[int, Field(ge=1, le=120)] = 24
    discount_rate: Share | None = None
    discount_source: Line = ""
    unit: UnitCase = Field(default_factory=UnitCase)


class Assignment(Leaf):
    """Who does a sprint task and by when; without an entry the method's role and date hold.

    ``status`` and ``percent`` are what people say; whether the task is done, its check decides.
    """

    owner: Id | None = None
    due: date | None = None
    note: Prose = ""
    status: TaskStatus | None = None
    percent: Percent = 0
    blocker: Line = ""


class Sprint(Leaf):
    """Track 1 for one system. ``start`` None: the engagement's start holds. ``superseded``: sealed decisions of before."""

    start: date | None = None
    metrics: Map[Metric] = Field(default_factory=dict)
    owner: Id | None = None
    owner_agreed_on: date | None = None
    deputy: Id | None = None
    evaluation: tuple[Line, ...] = ()
    evaluation_note: Prose = ""
    test_set: TestSet = Field(default_factory=TestSet)
    more_sets: Map[NamedSet] = Field(default_factory=dict)
    scoring: Scoring = Field(default_factory=Scoring)
    connections: Map[Connection] = Field(default_factory=dict)
    phase_one: Id | None = None
    phase_one_reason: Prose = ""
    value: ValueCase = Field(default_factory=ValueCase)
    decision: Decision = Field(default_factory=Decision)
    superseded: Map[Decision] = Field(default_factory=dict)
    assignments: Map[Assignment] = Field(default_factory=dict)
