"""What the integration map's page shows, as plain values and finished sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.integration import Lack, doubled, lacks
from desktop.analysis.integration_phases import FIRST
from desktop.reports.integration.chart import (
    direction_words,
    environment_words,
    flag_state,
    flag_words,
    flags,
    kinds_words,
    phase_words,
)
from desktop.reports.integration.scene import Scene
from desktop.reports.integration.sentences import ends, headline, lead
from desktop.session.assess_dashboard import Link
from desktop.session.integration_edits import connections_path
from desktop.text import say
from desktop.workbook.sprint import Connection

if TYPE_CHECKING:
    from desktop.reports.charts.network_map import Flag

INTEGRATION = "integration"
WEEK = "sprint-3"
# Where on week 3 one enters what is missing.
FIELDS: dict[Lack, str] = {
    "owner": "owner",
    "not-a-person": "owner",
    "fallback": "fallback",
    "failure": "failure_mode",
    "authentication": "authentication",
    "environment": "environment",
    "no-test-environment": "environments",
    "direction": "direction",
    "effort": "effort",
    "rate": "rate_limit",
    "data": "data",
    "kinds": "kinds",
}


@dataclass(frozen=True)
class StationLine:
    """One line of the list beside the map."""

    id: str
    name: str
    detail: str
    phase: str
    flag: str
    state: "Flag"
    first: bool


@dataclass(frozen=True)
class Fact:
    """One thing known of a connection; ``value`` empty: not answered."""

    label: str
    value: str


@dataclass(frozen=True)
class StationView:
    """Everything about the connection that is chosen. ``todo`` leads to where each missing thing is entered."""

    id: str
    name: str
    standing: str
    facts: tuple[Fact, ...]
    todo: tuple[Link, ...]
    moved: bool


@dataclass(frozen=True)
class MapView:
    """The page: its answer, and a line for each connection in the order of the phases."""

    headline: str
    lead: str
    lines: tuple[StationLine, ...]
    moved: bool


def map_view(now: Scene) -> MapView:
    """The page's head and its list."""
    order = sorted(now.phase, key=lambda key: now.phase[key])
    moved = any(entry.place for entry in now.sprint.connections.values())
    return MapView(headline(now), lead(now), tuple(_line(now, key) for key in order), moved)


def station_view(now: Scene, key: str) -> StationView:
    """One connection in full; KeyError where it is gone."""
    entry = now.sprint.connections[key]
    parts = (phase_words(now.phase[key]), flag_words(flags(entry, now.workbook.people)))
    standing = " · ".join(part for part in parts if part)
    return StationView(
        key, now.name(key), standing, tuple(_facts(now, entry)), _todo(now, key), entry.place is not None
    )


def field_place(now: Scene, key: str, field: str = "") -> tuple[str, ...]:
    """The place on week 3 where a connection, or one field of it, is entered."""
    return (*connections_path(now.system.id), key, *((field,) if field else ()))


def _line(now: Scene, key: str) -> StationLine:
    entry = now.sprint.connections[key]
    found = flags(entry, now.workbook.people)
    parts = (direction_words(entry.direction), environment_words(entry.environment))
    return StationLine(
        key,
        now.name(key),
        " · ".join(parts),
        phase_words(now.phase[key]),
        flag_words(found),
        flag_state(found),
        now.phase[key] == FIRST,
    )


def _facts(now: Scene, entry: Connection) -> Iterator[Fact]:
    owner = now.workbook.people.get(entry.owner or "")
    offered = ", ".join(environment_words(environment) for environment in entry.environments)
    values = {
        "direction": direction_words(entry.direction) if entry.direction else "",
        "data": entry.data.strip(),
        "kinds": kinds_words(entry.kinds),
        "authentication": entry.authentication.strip(),
        "rate": entry.rate_limit.strip(),
        "environment": environment_words(entry.environment) if entry.environment else "",
        "environments": offered,
        "failure": entry.failure_mode.strip(),
        "fallback": entry.fallback.strip(),
        "owner": owner.name if owner else "",
        "honest": ends(entry.effort) if entry.effort.complete else "",
        "doubled": ends(doubled(entry.effort)) if entry.effort.complete else "",
    }
    for name, value in values.items():
        yield Fact(say(f"integration.fact.{name}"), value)


def _todo(now: Scene, key: str) -> tuple[Link, ...]:
    return tuple(
        Link(
            say(f"integration.todo.{lack}"),
            say(f"integration.todo.{lack}.why"),
            "serious" if lack in ("owner", "not-a-person") else "caution" if lack == "fallback" else "info",
            WEEK,
            field_place(now, key, FIELDS[lack]),
        )
        for lack in lacks(now.sprint.connections[key], now.workbook.people)
    )
