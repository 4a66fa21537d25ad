"""The words of a warning: the same on screen, in the tracker, on paper and on the command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.text import area, count, say
from desktop.text.formatting import number


@dataclass(frozen=True)
class WarnedWords:
    """What a warning is called, what raised it, and what clears it."""

    name: str
    raised: str
    clears: str


def warned_words(rule: str, values: Mapping[str, Any], own: WarnedWords | None = None) -> WarnedWords:
    """The words of a rule for what it found. ``own``: those that a pack brings for its rule, with ``{level}`` in them."""
    if own is not None:
        level = str(values.get("level", ""))
        return WarnedWords(own.name, own.raised.replace("{level}", level), own.clears.replace("{level}", level))
    return WarnedWords(say(f"warnings.{rule}.name"), raised_sentence(rule, values), say(f"warnings.{rule}.clears"))


def raised_sentence(rule: str, values: Mapping[str, Any]) -> str:
    """The sentence for a rule and what it found; numbers that are not whole have one decimal."""
    given = {name: number(value, 1) if isinstance(value, float) else value for name, value in values.items()}
    if isinstance(found := given.get("n"), int) and f"warnings.{rule}.raised.one" in area("warnings"):
        return count(f"warnings.{rule}.raised", found, **{name: given[name] for name in given if name != "n"})
    return say(f"warnings.{rule}.raised", **given)
