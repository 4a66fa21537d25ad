"""Is a project file sound? For ``readiness-workbook check`` and for a look before sending a file on."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from desktop.analysis.seals import Sealed
from desktop.files.careful import place_name
from desktop.files.codec import Decoded, decode
from desktop.files.neighbours import conflict_copies
from desktop.files.problem import Problem, Refused, sentence
from desktop.files.reading import read_regular
from desktop.files.seal import seal_as_json, seal_problems, seals
from desktop.workbook import Workbook
from desktop.workbook.base import Leaf

MOST = 20
_PEOPLE = (
    "owner", "deputy", "sponsor", "lead", "alert_to", "decided_by", "tier_by", "drift_owner", "rollback_owner",
)  # fmt: skip


class Verdict(IntEnum):
    """The exit codes of the command."""

    SOUND = 0
    OPENS_WITH_PROBLEMS = 1
    REFUSED = 2


@dataclass(frozen=True)
class CheckReport:
    """The verdict, and what was found: the reason of a refusal first. At most 20 problems are listed."""

    verdict: Verdict
    problems: tuple[Problem, ...] = ()
    project: str | None = None
    revision: str | None = None
    written_by: str | None = None
    seals: tuple[Sealed, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The report for ``--json``: sentences and places, no content of the file."""
        return {
            "verdict": self.verdict.name.lower().replace("_", "-"),
            "problems": [{"code": one.code, "where": one.where, "why": sentence(one)} for one in self.problems],
            "project": self.project,
            "revision": self.revision,
            "written_by": self.written_by,
            "seals": [seal_as_json(entry) for entry in self.seals],
        }


def check_project(path: Path) -> CheckReport:
    """Read a project without changing anything on the disk, and say what is wrong with it."""
    try:
        decoded = decode(read_regular(path))
    except Refused as refused:
        return CheckReport(Verdict.REFUSED, (refused.problem, *refused.details)[: MOST + 1])
    sealed = seals(decoded.workbook)
    found = (*seal_problems(sealed), *_about_file(path, decoded), *_inside(decoded.workbook))
    envelope = decoded.envelope
    verdict = Verdict.OPENS_WITH_PROBLEMS if found else Verdict.SOUND
    return CheckReport(verdict, found[:MOST], envelope.project, envelope.revision, envelope.written_by, sealed)


def _about_file(path: Path, decoded: Decoded) -> Iterator[Problem]:
    envelope = decoded.envelope
    for copy in conflict_copies(path, envelope.project, envelope.revision):
        yield Problem("conflict-copy", copy.path.name)
    if decoded.read_only:
        yield Problem("newer-read-only", "", {"written_by": envelope.written_by})
    elif decoded.unknown:
        yield Problem("newer-kept", "", {"written_by": envelope.written_by})
    if decoded.altered:
        yield Problem("altered")


def _inside(workbook: Workbook) -> Iterator[Problem]:
    """References to nobody and entries under another's id: a hand-edited or badly merged file has them."""
    for place, name, value in _fields(workbook, ("content",)):
        if name in _PEOPLE:
            named = value if isinstance(value, tuple) else (value,)
            if any(person is not None and person not in workbook.people for person in named):
                yield Problem("nobody", place_name((*place, name)))
        elif name == "batch" and value not in workbook.imports:
            yield Problem("no-import", place_name((*place, name)))
        elif name == "id" and value != place[-1]:
            yield Problem("wrong-id", place_name(place))


def _fields(part: Leaf, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, object]]:
    for name in type(part).model_fields:
        value = getattr(part, name)
        yield place, name, value
        if isinstance(value, Leaf):
            yield from _fields(value, (*place, name))
        elif isinstance(value, dict):
            for key, entry in value.items():
                if isinstance(entry, Leaf):
                    yield from _fields(entry, (*place, name, key))
