"""Opening, creating and saving projects for the window and the command line, by the rules of ``files``."""

from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from desktop.files.project import Opened, open_project
from desktop.resources import resource
from desktop.workbook import Workbook

ENDING = ".readiness.json"
SAMPLE = ("samples", "northwind.readiness.json")


@dataclass(frozen=True)
class OpenedFile:
    """A project as it was opened, with what reports print of it."""

    opened: Opened

    @property
    def workbook(self) -> Workbook:
        """The content."""
        return self.opened.workbook

    @property
    def revision(self) -> str:
        """The revision that reports name."""
        return self.opened.envelope.revision


def open_file(path: Path) -> OpenedFile:
    """Open a project; raises Refused with the reason."""
    return OpenedFile(open_project(path))


def create(path: Path, workbook: Workbook, *, force: bool) -> None:
    """Write ``workbook`` as a new project; raises Refused where the name is taken and ``force`` is not given."""
    from desktop.files.codec import encode
    from desktop.files.exporting import write_new

    data, _ = encode(workbook, None, str(uuid4()))
    write_new(path, data, force=force)


def sample() -> Workbook:
    """The fictitious sample engagement that ships with the app."""
    return open_project(resource(*SAMPLE)).workbook
