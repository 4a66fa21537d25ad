"""A project file: opened, saved and compared with what stands on the disk."""

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from desktop.files.atomic import Saved, replace_atomically
from desktop.files.backups import Series, next_place, prune
from desktop.files.codec import Decoded, decode, encode
from desktop.files.guard import guarded
from desktop.files.neighbours import ConflictCopy, clean_orphans, conflict_copies
from desktop.files.problem import Problem, Refused
from desktop.files.reading import read_regular, real_path
from desktop.files.schema import Envelope
from desktop.workbook import Workbook


@dataclass(frozen=True)
class Opened:
    """A project as it stands on the disk, with its bytes. ``notices`` are for the user; ``copies`` can be merged."""

    path: Path
    decoded: Decoded
    data: bytes
    notices: tuple[Problem, ...] = ()
    copies: tuple[ConflictCopy, ...] = ()

    @property
    def workbook(self) -> Workbook:
        """The content."""
        return self.decoded.workbook

    @property
    def envelope(self) -> Envelope:
        """Project id, revision and version."""
        return self.decoded.envelope

    @property
    def read_only(self) -> bool:
        """Written by a newer app that lets this one look but not save."""
        return self.decoded.read_only


@dataclass(frozen=True)
class Written:
    """The result of saving: ``opened`` is what the next save builds on, ``saved`` says whether it is durable."""

    opened: Opened
    saved: Saved


def open_project(path: Path, now: datetime | None = None) -> Opened:
    """Read a project; raises Refused with the reason. Cleans old temporaries of ours beside it.

    ``now`` (default: the clock) decides which temporaries are old.
    """
    data = read_regular(path)
    decoded = decode(data)
    folder = real_path(path).parent
    cleaned = clean_orphans(folder, now or datetime.now(UTC))
    copies = conflict_copies(path, decoded.envelope.project, decoded.envelope.revision)
    return Opened(path, decoded, data, _notices(decoded, cleaned, copies), copies)


def save_project(path: Path, workbook: Workbook, opened: Opened | None = None, now: datetime | None = None) -> Written:
    """Save under ``path``, keeping the version that stood there.

    ``opened`` is what was opened or last saved: under the same path it must still stand there (``changed-on-disk`` and
    ``gone`` otherwise); under another path, and without ``opened``, a file in the way is replaced, for the caller has asked.
    Raises Refused with the disk as it was.
    """
    if opened and opened.read_only:
        raise Refused(Problem("newer-read-only", path.name, {"written_by": opened.envelope.written_by}))
    data, decoded = encode(workbook, opened.decoded if opened else None, str(uuid4()))
    with guarded(path):
        again = opened is not None and same_file(path, opened.path)
        expected = opened.data if opened and again else None
        unchanged = bool(opened and again and decoded.envelope == opened.envelope)
        if opened and unchanged:  # never rearrange a newer version's file where nothing was changed
            data = opened.data
        place = None if unchanged else _place_for_previous(opened, decoded.envelope.project, now or datetime.now(UTC))
        saved = replace_atomically(path, data, keep_previous=place, expected=expected)
    if place:
        prune(decoded.envelope.project)
    return Written(Opened(path, decoded, data), saved)


def forked(opened: Opened) -> Opened:
    """``opened`` as the origin of another project: it keeps what this version does not know, and has an id of its own."""
    envelope = opened.envelope.model_copy(update={"project": str(uuid4())})
    return replace(opened, decoded=replace(opened.decoded, envelope=envelope))


def _place_for_previous(opened: Opened | None, project: str, now: datetime) -> Path | None:
    """Where the replaced version is kept: one of an older format stands apart, and for good."""
    series: Series = "originals" if opened and opened.decoded.migrated else "versions"
    try:
        return next_place(project, now, series)
    except OSError:  # no room for earlier versions is no reason to refuse the present one
        return None


def same_file(one: Path, other: Path) -> bool:
    """Whether two names lead to one file, also through links."""
    return os.path.normcase(real_path(one)) == os.path.normcase(real_path(other))


def _notices(decoded: Decoded, cleaned: int, copies: tuple[ConflictCopy, ...]) -> tuple[Problem, ...]:
    by = decoded.envelope.written_by
    found = [Problem("conflict-copy", copy.path.name) for copy in copies]
    if decoded.read_only:
        found.append(Problem("newer-read-only", "", {"written_by": by}))
    elif decoded.unknown:
        found.append(Problem("newer-kept", "", {"written_by": by}))
    if decoded.migrated:
        found.append(Problem("migrated", "", {"written_by": by}))
    if decoded.altered:
        found.append(Problem("altered"))
    if cleaned:
        found.append(Problem("orphans-cleaned", "", {"n": cleaned}))
    return tuple(found)
