"""Earlier versions of a project, kept outside its folder: the last twenty saved ones, and snapshots while it is edited.

They are told apart and ordered by a running number, never by a clock.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal

from desktop.files.atomic import Saved, replace_atomically
from desktop.files.home import private_folder
from desktop.files.reading import read_regular

KEPT = 20  # saved versions for each project
SNAPSHOTS = 30  # the latest ones; older ones are thinned to one a day ...
SNAPSHOT_DAYS = 30  # ... for this many days
Series = Literal["versions", "snapshots", "originals"]  # originals: before a file was carried to a newer format
_NAME = re.compile(r"(\d{8})-(\d{8}T\d{6}Z)\.readiness\.json")
_ID = re.compile(r"[A-Za-z0-9-]{1,64}")


@dataclass(frozen=True)
class Version:
    """One kept state of a project. ``kept_on`` is when it was put here (UTC), ``size`` in bytes."""

    path: Path
    number: int
    kept_on: datetime
    size: int


def versions(project_id: str, series: Series = "versions") -> tuple[Version, ...]:
    """What is kept for a project, the latest first."""
    found = (_version(entry) for entry in _folder(project_id, series).iterdir())
    return tuple(sorted((one for one in found if one), key=lambda one: one.number, reverse=True))


def next_place(project_id: str, now: datetime, series: Series = "versions") -> Path:
    """A free name for the version that is kept next; give it to ``replace_atomically`` as ``keep_previous``."""
    kept = versions(project_id, series)
    number = kept[0].number + 1 if kept else 1
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    return _folder(project_id, series) / f"{number:08d}-{stamp}.readiness.json"


def prune(project_id: str) -> None:
    """Let go of saved versions beyond the last twenty. A file that cannot be removed stays."""
    for version in versions(project_id)[KEPT:]:
        _remove(version)


def keep_snapshot(project_id: str, data: bytes, now: datetime) -> Version | None:
    """Keep a state of unsaved work, unless the latest snapshot is the same; then thin the older ones out."""
    kept = versions(project_id, "snapshots")
    if kept and kept[0].size == len(data) and read_regular(kept[0].path) == data:
        return None
    place = next_place(project_id, now, "snapshots")
    replace_atomically(place, data)
    for version in superfluous(versions(project_id, "snapshots"), now.astimezone(UTC).date()):
        _remove(version)
    return _version(place)


def superfluous(kept: Sequence[Version], today: date) -> tuple[Version, ...]:
    """Snapshots that may go: beyond the latest 30, all but the last of each of the past 30 days. ``kept``: latest first."""
    days: set[date] = set()
    going = []
    for version in kept[SNAPSHOTS:]:
        day = version.kept_on.date()
        if day in days or today - day > timedelta(days=SNAPSHOT_DAYS):
            going.append(version)
        days.add(day)
    return tuple(going)


def restore(version: Version, target: Path, expected: bytes | None, now: datetime, project_id: str) -> Saved:
    """Put a kept version back under ``target``; what stands there now becomes a kept version itself."""
    data = read_regular(version.path)
    saved = replace_atomically(target, data, keep_previous=next_place(project_id, now), expected=expected)
    prune(project_id)
    return saved


def _folder(project_id: str, series: Series) -> Path:
    if not _ID.fullmatch(project_id):  # it comes from a file, and it names a folder here
        raise ValueError(project_id)
    return private_folder(series, project_id)


def _version(path: Path) -> Version | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        size = path.stat().st_size
        kept_on = datetime.strptime(match[2], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except (OSError, ValueError):
        return None
    return Version(path, int(match[1]), kept_on, size)


def _remove(version: Version) -> None:
    with suppress(OSError):
        version.path.unlink()
