"""A seal holds, or says that it does not: whichever byte is changed, whatever stands beside it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.record import Occasion, facts_of, inputs_changed, make_seal, record
from desktop.analysis.record_text import canonical, digest, line, read
from desktop.analysis.seals import changes_since, may_not_change, seals_of
from desktop.method import load_method
from desktop.workbook import Sprint, System, Workbook
from desktop.workbook.decision import Condition, Decision, Outcome, Seal
from desktop.workbook.edits.decisions import put_seal, supersede
from desktop.workbook.edits.places import set_value
from tests.northwind import sample

DAY = date(2026, 11, 20)
SMALL = Workbook(
    systems={
        "s1": System(
            id="s1",
            name="One",
            sprint=Sprint(
                decision=Decision(
                    outcome=Outcome.CONDITIONAL,
                    decided_on=DAY,
                    decided_by=("0001-a",),
                    conditions={"c1": Condition(text="First, then\nsecond = \\n", owner="0001-a", due=DAY)},
                    budget=Decimal("12.50"),
                )
            ),
        )
    }
)
AT = ("systems", "s1", "sprint", "decision")


def sealed(workbook: Workbook = SMALL, previous: str = "") -> Workbook:
    seal = make_seal(workbook, load_method(), workbook.systems["s1"], Occasion(DAY, "A. Person", "0f" * 8, previous))
    return put_seal(workbook, "s1", seal)


def state(workbook: Workbook) -> list[str]:
    return [entry.state for entry in seals_of(workbook.systems["s1"])]


def with_record(workbook: Workbook, lines: tuple[str, ...]) -> Workbook:
    return set_value(workbook, (*AT, "seal", "record"), lines)


def test_a_fresh_seal_holds_and_the_same_decision_gives_the_same_bytes():
    assert state(sealed()) == ["intact"]
    assert sealed() == sealed()
    lines = sealed().systems["s1"].sprint.decision.seal.record
    assert canonical(lines).endswith(b"\n")
    assert canonical(lines).decode().split("\n")[:-1] == list(lines)


def test_every_flipped_byte_of_the_record_is_seen():
    workbook = sealed()
    seal = workbook.systems["s1"].sprint.decision.seal
    whole = canonical(seal.record)
    for at in range(len(whole)):
        for flip in (0x01, 0x20):
            changed = bytearray(whole)
            changed[at] ^= flip
            lines = tuple(bytes(changed).decode("utf-8", "surrogateescape").split("\n")[:-1])
            if canonical(lines) == whole:
                continue  # the last line feed: what follows it is no line
            assert state(with_record(workbook, lines)) == ["broken"], at
    assert len(whole) > 1_000


def test_every_changed_digit_of_the_hash_is_seen():
    workbook = sealed()
    sha256 = workbook.systems["s1"].sprint.decision.seal.sha256
    for at, digit in enumerate(sha256):
        other = sha256[:at] + ("0" if digit != "0" else "1") + sha256[at + 1 :]
        assert state(set_value(workbook, (*AT, "seal", "sha256"), other)) == ["broken"]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("outcome", "go"),
        ("decided_on", date(2026, 11, 21)),
        ("decided_by", ("0002-b",)),
        ("reason", "Because"),
        ("resources", "None"),
        ("budget", Decimal("12.51")),
        ("dissent", "Nobody"),
        ("seal.on", date(2026, 11, 21)),
        ("seal.by", "Somebody else"),
        ("conditions.c1.text", "Less"),
        ("conditions.c1.owner", None),
        ("conditions.c1.due", date(2027, 1, 1)),
        ("override", {"by": "A", "reason": "B"}),
    ],
)
def test_a_decision_that_says_something_else_than_its_record_is_seen(place, value):
    assert state(set_value(sealed(), (*AT, *place.split(".")), value)) == ["differs"]


def test_a_new_condition_differs_and_a_met_one_does_not():
    workbook = sealed()
    assert state(set_value(workbook, (*AT, "conditions", "c2"), {"text": "More"})) == ["differs"]
    assert state(set_value(workbook, (*AT, "conditions", "c1", "met_on"), DAY)) == ["intact"]


def test_a_seal_of_another_system_differs():
    workbook = sealed()
    moved = workbook.systems["s1"].model_copy(update={"id": "s2"})
    assert [entry.state for entry in seals_of(moved)] == ["differs"]


def test_the_history_is_a_chain():
    first = sealed()
    second = set_value(supersede(first, "s1", "0001-t"), (*AT, "outcome"), "no-go")
    sha256 = first.systems["s1"].sprint.decision.seal.sha256
    chained = sealed(second, sha256)
    assert state(chained) == ["intact", "intact"]
    assert state(set_value(chained, ("systems", "s1", "sprint", "superseded"), {})) == ["unlinked"]
    assert state(sealed(second, "")) == ["intact", "unlinked"]


def test_superseding_needs_a_seal_and_keeps_what_is_not_met():
    with pytest.raises(KeyError):
        supersede(SMALL, "s1", "0001-t")
    met = set_value(sealed(), (*AT, "conditions", "c2"), {"text": "Done", "met_on": DAY})
    after = supersede(met, "s1", "0001-t").systems["s1"].sprint
    assert after.decision == Decision(conditions={"c1": SMALL.systems["s1"].sprint.decision.conditions["c1"]})
    assert after.superseded["0001-t"] == met.systems["s1"].sprint.decision


@given(st.dictionaries(st.from_regex(r"[a-z0-9._/-]{1,20}", fullmatch=True), st.text(max_size=40), max_size=6))
def test_a_record_reads_back_whatever_the_texts_hold(facts):
    assert read(tuple(line(key, value) for key, value in facts.items())) == facts


def test_every_fact_of_the_sample_reads_back():
    claims = sample().systems["0001-claims-triage"]
    facts = facts_of(sample(), load_method(), claims)
    lines = record(sample(), load_method(), claims, Occasion(DAY, "A"))
    assert read(lines).items() >= facts.items()
    assert facts["numbers/net/low"]
    assert float(facts["evaluation/low"]) == pytest.approx(0.863618, abs=1e-6)
    assert all("\n" not in text for text in lines)


def test_the_seal_of_the_sample_holds_and_the_one_before_it_too():
    found = seals_of(sample().systems["0001-claims-triage"])
    assert [(entry.decision.outcome, entry.state) for entry in found] == [
        ("no-go", "intact"),
        ("conditional", "intact"),
    ]


def test_what_has_changed_since_is_told_by_fact():
    claims = sample().systems["0001-claims-triage"]
    seal = claims.sprint.decision.seal
    assert changes_since(seal, facts_of(sample(), load_method(), claims)) == ()
    at = ("systems", claims.id, "sprint", "scoring", "threshold")
    later = set_value(sample(), at, Decimal(87))
    facts = facts_of(later, load_method(), later.systems[claims.id])
    assert [(c.key, c.then, c.now) for c in changes_since(seal, facts)] == [
        ("evaluation/threshold", "0.850000", "0.870000"),
        ("evaluation/cleared", "yes", "no"),
    ]
    assert inputs_changed(seal, later.systems[claims.id])
    noted = set_value(sample(), ("systems", claims.id, "note"), "Seen")
    facts = facts_of(noted, load_method(), noted.systems[claims.id])
    assert changes_since(seal, facts) == ()
    assert inputs_changed(seal, noted.systems[claims.id])
    assert not inputs_changed(seal, claims)


def test_a_figure_that_an_older_record_does_not_know_is_no_change():
    claims = sample().systems["0001-claims-triage"]
    seal, facts = claims.sprint.decision.seal, facts_of(sample(), load_method(), claims)
    older = seal.model_copy(
        update={"record": tuple(text for text in seal.record if not text.startswith("numbers/npv"))}
    )
    assert changes_since(older, facts) == ()
    found = {**facts, "findings/blocking/new-one": "level 0, needs 3, open"}
    assert [(change.key, change.then) for change in changes_since(older, found)] == [
        ("findings/blocking/new-one", None)
    ]


def test_a_met_condition_is_no_change_of_what_was_sealed():
    decision = sealed().systems["s1"].sprint.decision
    met = decision.model_copy(
        update={"conditions": {"c1": Condition(**{**dict(decision.conditions["c1"]), "met_on": DAY})}}
    )
    assert not may_not_change(decision, met)
    assert may_not_change(decision, decision.model_copy(update={"reason": "x"}))
    assert may_not_change(decision, decision.model_copy(update={"seal": None}))
    assert may_not_change(decision, decision.model_copy(update={"seal": Seal(sha256=digest(()))}))
