"""Engagements with so many connected systems: every direction, environment and gap in turn, with long German names."""

from decimal import Decimal
from itertools import product

from desktop.workbook import Person, Sprint, System, Workbook
from desktop.workbook.base import Range
from desktop.workbook.sprint import Connection, DataKind, Direction, Environment

NAMES = (
    "Bestandsführungssystem Kompositversicherung",
    "Dokumentenarchiv",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "Schadenmeldungseingangspostfach der Regionaldirektionen",
    "Zahlungsverkehr",
    "Kundenportal",
    "Betrugserkennung",
    "Data Warehouse",
)
PEOPLE = {
    "p1": Person(id="p1", name="Friederike Müller-Lüdenscheidt"),
    "p2": Person(id="p2", name="IT and Claims"),
}


def days(low: float, likely: float, high: float) -> Range:
    return Range(low=Decimal(str(low)), likely=Decimal(str(likely)), high=Decimal(str(high)))


def one(number: int, name: str | None = None) -> Connection:
    """A connection that differs from its neighbours in what it lacks."""
    return Connection(
        name=f"{NAMES[number % len(NAMES)]}{f' {number}' if number >= len(NAMES) else ''}" if name is None else name,
        direction=[Direction.READS, Direction.WRITES, Direction.BOTH, None][number % 4],
        data="Verträge und Schäden",
        kinds=((), (DataKind.PERSONAL, DataKind.CONFIDENTIAL), (DataKind.INTERNAL,))[number % 3],
        authentication="OAuth 2.0",
        rate_limit="60 a minute",
        environment=[*Environment, None][number % 6],
        fallback="Von Hand" if number % 4 else "",
        owner=("p1", "p1", None, "p2")[number % 4],
        effort=days(1, 2 + number % 3, 9) if number % 5 else Range(),
    )


def connected(count: int, text: str | None = None, **fields: object) -> Workbook:
    """One system with ``count`` connections; ``text`` stands in every place for a name."""
    sprint = Sprint(**{"connections": {f"c{n:02}": one(n, text) for n in range(count)}, **fields})
    name = "Schadensachbearbeitungsassistenzsystem für Kraftfahrtversicherungen" if text is None else text
    return Workbook(people=PEOPLE, systems={"s1": System(id="s1", name=name, sprint=sprint)})


def alike() -> Workbook:
    """Viable connections that differ in few criteria, so that each criterion decides somewhere."""
    choices = product((2, 2.5), Direction, (Environment.PRODUCTION, Environment.COPY), ((), (DataKind.PERSONAL,)))
    entries = {
        f"c{number:02}": Connection(
            name=f"System {number}",
            direction=direction,
            kinds=kinds,
            authentication="OAuth 2.0",
            environment=environment,
            fallback="By hand",
            owner="p2" if number % 7 == 3 else "p1",
            effort=days(1, likely, 9),
        )
        for number, (likely, direction, environment, kinds) in enumerate(choices)
    }
    sprint = Sprint(connections=dict(reversed(entries.items())))
    return Workbook(people=PEOPLE, systems={"s1": System(id="s1", name="Alike", sprint=sprint)})
