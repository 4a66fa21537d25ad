"""What the rail is made of: places, gathered in sections that can be folded."""

from dataclasses import dataclass
from datetime import date

from desktop.analysis.memo import Memo
from desktop.analysis.progress import PageState
from desktop.method import Method
from desktop.session.assess import Assessment, assess
from desktop.workbook import System, Workbook


@dataclass(frozen=True)
class Around:
    """What a section is drawn up from: the workbook of this moment, the method, the chosen system, and the day.

    ``memo`` spares thinking the system over again where that was done for this moment already.
    """

    workbook: Workbook
    method: Method
    system: System
    today: date
    memo: Memo | None = None

    def assess(self) -> Assessment:
        """What the answers of the chosen system say."""
        return assess(self.workbook, self.method, self.system.id, self.today, self.memo)


@dataclass(frozen=True)
class RailEntry:
    """One place. ``note`` is the small text at its right; ``state`` None: it has none."""

    page: str
    label: str
    icon: str
    note: str = ""
    state: PageState | None = None
    number: int | None = None


@dataclass(frozen=True)
class RailSection:
    """Places under one heading; without a ``title`` they always stand open. ``icon`` stands for it in a narrow rail."""

    title: str
    note: str
    entries: tuple[RailEntry, ...]
    icon: str = "folder"

    @property
    def needs_work(self) -> bool:
        """One of its places says that something was entered that is not good enough."""
        return any(entry.state == "problem" for entry in self.entries)
