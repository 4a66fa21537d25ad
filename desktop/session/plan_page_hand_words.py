"""The sentences of a hand-over: who has too much, what each task is, and what the launch would become."""

from dataclasses import dataclass

from desktop.session.editing import NewPerson
from desktop.session.plan_page import PlanView
from desktop.session.plan_page_hand_over import Effect, Who, tasks_of, weeks_over
from desktop.session.plan_page_words import cut_short, spoken
from desktop.text import count, say


@dataclass(frozen=True)
class Said:
    """What a hand-over would do: its answer, and what it means for the person who takes over."""

    answer: str
    detail: str
    fits: bool


def hand_headline(view: PlanView, owner: str | None) -> str:
    """Who holds what sets the launch, and whether that person has too much."""
    tasks, over = len(tasks_of(view, owner)), weeks_over(view, owner)
    person = view.workbook.people.get(owner or "")
    if person is None:
        return count("planpage.hand.unowned", tasks)
    if not over:
        return count("planpage.hand.calm", tasks, name=person.name)
    return count("planpage.hand.headline", tasks, name=person.name, weeks=count("planpage.hand.weeks", over))


def task_line(view: PlanView, name: str, most: int = 200) -> str:
    """One task with its owner and how many working days it takes; names are cut after ``most`` characters."""
    task, person = view.tasks[name], view.workbook.people.get(view.tasks[name].owner or "")
    days = count("planpage.hand.days", view.schedule.tasks[name].days)
    owner = person.name if person else say("planpage.no-owner")
    return say("planpage.hand.task", title=cut_short(task.title, most), owner=cut_short(owner, most), days=days)


def said(view: PlanView, who: Who, led_to: Effect) -> Said:
    """The launch that a hand-over leads to, against the one that is planned now."""
    launch, was = (spoken(day, view.today) if day else say("plan.nothing") for day in (led_to.launch, led_to.was))
    if led_to.days:
        key = "planpage.hand.earlier" if led_to.days > 0 else "planpage.hand.later"
        answer = count(key, abs(led_to.days), launch=launch, was=was)
    else:
        answer = say("planpage.hand.same", was=was)
    name = who.name if isinstance(who, NewPerson) else view.workbook.people[who].name
    return Said(answer, _room(name, led_to), led_to.fits)


def _room(name: str, led_to: Effect) -> str:
    if not led_to.over:
        return say("planpage.hand.spare", name=name)
    then = count("planpage.hand.weeks", led_to.over)
    if not led_to.over_before:
        return say("planpage.hand.full", name=name, then=then)
    now = count("planpage.hand.weeks", led_to.over_before)
    if led_to.over <= led_to.over_before:
        return say("planpage.hand.as-now", name=name, now=now)
    return say("planpage.hand.still", name=name, then=then, now=now)
