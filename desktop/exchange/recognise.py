"""Which rows of a source are systems that the workbook already has, and what a newer row changes in them."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

from desktop.exchange.vocabulary import fold, likeness
from desktop.workbook.document import Workbook
from desktop.workbook.system import Proposal, System

ALIKE = 0.6  # share of columns that two versions of one inventory have in common at the least

_FIELDS = (
    "name", "unit", "purpose", "built_by", "data", "decisions", "stage", "impact", "started", "implemented", "retired",
    "owner",
)  # fmt: skip


class Known:
    """The imported systems of a workbook, each to be recognised once: by all its cells, else by its name and unit."""

    def __init__(self, workbook: Workbook, headers: tuple[str, ...]) -> None:
        self._systems = workbook.systems
        self.kin = frozenset(batch.id for batch in workbook.imports.values() if _alike(batch.columns, headers) >= ALIKE)
        self.same_columns = frozenset(batch for batch in self.kin if workbook.imports[batch].columns == headers)
        self._by_cells: dict[tuple[str, ...], deque[str]] = defaultdict(deque)
        self._by_name: dict[tuple[str, str], list[str]] = defaultdict(list)
        for system in self._systems.values():
            if system.source is None or system.source.batch not in self.kin:
                continue
            if system.source.batch in self.same_columns:
                self._by_cells[system.source.cells].append(system.id)
            self._by_name[_title(system)].append(system.id)
        self._free = {name for names in self._by_name.values() for name in names}

    def with_cells(self, cells: tuple[str, ...]) -> System | None:
        """The system that came from a row with exactly these cells."""
        waiting = self._by_cells.get(cells)
        return self._take(waiting.popleft()) if waiting else None

    def with_title(self, system: System) -> System | None:
        """The one system of this name and unit that no row has claimed; None where there are several."""
        free = [name for name in self._by_name.get(_title(system), ()) if name in self._free]
        return self._take(free[0]) if len(free) == 1 else None

    def unclaimed(self, updated: Iterable[str]) -> tuple[str, ...]:
        """Systems of the ``updated`` batches that the source no longer has."""
        batches = frozenset(updated)
        left = (self._systems[name] for name in self._free)
        return tuple(sorted(system.id for system in left if system.source and system.source.batch in batches))

    def _take(self, system_id: str) -> System:
        self._free.discard(system_id)
        return self._systems[system_id]


def updated(ours: System, theirs: System, base: System | None) -> System:
    """``ours`` with what the source says now: what a person wrote stays, what still is as the source had it follows.

    ``base`` is what the old row gives. Without it only empty places are filled.
    """
    changes: dict[str, object] = {}
    for name in _FIELDS:
        mine, new = getattr(ours, name), getattr(theirs, name)
        untouched = mine in (None, "") or (base is not None and mine == getattr(base, name))
        if untouched and new not in (None, "") and new != mine:
            changes[name] = new
    proposals = _proposals(ours.proposals, theirs.proposals)
    if proposals != ours.proposals:
        changes["proposals"] = proposals
    if ours.source is None or theirs.source is None or ours.source.cells != theirs.source.cells:
        changes |= {"source": theirs.source, "as_written": theirs.as_written}
    elif ours.as_written != theirs.as_written and changes:
        changes["as_written"] = theirs.as_written
    return ours.model_copy(update=changes) if changes else ours


def _proposals(ours: Mapping[str, Proposal], theirs: Mapping[str, Proposal]) -> dict[str, Proposal]:
    """A decision stays while the source proposes the same; a new proposal is open again."""
    merged = dict(ours)
    for question, new in theirs.items():
        old = ours.get(question)
        if old is None or (old.level, old.not_applicable) != (new.level, new.not_applicable):
            merged[question] = new
    return merged


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    ours, theirs = {_header(header) for header in one}, {_header(header) for header in other}
    return len(ours & theirs) / max(1, len(ours | theirs))


def _header(text: str) -> str:
    return fold(text) or text


def _title(system: System) -> tuple[str, str]:
    return likeness(system.name), likeness(system.unit)
