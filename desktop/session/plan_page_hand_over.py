"""Adding people to a plan: tasks that set the launch go from whoever has too much to somebody with room.

A task has one owner and takes as long as that person's days a week allow, so that the owner's room is what brings a launch
forward. Everything is worked out on the plan as it would be written; nothing is estimated beside it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.analysis.persons import is_person
from desktop.planning.capacity import loads
from desktop.planning.forecast import never
from desktop.session.editing import Edit, NewPerson
from desktop.session.plan_page import PlanView, plan_view
from desktop.session.plan_page_cells import OWNER
from desktop.session.plan_page_edits import set_cell
from desktop.text import count, say
from desktop.text.formatting import number
from desktop.workbook import Workbook

MOST = 24  # people that are tried; those with most room come first
Who = str | NewPerson


@dataclass(frozen=True)
class Effect:
    """What handing tasks over leads to. ``days``: working days by which the decision is earlier, negative: later.

    ``over`` and ``over_before``: weeks in which the person who takes them is asked for too much, then and now.
    """

    launch: date | None
    was: date | None
    days: int
    fits: bool
    over: int
    over_before: int


@dataclass(frozen=True)
class Suggested:
    """The hand-over that brings the decision forward most."""

    tasks: tuple[str, ...]
    owner: str | None
    person: str
    effect: Effect


def open_critical(view: PlanView) -> tuple[str, ...]:
    """The tasks that set the launch and are not done, in their order."""
    return view.stand.critical


def weeks_over(view: PlanView, person: str | None) -> int:
    """In how many weeks somebody is asked for too much by all plans together."""
    if person is None or person not in view.workbook.people:
        return 0
    asked = (*view.others, view.asking.asked(view.schedule))
    return sum(load.asked > load.given for load in loads(view.workbook, asked, {person}, view.given))


def from_whom(view: PlanView) -> str | None:
    """The owner of open critical tasks who has too much in most weeks; of equals, who is longest on them."""
    days: dict[str | None, int] = {}
    for name in open_critical(view):
        owner = view.tasks[name].owner
        days[owner] = days.get(owner, 0) + view.schedule.tasks[name].days
    return max(days, key=lambda owner: (weeks_over(view, owner), days[owner], owner or ""), default=None)


def tasks_of(view: PlanView, owner: str | None) -> tuple[str, ...]:
    """The open critical tasks of one person."""
    return tuple(name for name in open_critical(view) if view.tasks[name].owner == owner)


def hand(view: PlanView, names: tuple[str, ...], person: Who, tag: str) -> Edit:
    """Give tasks to a person in one step; somebody who is not known yet is added."""
    edits = [set_cell(view, name, OWNER, person, tag) for name in names]
    known = view.workbook.people.get(person) if isinstance(person, str) else None
    title = view.tasks[names[0]].title if names else ""
    who = known.name if known else person.name if isinstance(person, NewPerson) else ""
    return Edit(
        count("planpage.edit.hand", len(names), title=title, name=who),
        edits[0].at,
        lambda workbook: _all(edits, workbook),
    )


def _all(edits: list[Edit], workbook: Workbook) -> Workbook:
    for edit in edits:
        workbook = edit.change(workbook)
    return workbook


def effect(view: PlanView, names: tuple[str, ...], person: Who, tag: str) -> Effect | None:
    """What ``hand`` would lead to; None where there is nothing to hand over."""
    if not names:
        return None
    edit = hand(view, names, person, tag)
    after = plan_view(edit.change(view.workbook), view.system_id, view.today, view)
    if after is None:
        return None
    then, now = after.schedule.decision, view.schedule.decision
    index = view.prepared.frame.days.index
    who = person if isinstance(person, str) else after.tasks[names[0]].owner
    return Effect(
        launch=after.schedule.launch,
        was=view.schedule.launch,
        days=index(now) - index(then) if then and now else 0,
        fits=not after.stand.beyond,
        over=weeks_over(after, who),
        over_before=weeks_over(view, who),
    )


def suggested(view: PlanView, rest: Callable[[], None] = never) -> Suggested | None:
    """The person who brings the decision forward most, of equals the one with most room; None where nobody does."""
    owner = from_whom(view)
    names, found = tasks_of(view, owner), list[Suggested]()
    for person in candidates(view, owner) if names else ():
        led_to = effect(view, names, person, "")
        if led_to is not None and led_to.days > 0:
            found.append(Suggested(names, owner, person, led_to))
        rest()
    return min(found, key=lambda one: (-one.effect.days, one.effect.over, one.person), default=None)


def candidates(view: PlanView, owner: str | None) -> tuple[str, ...]:
    """Everybody else who is one human being, those with fewest weeks of overload and most days a week first."""
    people = view.workbook.people
    able = [key for key, one in people.items() if one.days_per_week > 0 and is_person(one.name)]
    others = [key for key in able if key != owner]
    return tuple(sorted(others, key=lambda key: (weeks_over(view, key), -people[key].days_per_week, key))[:MOST])


def room_words(view: PlanView, person: str) -> str:
    """What somebody gives, and in how many weeks that is not enough already."""
    per_week: Decimal = view.workbook.people[person].days_per_week
    given = count("planpage.people.gives", 1 if per_week == 1 else 2, days=number(per_week))
    over = weeks_over(view, person)
    return count("planpage.people.gives-over", over, gives=given) if over else say("planpage.hand.room", gives=given)
