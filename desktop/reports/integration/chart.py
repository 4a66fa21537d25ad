"""The integration map in words: what stands in each box, on each line, and how a screen reader tells it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.analysis.integration import FLAGGED, Lack, lacks
from desktop.analysis.integration_choice import first_connection
from desktop.analysis.integration_layout import TENTHS, Held, Layout, Node, lay_out
from desktop.analysis.integration_phases import FIRST, phase_of
from desktop.text import say
from desktop.workbook import Person, Sprint, System
from desktop.workbook.sprint import Connection, DataKind, Direction, Environment

if TYPE_CHECKING:
    from desktop.reports.charts.network_map import Flag, Network, Station


def network(system: System, people: Mapping[str, Person], held: Held | None = None) -> "Network":
    """The map of one system; ``held`` is a box that is being dragged."""
    from desktop.reports.charts.network_map import Network

    sprint = system.sprint or Sprint()
    at = phase_of(sprint, people)
    stations = {key: _station(entry, people, at[key]) for key, entry in sprint.connections.items()}
    return Network(layout_of(sprint, held), one_line(system.name) or say("integration.unnamed"), stations)


def layout_of(sprint: Sprint, held: Held | None = None) -> Layout:
    """Where everything stands."""
    nodes = [Node(key, entry.direction, _place(entry)) for key, entry in sprint.connections.items()]
    return lay_out(nodes, held)


def flags(entry: Connection, people: Mapping[str, Person]) -> tuple[Lack, ...]:
    """What the map flags of its own accord: no owner, an owner who is not a person, no fallback."""
    return tuple(lack for lack in lacks(entry, people) if lack in FLAGGED)


def flag_words(found: tuple[Lack, ...]) -> str:
    """The flags of one connection in a few words; empty where there is none."""
    return say("integration.flag.both") if len(found) > 1 else say(f"integration.flag.{found[0]}") if found else ""


def flag_state(found: tuple[Lack, ...]) -> "Flag":
    """How grave the flags are: without an owner nobody can say yes; a missing fallback is a risk."""
    return "" if not found else "risk" if found == ("fallback",) else "block"


def direction_words(direction: Direction | None) -> str:
    """Which way data flows."""
    return say(f"integration.direction.{direction.value}" if direction else "integration.direction.unknown")


def environment_words(environment: Environment | None) -> str:
    """The nearest to production that was reached."""
    return say(f"integration.environment.{environment.value}" if environment else "integration.environment.unknown")


def kinds_words(kinds: tuple[DataKind, ...]) -> str:
    """Kinds of data in a row, the most careful last; empty where none is given."""
    return ", ".join(say(f"integration.kind.{kind.value}") for kind in DataKind if kind in kinds)


def phase_words(phase: str) -> str:
    """``Phase 1``."""
    return say("integration.phase", n=phase.removeprefix("phase-"))


def one_line(text: str) -> str:
    """A name as a label shows it: all white space is one space."""
    return " ".join(text.split())


def described(system: System, people: Mapping[str, Person]) -> tuple[tuple[str, ...], ...]:
    """The map as a table with a heading row, for those who do not see it."""
    sprint = system.sprint or Sprint()
    at = phase_of(sprint, people)
    head = tuple(say(f"integration.column.{name}") for name in ("name", "direction", "environment", "phase", "flags"))
    rows = (
        (
            one_line(entry.name) or say("integration.unnamed"),
            direction_words(entry.direction),
            environment_words(entry.environment),
            phase_words(at[key]),
            flag_words(flags(entry, people)) or say("integration.flag.none"),
        )
        for key, entry in sprint.connections.items()
    )
    return head, *rows


def begins(system: System, people: Mapping[str, Person]) -> Connection | None:
    """The connection that phase 1 begins with, chosen or suggested."""
    sprint = system.sprint or Sprint()
    return sprint.connections.get(first_connection(sprint, people) or "")


def _place(entry: Connection) -> tuple[float, float] | None:
    return None if entry.place is None else (entry.place.x / TENTHS, entry.place.y / TENTHS)


def _station(entry: Connection, people: Mapping[str, Person], phase: str) -> "Station":
    from desktop.reports.charts.network_map import Station

    found, owner = flags(entry, people), people.get(entry.owner or "")
    return Station(
        name=one_line(entry.name) or say("integration.unnamed"),
        foot=flag_words(found) or (one_line(owner.name) if owner else ""),
        phase=phase_words(phase),
        line=say(f"integration.line.{entry.environment.value}" if entry.environment else "integration.line.unknown"),
        nearness=entry.environment.value if entry.environment else "none",
        into=entry.direction in (Direction.READS, Direction.BOTH),
        out=entry.direction in (Direction.WRITES, Direction.BOTH),
        flag=flag_state(found),
        first=phase == FIRST,
        note=kinds_words(entry.kinds),
    )
