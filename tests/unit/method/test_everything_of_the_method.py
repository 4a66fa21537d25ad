"""Every element of the method that the sources ask for stands in the content, with the figures they give."""

import importlib.util
from decimal import Decimal
from itertools import product

import pytest

from desktop.analysis.portfolio import STALL_MONTHS
from desktop.analysis.warnings import known_rules
from desktop.method import load_method
from desktop.method.practice import load_practice
from desktop.workbook.sprint import MetricKind
from desktop.workbook.system import RiskTier
from tests.source_files import REPOSITORY

METHOD = load_method()
PRACTICE = load_practice()
LENSES = {
    "conditions": ["strategy", "architecture", "stewardship", "lifecycle", "workflow"],
    "gaps": ["value", "data", "integration", "reliability", "governance", "ownership"],
    "ladder": ["rung-1", "rung-2", "rung-3", "rung-4", "rung-5"],
    "root-causes": ["integration-complexity", "output-quality", "observability", "unclear-ownership", "domain-data"],
    "domains": ["rollout", "evaluation", "monitoring", "accountability", "feedback"],
    "agent-contexts": ["data-context", "action-context", "governance-context"],
    "five-questions": ["outcome", "owner", "drift", "human-workflow", "rollback"],
    "themes": ["ownership-theme", "data-readiness", "governance-theme", "genaiops", "human-theme", "value-theme"],
    "google-mlops": ["mlops-0", "mlops-1", "mlops-2"],
    "azure-mlops": ["azure-0", "azure-1", "azure-2", "azure-3", "azure-4"],
    "gartner-maturity": ["awareness", "active", "operational", "systemic", "transformational"],
    "nist-ai-rmf": ["govern", "map", "measure", "manage"],
    "iso-42001": [f"clause-{n}" for n in range(4, 11)],
}
# figure: the numbers that the method names, each as it must stand in the published value
FIGURES = {
    "rand-failure": ["80.3 %"],
    "rand-abandoned": ["33.8 %"],
    "rand-no-value": ["28.4 %"],
    "rand-cost-unjustified": ["18.1 %"],
    "mit-scaled": ["5 %"],
    "agents-pilot": ["78 %"],
    "agents-production": ["14 %"],
    "causes-together": ["89 %"],
    "cause-integration": ["63 %"],
    "cause-quality": ["58 %"],
    "cause-monitoring": ["54 %"],
    "cause-ownership": ["49 %"],
    "cause-data": ["41 %"],
    "metrics-success": ["54 %", "12 %"],
    "sponsor-success": ["68 %", "11 %"],
    "data-assessment-success": ["47 %", "14 %"],
    "ownership-rollbacks": ["5.7"],
    "evaluation-speed": ["3×"],
    "mlops-speed": ["40 %"],
    "sponsor-lost": ["56 %"],
    "managed-as-it": ["61 %"],
    "narrow-days": ["90 days"],
    "stall-months": ["4.7 months"],
    "gartner-months": ["8 months"],
    "time-to-production": ["16 to 28 weeks"],
    "mit-no-impact": ["95 %"],
    "mit-partner": ["67 %"],
    "mit-internal": ["a third"],
    "menlo-partner": ["76 %", "47 %"],
    "bcg-no-value": ["74 %"],
    "sp-abandoned": ["42 %", "17 %"],
    "idc-proofs": ["4 of 33"],
    "gartner-production": ["48 %"],
    "gartner-proofs-abandoned": ["30 %"],
    "gartner-agents-cancelled": ["40 %"],
    "industry-financial-services-production": ["21 %"],
    "industry-financial-services-failure": ["82.1 %"],
    "industry-financial-services-cost": ["$11.3M"],
    "industry-healthcare-production": ["8 %"],
    "industry-healthcare-failure": ["78.9 %"],
    "industry-manufacturing-failure": ["76.4 %"],
    "industry-retail-failure": ["73.8 %"],
    "industry-professional-services-failure": ["68.7 %"],
}
NOT_REPORTED = [
    "industry-healthcare-cost",
    "industry-manufacturing-production",
    "industry-manufacturing-cost",
    "industry-retail-production",
    "industry-retail-cost",
    "industry-professional-services-production",
    "industry-professional-services-cost",
]
RULES = {
    "anatomy": {"clean-data-illusion", "sandbox-to-production-gap", "wrong-metrics", "silo-hand-off"},
    "mistake": {
        "polished-demo",
        "no-evaluation-harness",
        "no-named-owner",
        "scaling-before-governance",
        "treated-as-deterministic",
        "unit-economics-ignored",
    },
    "practice": {
        "one-function",
        "sponsor-still-active",
        "business-programme",
        "stalled",
        "metrics-before-results",
        "phase-gates",
    },
    "diagnosis": {
        "controls-of-the-tier",
        "tier-with-reason",
        "blocking-is-closed-first",
        "conditions-are-kept",
        "four-perspectives",
        "disagreement-shown",
        "manageable-is-managed",
        "rung-set-by-hand",
        "review-heard",
        "queue-is-manageable",
        "one-accountable-person",
        "gates-on-evidence",
        "way-back-is-tried",
    },
}


def ids(entries) -> list[str]:
    return [str(entry.id) for entry in entries]


def questions_of(*lists) -> set[str]:
    return {question for entries in lists for entry in entries for question in entry.questions}


def test_every_lens_and_every_group_in_the_order_of_its_source():
    assert {lens.id: ids(lens.groups) for lens in METHOD.lenses} == LENSES


@pytest.mark.parametrize(("lens", "group"), [(lens, group) for lens, groups in LENSES.items() for group in groups])
def test_every_group_has_enough_questions_to_mean_something(lens, group):
    assert len(METHOD.group(lens, group)) >= 3


@pytest.mark.parametrize("lens", METHOD.lenses, ids=lambda lens: lens.id)
def test_every_lens_says_how_it_scores_and_what_it_does_not_claim(lens):
    assert lens.scoring.strip()
    assert lens.not_claimed.strip()
    crosswalks = {"google-mlops", "azure-mlops", "gartner-maturity", "nist-ai-rmf", "iso-42001"}
    assert lens.crosswalk is (lens.id in crosswalks)


def test_the_bank_has_sixty_to_ninety_questions():
    assert 60 <= len(METHOD.questions) <= 90


@pytest.mark.parametrize(("figure", "numbers"), FIGURES.items(), ids=FIGURES)
def test_every_figure_is_there_as_published(figure, numbers):
    value = METHOD.benchmark[figure].value or ""
    assert [number for number in numbers if number not in value] == []


@pytest.mark.parametrize("figure", NOT_REPORTED)
def test_a_blank_of_the_source_stays_not_reported(figure):
    assert METHOD.benchmark[figure].value is None


@pytest.mark.parametrize("word", ["$4.2M", "$6.8M", "$1.9M", "72 %", "$5.1M", "$14.7M", "188 %"])
def test_what_projects_cost_and_return_is_there(word):
    assert any(word in (figure.value or "") for figure in METHOD.benchmarks)


def test_the_stall_that_is_computed_is_the_one_that_is_published():
    assert METHOD.benchmark["stall-months"].value == f"{STALL_MONTHS} months"


@pytest.mark.parametrize("kind", RULES)
def test_every_rule_is_there(kind):
    assert {rule.id for rule in PRACTICE.rules if rule.kind == kind} == RULES[kind]


def test_every_rule_raises_a_warning_and_every_warning_of_entries_is_a_rule():
    assert [rule.id for rule in PRACTICE.rules if not (rule.warning or rule.answer)] == []
    named = {rule.warning for rule in PRACTICE.rules if rule.warning}
    # reminders of the workbook's own, no rules of a source
    assert named == known_rules() - {"proposals-open", "use-forbidden", "seal-broken", "sponsor-inactive"}


def test_what_rules_and_practice_refer_to_exists():
    cited = {entry.benchmark for entry in (*PRACTICE.rules, *PRACTICE.build_or_buy)} - {None}
    assert cited <= set(METHOD.benchmark)
    entries = (
        *PRACTICE.rules,
        *PRACTICE.agent_checks,
        *PRACTICE.raci,
        *PRACTICE.checklist,
        *PRACTICE.rollout,
        *PRACTICE.monitoring,
        *PRACTICE.bands,
        *PRACTICE.conditions,
        *PRACTICE.tiers,
        *PRACTICE.build_or_buy,
        *PRACTICE.measurement,
    )
    assert {entry.source for entry in entries} <= set(METHOD.source)
    controls = PRACTICE.controls(RiskTier.HIGH)
    assert questions_of(PRACTICE.agent_checks, PRACTICE.monitoring, PRACTICE.conditions, controls) <= set(
        METHOD.question
    )


def test_the_four_questions_about_an_agent():
    assert ids(PRACTICE.agent_checks) == [
        "data-without-credentials",
        "constraints-enforced",
        "record-of-every-action",
        "run-like-production",
    ]
    assert all(check.prompt.endswith("?") for check in PRACTICE.agent_checks)


def test_the_rows_that_a_raci_needs_at_least():
    assert ids(PRACTICE.raci) == ["incidents", "changes", "benchmarks", "downstream", "reporting"]


def test_what_a_launch_needs_at_least():
    """Training, escalation, governance and the way back (ClarityArc, weeks 9 to 12), and what the others ask for."""
    assert {"owner-took-over", "users-trained", "way-up-known", "rollback-tried", "access-approved"} <= set(
        ids(PRACTICE.checklist)
    )
    assert all(item.about for item in PRACTICE.checklist)


def test_the_three_phases_of_the_rollout_with_their_criteria():
    assert [phase.weeks for phase in PRACTICE.rollout] == [(4, 6), (6, 8), (8, 12)]
    first, second, third = ({entry.id: entry for entry in phase.criteria} for phase in PRACTICE.rollout)
    assert (first["uptime"].bound, first["uptime"].value) == ("at-least", Decimal("99.5"))
    assert (first["latency"].bound, first["latency"].value) == ("below", 2)
    assert (first["critical-errors"].bound, first["critical-errors"].value) == ("at-most", 0)
    assert (second["volume"].bound, second["volume"].value) == ("at-least", 10)
    assert second["quality"].against
    assert third["return"].against


def test_a_criterion_has_a_bound_and_a_phase_says_what_its_gate_releases():
    for phase in PRACTICE.rollout:
        assert phase.releases
        assert all((entry.value is None) is bool(entry.against) for entry in phase.criteria)


def test_what_is_watched_in_production():
    assert ids(PRACTICE.monitoring) == [
        "quality",
        "latency-and-cost",
        "input-drift",
        "user-feedback",
        "error-categories",
    ]
    assert all(signal.alert for signal in PRACTICE.monitoring)


@pytest.mark.parametrize(
    ("confidence", "risk", "band"),
    [
        ("high", RiskTier.LOW, "automate"),
        ("high", RiskTier.MEDIUM, "suggest"),
        ("high", RiskTier.HIGH, "escalate"),
        ("medium", RiskTier.LOW, "suggest"),
        ("medium", RiskTier.MEDIUM, "suggest"),
        ("medium", RiskTier.HIGH, "escalate"),
        ("low", RiskTier.LOW, "escalate"),
        ("low", RiskTier.MEDIUM, "escalate"),
        ("low", RiskTier.HIGH, "escalate"),
    ],
)
def test_who_decides_about_an_output(confidence, risk, band):
    assert PRACTICE.band(confidence, risk).id == band


def test_nothing_falls_between_the_bands_and_each_is_used():
    used = {PRACTICE.band(*pair).id for pair in product(("low", "medium", "high"), RiskTier)}
    assert used == {band.id for band in PRACTICE.bands}


def test_without_what_the_bands_do_not_work():
    assert ids(PRACTICE.conditions) == ["calibrated", "manageable-queue", "reason-recorded"]


def test_a_higher_tier_needs_every_control_of_the_lower_and_more():
    low, medium, high = (PRACTICE.controls(tier) for tier in RiskTier)
    assert low == medium[: len(low)]
    assert medium == high[: len(medium)]
    assert len(low) < len(medium) < len(high)
    assert len(set(ids(high))) == len(high)


@pytest.mark.parametrize("tier", PRACTICE.tiers, ids=lambda tier: tier.id)
def test_a_control_that_a_tier_needs_blocks_that_tier(tier):
    for control in tier.controls:
        limits = [getattr(METHOD.question[question].blocks, tier.id.value) for question in control.questions]
        assert all(limits), control.id


def test_the_categories_of_the_eu_ai_act_stand_beside_the_tiers():
    assert {entry.id: entry.tier for entry in PRACTICE.eu_categories} == {
        "prohibited": None,
        "high-risk": RiskTier.HIGH,
        "transparency": RiskTier.MEDIUM,
        "minimal": RiskTier.LOW,
    }
    assert all("2024/1689" in entry.reference for entry in PRACTICE.eu_categories)


def test_build_or_buy_with_its_figures():
    assert [entry.benchmark for entry in PRACTICE.build_or_buy] == ["mit-partner", "mit-internal", "menlo-partner"]


def test_how_mature_measuring_is_runs_from_activity_to_outcome():
    assert [stage.id for stage in PRACTICE.measurement] == list(MetricKind)


def test_the_readme_shows_every_question_in_every_lens():
    spec = importlib.util.spec_from_file_location("method_table", REPOSITORY / "packaging" / "method_table.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    text = script.README.read_text(encoding="utf-8")
    assert text == script.renewed(text, METHOD), "run python packaging/method_table.py"
    assert all(f"| `{question}` |" in text for question in METHOD.question)


@pytest.mark.parametrize(
    "sentence",
    [entry.about for entry in (*PRACTICE.rules, *PRACTICE.raci)] + [phase.scope for phase in PRACTICE.rollout],
)
def test_our_own_words(sentence, shared):
    """Facts and figures carry over from the sources, sentences do not."""
    seeds = [path.read_text(encoding="utf-8").casefold() for path in sorted((shared / "seeds").glob("*.txt"))]
    assert not any(sentence.casefold() in text for text in seeds)
