"""A project that was answered with another version of the method: every answer is kept, and what changed is said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from desktop.method import Method
from desktop.method.library import BASE, renamed_to
from desktop.session.editing import Edit
from desktop.text import count, say
from desktop.workbook import System, Workbook
from desktop.workbook.difference import changed_systems

if TYPE_CHECKING:
    from desktop.session.session import Session

Kind = Literal["version", "missing", "renamed", "removed", "unknown", "both"]
_CARRIED = ("ratings", "proposals", "treatments")


@dataclass(frozen=True)
class MethodChange:
    """One thing that is different: a pack's version, or what became of a question's answers in ``systems`` systems."""

    kind: Kind
    id: str
    systems: int = 0
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The change in words."""
        if self.kind in ("version", "missing"):
            return say(f"method.upgrade.{self.kind}", id=self.id, **self.values)
        return count(f"method.upgrade.{self.kind}", self.systems, id=self.id, **self.values)


@dataclass(frozen=True)
class Upgraded:
    """The workbook as the present method reads it, and what is different from before. The same one where nothing is."""

    workbook: Workbook
    changes: tuple[MethodChange, ...]


def upgraded(workbook: Workbook, method: Method) -> Upgraded:
    """Carry answers to the present ids of their questions; no answer is lost.

    Answers to a question that is no more, or of a pack that is not here, stay where they are. Where a question's former
    and present id are both answered, the present one counts and the former stays beside it.
    """
    changes = [*_versions(workbook, method), *_questions(workbook, method)]
    if not any(change.kind in ("version", "renamed") for change in changes):
        return Upgraded(workbook, tuple(changes))
    systems = {name: _carried(system, method) for name, system in workbook.systems.items()}
    methods = {**workbook.methods, **_known(workbook, method)}
    return Upgraded(workbook.model_copy(update={"systems": systems, "methods": methods}), tuple(changes))


def upgrade_edit(workbook: Workbook, method: Method) -> Edit | None:
    """The upgrade as one undoable step, or None where there is nothing to carry."""
    if upgraded(workbook, method).workbook is workbook:
        return None
    return Edit(say("method.upgrade.edit"), ("methods",), lambda present: upgraded(present, method).workbook)


def take_over(session: "Session") -> tuple[str, ...]:
    """Bring a session that has just begun to its method, as a step that can be undone; returns what changed, in words."""
    found = upgraded(session.workbook, session.method)
    edit = upgrade_edit(session.workbook, session.method)
    if edit is not None:
        session.apply(edit)
    return tuple(change.sentence for change in found.changes)


def answered_with(before: Workbook, after: Workbook, method: Method) -> Workbook:
    """``after`` with the packs noted whose questions were answered, each in its version, where an answer is different."""
    changed = [*_answers_changed(before, after)]
    if not changed:
        return after
    packs = {BASE, *(method.origin.get(question, BASE) for system in changed for question in system.ratings)}
    noted = {**after.methods, **{pack: method.packs[pack] for pack in packs if pack in method.packs}}
    return after if noted == after.methods else after.model_copy(update={"methods": noted})


def _answers_changed(before: Workbook, after: Workbook) -> Iterator[System]:
    for name in changed_systems(before, after):
        old, system = before.systems.get(name), after.systems.get(name)
        if system is not None and system.ratings and (old is None or old.ratings != system.ratings):
            yield system


def _known(workbook: Workbook, method: Method) -> dict[str, str]:
    return {pack: version for pack, version in method.packs.items() if pack in workbook.methods}


def _versions(workbook: Workbook, method: Method) -> Iterable[MethodChange]:
    for pack, before in sorted(workbook.methods.items()):
        now = method.packs.get(pack)
        if now is None:
            yield MethodChange("missing", pack, values={"before": before})
        elif now != before:
            yield MethodChange("version", pack, values={"before": before, "now": now})


def _questions(workbook: Workbook, method: Method) -> Iterable[MethodChange]:
    strangers: dict[str, list[System]] = {}
    for system in workbook.systems.values():
        for question in system.ratings:
            if question not in method.question:
                strangers.setdefault(question, []).append(system)
    for question, systems in sorted(strangers.items()):
        yield from _stranger(question, systems, method)


def _stranger(question: str, systems: list[System], method: Method) -> Iterable[MethodChange]:
    later = renamed_to(method.renamed, question)
    if later in method.question:
        both = sum(1 for system in systems if later in system.ratings)
        if carried := len(systems) - both:
            yield MethodChange("renamed", question, carried, {"now": later})
        if both:
            yield MethodChange("both", question, both, {"now": later})
    elif reason := method.removed.get(later, ""):
        yield MethodChange("removed", question, len(systems), {"reason": reason})
    else:
        yield MethodChange("unknown", question, len(systems))


def _carried(system: System, method: Method) -> System:
    present: dict[str, Any] = {}
    for part in _CARRIED:
        entries: Mapping[str, Any] = getattr(system, part)
        moved = _moved(entries, method)
        if moved is not entries:
            present[part] = moved
    return system.model_copy(update=present) if present else system


def _moved(entries: Mapping[str, Any], method: Method) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for question, entry in entries.items():
        later = question if question in method.question else renamed_to(method.renamed, question)
        moves = later != question and later in method.question and later not in entries and later not in found
        found[later if moves else question] = entry
    return entries if found.keys() == entries.keys() else found
