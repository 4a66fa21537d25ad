"""Two sprints that are not far yet: underwriting notes late in week 2, broker e-mail routing new in week 1."""

from datetime import date
from decimal import Decimal

from desktop.workbook import Sprint
from desktop.workbook.kept_texts import Keep
from desktop.workbook.sprint import (
    Assignment,
    Metric,
    MetricKind,
    Sampling,
    Scoring,
    TestSet,
)
from northwind import people as who
from northwind import value_cases
from northwind.evaluation import Drawn, Scored, runs_over
from northwind.integrations import UNDERWRITING_CONNECTIONS
from northwind.records import kind_of_case, numbered

_DRAWN = Drawn(
    "submissions",
    {"Property": 96, "Liability": 70, "Fleet": 41, "Cyber": 7},
    {"Quote": 52, "Ask": 27, "Decline": 15, "Refer": 6},
    doubles=43,
    differing=5,
    confidence=False,
)

UNDERWRITING = Sprint(
    metrics=numbered(
        [
            Metric(
                name="Quotes bound of quotes given",
                kind=MetricKind.OUTCOME,
                unit="%",
                baseline=Decimal(22),
                target=Decimal(26),
                measured_how="Policy system, each month, commercial lines only.",
                agreed_on=date(2026, 11, 6),
            ),
            Metric(
                name="Minutes to read a submission",
                kind=MetricKind.EFFICIENCY,
                unit="minutes",
                baseline=Decimal(54),
                target=Decimal(20),
                measured_how="Time study of 40 submissions, repeated each quarter.",
                agreed_on=date(2026, 11, 6),
            ),
        ]
    ),
    owner=who.WEBER,
    owner_agreed_on=date(2026, 11, 6),
    deputy=who.KELLER,
    evaluation=("labelled-set",),
    evaluation_note="A spreadsheet of the pilot team; nobody scores it regularly.",
    test_set=TestSet(
        examples=214,
        provenance="156 submissions of May 2026 drawn at random, and 58 that were chosen for the demo.",
        sampling=Sampling.HAND_PICKED,
        labelled_by="One underwriter; a second look at every fifth.",
        slices=numbered(
            [
                kind_of_case("Property", 38, 96),
                kind_of_case("Liability", 31, 70),
                kind_of_case("Fleet", 19, 41),
                kind_of_case("Cyber", 12, 7),
            ]
        ),
    ),
    scoring=Scoring(
        threshold=Decimal(80),
        runs=numbered(
            runs_over(
                _DRAWN,
                [
                    Scored(date(2026, 11, 13), 171, "model 4.1, prompt v5", "submissions scored.xlsx"),
                    Scored(
                        date(2026, 11, 19), 178, "model 4.1, prompt v6", "submissions scored 2.xlsx", keep=Keep.WRONG
                    ),
                ],
            )
        ),
        daily=False,
    ),
    connections=numbered(UNDERWRITING_CONNECTIONS),
    value=value_cases.UNDERWRITING,
    assignments={
        "examples-origin": Assignment(owner=who.NOVAK, note="Replace the 58 demo cases by a random draw."),
        "mix-matches": Assignment(owner=who.NOVAK, note="Cyber submissions come from two brokers only."),
        "scored-daily": Assignment(owner=who.RAMAN, due=date(2026, 11, 27)),
        "alert-person": Assignment(owner=who.WEBER),
        "connections-listed": Assignment(owner=who.LINDQVIST),
    },
)

BROKER_ROUTING = Sprint(
    start=date(2026, 11, 16),
    metrics=numbered(
        [
            Metric(
                name="E-mails sorted",
                kind=MetricKind.ACTIVITY,
                unit="e-mails a week",
                target=Decimal(3_000),
                measured_how="Count of the mail gateway.",
            )
        ]
    ),
    owner=who.SHARED_DUTY,
    evaluation=("none",),
    assignments={"owner-named": Assignment(owner=who.BRANDT, note="Choose between Claims and Sales.")},
)
