"""Results in columns, before anybody has said which column holds what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.exchange.evaluation.batch import Batch, text_of

SAMPLES = 20  # rows that are looked at to show what a column holds
LONGEST_SAMPLE = 40


@dataclass(frozen=True)
class Tabular:
    """A table, a list of objects or JSON Lines. ``make`` gives the examples, once, for a choice of columns.

    ``suggested`` names the heading that each kind of content was found under. ``sheets`` are those of a workbook.
    """

    kind: str
    headings: tuple[str, ...]
    samples: tuple[tuple[Any, ...], ...]
    suggested: Mapping[str, str]
    make: Callable[[Mapping[str, str] | None], Batch]
    sheet: str = ""
    sheets: tuple[str, ...] = ()

    def seen_under(self, heading: str, most: int = 3) -> tuple[str, ...]:
        """The first different cells of a column, shortened: to show in the window and then to forget."""
        if heading not in self.headings:
            return ()
        at = self.headings.index(heading)
        cells = (text_of(row[at]) for row in self.samples if at < len(row))
        found = dict.fromkeys(cell for cell in cells if cell)
        return tuple(_short(cell) for cell in list(found)[:most])


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SAMPLE else text[: LONGEST_SAMPLE - 1] + "…"
