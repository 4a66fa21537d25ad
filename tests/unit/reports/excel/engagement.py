"""A made-up engagement: three systems of the sprint at different states, and some more in the portfolio."""

from datetime import date
from decimal import Decimal
from itertools import count, zip_longest

from desktop.method import load_method
from desktop.reports.report import Report, Stamp, build_report
from desktop.workbook import Engagement, Impact, Person, Sprint, Stage, System, Workbook
from desktop.workbook.base import Range
from desktop.workbook.decision import Condition, Decision, Outcome
from desktop.workbook.engagement import Calendar
from desktop.workbook.sprint import (
    Assignment,
    Connection,
    CostKind,
    Direction,
    Environment,
    Metric,
    MetricKind,
    MoneyLine,
    Run,
    Sampling,
    Scoring,
    Slice,
    TestSet,
    ValueCase,
)
from desktop.workbook.unit_case import CostBasis, UnitCase, UnitCost, UnitFigure

TODAY = date(2026, 11, 21)
STAMP = Stamp(as_of=TODAY, revision="47", app_version="0.1.0")


def days(low, likely, high):
    return Range(low=Decimal(low), likely=Decimal(likely), high=Decimal(high))


def money(*lines, kinds=()):
    number = count(1)
    return {
        f"m{next(number)}": MoneyLine(name=name, amount=days(*amount), source=source, kind=kind)
        for (name, amount, source), kind in zip_longest(lines, kinds)
    }


def people():
    names = ("Miriam Keller", "Priya Raman", "Tomas Lindqvist", "Henrik Brandt", "Isabelle Moreau", "IT Service Desk")
    return {f"p{n}": Person(id=f"p{n}", name=name) for n, name in enumerate(names, start=1)}


def claims():
    """Nearly through: conditional go, threshold cleared."""
    runs = {
        "r1": Run(on=date(2026, 11, 9), scored=240, correct=203, version="v1, prompt 3"),
        "r2": Run(on=date(2026, 11, 12), scored=240, correct=208, version="v1, prompt 4"),
        "r3": Run(on=date(2026, 11, 16), scored=240, correct=205, version="v2, prompt 4"),
        "r4": Run(on=date(2026, 11, 20), scored=240, correct=212, version="v2, prompt 5"),
        "r5": Run(on=None, scored=None, correct=None, version="broken run"),
    }
    slices = {
        "s1": Slice(name="Motor", real_share=Decimal("52.5"), examples=131),
        "s2": Slice(name="Household", real_share=Decimal(31), examples=66),
        "s3": Slice(name="Travel", real_share=Decimal("16.5"), examples=43),
        "s4": Slice(name="Liability", real_share=None, examples=None),
    }
    connections = {
        "c1": Connection(
            name="Core claims system",
            direction=Direction.BOTH,
            data="Claim header, documents, reserve",
            authentication="Service account",
            rate_limit="300 calls a minute",
            environment=Environment.STAGING,
            failure_mode="Time-out at month end",
            fallback="Claim goes to the manual queue with a note",
            owner="p3",
            effort=days(12, 18, 30),
        ),
        "c2": Connection(
            name="Document archive",
            direction=Direction.READS,
            data="Scans of the last 90 days",
            authentication="OAuth",
            rate_limit="none",
            environment=Environment.PRODUCTION,
            failure_mode="Scan is missing",
            fallback="Handler asks for it by hand",
            owner="p2",
            effort=days(3, 5, "7.5"),
        ),
        "c3": Connection(name="Letter service", direction=Direction.WRITES),
    }
    value = ValueCase(
        continuing=money(
            ("Pilot team, 2.5 people", (28_000, 30_000, 33_000), "Timesheets, Q3"),
            ("Model use and licences", (6_500, 8_000, 9_500), "Invoices"),
            kinds=(CostKind.PEOPLE, CostKind.OPPORTUNITY),
        ),
        investment=money(
            ("Integration, doubled effort of week 3", (150_000, 190_000, 260_000), "Integration sheet"),
            ("Monitoring and review queue", (90_000, 110_000, 140_000), "Offer of 4 Nov"),
            ("Training of 24 handlers", ("100000.50", 110_000, 120_000), "HR plan"),
        ),
        benefits=money(
            ("Handling time saved", (102_000, 112_000, 121_000), "Metric 1"),
            ("Fewer misrouted claims", (30_000, 32_480, 36_800), "Metric 2"),
        ),
        running=money(("Model use at full volume", (12_000, 15_000, 18_000), "Load test")),
        months_to_launch=3,
        launch_early=2,
        launch_late=5,
        launch_source="Plan of week 3",
        launch_owner="p3",
        horizon_months=24,
        discount_rate=Decimal("7.5"),
        discount_source="Finance",
        unit=UnitCase(
            costs={
                "u1": UnitCost(name="Hosting", basis=CostBasis.MONTH, amount=days(2_500, 3_000, 4_000), source="Offer"),
                "u2": UnitCost(name="Review", basis=CostBasis.CASE, amount=days("0.31", "0.4", "0.55"), owner="p1"),
                "u3": UnitCost(name="Model", basis=CostBasis.CALL, amount=days("0.02", "0.03", "0.07")),
            },
            calls=UnitFigure(amount=days(2, "2.5", 4), source="Call log"),
            worth=UnitFigure(amount=days("0.8", "2.2", 4)),
            pilot=UnitFigure(amount=days(300, 400, 500)),
            target=UnitFigure(amount=days(9_000, 10_000, 12_000), owner="p2"),
        ),
    )
    decision = Decision(
        outcome=Outcome.CONDITIONAL,
        decided_on=date(2026, 11, 20),
        decided_by=("p4", "p1"),
        reason="Clears the threshold; write-back is not yet proven.",
        resources="Two engineers for four days a week from 1 December",
        budget=Decimal(410_000),
        conditions={
            "d1": Condition(text="Write-back tested in staging", owner="p3", due=date(2026, 12, 11)),
            "d2": Condition(text="Deputy named", owner="p1", due=date(2026, 11, 18)),
            "d3": Condition(
                text="Alert reaches a person", owner="p2", due=date(2026, 12, 1), met_on=date(2026, 11, 20)
            ),
            "d4": Condition(text="Data agreement signed"),
        },
    )
    metrics = {
        "k1": Metric(
            name="Hours from claim to first decision",
            kind=MetricKind.OUTCOME,
            unit="hours",
            baseline=Decimal("26.5"),
            target=Decimal(8),
            measured_how="Claims system, median a week",
            agreed_on=date(2026, 11, 4),
        ),
        "k2": Metric(name="Misrouted claims", kind=MetricKind.EFFICIENCY, unit="%", baseline=Decimal("6.2")),
        "k3": Metric(
            name="Complaints that the assistant decided",
            kind=MetricKind.ACTIVITY,
            unit="a month",
            baseline=Decimal(0),
            target=Decimal(0),
            measured_how="Register",
        ),
    }
    return Sprint(
        start=date(2026, 11, 2),
        metrics=metrics,
        owner="p1",
        owner_agreed_on=date(2026, 11, 4),
        deputy="p1",
        evaluation=("labelled-set", "automated-scoring"),
        test_set=TestSet(
            examples=240,
            provenance="Closed claims, July to September, one a day and handler",
            sampling=Sampling.STRATIFIED,
            slices=slices,
        ),
        scoring=Scoring(threshold=Decimal(80), runs=runs, daily=True, alert_to="p2"),
        connections=connections,
        phase_one="c2",
        value=value,
        decision=decision,
        assignments={
            "metric-defined": Assignment(owner="p1", note="Signed off by the board"),
            "deputy-named": Assignment(owner="p4"),
            "conditions-owned": Assignment(owner="p1", due=date(2026, 12, 4)),
        },
    )


def letters():
    """Half way: likely but not shown, no value case yet."""
    runs = {"r1": Run(on=date(2026, 11, 18), scored=90, correct=76, version="v1")}
    costs = money(("Vendor licence", (4_000, 4_200, 4_500), "Contract"))
    return Sprint(
        start=date(2026, 11, 9),
        owner="p6",
        test_set=TestSet(examples=90, sampling=Sampling.HAND_PICKED),
        scoring=Scoring(threshold=Decimal("82.5"), runs=runs, daily=False),
        value=ValueCase(continuing=costs, benefits={"m1": MoneyLine(name="Letters a day", amount=days(1, 3, 2))}),
        metrics={"k1": Metric(name="Letters drafted", kind=MetricKind.ACTIVITY, unit="a day")},
    )


def system(number, name, **fields):
    return System(id=f"{number:04d}-ab", name=name, **fields)


def workbook(**engagement):
    entries = (
        system(
            1, "Claims triage assistant", unit="Claims", stage=Stage.PILOT, impact=Impact.NEITHER,
            started=date(2026, 1, 12), sprint=claims(),
        ),
        system(
            2, "Kundenkorrespondenzautomatisierung für Schadenersatzanforderungen", unit="Customer service",
            stage=Stage.BUILD, impact=Impact.RIGHTS, started=date(2026, 8, 3), sprint=letters(),
        ),
        system(3, "Fraud signal scoring", unit="Investigations", stage=Stage.PILOT, impact=Impact.RIGHTS, sprint=Sprint()),
        system(4, "Call summariser", stage=Stage.OPERATION, started=date(2025, 2, 1),
               implemented=date(2025, 9, 1), owner="p5"),
        system(5, "Pricing model", unit="Actuarial", stage=Stage.RETIRED, started=date(2023, 5, 1), retired=date(2025, 5, 1)),
        system(6, "Hail damage photos", unit="Claims", stage=Stage.IDEA, impact=Impact.SAFETY, owner="p6"),
        system(7, "Chat assistant", started=date(2025, 12, 24)),
    )  # fmt: skip
    frame = {
        "client": "Northwind Insurance",
        "confidentiality": "Confidential",
        "start": date(2026, 11, 2),
        "fictitious": True,
        "calendar": Calendar(country="DE"),
        **engagement,
    }
    return Workbook(engagement=Engagement(**frame), people=people(), systems={entry.id: entry for entry in entries})


def report(book: Workbook | None = None, system_id: str | None = None) -> Report:
    return build_report(book or workbook(), load_method(), STAMP, system_id)
