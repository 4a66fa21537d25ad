"""Texts of the examples of a run, kept in the document because a person asked for it; by default there are none.

They may hold personal data, so they are bounded, stand in one place of a run, and no report, record or log reads them.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from desktop.workbook.base import Leaf, Line

MOST_EXAMPLES = 500  # kept of one run
LONGEST = 2_000  # characters kept of one text; a Line holds no more
MOST_CHARACTERS = 10_000_000  # kept in one project, so that a year of daily runs still saves in a moment


class Keep(StrEnum):
    """Which examples of a run keep their texts."""

    NONE = "none"
    WRONG = "wrong"
    ALL = "all"

    def wants(self, *, right: bool) -> bool:
        """Whether an example that was scored so is one of them."""
        return self is Keep.ALL or (self is Keep.WRONG and not right)


class Passage(Leaf):
    """One text as the file had it, its first 2,000 characters; ``length`` is how many there were."""

    text: Line = ""
    length: Annotated[int, Field(ge=0)] = 0

    @property
    def shortened(self) -> bool:
        """Not all of it was kept."""
        return self.length > len(self.text)


class KeptExample(Leaf):
    """One example that was scored. A text is None where the file has none; ``row`` is its row, line or place in the file.

    ``reason`` is what a grader said of its verdict.
    """

    name: Line = ""
    row: Annotated[int, Field(ge=0)] = 0
    slice: Line = ""
    right: bool = False
    input: Passage | None = None
    expected: Passage | None = None
    given: Passage | None = None
    reason: Passage | None = None

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Its texts, those that there are."""
        return tuple(text for text in (self.input, self.expected, self.given, self.reason) if text is not None)

    @property
    def characters(self) -> int:
        """How much room it takes."""
        return len(self.name) + len(self.slice) + sum(len(passage.text) for passage in self.passages)


class KeptTexts(Leaf):
    """What was kept of a run: ``found`` examples were asked for, ``examples`` are those kept, in the order of the file."""

    which: Keep = Keep.WRONG
    found: Annotated[int, Field(ge=0)] = 0
    examples: tuple[KeptExample, ...] = ()

    @property
    def characters(self) -> int:
        """How much room all of them take."""
        return sum(example.characters for example in self.examples)
