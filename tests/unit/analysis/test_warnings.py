"""Each warning: what raises it, what does not, and that what clears it clears it."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.analysis.warnings import Warned, known_rules, warnings
from desktop.method.practice import load_practice
from desktop.text import area
from desktop.workbook import Engagement, Impact, Person, Perspective, Rating, Sprint, Stage, Workbook
from desktop.workbook.base import Range
from desktop.workbook.rating import Ratings, Reconciled, Review, RungOverride, Treatment
from desktop.workbook.sprint import (
    Connection,
    Environment,
    Metric,
    MetricKind,
    MoneyLine,
    Run,
    Sampling,
    Scoring,
    TestSet,
    ValueCase,
)
from desktop.workbook.system import Proposal
from tests.unit.analysis.answers import METHOD, VIEWS, rated, system

TODAY = date(2026, 11, 21)
RULES = load_practice().rules
PEOPLE = {
    "p": Person(id="p", name="Thea Lindqvist", perspective=Perspective.BUSINESS_FUNCTION),
    "b": Person(id="b", name="Jonas Weber", perspective=Perspective.PILOT_TEAM),
    "t": Person(id="t", name="Claims team"),
}
WORKBOOK = Workbook(people=PEOPLE, engagement=Engagement(sponsor="p"))
QUIET = {"owner": "p"}


def raised(workbook: Workbook = WORKBOOK, **fields) -> dict[str, Warned]:
    return {warned.rule: warned for warned in warnings(workbook, system(fields.pop("answers", {}), **fields), TODAY)}


def in_sprint(**fields) -> dict[str, Warned]:
    return raised(sprint=Sprint(**{**QUIET, **fields}))


def run(correct: int | None = 180) -> Scoring:
    return Scoring(runs={"r": Run(on=date(2026, 11, 12), scored=200, correct=correct)}, daily=True)


def metric(kind: MetricKind | None, agreed_on: date | None = None) -> dict[str, Metric]:
    return {"m": Metric(name="Cost of a claim", kind=kind, agreed_on=agreed_on)}


MONEY = {"x": MoneyLine(name="Time saved", amount=Range(low=Decimal(1), likely=Decimal(2), high=Decimal(3)))}
REACHED = Connection(name="Core", environment=Environment.STAGING, fallback="By hand")

IN_SPRINT = [
    (
        "clean-data-illusion",
        {"test_set": TestSet(sampling=Sampling.HAND_PICKED)},
        {"test_set": TestSet(sampling=Sampling.RANDOM)},
    ),
    (
        "sandbox-to-production-gap",
        {"connections": {"c": REACHED.model_copy(update={"environment": Environment.SANDBOX})}},
        {"connections": {"c": REACHED}},
    ),
    ("wrong-metrics", {"metrics": metric(MetricKind.ACTIVITY)}, {"metrics": metric(MetricKind.OUTCOME)}),
    ("silo-hand-off", {"owner": "b"}, {"owner": "b", "deputy": "p"}),
    ("polished-demo", {"evaluation": ("none",)}, {"evaluation": ("test-set",)}),
    ("no-evaluation-harness", {"scoring": run().model_copy(update={"daily": False})}, {"scoring": run()}),
    (
        "treated-as-deterministic",
        {"connections": {"c": REACHED.model_copy(update={"fallback": " "})}},
        {"connections": {"c": REACHED}},
    ),
    (
        "unit-economics-ignored",
        {"value": ValueCase(benefits=MONEY)},
        {"value": ValueCase(benefits=MONEY, running=MONEY)},
    ),
    ("no-named-owner", {"owner": "t"}, {"owner": "p"}),
    (
        "metrics-after-results",
        {"scoring": run(), "metrics": metric(MetricKind.OUTCOME, date(2026, 11, 13))},
        {"scoring": run(), "metrics": metric(MetricKind.OUTCOME, date(2026, 11, 12))},
    ),
]


@pytest.mark.parametrize(("rule", "broken", "cleared"), IN_SPRINT, ids=[case[0] for case in IN_SPRINT])
def test_an_entry_raises_it_and_another_clears_it(rule, broken, cleared):
    stage = {"stage": Stage.PILOT}
    assert rule in raised(sprint=Sprint(**{**QUIET, **broken}), **stage)
    assert rule not in raised(sprint=Sprint(**{**QUIET, **cleared}), **stage)


def test_a_sprint_in_order_warns_of_nothing():
    assert in_sprint() == {}


def test_without_a_sprint_its_rules_are_silent():
    assert raised() == {}


def test_only_activity_is_worse_than_efficiency():
    assert in_sprint(metrics=metric(MetricKind.ACTIVITY))["wrong-metrics"].severity == "serious"
    assert in_sprint(metrics=metric(MetricKind.EFFICIENCY))["wrong-metrics"].severity == "caution"
    assert "wrong-metrics" not in in_sprint(metrics=metric(None))  # not said yet is not wrong


def test_a_run_without_a_result_is_no_result():
    entries = {"scoring": run(correct=None), "metrics": metric(MetricKind.OUTCOME, date(2026, 11, 20))}
    assert "metrics-after-results" not in in_sprint(**entries)


def test_the_sponsor_is_a_person():
    for sponsor, missing in (("p", False), ("t", True), (None, True)):
        workbook = WORKBOOK.model_copy(update={"engagement": Engagement(sponsor=sponsor)})
        assert ("sponsor-missing" in raised(workbook, sprint=Sprint(owner="p"))) is missing


@pytest.mark.parametrize(
    ("started", "stage", "stalled"),
    [
        # 4.7 months of 30.44 days are 143.06 days; 1 July is 143 days before 21 November, 30 June 144
        (date(2026, 7, 1), Stage.PILOT, False),
        (date(2026, 6, 30), Stage.PILOT, True),
        (date(2026, 6, 30), Stage.OPERATION, False),
        (date(2026, 6, 30), Stage.RETIRED, False),
        (None, Stage.PILOT, False),
    ],
)
def test_stalled_longer_than_stalled_pilots_are_on_average(started, stage, stalled):
    assert ("stalled" in raised(started=started, stage=stage, owner="p", impact=Impact.NEITHER)) is stalled


def test_in_operation_without_its_impact_rated():
    assert "scaling-before-governance" in raised(stage=Stage.OPERATION)
    assert "scaling-before-governance" not in raised(stage=Stage.OPERATION, impact=Impact.NEITHER)
    assert "scaling-before-governance" not in raised(stage=Stage.PILOT)


def test_open_proposals_are_told_and_decided_ones_are_not():
    proposal = Proposal(level=3, reason="A cell", column=1)
    found = raised(proposals={"a": proposal, "b": proposal.model_copy(update={"state": "rejected"})})
    assert found["proposals-open"].values == {"n": 1}


BY_ANSWER = [rule.answer for rule in RULES if rule.answer]


@pytest.mark.parametrize("rule", BY_ANSWER, ids=lambda rule: rule.warning)
def test_an_answer_below_its_level_raises_it_and_one_at_it_does_not(rule):
    for level in range(5):
        found = raised(answers={rule.question: rated(*[level] * 4)}, stage=rule.stage, owner="p", impact=Impact.NEITHER)
        assert (rule.warning in found) is (level < rule.below)
    assert rule.warning not in raised(answers={rule.question: rated(-1, -1, -1, -1)}, stage=rule.stage)


@pytest.mark.parametrize("rule", BY_ANSWER, ids=lambda rule: rule.warning)
def test_it_says_which_answer_raised_it(rule):
    answers = {rule.question: rated(1, 4, 4, 4)}
    found = raised(answers=answers, stage=rule.stage, owner="p", impact=Impact.NEITHER)[rule.warning]
    assert found.at == ("ratings", rule.question)
    assert (found.severity, found.values) == (rule.severity, {"level": 1})


def test_a_rule_that_an_entry_broke_already_is_not_told_twice():
    answers = {"production-data-used": rated(0, 0, 0, 0)}
    found = raised(answers=answers, sprint=Sprint(owner="p", test_set=TestSet(sampling=Sampling.HAND_PICKED)))
    assert "clean-data-illusion" in found
    assert "clean-data-illusion-rated" not in found


def test_approval_is_asked_for_once_it_is_in_operation():
    assert "scaling-before-governance-rated" not in raised(answers={"security-signoff": rated(0)}, stage=Stage.PILOT)


def test_missing_perspectives_are_told_once_somebody_has_answered():
    assert "perspectives-missing" not in raised(answers={})
    assert raised(answers={"scoped-access": rated(3)})["perspectives-missing"].values == {"n": 3}
    assert "perspectives-missing" not in raised(answers={"scoped-access": rated(3, 3, 3, 3)})
    assert "perspectives-missing" not in raised(
        answers={"scoped-access": rated(3, 3), "rate-limits-known": rated(None, None, -1, 3)}
    )


def test_distant_views_are_told_until_the_room_agrees():
    answers = {"scoped-access": rated(3, 3, 3, 1), "rate-limits-known": rated(3, 3, 4, 3)}
    found = raised(answers=answers)["perspectives-disagree"]
    assert (found.at, found.values) == (("ratings", "scoped-access"), {"n": 1})
    room = Reconciled(level=2, reason="Seen together")
    answers["scoped-access"] = answers["scoped-access"].model_copy(update={"reconciled": room})
    assert "perspectives-disagree" not in raised(answers=answers)


@pytest.mark.parametrize("review", Review)
def test_a_challenged_answer_waits_for_its_answer(review):
    answers = {"scoped-access": Ratings(views={VIEWS[0]: Rating(level=3, review=review)})}
    assert ("answers-challenged" in raised(answers=answers)) is (review is Review.CHALLENGED)


@pytest.mark.parametrize(
    ("treatment", "half"),
    [
        (Treatment(), False),
        (Treatment(mitigation="By hand"), True),
        (Treatment(owner="p"), True),
        (Treatment(mitigation="By hand", owner="t"), True),
        (Treatment(mitigation="By hand", owner="p"), False),
    ],
)
def test_a_gap_is_managed_whole_or_not_at_all(treatment, half):
    assert ("gaps-unmanaged" in raised(treatments={"scoped-access": treatment})) is half


def test_a_rung_set_by_hand_is_told_with_name_and_reason():
    found = raised(rung_override=RungOverride(rung=4, by="p", reason="Audit"))["rung-overridden"]
    assert found.severity == "info"
    assert found.values == {"rung": 4, "by": "Thea Lindqvist", "reason": "Audit"}


def test_the_serious_stand_first():
    answers = {"production-data-used": rated(0), "phase-gates": rated(0)}
    override = RungOverride(rung=4, by="Thea Lindqvist", reason="Audit")
    found = [warned.severity for warned in raised(answers=answers, rung_override=override).values()]
    assert found == sorted(found, key=["serious", "caution", "info"].index)
    assert set(found) == {"serious", "caution", "info"}


EVERY_RULE = sorted(known_rules() | {rule.warning for rule in BY_ANSWER})


@pytest.mark.parametrize("rule", EVERY_RULE)
@pytest.mark.parametrize("text", ["name", "raised", "clears"])
def test_every_warning_has_its_texts(rule, text):
    texts, key = area("warnings"), f"warnings.{rule}.{text}"
    counted = text == "raised" and f"{key}.one" in texts  # a sentence with a number has a form for one and one for many
    assert all(texts[form].strip() for form in ((f"{key}.one", f"{key}.many") if counted else (key,)))


def test_no_text_is_left_of_a_warning_that_nothing_raises():
    assert {key.split(".")[1] for key in area("warnings")} == set(EVERY_RULE)


def test_a_rule_of_the_content_asks_a_question_that_exists():
    assert {rule.question for rule in BY_ANSWER} <= set(METHOD.question)
