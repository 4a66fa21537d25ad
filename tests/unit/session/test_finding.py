"""*Find anything* finds what is meant."""

from datetime import date

from desktop.method import load_method
from desktop.session.finding import findable, matching, systems
from tests.northwind import sample

TODAY = date(2026, 11, 21)


def test_every_system_page_person_and_record_can_be_found() -> None:
    workbook = sample()
    entered = next(system for system in workbook.systems.values() if system.sprint and system.sprint.connections)
    found = findable(workbook, load_method(), entered.id, TODAY)
    assert {one.system for one in found if one.kind == "system"} == set(workbook.systems)
    assert {one.title for one in found if one.kind == "person"} == {p.name for p in workbook.people.values()}
    assert {one.at[-1] for one in found if one.page == "sprint-3" and "connections" in one.at} == set(
        entered.sprint.connections
    )
    assert {"portfolio", "sprint-1", "reports"} <= {one.page for one in found if one.kind == "page"}


def test_all_words_must_fit_and_the_beginning_counts_most() -> None:
    found = tuple(systems(sample()))
    assert [one.title for one in matching(found, "claims tri")] == ["Claims triage assistant"]
    assert matching(found, "claims")[0].title.startswith("Claims")
    assert matching(found, "nothing like this") == ()


def test_nothing_typed_shows_the_first() -> None:
    assert len(matching(tuple(systems(sample())), "", limit=3)) == 3


def test_every_question_is_found_by_its_words_and_by_its_id_and_leads_to_it() -> None:
    method, workbook = load_method(), sample()
    system = next(iter(workbook.systems))
    found = findable(workbook, method, system, TODAY)
    asked = {one.at[-1]: one for one in found if one.kind == "question"}
    assert set(asked) == set(method.question)
    for question in method.questions:
        assert (asked[question.id].page, asked[question.id].at) == (
            "questions", ("systems", system, "ratings", question.id)
        )  # fmt: skip
        assert asked[question.id] in matching(found, question.prompt)
        assert asked[question.id] in matching(found, question.id)


def test_questions_need_a_system() -> None:
    assert not [one for one in findable(sample(), load_method(), None, TODAY) if one.kind == "question"]


def test_every_kind_of_record_is_found_by_its_own_words() -> None:
    workbook, method = sample(), load_method()
    system = next(iter(workbook.systems.values()))
    found = [one for one in findable(workbook, method, system.id, TODAY) if one.kind == "record"]
    raci = [one for one in found if one.page == "raci"]
    assert [one.title for one in raci][:1] == ["Incidents with wrong outputs"]
    steps = {
        step.name for step in (*system.launch.workflow.today.values(), *system.launch.workflow.redesigned.values())
    }
    assert steps == {one.title for one in found if one.page == "workflow" and "tep" in one.detail}
    terms = {term.text for term in system.sprint.decision.conditions.values()}
    assert terms == {one.title for one in found if one.page == "decision" and "conditions" in one.at}
    assert [one.page for one in matching(found, "conditional go sealed")] == ["decision"]
    assert {one.title for one in found if one.page == "plan"} == {task.title for task in system.plan.tasks.values()}
    assert {"evaluation", "governance", "checkin", "launch", "rollout", "sprint-4"} <= {one.page for one in found}
    assert all(one.title.strip() and one.at[:2] == ("systems", system.id) for one in found)


def test_a_system_that_is_not_in_the_sprint_has_no_records_of_it() -> None:
    workbook, method = sample(), load_method()
    bare = next(system for system in workbook.systems.values() if system.sprint is None)
    assert not [
        one
        for one in findable(workbook, method, bare.id, TODAY)
        if one.page.startswith("sprint") and one.kind == "record"
    ]
