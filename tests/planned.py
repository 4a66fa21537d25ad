"""Plans that a person can follow on a calendar, and one of 500 tasks that nobody can."""

from datetime import date
from decimal import Decimal

from desktop.planning.schedule import system_schedule
from desktop.planning.schedule_baseline import baseline_of
from desktop.workbook import Engagement, Person, System, Workbook
from desktop.workbook.base import Range
from desktop.workbook.path import replace_at
from desktop.workbook.plan import Band, Plan, PlanTask, TaskStatus

START = date(2026, 11, 2)  # a Monday; the calendar without a country has weekends only
BANDS: tuple[Band, ...] = ("1-4", "5-8", "9-12")
PEOPLE = (
    Person(id="p1", name="Maria Keller"),
    Person(id="p2", name="Tomas Novak", days_per_week=Decimal(2)),
    Person(id="p3", name="Priya Raman"),
)


def task(title: str, days: int, owner: str, band: Band, *after: str, **fields: object) -> PlanTask:
    likely = Decimal(days)
    effort = Range(low=likely, likely=likely, high=likely * 2)
    return PlanTask(title=title, effort=effort, owner=owner, band=band, after=after, **fields)


def tasks() -> dict[str, PlanTask]:
    """Day numbers from 2 November: access 0–4, labels 0–2, pipeline 20–29, alerts 20–22, tests 40–45, launch 46–47."""
    return {
        "access": task("Data access", 5, "p1", "1-4"),
        "labels": task("Labels", 3, "p3", "1-4", status=TaskStatus.IN_PROGRESS, percent=50, started_on=START),
        "pipeline": task("Pipeline", 10, "p1", "5-8", "access"),
        "alerts": task("Alerts", 3, "p3", "5-8"),
        "tests": task("End-to-end test", 6, "p3", "9-12", "alerts", "pipeline"),
        "launch": task("Launch review", 2, "p1", "9-12", "tests"),
    }


def book(given: dict[str, PlanTask] | None = None, **fields: object) -> Workbook:
    """One system with a plan, agreed as it stands."""
    plan = Plan(tasks=tasks() if given is None else given, **fields)
    workbook = Workbook(
        engagement=Engagement(start=START),
        people={person.id: person for person in PEOPLE},
        systems={"s1": System(id="s1", name="Triage", plan=plan)},
    )
    found = system_schedule(workbook, workbook.systems["s1"])
    kept = {"b1": baseline_of(found, "", START)} if found else {}
    return replace_at(workbook, ("systems", "s1", "plan", "baselines"), kept)


def large(number: int = 500) -> Workbook:
    """Chains and branches over all bands, with eight owners and estimates as ranges."""
    people = {f"p{at}": Person(id=f"p{at}", name=f"Person {at}", days_per_week=Decimal(2 + at % 4)) for at in range(8)}
    found = {}
    for at in range(number):
        earlier = {step for step in (at - 7, at - 13) if step >= 0 and at % 5}
        found[f"t{at:04d}"] = PlanTask(
            title=f"Task {at} with a name of usual length",
            band=BANDS[at * 3 // number],
            after=tuple(f"t{step:04d}" for step in sorted(earlier)),
            owner=f"p{at % 8}",
            effort=Range(low=Decimal(1), likely=Decimal(2), high=Decimal(4)),
        )
    made = book(found)
    return made.model_copy(update={"people": people})
