"""What a warning is."""

from dataclasses import dataclass, field
from typing import Any, Literal

from desktop.text.warned import WarnedWords, warned_words
from desktop.workbook.path import Path

Severity = Literal["info", "caution", "serious"]


@dataclass(frozen=True)
class Warned:
    """One warning: its rule, how serious it is, the entry that raised it (relative to the system) and values to say it.

    ``own`` are the words that a pack brings for a rule of its own.
    """

    rule: str
    severity: Severity
    at: Path
    values: dict[str, Any] = field(default_factory=dict)
    own: WarnedWords | None = None

    @property
    def words(self) -> WarnedWords:
        """Its name, what raised it and what clears it, as sentences."""
        return warned_words(self.rule, self.values, self.own)
