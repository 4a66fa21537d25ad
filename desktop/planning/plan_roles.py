"""Who takes a task: from the role that the method names to a person of the engagement."""

from decimal import Decimal

from desktop.analysis.persons import is_person
from desktop.workbook import Person, Perspective, System, Workbook

_PERSPECTIVES = {view.value.replace("-", " "): view for view in Perspective}


def candidates(workbook: Workbook, system: System, role: str) -> tuple[str, ...]:
    """Ids of the people who can take a task of ``role``, in a fixed order; empty where the engagement has nobody.

    Sponsor and owner are the named ones; a role that is one of the four perspectives goes to its people; any other to
    those whose role or team says so.
    """
    role = role.casefold().strip()
    named = {
        "sponsor": workbook.engagement.sponsor,
        "owner": _owner(system),
        "business owner": _owner(system),
    }
    if role in named:
        chosen = named[role]
        return (chosen,) if chosen and _human(workbook, chosen) else ()
    return tuple(sorted(person.id for person in workbook.people.values() if _fits(person, role)))


def least_loaded(workbook: Workbook, people: tuple[str, ...], load: dict[str, Decimal]) -> str | None:
    """Of ``people`` the one whose days in ``load`` take the smallest part of what they can give."""

    def weeks(person_id: str) -> tuple[Decimal, str]:
        capacity = workbook.people[person_id].days_per_week
        return (load.get(person_id, Decimal()) / capacity if capacity else Decimal("Infinity"), person_id)

    return min(people, key=weeks, default=None)


def _owner(system: System) -> str | None:
    return (system.sprint.owner if system.sprint else None) or system.owner


def _human(workbook: Workbook, person_id: str) -> bool:
    person = workbook.people.get(person_id)
    return person is not None and is_person(person.name)


def _fits(person: Person, role: str) -> bool:
    if not role or not is_person(person.name):
        return False
    if role in _PERSPECTIVES:
        return person.perspective is _PERSPECTIVES[role]
    return role in f"{person.role} {person.team}".casefold()
