"""The question bank hangs together: lenses, tasks and what they depend on."""

from collections import Counter
from graphlib import TopologicalSorter

import pytest

from desktop.method import load_method

METHOD = load_method()
GROUPS = {lens.id: {group.id for group in lens.groups} for lens in METHOD.lenses}
TASKS = {task.id: task for question in METHOD.questions for task in question.tasks}
every_question = pytest.mark.parametrize("question", METHOD.questions, ids=lambda question: question.id)


@every_question
def test_a_question_belongs_to_lenses_and_groups_that_exist(question):
    for lens, groups in question.lenses.items():
        assert set(groups) <= GROUPS[lens], lens
        assert len(groups) == len(set(groups)), lens


@every_question
@pytest.mark.parametrize("lens", ["conditions", "gaps", "ladder"])
def test_a_question_counts_once_where_groups_are_scored(question, lens):
    assert len(question.lenses.get(lens, ("not placed yet",))) == 1


@every_question
def test_a_higher_risk_never_asks_for_less(question):
    limits = [limit or 0 for limit in (question.blocks.low, question.blocks.medium, question.blocks.high)]
    assert limits == sorted(limits)


def test_every_task_stands_once():
    times = Counter(task.id for question in METHOD.questions for task in question.tasks)
    assert [task for task, n in times.items() if n > 1] == []


def test_tasks_wait_for_tasks_that_exist_and_never_in_a_circle():
    waits = {task.id: task.after for task in TASKS.values()}
    assert {after for afters in waits.values() for after in afters} <= set(TASKS)
    assert len(list(TopologicalSorter(waits).static_order())) == len(TASKS)


@pytest.mark.parametrize("task", TASKS.values(), ids=lambda task: task.id)
def test_effort_runs_from_least_to_most_and_is_never_nothing(task):
    assert task.effort.complete
    assert task.effort.likely > 0


def test_lenses_and_their_groups_stand_once():
    assert len(GROUPS) == len(METHOD.lenses)
    assert all(len(lens.groups) == len(GROUPS[lens.id]) for lens in METHOD.lenses)
