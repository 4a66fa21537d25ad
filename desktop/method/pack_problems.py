"""What is wrong with a pack: file, line and reason, and whether the pack can be used all the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from desktop.text import say


class PackVerdict(IntEnum):
    """The exit codes of ``method check``."""

    SOUND = 0
    USABLE_WITH_WARNINGS = 1
    BROKEN = 2


@dataclass(frozen=True)
class PackProblem:
    """One mistake. ``line`` counts from 1, 0 where the whole file is meant; ``harmless``: the pack can be used with it."""

    file: str
    line: int
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    harmless: bool = False

    @property
    def reason(self) -> str:
        """Why, in one sentence."""
        return say(f"packs.problem.{self.code}", **{name: _plain(value) for name, value in self.values.items()})

    def line_of_text(self) -> str:
        """``file:line: reason``, on one line."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return say("packs.warning" if self.harmless else "packs.mistake", place=place, reason=self.reason)

    def as_json(self) -> dict[str, object]:
        """The mistake as ``method check --json`` prints it."""
        kind = "warning" if self.harmless else "error"
        return {"file": self.file, "line": self.line, "kind": kind, "code": self.code, "why": self.reason}


def verdict(problems: tuple[PackProblem, ...]) -> PackVerdict:
    """What a pack with these problems is good for."""
    if any(not problem.harmless for problem in problems):
        return PackVerdict.BROKEN
    return PackVerdict.USABLE_WITH_WARNINGS if problems else PackVerdict.SOUND


def _plain(value: object) -> object:
    """Somebody's words on one line, and not too many of them."""
    if not isinstance(value, str):
        return value
    words = " ".join("".join(char if char.isprintable() else " " for char in value).split())
    return words if len(words) <= 60 else words[:59] + "…"
