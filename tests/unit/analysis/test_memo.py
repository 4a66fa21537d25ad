"""What is remembered is what would be thought again, and nothing of a system that is gone."""

import gc
from datetime import date

import pytest

import desktop.analysis.memo as memory
from desktop.analysis.memo import Memo, assess
from desktop.method.practice import load_practice
from desktop.workbook import Engagement, Person, Workbook
from tests.unit.analysis.answers import METHOD, everywhere, rated, system

TODAY = date(2026, 11, 21)
PRACTICE = load_practice()


def portfolio(n: int) -> Workbook:
    return Workbook(systems={f"s{i}": system({}).model_copy(update={"id": f"s{i}"}) for i in range(n)})


@pytest.fixture
def thought(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The systems that were thought over, in order."""
    over: list[str] = []

    def noted(workbook, method, practice, one, today, found):
        over.append(one.id)
        return assess(workbook, method, practice, one, today, found)

    monkeypatch.setattr(memory, "assess", noted)
    return over


def all_of(memo: Memo, workbook: Workbook, today: date = TODAY) -> None:
    for one in workbook.systems.values():
        memo.assess(workbook, one, today)


def test_after_an_edit_only_the_edited_system_is_thought_over(thought):
    memo, before = Memo(METHOD, PRACTICE), portfolio(5)
    all_of(memo, before)
    edited = before.systems["s3"].model_copy(update={"ratings": everywhere(2)})
    after = before.model_copy(update={"systems": {**before.systems, "s3": edited}})
    thought.clear()
    all_of(memo, after)
    assert thought == ["s3"]
    assert memo.assess(after, edited, TODAY) == assess(after, METHOD, PRACTICE, edited, TODAY)


@pytest.mark.parametrize(
    "change",
    [{"people": {"p": Person(id="p", name="Thea Lindqvist")}}, {"engagement": Engagement(client="Northwind")}],
    ids=["people", "engagement"],
)
def test_what_systems_rest_on_besides_is_not_forgotten(change, thought):
    memo, before = Memo(METHOD, PRACTICE), portfolio(2)
    all_of(memo, before)
    thought.clear()
    all_of(memo, before.model_copy(update=change))
    assert thought == ["s0", "s1"]


def test_another_day_is_another_judgement(thought):
    memo, workbook = Memo(METHOD, PRACTICE), portfolio(1)
    all_of(memo, workbook)
    all_of(memo, workbook, date(2026, 11, 22))
    assert thought == ["s0", "s0"]


def test_undo_finds_the_earlier_system_again(thought):
    memo, before = Memo(METHOD, PRACTICE), portfolio(1)
    all_of(memo, before)
    after = portfolio(1)
    all_of(memo, after)
    thought.clear()
    all_of(memo, before)
    assert thought == []


def test_a_system_that_is_gone_leaves_nothing_behind():
    memo, workbook = Memo(METHOD, PRACTICE), portfolio(3)
    all_of(memo, workbook)
    assert len(memo) == 3
    del workbook
    gc.collect()
    assert len(memo) == 0


def test_two_equal_systems_are_two():
    one, other = system({"scoped-access": rated(1)}), system({"scoped-access": rated(1)})
    memo, workbook = Memo(METHOD, PRACTICE), Workbook(systems={"s": one})
    assert memo.assess(workbook, one, TODAY) == memo.assess(workbook, other, TODAY)
    assert len(memo) == 2


def test_whatever_is_answered_in_whatever_order_the_memory_agrees_with_fresh_thought():
    """Scores are taken over group by group: a group that shares one question with another lens must not be missed."""
    memo, one = Memo(METHOD, PRACTICE), system({})
    workbook = Workbook(systems={"s": one})
    for n, question in enumerate(METHOD.questions[::7]):
        given = {**one.ratings, question.id: rated(n % 5)}
        one = one.model_copy(update={"ratings": given if n % 3 else {question.id: rated(n % 5)}})
        assert memo.assess(workbook, one, TODAY) == assess(workbook, METHOD, PRACTICE, one, TODAY)
    one = one.model_copy(update={"name": "No answer is another one"})
    assert memo.assess(workbook, one, TODAY) == assess(workbook, METHOD, PRACTICE, one, TODAY)
