"""``analyse --json`` as a contract: what stands in it, within which bounds, and that it is plain JSON."""

import json
from datetime import date

import pytest

from desktop.analysis.memo import Memo
from desktop.method import load_method
from desktop.method.practice import load_practice
from desktop.session.analyse import analyse
from desktop.workbook import Person, System, Workbook
from desktop.workbook.rating import RungOverride, Treatment
from tests.northwind import sample
from tests.unit.analysis.answers import everywhere, rated, system

METHOD = load_method()
TODAY = date(2026, 11, 21)
EXTREMES = {
    "all four": system(everywhere(4)),
    "all zero": system(everywhere(0)),
    "unanswered": system({}),
    "not applicable": system(everywhere(-1)),
    "claimed": system(everywhere(4, shown=False)),
}


def of(one: System, **workbook) -> dict:
    return analyse(Workbook(systems={one.id: one}, **workbook), METHOD, TODAY)["systems"][one.id]


def groups(entry: dict) -> list[dict]:
    return [group for lens in entry["lenses"].values() for group in lens["groups"].values()]


@pytest.mark.parametrize(("name", "score", "rung"), [("all four", 4.0, 5), ("all zero", 0.0, 0)])
def test_the_extremes(name, score, rung):
    entry = of(EXTREMES[name])
    expected = {"score": score, "low": score, "high": score, "coverage": 1.0}
    assert [group for group in groups(entry) if group != expected] == []
    assert entry["rung"] == rung


def test_all_four_leaves_nothing_to_do():
    entry = of(EXTREMES["all four"])
    assert (entry["next_rung"], entry["findings"]) == (None, [])
    assert entry["agent_checks"]["ready"] is True
    assert entry["five_questions"]["ready"] is False  # nobody is named as owner
    assert entry["five_questions"]["owner"] is None


def test_nothing_answered_is_no_zero():
    entry = of(EXTREMES["unanswered"])
    assert [g for g in groups(entry) if g != {"score": None, "low": 0.0, "high": 4.0, "coverage": 0.0}] == []
    assert (entry["rung"], entry["findings"], entry["trace"]) == (0, [], {})
    assert {unmet["because"] for unmet in entry["next_rung"]["unmet"]} == {"unanswered"}


def test_where_nothing_applies_scores_are_null():
    entry = of(EXTREMES["not applicable"])
    assert [g for g in groups(entry) if g != {"score": None, "low": None, "high": None, "coverage": 1.0}] == []
    assert entry["rung"] == 0
    assert entry["agent_checks"]["ready"] is None


def test_a_claim_is_no_rung_and_the_score_stands():
    entry = of(EXTREMES["claimed"])
    assert entry["rung"] == 0
    assert {unmet["because"] for unmet in entry["next_rung"]["unmet"]} == {"claimed"}
    assert {group["score"] for group in groups(entry)} == {4.0}


@pytest.mark.parametrize("one", EXTREMES.values(), ids=EXTREMES)
def test_scores_lie_on_the_scale_and_every_lens_is_there(one):
    entry = of(one)
    assert list(entry["lenses"]) == [lens.id for lens in METHOD.lenses]
    for group in groups(entry):
        numbers = [group[name] for name in ("low", "score", "high") if group[name] is not None]
        assert numbers == sorted(numbers)
        assert all(0 <= number <= 4 for number in numbers)
        assert 0 <= group["coverage"] <= 1


@pytest.mark.parametrize("workbook", [sample(), *[Workbook(systems={"s": one}) for one in EXTREMES.values()]])
def test_it_is_plain_json(workbook):
    found = analyse(workbook, METHOD, TODAY)
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_an_override_is_shown_beside_what_is_earned():
    override = RungOverride(rung=4, by="Thea Lindqvist", reason="Audit of October", on=date(2026, 10, 30))
    entry = of(system(everywhere(0), rung_override=override))
    assert (entry["rung"], entry["rung_earned"]) == (4, 0)
    assert entry["rung_override"]["by"] == "Thea Lindqvist"
    assert entry["rung_override"]["reason"] == "Audit of October"
    assert entry["next_rung"]["rung"] == 1
    assert any("Audit of October" in warning["message"] for warning in entry["warnings"])


def test_the_trace_says_which_level_counts_and_why():
    entry = of(system({"scoped-access": rated(4, 1)}))["trace"]["scoped-access"]
    assert (entry["level"], entry["by"]) == (1, "lowest view")
    assert entry["views"] == {"pilot-team": 4, "it-operations": 1}


def test_findings_say_class_and_treatment():
    treatments = {"rate-limits-known": Treatment(mitigation="Asked daily", owner="p")}
    one = system({"rate-limits-known": rated(1), "lawful-access": rated(1)}, treatments=treatments)
    entry = of(one, people={"p": Person(id="p", name="Thea Lindqvist")})
    assert entry["findings"] == [
        {"question": "lawful-access", "class": "blocking", "treated": False},
        {"question": "rate-limits-known", "class": "manageable", "treated": True},
    ]


def test_every_warning_says_what_raised_it_and_what_clears_it():
    for entry in (of(EXTREMES["all zero"]), *analyse(sample(), METHOD, TODAY)["systems"].values()):
        for warning in entry["warnings"]:
            assert set(warning) == {"rule", "severity", "message", "raised_by", "clears_when"}
            assert all(warning.values())
            assert warning["severity"] in ("info", "caution", "serious")


def test_one_system_is_analysed_as_among_all():
    workbook = sample()
    for name, entry in analyse(workbook, METHOD, TODAY)["systems"].items():
        assert analyse(workbook, METHOD, TODAY, name)["systems"] == {name: entry}


def test_an_unknown_system_is_an_error():
    with pytest.raises(KeyError):
        analyse(sample(), METHOD, TODAY, "nobody")


def test_a_memo_changes_nothing_but_the_time():
    memo = Memo(METHOD, load_practice())
    fresh = analyse(sample(), METHOD, TODAY)
    assert analyse(sample(), METHOD, TODAY, memo=memo) == fresh
    assert analyse(sample(), METHOD, TODAY, memo=memo) == fresh
