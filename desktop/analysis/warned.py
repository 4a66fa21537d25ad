"""What a warning is."""

from dataclasses import dataclass, field
from typing import Any, Literal

from desktop.workbook.path import Path

Severity = Literal["info", "caution", "serious"]


@dataclass(frozen=True)
class Warned:
    """One warning: its rule, how serious it is, the entry that raised it (relative to the system) and values to say it."""

    rule: str
    severity: Severity
    at: Path
    values: dict[str, Any] = field(default_factory=dict)
