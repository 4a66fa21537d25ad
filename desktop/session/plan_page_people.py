"""Who is asked for how much in which week: the strip under the plan, and the same as words and as a table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.planning.capacity import Load
from desktop.session.plan_page import PlanView
from desktop.text import count, say
from desktop.text.formatting import day, number


@dataclass(frozen=True)
class PersonLoad:
    """One person's weeks by their Mondays. ``per_week``: days given in a full week; ``over``: weeks with too much."""

    person: str
    name: str
    per_week: Decimal
    weeks: Mapping[date, Load]
    over: int

    @property
    def note(self) -> str:
        """What this person gives, and in how many weeks that is not enough."""
        given = count("planpage.people.gives", 1 if self.per_week == 1 else 2, days=number(self.per_week))
        return given if not self.over else count("planpage.people.gives-over", self.over, gives=given)


def person_loads(view: PlanView) -> tuple[PersonLoad, ...]:
    """Everybody with a task in the plan, those with most weeks of overload first."""
    weeks: dict[str, dict[date, Load]] = {}
    for load in view.loads:
        weeks.setdefault(load.person, {})[load.week] = load
    people = view.workbook.people
    found = [
        PersonLoad(
            key,
            people[key].name,
            people[key].days_per_week,
            mine,
            sum(load.asked > load.given for load in mine.values()),
        )
        for key, mine in weeks.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.over, one.name.casefold())))


def _over(weeks: Iterable[Load]) -> int:
    return sum(load.asked > load.given for load in weeks)


def people_headline(found: tuple[PersonLoad, ...]) -> tuple[str, bool]:
    """Who is asked for too much, as an answer, and whether anybody is."""
    over = [one for one in found if one.over]
    if not over:
        return say("planpage.people.fits"), False
    weeks = sum(one.over for one in over)
    worst = over[0].name
    if len(over) == 1:
        return count("planpage.people.over-one", weeks, name=worst), True
    return count("planpage.people.over", weeks, people=len(over), name=worst), True


def load_words(one: PersonLoad, load: Load) -> str:
    """One week of one person, with the tasks that ask for them."""
    key = "planpage.people.week-over" if load.days > 0 else "planpage.people.week"
    return say(key, name=one.name, week=day(load.week), asked=number(load.asked), given=number(load.given))


def people_table(found: tuple[PersonLoad, ...]) -> tuple[str, ...]:
    """Every week of everybody as a line, for a screen reader."""
    return tuple(load_words(one, load) for one in found for _, load in sorted(one.weeks.items()))
