"""Earlier versions of a project as a user sees them: when, how large, and back again as one step."""

from __future__ import annotations  # the start page must not wait for the document's models

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.text import say
from desktop.text.formatting import day

if TYPE_CHECKING:
    from desktop.session.editing import Edit
    from desktop.workbook import Workbook


@dataclass(frozen=True)
class Kept:
    """One earlier version. ``kept_on`` is local time, when a newer one took its place; ``size`` in bytes."""

    path: Path
    kept_on: datetime
    size: int

    @property
    def when(self) -> str:
        """Day and time in words; to the second, for one may save twice in a minute."""
        return say("versions.when", day=day(self.kept_on.date()), time=f"{self.kept_on:%H:%M:%S}")


def kept_versions(project_id: str) -> tuple[Kept, ...]:
    """What is kept of a project, the latest first: replaced versions, and originals of an older format."""
    from desktop.files.backups import Series, versions

    series: tuple[Series, ...] = ("versions", "originals")
    found = [version for one in series for version in versions(project_id, one)]
    newest = sorted(found, key=lambda version: (version.kept_on, version.number), reverse=True)
    return tuple(Kept(v.path, v.kept_on.astimezone().replace(tzinfo=None), v.size) for v in newest)


def read_version(kept: Kept) -> Workbook:
    """Its content; raises Refused or OSError where it cannot be read."""
    from desktop.files.codec import decode
    from desktop.files.reading import read_regular

    return decode(read_regular(kept.path)).workbook


def restoring(kept: Kept, workbook: Workbook) -> Edit:
    """Put an earlier version in the place of the present one, as one step that undo takes back."""
    from desktop.session.editing import Edit

    return Edit(say("versions.step", when=kept.when), (), lambda _present: workbook)
