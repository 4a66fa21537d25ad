"""The pilot-to-production ladder: the highest rung whose criteria, and all below, are fully met with evidence."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.analysis.scoring import Standing, standing_of
from desktop.method import Method
from desktop.method.schema import Remedy
from desktop.workbook import System

LADDER = "ladder"


@dataclass(frozen=True)
class Unmet:
    """A criterion of a rung that is not met. ``because``: ``unanswered``, ``below`` or ``claimed`` (no evidence)."""

    question: str
    because: str
    level: int | None


@dataclass(frozen=True)
class Rung:
    """Where a system stands. ``overridden``: by a name and a reason, against what ``earned`` says."""

    rung: int
    earned: int
    overridden: bool
    next_rung: int | None
    unmet: tuple[Unmet, ...]
    tasks: tuple[Remedy, ...]


def rung_of(method: Method, system: System, found: Mapping[str, Standing]) -> Rung:
    """The rung, what keeps the system from the next one, and the tasks that would close that, least effort first."""
    groups = method.lens[LADDER].groups
    unmet = [unmet_of(method, group.id, found) or _nothing_applies(method, group.id, found) for group in groups]
    earned = next((at for at, open_ones in enumerate(unmet) if open_ones), len(groups))
    override = system.rung_override
    rung = override.rung if override else earned
    following = earned + 1 if earned < len(groups) else None
    blocking = unmet[earned] if following else ()
    tasks = cheapest(method, tuple(entry.question for entry in blocking), found)
    return Rung(rung, earned, override is not None, following, blocking, tasks)


def rung_number(method: Method, system: System) -> int | None:
    """The rung and nothing else, for lists of many systems; None while nobody has answered or set anything."""
    if system.rung_override is not None:
        return system.rung_override.rung
    if not any(standing_of(question, system).answered for question in system.ratings):
        return None
    groups = method.lens[LADDER].groups
    return next((at for at, group in enumerate(groups) if not _climbs(method, group.id, system)), len(groups))


def _climbs(method: Method, group: str, system: System) -> bool:
    """Every criterion of the rung is met, and one applies; the first that is not ends the look."""
    needs, applies = method.lens[LADDER].needs or 0, False
    for question in method.group(LADDER, group):
        entry = standing_of(question, system)
        if _unmet(entry, needs):
            return False
        applies = applies or not entry.not_applicable
    return applies


def unmet_of(method: Method, group: str, found: Mapping[str, Standing]) -> tuple[Unmet, ...]:
    """The criteria of one rung that are not met. What does not apply is no criterion."""
    needs = method.lens[LADDER].needs or 0
    return tuple(entry for question in method.group(LADDER, group) if (entry := _unmet(found[question], needs)))


def _nothing_applies(method: Method, group: str, found: Mapping[str, Standing]) -> tuple[Unmet, ...]:
    """A rung of which nothing applies is not earned by that: each criterion counts as unanswered until one is shown."""
    questions = method.group(LADDER, group)
    waved = all(found[question].not_applicable for question in questions)
    return tuple(Unmet(question, "unanswered", None) for question in questions) if waved else ()


def cheapest(method: Method, questions: tuple[str, ...], found: Mapping[str, Standing]) -> tuple[Remedy, ...]:
    """The smallest set of tasks that closes ``questions``: their own, and those they wait for that are still needed.

    A task of another question is needed only while that question is itself below the level that rungs ask for.
    """
    needs = method.lens[LADDER].needs or 0
    wanted: dict[str, Remedy] = {}
    waiting = [task for question in questions for task in method.question[question].tasks]
    while waiting:
        task = waiting.pop()
        if task.id in wanted:
            continue
        wanted[task.id] = task
        for name in task.after:
            question, earlier = method.remedy[name]
            if _unmet(found[question], needs) or question in questions:
                waiting.append(earlier)
    return tuple(sorted(wanted.values(), key=lambda task: (task.effort.likely or 0, task.id)))


def _unmet(entry: Standing, needs: int) -> Unmet | None:
    if entry.not_applicable:
        return None
    if entry.level is None:
        return Unmet(entry.question, "unanswered", None)
    if entry.level < needs:
        return Unmet(entry.question, "below", entry.level)
    return None if entry.evidenced else Unmet(entry.question, "claimed", entry.level)
