"""The rung, what keeps it from the next and the tasks that would close that, worked on paper with a small method."""

from dataclasses import replace

import pytest

from desktop.analysis.ladder import Rung, rung_of, unmet_of
from desktop.analysis.scoring import standings
from desktop.workbook.rating import RungOverride
from tests.unit.analysis.answers import METHOD, agreed, everywhere, rated, system
from tests.unit.analysis.small_method import SMALL

NA = -1


def climbed(shown: str = "abcde", override: RungOverride | None = None, **levels: int) -> Rung:
    """One view each; letters in ``shown`` have evidence."""
    answers = {name: rated(level, shown=name in shown) for name, level in levels.items()}
    built = system(answers, rung_override=override)
    return rung_of(SMALL, built, standings(SMALL, built))


@pytest.mark.parametrize(
    ("levels", "shown", "rung", "unmet"),
    [
        ({}, "", 0, [("a", "unanswered")]),
        ({"a": 2}, "a", 0, [("a", "below")]),
        ({"a": 3}, "", 0, [("a", "claimed")]),
        ({"a": 4}, "", 0, [("a", "claimed")]),  # a four without evidence is a claim, too
        ({"a": 3}, "a", 1, [("b", "unanswered"), ("c", "unanswered")]),
        ({"a": 3, "b": 3, "c": 2}, "abc", 1, [("c", "below")]),
        ({"a": 3, "b": 3, "c": 3}, "abc", 2, [("d", "unanswered"), ("e", "unanswered")]),
        ({"a": 3, "b": 3, "c": 3, "d": 4, "e": 4}, "abcde", 3, []),
        # rung 3 is met, rung 1 is not: all rungs below are included
        ({"a": 1, "b": 4, "c": 4, "d": 4, "e": 4}, "abcde", 0, [("a", "below")]),
        ({"a": 4, "b": 4, "c": 0, "d": 4, "e": 4}, "abcde", 1, [("c", "below")]),
        # what does not apply is no criterion, as long as another of the rung is met
        ({"a": 3, "b": NA, "c": 3}, "abc", 2, [("d", "unanswered"), ("e", "unanswered")]),
        # nothing of rung 2 applies: nobody has shown it
        ({"a": 3, "b": NA, "c": NA, "d": 4, "e": 4}, "abcde", 1, [("b", "unanswered"), ("c", "unanswered")]),
        ({"a": NA}, "", 0, [("a", "unanswered")]),
    ],
)
def test_the_rung_and_what_keeps_it_from_the_next(levels, shown, rung, unmet):
    found = climbed(shown, **levels)
    assert (found.rung, found.earned) == (rung, rung)
    assert found.next_rung == (rung + 1 if rung < 3 else None)
    assert [(entry.question, entry.because) for entry in found.unmet] == unmet


@pytest.mark.parametrize(
    ("levels", "tasks"),
    [
        ({}, ["a-task"]),  # only the next rung is asked for
        ({"a": 3}, ["b-task", "c-task"]),  # 3 and 8 days; a is met, so what c waits for is done
        ({"a": 3, "b": 4, "c": 2}, ["c-task"]),  # b is met and leaves the set
        # d waits for b and c, which are met; e has the least effort and comes first: 1, then 2 days
        ({"a": 3, "b": 3, "c": 3}, ["e-task", "d-task"]),
        ({"a": 3, "b": 3, "c": 3, "d": 3}, ["e-task"]),
        ({"a": 3, "b": 3, "c": 3, "d": 3, "e": 3}, []),
    ],
)
def test_the_smallest_set_of_tasks_least_effort_first(levels, tasks):
    assert [task.id for task in climbed(**levels).tasks] == tasks


@pytest.mark.parametrize(
    ("level_of_e", "tasks"),
    [(None, ["e-task", "a-task"]), (2, ["e-task", "a-task"]), (3, ["a-task"]), (NA, ["a-task"])],
)
def test_a_task_brings_along_what_it_waits_for_while_that_is_needed(level_of_e, tasks):
    first = SMALL.question["a"]
    waiting = first.model_copy(update={"tasks": (first.tasks[0].model_copy(update={"after": ("e-task",)}),)})
    method = replace(SMALL, questions=(waiting, *SMALL.questions[1:]))
    built = system({} if level_of_e is None else {"e": rated(level_of_e)})
    assert [task.id for task in rung_of(method, built, standings(method, built)).tasks] == tasks


def test_no_task_is_left_out_that_would_be_needed():
    found = climbed(a=3, b=1, c=0)
    closed = {task.id.removesuffix("-task") for task in found.tasks}
    assert {entry.question for entry in found.unmet} <= closed


def test_closing_exactly_the_unmet_criteria_reaches_the_next_rung():
    before = climbed(a=3, b=1, c=0)
    levels = {"a": 3, "b": 1, "c": 0} | {entry.question: 3 for entry in before.unmet}
    assert climbed(**levels).rung == before.next_rung


def test_a_rung_set_by_hand_is_shown_beside_the_earned_one():
    override = RungOverride(rung=3, by="Thea Lindqvist", reason="Audit of October")
    found = climbed(override=override, a=3)
    assert (found.rung, found.earned, found.overridden) == (3, 1, True)
    assert [entry.question for entry in found.unmet] == ["b", "c"]  # what is unmet stays unmet
    assert not climbed(a=3).overridden


@pytest.mark.parametrize("words", [{"by": ""}, {"reason": ""}])
def test_a_rung_is_not_set_without_a_name_and_a_reason(words):
    with pytest.raises(ValueError, match="at least 1 character"):
        RungOverride(**{"rung": 2, "by": "Thea Lindqvist", "reason": "Audit", **words})


def test_the_lowest_view_decides_until_the_room_agrees():
    answers = {"a": rated(4, 4, 4, 2)}
    assert rung_of(SMALL, system(answers), standings(SMALL, system(answers))).rung == 0
    settled = {"a": agreed(3, 4, 4, 4, 2)}
    assert rung_of(SMALL, system(settled), standings(SMALL, system(settled))).rung == 1


@pytest.mark.parametrize(
    ("level", "shown", "rung"), [(4, True, 5), (3, True, 5), (4, False, 0), (2, True, 0), (0, True, 0)]
)
def test_the_same_answer_to_everything_in_the_shipped_method(level, shown, rung):
    built = system(everywhere(level, shown=shown))
    assert rung_of(METHOD, built, standings(METHOD, built)).rung == rung


def test_every_rung_of_the_shipped_method_has_criteria():
    assert all(METHOD.group("ladder", group.id) for group in METHOD.lens["ladder"].groups)


def test_a_criterion_that_does_not_apply_is_none_of_the_rung():
    built = system({"b": rated(NA), "c": rated(NA)})
    assert unmet_of(SMALL, "rung-2", standings(SMALL, built)) == ()
