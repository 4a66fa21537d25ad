"""Engagements that are hard to print: empty, overfull, long-worded, extreme, and all of it at once."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from desktop.method import load_method
from desktop.reports.report import Report, Stamp, build_report
from desktop.workbook import Engagement, Industry, Person, Sprint, Stage, System, Workbook
from desktop.workbook.base import Range
from desktop.workbook.decision import Condition, Decision, Outcome
from desktop.workbook.sprint import (
    Connection,
    Figures,
    Metric,
    MetricKind,
    MoneyLine,
    Run,
    Scoring,
    Slice,
    Tally,
    TestSet,
    ValueCase,
)
from tests.northwind import sample

TODAY = date(2026, 11, 21)
STAMP = Stamp(TODAY, "47", "0.1.0")
CLAIMS = "0001-claims-triage"
GERMAN = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
LONG = f"{GERMAN} für die Donaudampfschifffahrtsgesellschaft und alle übrigen Verwaltungseinheiten"


def report_of(workbook: Workbook, system_id: str | None = None) -> Report:
    return build_report(workbook, load_method(), STAMP, system_id)


def full(text: str = LONG, many: int = 40, amount: int = 1) -> Workbook:
    """One system with ``many`` of everything, each with ``text`` in every place for text."""
    money = _money(text, max(many // 3, 1), amount)
    sprint = Sprint(
        start=TODAY - timedelta(days=19),
        owner="p1",
        deputy="p1",
        metrics={f"m{n}": _metric(text, n) for n in range(many)},
        test_set=TestSet(
            examples=240,
            mix_reason=text,
            slices={
                f"s{n}": Slice(name=text, real_share=Decimal(100) / many, examples=n + 1) for n in range(min(many, 30))
            },
        ),
        scoring=Scoring(
            threshold=Decimal("84.95"),
            runs={
                **{f"r{n}": _run(n, text) for n in range(many)},
                **{f"t{n}": Run(on=TODAY, scored=199, correct=150, test_set=f"{n} {text}"[:1_900]) for n in range(2)},
            },
        ),
        connections={f"c{n}": _connection(text, n) for n in range(many)},
        phase_one="c0",
        value=ValueCase(
            continuing=money, investment=money, benefits=money, running=money, months_to_launch=9, horizon_months=120
        ),
        decision=Decision(
            outcome=Outcome.CONDITIONAL,
            decided_on=TODAY,
            decided_by=("p1",),
            reason=f"{text} " * 30,
            resources=f"{text} " * 30,
            dissent=f"{text} " * 30,
            budget=Decimal(amount) * 1_000_000,
            conditions={f"d{n}": Condition(text=f"{text} " * 9, owner="p1", due=TODAY) for n in range(many)},
        ),
    )
    system = System(
        id="s1", name=text, unit=text, stage=Stage.PILOT, started=TODAY - timedelta(days=900), sprint=sprint
    )
    return Workbook(
        engagement=Engagement(
            client=text,
            confidentiality=text,
            sponsor="p1",
            industry=Industry.PUBLIC_SECTOR,
            start=TODAY,
            fictitious=True,
        ),
        people={"p1": Person(id="p1", name=f"Anna {text}"[:300], role=text)},
        systems={"s1": system},
    )


def _money(text: str, many: int, amount: int) -> dict[str, MoneyLine]:
    ends = Range(low=Decimal(amount) * 1_000, likely=Decimal(amount) * 2_000, high=Decimal(amount) * 2_500)
    return {f"l{n}": MoneyLine(name=text, amount=ends, source=text, owner="p1") for n in range(many)}


def _run(n: int, text: str) -> Run:
    """A run whose kinds of case are called ``text``; the oldest was typed in by hand."""
    slices = tuple(Tally(name=text, scored=20 + k, correct=10 + k) for k in range(3))
    figures = Figures(source=text, slices=slices) if n else None
    return Run(on=TODAY - timedelta(days=n), scored=240, correct=239 - n, version=text, figures=figures)


def _metric(text: str, n: int) -> Metric:
    return Metric(
        name=text,
        kind=MetricKind.OUTCOME,
        unit=text,
        baseline=Decimal("1234567.891"),
        target=Decimal(n),
        measured_how=text * 3,
        agreed_on=TODAY,
    )


def _connection(text: str, n: int) -> Connection:
    effort = Range(low=Decimal(1), likely=Decimal("12.5"), high=Decimal(1_000)) if n % 3 else Range()
    owner = "p1" if n % 4 else None
    return Connection(name=text, data=text, fallback=text if n % 5 else "", owner=owner, effort=effort)


def crowd(systems: int, in_sprint: int) -> Workbook:
    """A portfolio of many, all of it standing still, some of it in the sprint."""
    start = TODAY - timedelta(days=2_000)
    return Workbook(
        systems={
            f"s{n:04}": System(
                id=f"s{n:04}",
                name=f"{LONG} {n}",
                unit=LONG,
                stage=(*Stage, None)[n % 6],
                started=start + timedelta(days=n % 1_900),
                sprint=Sprint() if n < in_sprint else None,
            )
            for n in range(systems)
        }
    )


def bare_sprint() -> Workbook:
    return Workbook(systems={"s1": System(id="s1", name="", sprint=Sprint())})


VARIANTS: dict[str, Callable[[], Report]] = {
    "sample": lambda: report_of(sample()),
    "one system": lambda: report_of(sample(), CLAIMS),
    "outside the sprint": lambda: report_of(sample(), "0004-fraud-rings"),
    "nothing": lambda: report_of(Workbook()),
    "bare sprint": lambda: report_of(bare_sprint()),
    "overfull": lambda: report_of(full()),
    "one of each": lambda: report_of(full("x", many=1)),
    "millions of billions": lambda: report_of(full("Amount", many=5, amount=10**14)),
    "zero": lambda: report_of(full("Zero", many=2, amount=0)),
    "wide letters": lambda: report_of(full("W" * 200, many=6)),
    "2,133 systems": lambda: report_of(crowd(2_133, 3)),
    "portfolio alone": lambda: report_of(crowd(24, 0)),
    "many in the sprint": lambda: report_of(crowd(30, 12)),
}
