"""Is what was sealed still what was sealed? Each seal is checked against its bytes, its decision and the seal before."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.analysis import record_text as written
from desktop.workbook import Sprint, System, Workbook
from desktop.workbook.decision import Decision, Seal

SealState = Literal["intact", "broken", "differs", "unlinked"]
CURRENT = "current"
SHORT = 16  # hexadecimal digits that name a seal where there is no room for all sixty-four


@dataclass(frozen=True)
class Sealed:
    """One sealed decision of a system and how its seal stands. ``id`` is its key in the history, or ``current``.

    ``broken``: the record's bytes do not give its hash. ``differs``: the decision beside it is not the one in the record.
    ``unlinked``: it does not follow the seal before it, so one was taken out or put in.
    """

    system: str
    id: str
    decision: Decision
    seal: Seal
    state: SealState


def seals_of(system: System) -> tuple[Sealed, ...]:
    """Every sealed decision of the system, the oldest first."""
    return tuple(_seals(system))


def all_seals(workbook: Workbook) -> Iterator[Sealed]:
    """Every sealed decision of the project."""
    for system in workbook.systems.values():
        if system.sprint is not None:
            yield from _seals(system)


def latest_hash(sprint: Sprint) -> str:
    """The hash of the newest sealed decision of the history; empty where there is none."""
    held = [decision.seal.sha256 for _, decision in sorted(sprint.superseded.items()) if decision.seal is not None]
    return held[-1] if held else ""


def standing_seal(system: System) -> Sealed | None:
    """The seal of the present decision."""
    return next((entry for entry in seals_of(system) if entry.id == CURRENT), None)


def _seals(system: System) -> Iterator[Sealed]:
    sprint = system.sprint or Sprint()
    before = ""
    for key, decision in (*sorted(sprint.superseded.items()), (CURRENT, sprint.decision)):
        if decision.seal is not None:
            yield Sealed(system.id, key, decision, decision.seal, _state(system.id, decision, decision.seal, before))
            before = decision.seal.sha256


def _state(system: str, decision: Decision, seal: Seal, before: str) -> SealState:
    if written.digest(seal.record) != seal.sha256:
        return "broken"
    facts = written.read(seal.record)
    beside = {"sealed/on": seal.on.isoformat() if seal.on else "", "sealed/by": seal.by, "system/id": system}
    decided = {key: value for key, value in facts.items() if key.startswith("decision/")}
    if decided != written.decision_facts(decision) or any(facts.get(key) != value for key, value in beside.items()):
        return "differs"
    return "intact" if facts.get("sealed/previous", "") == before else "unlinked"


def decider(workbook: Workbook, decision: Decision, person: str) -> str:
    """The name of one who decided, or who owns a condition: in a sealed decision as it was sealed, whoever is renamed later.

    Where the person is called otherwise by now, the record's own words stand, which hold the role too.
    """
    known = workbook.people.get(person)
    present = known.name.strip() if known else ""
    if decision.seal is None:
        return present
    sealed = written.read(decision.seal.record).get(f"people/{person}", "")
    return sealed if sealed and not (present and f"{sealed}, ".startswith(f"{present}, ")) else present


@dataclass(frozen=True)
class Changed:
    """One fact that is different since the decision was sealed; None: it was not there then, or is not there now."""

    key: str
    then: str | None
    now: str | None


_COME_AND_GO = ("findings/", "controls/", "ready/")
_ASIDE = ("sealed/", "format", "decision/", "people/", "project/", "system/inputs_sha256")


def changes_since(seal: Seal, now: written.Facts) -> tuple[Changed, ...]:
    """What the decision rested on and is different now, in the order of the record; new findings and the like last.

    A figure that the record does not know at all is one that a later version of the app writes down: no change.
    """
    then = written.read(seal.record)
    new = (key for key in now if key not in then and key.startswith(_COME_AND_GO))
    keys = [key for key in (*then, *new) if not key.startswith(_ASIDE)]
    return tuple(Changed(key, then.get(key), now.get(key)) for key in keys if then.get(key) != now.get(key))


def may_not_change(before: Decision, after: Decision) -> bool:
    """``after`` says something else than the sealed ``before``: only the day on which a condition was met may differ."""
    return before.seal != after.seal or written.decision_facts(before) != written.decision_facts(after)
