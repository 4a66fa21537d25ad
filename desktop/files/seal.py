"""The seals of a project as ``check`` reports them: which there are, and whether each still holds."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from desktop.analysis.seals import CURRENT, Sealed, all_seals
from desktop.files.problem import Problem
from desktop.workbook import Workbook

_CODES: Mapping[str, str] = MappingProxyType(
    {"broken": "seal-broken", "differs": "seal-differs", "unlinked": "seal-unlinked"}
)


def seals(workbook: Workbook) -> tuple[Sealed, ...]:
    """Every sealed decision, by system and the oldest first."""
    return tuple(all_seals(workbook))


def seal_problems(found: Iterable[Sealed]) -> Iterator[Problem]:
    """One problem for each seal that does not hold, at the place of its decision."""
    for entry in found:
        if entry.state != "intact":
            yield Problem(_CODES[entry.state], _place(entry))


def seal_as_json(entry: Sealed) -> dict[str, object]:
    """One seal for ``--json``: where, which, and how it stands; nothing of what was decided."""
    return {
        "system": entry.system,
        "decision": entry.id,
        "sealed_on": entry.seal.on.isoformat() if entry.seal.on else None,
        "sha256": entry.seal.sha256,
        "state": entry.state,
    }


def _place(entry: Sealed) -> str:
    inside = "decision" if entry.id == CURRENT else f"superseded/{entry.id}"
    return f"content/systems/{entry.system}/sprint/{inside}/seal"
