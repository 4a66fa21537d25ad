"""What is sealed stays: an edit that would change a sealed decision is refused, and undo stops where one was saved."""

from collections.abc import Iterator

from desktop.analysis.seals import may_not_change
from desktop.text import say
from desktop.workbook import Sprint, System, Workbook
from desktop.workbook.decision import Decision
from desktop.workbook.difference import changed_systems

Held = frozenset[tuple[str, str]]


class SealedError(ValueError):
    """An edit would change what was sealed; the message is a sentence for the user."""


def keep_sealed(before: Workbook, after: Workbook) -> None:
    """Raise SealedError where a sealed decision of ``before`` is gone from ``after`` or says something else.

    A system that is taken out takes its decisions along. A new decision supersedes: the sealed one moves to the history.
    """
    for key in changed_systems(before, after):
        system, later = before.systems.get(key), after.systems.get(key)
        if system is not None and later is not None and system.sprint is not None:
            _keep(system, later)


def _keep(system: System, later: System) -> None:
    now = {decision.seal.sha256: decision for decision in _sealed(later) if decision.seal is not None}
    for decision in _sealed(system):
        kept = now.get(decision.seal.sha256) if decision.seal else None
        if kept is None or may_not_change(decision, kept):
            raise SealedError(say("decision.sealed-refused"))


def _sealed(system: System) -> Iterator[Decision]:
    sprint = system.sprint or Sprint()
    for decision in (*sprint.superseded.values(), sprint.decision):
        if decision.seal is not None:
            yield decision


def seals_held(workbook: Workbook | None) -> Held:
    """Every seal of the project, by system and hash."""
    systems = workbook.systems.values() if workbook is not None else ()
    return frozenset(
        (system.id, decision.seal.sha256)
        for system in systems
        if system.sprint is not None
        for decision in _sealed(system)
        if decision.seal is not None
    )


def is_history(saved: Held, before: Workbook) -> bool:
    """Going back to ``before`` would take away a seal that is on disk. A system that did not exist then is no matter."""
    held = seals_held(before)
    return any(seal not in held for seal in saved if seal[0] in before.systems)
