"""What raised a warning, as a sentence: the same on screen, in the tracker, on paper and on the command line."""

from collections.abc import Mapping
from typing import Any

from desktop.text import area, count, say
from desktop.text.formatting import number


def raised_sentence(rule: str, values: Mapping[str, Any]) -> str:
    """The sentence for a rule and what it found; numbers that are not whole have one decimal."""
    given = {name: number(value, 1) if isinstance(value, float) else value for name, value in values.items()}
    if isinstance(found := given.get("n"), int) and f"warnings.{rule}.raised.one" in area("warnings"):
        return count(f"warnings.{rule}.raised", found, **{name: given[name] for name in given if name != "n"})
    return say(f"warnings.{rule}.raised", **given)
