"""Handing tasks that set the launch to somebody with room: who has too much, who helps, and what it leads to."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from desktop.session.editing import NewPerson
from desktop.session.plan_page import plan_view
from desktop.session.plan_page_hand_over import (
    candidates,
    effect,
    from_whom,
    hand,
    room_words,
    suggested,
    tasks_of,
    weeks_over,
)
from desktop.session.plan_page_hand_words import hand_headline, said, task_line
from desktop.session.plan_page_outlook import outlook
from desktop.session.plan_page_words import ways
from desktop.workbook import Person, Workbook
from desktop.workbook.edits.places import set_value
from tests.planned import book, task

TODAY = date(2026, 11, 21)


def busy(**people: Person) -> Workbook:
    """Tomas gives two days a week and has three tasks that set the launch, two of them at the same time."""
    tasks = {
        "a": task("Pipeline", 10, "p2", "5-8"),
        "b": task("Access", 10, "p2", "5-8"),
        "c": task("Test", 4, "p2", "9-12", "a", "b"),
        "d": task("Notes", 1, "p1", "1-4"),
    }
    made = book(tasks)
    return made.model_copy(update={"people": {**made.people, **people}})


def shown(workbook: Workbook | None = None):
    return plan_view(workbook or busy(), "s1", TODAY)


def test_it_starts_from_whoever_has_too_much_and_sets_the_launch():
    view = shown()
    assert from_whom(view) == "p2"
    assert tasks_of(view, "p2") == ("a", "b", "c")
    assert hand_headline(view, "p2").startswith("3 tasks of Tomas Novak set the launch; too much in ")
    assert task_line(view, "c") == "Test · Tomas Novak · 10 days"


def test_what_is_said_before_is_what_comes_of_it():
    view = shown()
    led_to = effect(view, ("a", "c"), "p3", "t")
    after = plan_view(hand(view, ("a", "c"), "p3", "t").change(view.workbook), "s1", TODAY)
    assert led_to.launch == after.schedule.launch
    assert led_to.was == view.schedule.launch
    assert led_to.days == 6  # Priya does in four days what took Tomas ten; Access still takes its five weeks
    assert {name: one.owner for name, one in after.tasks.items()} == {"a": "p3", "b": "p2", "c": "p3", "d": "p1"}
    assert led_to.over == weeks_over(after, "p3")
    assert view.workbook == busy()


def test_the_best_is_suggested_and_a_committee_never_is():
    group = Person(id="p0", name="Steering committee", days_per_week=Decimal(7))
    slow = Person(id="p9", name="Lukas Weber", days_per_week=Decimal(1))
    view = shown(busy(p0=group, p9=slow))
    assert candidates(view, "p2") == ("p1", "p3", "p9")
    found = suggested(view)
    assert (found.owner, found.tasks) == ("p2", ("a", "b", "c"))
    assert found.person in ("p1", "p3")
    best = max(effect(view, found.tasks, one, "").days for one in ("p1", "p3", "p9"))
    assert found.effect.days == best > 0


def test_nobody_is_suggested_where_nobody_would_help():
    workbook = book({"a": task("A", 70, "p1", "1-4")})
    view = plan_view(workbook, "s1", TODAY)
    assert suggested(view) is None
    way = next(way for way in ways(outlook(workbook, "s1", TODAY), view) if way.option.kind == "add-people")
    assert way.effect.startswith("Nobody in the list")
    assert not way.fits
    assert way.action


def test_the_way_out_names_who_and_when_and_tells_whether_that_is_enough():
    workbook = busy()
    late = set_value(workbook, ("systems", "s1", "plan", "tasks", "c", "delay"), 15)
    view = plan_view(late, "s1", TODAY)
    found = outlook(late, "s1", TODAY)
    way = next(way for way in ways(found, view) if way.option.kind == "add-people")
    name = late.people[found.hand_over.person].name
    assert way.effect.startswith(f"{name} takes over 3 tasks that set the launch: launch on ")
    assert way.fits is found.hand_over.effect.fits


def test_somebody_new_is_added_in_the_same_step_and_counts_as_full_time():
    view = shown()
    led_to = effect(view, ("a", "b", "c"), NewPerson("Nadia Roth"), "t")
    assert led_to.days > 0
    after = hand(view, ("a", "b", "c"), NewPerson("Nadia Roth"), "t").change(view.workbook)
    (added,) = after.people.keys() - view.workbook.people.keys()
    assert {after.systems["s1"].plan.tasks[name].owner for name in "abc"} == {added}
    words = said(view, NewPerson("Nadia Roth"), led_to)
    assert "working days earlier" in words.answer
    assert words.detail.startswith("Nadia Roth ")


def test_words_tell_later_from_earlier_and_room_from_none():
    view = shown()
    led_to = effect(view, ("a", "b", "c"), "p1", "t")
    later = replace(led_to, days=-3)
    assert "3 working days later" in said(view, "p1", later).answer
    assert said(view, "p1", replace(led_to, days=0)).answer.startswith("The launch stays on ")
    assert said(view, "p1", replace(led_to, over=0)).detail == "Maria Keller has room for it."
    assert said(view, "p1", replace(led_to, over=2, over_before=1)).detail == (
        "Maria Keller then has too much in 2 weeks; now in one week."
    )
    assert said(view, "p1", replace(led_to, over=1, over_before=1)).detail.endswith("in no more then.")
    assert room_words(view, "p3").endswith("has room")
    assert "weeks over" in room_words(view, "p2")
