"""What every format comes down to: examples that are right or wrong, and what else a file says of them."""

import hashlib
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from desktop.exchange.evaluation.texts import Said
from desktop.text import say

MOST_EXAMPLES = 500_000


class ResultsRefusedError(Exception):
    """A file of results cannot be read, or says nothing about right and wrong. Nothing has been taken from it."""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        super().__init__(say(f"evaluation.refused.{code}", **values))


@dataclass(frozen=True, slots=True)
class Notice:
    """Something of a file that a person should know; ``row`` is the row or line it stands in, None for the whole file."""

    code: str
    row: int | None = None
    values: tuple[tuple[str, str], ...] = ()

    @property
    def sentence(self) -> str:
        """The notice in words, with its row."""
        said = say(f"evaluation.notice.{self.code}", **dict(self.values))
        return said if self.row is None else say("evaluation.at-row", row=self.row, said=said)


@dataclass(frozen=True, slots=True)
class Example:
    """One example as it was scored. ``right`` None: the file does not say.

    ``key`` is a hash that tells the example from others, empty where the file names none. Latency is in milliseconds;
    ``labels`` are those of two people, where two looked. ``said`` holds its texts where they are wanted.
    """

    right: bool | None
    key: bytes = b""
    slice: str = ""
    confidence: float | None = None
    latency: float | None = None
    cost: float | None = None
    label: str = ""
    labels: tuple[str, str] | None = None
    row: int = 0
    notice: str = ""
    said: Said | None = None


@dataclass(frozen=True)
class Batch:
    """The results in one file: ``examples`` are read as they are asked for, once. ``kind`` is a code of the format."""

    kind: str
    examples: Iterator[Example]
    version: str = ""
    on: date | None = None
    run: str = ""
    notices: tuple[Notice, ...] = field(default=())


def key_of(*parts: object) -> bytes:
    """The hash by which an example is told from others; its text cannot be read from it."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).digest()[:16]


def finite(value: Any) -> float | None:
    """A number as it stands in JSON, None for what is no number, not finite or a truth value."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def not_negative(value: Any) -> float | None:
    """The same, for a duration or a cost."""
    number = finite(value)
    return number if number is not None and 0 <= number < 1e12 else None


def day_of(text: Any) -> date | None:
    """The day of an ISO time stamp, None for anything else."""
    if not isinstance(text, str):
        return None
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return None


def text_of(value: Any) -> str:
    """A value as the text that two of them are compared by."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return "" if value is None else str(value)
