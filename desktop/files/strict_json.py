"""Bytes to a JSON value, refusing everything that another program would read differently or not at all.

Two parsers look at the text. pydantic-core's refuses invalid UTF-8, lone surrogates and NaN and knows line and column;
Python's shows every pair of an object, so a key that stands twice is seen instead of silently replaced.
"""

import json
import math
import re
from typing import Any, NoReturn

from desktop.files.problem import Problem, Refused
from desktop.files.strangers import known_stranger, without_bom

MAX_DEPTH = 100
_PLACE = re.compile(r" at line (\d+) column (\d+)$")
_PLAIN = re.compile(r"[A-Za-z0-9._:-]{1,80}")


def parse(data: bytes) -> Any:
    """The value of a strictly read JSON text; raises Refused with the code that fits and, where known, the place."""
    from pydantic_core import from_json

    text = without_bom(data)
    if stranger := known_stranger(text):
        raise Refused(stranger)
    try:
        value = from_json(text, allow_inf_nan=False)
        if nesting(value) > MAX_DEPTH:
            raise Refused(Problem("too-deep", "", {"limit": MAX_DEPTH}))
        json.loads(text, object_pairs_hook=_without_duplicates, parse_float=_finite, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise Refused(_problem(text, str(error))) from error
    return value


def nesting(value: Any) -> int:
    """How many objects and lists stand inside one another; a plain value is 0."""
    depth, level = 0, [value] if isinstance(value, dict | list) else []
    while level:
        depth += 1
        level = [
            inner
            for part in level
            for inner in (part.values() if isinstance(part, dict) else part)
            if isinstance(inner, dict | list)
        ]
    return depth


def is_plain(key: str) -> bool:
    """Whether a key looks like a field name or an id, which may be shown, and not like somebody's text."""
    return bool(_PLAIN.fullmatch(key))


def _without_duplicates(pairs: list[tuple[str, Any]]) -> None:
    seen = set()
    for key, _ in pairs:
        if key in seen:
            raise Refused(Problem("duplicate-key", key if is_plain(key) else "…"))
        seen.add(key)


def _finite(digits: str) -> None:
    if not math.isfinite(float(digits)):
        _no_number(digits)


def _no_number(_: str) -> NoReturn:
    raise Refused(Problem("not-a-number"))


def _problem(text: bytes, message: str) -> Problem:
    """The parser's complaint as a problem: its place is kept, its words are not."""
    place = _PLACE.search(message)
    where = f"line {place[1]}, column {place[2]}" if place else ""
    if message.startswith("EOF while parsing"):
        return Problem("truncated", where)
    if "recursion" in message:
        return Problem("too-deep", where, {"limit": MAX_DEPTH})
    if "unicode code point" in message or "surrogate" in message or "hex escape" in message:
        return Problem("not-text", where)
    if "number out of range" in message or "digits" in message or (place and _names_no_number(text, place)):
        return Problem("not-a-number", where)
    if "trailing characters" in message:
        return Problem("goes-on", where)
    return Problem("not-json", where)


def _names_no_number(text: bytes, place: re.Match[str]) -> bool:
    """Whether the parser stopped at NaN or Infinity, which other programs write although JSON has neither."""
    line = text.split(b"\n", int(place[1]))[int(place[1]) - 1]
    start = max(0, int(place[2]) - 2)
    return bool(re.search(rb"NaN|Infinity", line[start : start + 10]))
