"""What a page shows, as plain values: the screen turns rows into editors by their kind and knows nothing else."""

from dataclasses import dataclass
from typing import Any, Literal

from desktop.analysis.progress import PageState
from desktop.method.schema import Kind
from desktop.workbook.path import Path


@dataclass(frozen=True)
class Choice:
    """One value that can be chosen. ``value`` is what the document holds."""

    value: str
    label: str
    help: str = ""


@dataclass(frozen=True)
class CellState:
    """What a computed cell says: ``state`` picks icon and colour, ``word`` says it."""

    state: str
    word: str


@dataclass(frozen=True)
class Entry:
    """One record of a list, with a row for each of its fields. ``title`` and ``note`` tell it where it is folded.

    ``fixed``: the method's own, so it cannot be taken out.
    """

    id: str
    title: str
    rows: tuple["Row", ...]
    note: str = ""
    fixed: bool = False


@dataclass(frozen=True)
class Row:
    """One field of a page.

    ``path`` is absolute. ``value`` is the document's own value (``None``: not answered). ``problem`` is a sentence to show
    under the field. Lists (``table``, ``records``) have ``columns`` as templates without value and one entry a record.
    ``record`` is the record that the field belongs to where that need not exist yet.
    """

    id: str
    kind: Kind
    label: str
    path: Path
    value: Any = None
    help: str = ""
    placeholder: str = ""
    unit: str = ""
    optional: bool = False
    problem: str = ""
    choices: tuple[Choice, ...] = ()
    columns: tuple["Row", ...] = ()
    entries: tuple[Entry, ...] = ()
    add_label: str = ""
    empty_text: str = ""
    fixed: bool = False
    record: Path = ()
    width: int | None = None
    ordered: bool = False


@dataclass(frozen=True)
class CardView:
    """A group of rows. ``picture`` names the chart beside them; ``notices`` are sentences the entries gave rise to."""

    id: str
    title: str
    lead: str
    rows: tuple[Row, ...]
    picture: str = ""


@dataclass(frozen=True)
class CheckView:
    """One line of *Done when*. ``state``: met, open or failed."""

    id: str
    label: str
    state: Literal["met", "open", "failed"]
    detail: str
    path: Path


@dataclass(frozen=True)
class WhyView:
    """Why a page matters, with the published figure's source."""

    headline: str
    text: str
    cite: str


@dataclass(frozen=True)
class PageView:
    """One wizard page. ``kicker`` is the small line above the title; ``back`` and ``next`` are page ids."""

    id: str
    name: str
    kicker: str
    title: str
    lead: str
    cards: tuple[CardView, ...]
    checks: tuple[CheckView, ...]
    why: tuple[WhyView, ...]
    back: tuple[str, str] | None
    next: tuple[str, str] | None

    @property
    def done(self) -> int:
        """How many checks are met."""
        return sum(check.state == "met" for check in self.checks)

    @property
    def state(self) -> PageState:
        """How the page stands as a whole."""
        states = {check.state for check in self.checks}
        if states <= {"met"}:
            return "done"
        if "failed" in states:
            return "problem"
        return "started" if "met" in states else "empty"
