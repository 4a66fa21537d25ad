"""Verdicts on a launch: taken over while it and the people stand, and only then."""

import pytest

from desktop.analysis import plan_checks
from desktop.analysis.plan_checks import PLAN_CHECKS, judge_plan
from desktop.workbook import System, Workbook
from desktop.workbook.edits.places import set_value
from desktop.workbook.launch import Launch
from tests.northwind import sample

SAMPLE = sample()
SYSTEM = next(system for system in SAMPLE.systems.values() if system.launch is not None)


@pytest.mark.parametrize("check", sorted(PLAN_CHECKS))
def test_what_is_taken_over_rests_on_launch_and_people_alone(check):
    """The same launch in a bare system of a bare workbook: what is not judged anew must stand there too."""
    full = judge_plan(check, SAMPLE, SYSTEM)
    bare = System(id=SYSTEM.id, name=SYSTEM.name, launch=SYSTEM.launch)
    alone = judge_plan(check, Workbook(people=SAMPLE.people, systems={bare.id: bare}), bare)
    anew = PLAN_CHECKS[check](SAMPLE, SYSTEM, SYSTEM.launch)
    assert full == anew
    if check not in plan_checks._ON_MORE:
        assert alone == PLAN_CHECKS[check](Workbook(people=SAMPLE.people), bare, bare.launch) == full


def test_another_launch_and_other_people_are_judged_anew():
    before = judge_plan("queue-owned", SAMPLE, SYSTEM)
    assert before.met
    owner = SYSTEM.launch.workflow.queue_owner
    gone = SAMPLE.model_copy(update={"people": {key: who for key, who in SAMPLE.people.items() if key != owner}})
    assert not judge_plan("queue-owned", gone, SYSTEM).met
    emptied = set_value(SAMPLE, ("systems", SYSTEM.id, "launch", "workflow", "queue_owner"), None)
    assert not judge_plan("queue-owned", emptied, emptied.systems[SYSTEM.id]).met
    assert judge_plan("queue-owned", SAMPLE, SYSTEM) == before


def test_a_system_without_a_launch_is_judged_by_an_empty_one():
    bare = System(id="b", name="Bare")
    workbook = Workbook(systems={"b": bare})
    assert {check: judge_plan(check, workbook, bare) for check in PLAN_CHECKS} == {
        check: judge(workbook, bare, Launch()) for check, judge in PLAN_CHECKS.items()
    }
