"""Results of promptfoo (``promptfoo eval -o results.json`` or ``.jsonl``), versions 2 and 3 of its summary.

``results.results`` holds one entry for each test, prompt and provider, with ``success``, ``latencyMs`` and ``cost``;
``failureReason`` 2 means that the provider could not be asked. A summary alone has its entries in ``results``, and JSON
Lines one entry a line.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from desktop.exchange.evaluation.batch import (
    Batch,
    Example,
    ResultsRefusedError,
    day_of,
    key_of,
    not_negative,
    text_of,
)
from desktop.exchange.evaluation.texts import Said, name_of, passage
from desktop.workbook.kept_texts import Keep

_SLICES = ("slice", "category", "segment", "subset", "topic", "type", "group")
_ERROR = 2


def is_promptfoo(found: Any) -> bool:
    """Whether a JSON document has the shape of promptfoo's results."""
    results = found.get("results") if isinstance(found, dict) else None
    if isinstance(results, list):
        return bool(results) and is_promptfoo_entry(results[0])
    return isinstance(results, dict) and isinstance(results.get("results"), list)


def is_promptfoo_entry(found: Any) -> bool:
    """Whether an object is one entry of promptfoo's results, as each line of its JSON Lines is."""
    return isinstance(found, dict) and "provider" in found and isinstance(found.get("success"), bool)


def promptfoo_batch(found: dict[str, Any], keep: Keep) -> Batch:
    """The entries; raises ResultsRefusedError where there are none, or several prompts or providers side by side."""
    summary = found if isinstance(found["results"], list) else found["results"]
    entries = summary["results"]
    if not entries:
        raise ResultsRefusedError("no-rows")
    if not all(isinstance(entry, dict) for entry in entries):
        raise ResultsRefusedError("promptfoo-damaged")
    variants = {_variant(entry) for entry in entries}
    if len(variants) > 1:
        raise ResultsRefusedError("promptfoo-variants", n=len(variants))
    on = summary.get("timestamp") or found.get("createdAt")
    run = text_of(found.get("evalId")) or text_of(on)
    return Batch("promptfoo", _examples(enumerate(entries, 1), keep), _provider(entries[0])[:200], day_of(on), run)


def promptfoo_lines(first: dict[str, Any], lines: Iterable[tuple[int, Any]], keep: Keep) -> Batch:
    """The entries of JSON Lines, each with its row; reading them raises as ``promptfoo_batch`` does."""
    return Batch("promptfoo", _examples(_one_variant(lines), keep), _provider(first)[:200])


def _one_variant(lines: Iterable[tuple[int, Any]]) -> Iterator[tuple[int, dict[str, Any]]]:
    variants = set()
    for row, entry in lines:
        if not isinstance(entry, dict):
            raise ResultsRefusedError("promptfoo-damaged")
        variants.add(_variant(entry))
        yield row, entry
    if len(variants) > 1:
        raise ResultsRefusedError("promptfoo-variants", n=len(variants))


def _examples(entries: Iterable[tuple[int, dict[str, Any]]], keep: Keep) -> Iterator[Example]:
    for row, entry in entries:
        test = _dict(entry.get("testCase"))
        metadata, variables = _dict(test.get("metadata")), _dict(entry.get("vars") or test.get("vars"))
        right, notice = _verdict(entry)
        yield Example(
            right=right,
            key=_key(entry, test, variables),
            slice=next((text_of(metadata[name]) for name in _SLICES if isinstance(metadata.get(name), str)), ""),
            latency=not_negative(entry.get("latencyMs")),
            cost=not_negative(entry.get("cost")),
            row=row,
            notice=notice,
            said=None if right is None or not keep.wants(right=right) else _said(entry, test, variables),
        )


def _said(entry: Mapping[str, Any], test: Mapping[str, Any], variables: Mapping[str, Any]) -> Said:
    """The variables are the example; the prompt around them is the same in all."""
    asserted = [_asserted(one) for one in _list(test.get("assert")) if isinstance(one, dict)]
    one = next(iter(variables.values())) if len(variables) == 1 else None
    told = "\n".join(f"{name}: {_plain(value)}" for name, value in variables.items())
    return Said(
        name_of(text_of(test.get("description"))),
        passage(_plain(one) if one is not None else told or None),
        passage("\n".join(asserted) or None),
        passage(_dict(entry.get("response")).get("output")),
        passage(_dict(entry.get("gradingResult")).get("reason") or entry.get("error")),
    )


def _asserted(one: Mapping[str, Any]) -> str:
    value = one.get("value")
    kind = text_of(one.get("type"))
    return f"{kind}: {_plain(value)}" if value is not None else kind


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else text_of(value)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _verdict(entry: Mapping[str, Any]) -> tuple[bool | None, str]:
    if entry.get("failureReason") == _ERROR:
        return None, "sample-error"
    passed = entry.get("success", _dict(entry.get("gradingResult")).get("pass"))
    return (passed, "") if isinstance(passed, bool) else (None, "blank")


def _key(entry: Mapping[str, Any], test: Mapping[str, Any], variables: Mapping[str, Any]) -> bytes:
    """The test's variables and assertions tell it from others; without variables, its name or its place in the list."""
    told = variables or test.get("description") or entry.get("testIdx")
    return key_of(json.dumps([told, test.get("assert")], sort_keys=True)) if told is not None else b""


def _variant(entry: Mapping[str, Any]) -> tuple[str, str]:
    prompt = _dict(entry.get("prompt"))
    told = entry.get("promptIdx", entry.get("promptId") or prompt.get("label") or prompt.get("raw"))
    return _provider(entry), text_of(told)


def _provider(entry: Mapping[str, Any]) -> str:
    provider = entry.get("provider")
    return text_of(provider.get("id") if isinstance(provider, dict) else provider)


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
