"""One run in every format that can be imported, each example with a word in all of its texts that stands nowhere else."""

import json
from collections.abc import Callable
from typing import Any

from tests.unit.exchange.evaluation.writers import (
    inspect_head,
    inspect_sample,
    packed,
    promptfoo,
    promptfoo_entry,
    xlsx,
)

WORD = "Zwirbelbart"  # in every text of every example, and in no file of ours
EXAMPLES, WRONG = 12, 4
NAMES = ("id", "input", "expected", "predicted", "reason", "note")


def right(number: int) -> bool:
    """Every third example is wrong."""
    return number % 3 != 0


def texts(number: int) -> dict[str, str]:
    given = f"{WORD} expects {number}" if right(number) else f"{WORD} says {number}"
    return {
        "id": f"{WORD}-{number}",
        "input": f"{WORD} writes\nletter {number}",
        "expected": f"{WORD} expects {number}",
        "predicted": given,
        "reason": f"{WORD} reasons {number}",
        "note": f"{WORD} in a column that nothing is read from",
    }


def _table() -> list[list[str]]:
    return [list(NAMES), *(list(texts(number).values()) for number in range(1, EXAMPLES + 1))]


def _csv() -> str:
    quoted = (",".join(f'"{cell}"' for cell in row) for row in _table())
    return "\n".join(quoted)


def _lines() -> str:
    return "\n".join(json.dumps(texts(number)) for number in range(1, EXAMPLES + 1))


def _samples() -> list[dict[str, Any]]:
    return [_sample(number, texts(number)) for number in range(1, EXAMPLES + 1)]


def _sample(number: int, told: dict[str, str]) -> dict[str, Any]:
    sample = inspect_sample(number, "C" if right(number) else "I", id=told["id"], target=told["expected"])
    sample["scores"]["model_graded_qa"] |= {"explanation": told["reason"], "answer": told["predicted"]}
    turns = [{"role": "system", "content": f"{WORD} is a rule"}, {"role": "user", "content": told["input"]}]
    answer = [{"message": {"role": "assistant", "content": [{"type": "text", "text": told["predicted"]}]}}]
    return sample | {"input": turns, "output": {"choices": answer}, "messages": [*turns, answer[0]["message"]]}


def _promptfoo() -> str:
    return json.dumps(promptfoo([_entry(number, texts(number)) for number in range(1, EXAMPLES + 1)]))


def _entry(number: int, told: dict[str, str]) -> dict[str, Any]:
    entry = promptfoo_entry(number, success=right(number), vars={"letter": told["input"]})
    entry["testCase"] |= {"description": told["id"], "assert": [{"type": "equals", "value": told["expected"]}]}
    entry["gradingResult"]["reason"] = told["reason"]
    entry["response"]["output"] = told["predicted"]
    return entry | {"prompt": {"raw": f"{WORD}: {told['input']}", "label": "one"}}


def _eval() -> bytes:
    parts = {f"samples/{number}_epoch_1.json": sample for number, sample in enumerate(_samples(), start=1)}
    return packed({"header.json": inspect_head(), **parts})


FORMATS: dict[str, Callable[[], bytes | str]] = {
    "run.csv": _csv,
    "run.xlsx": lambda: xlsx(_table()),
    "run.jsonl": _lines,
    "list.json": lambda: json.dumps([texts(number) for number in range(1, EXAMPLES + 1)]),
    "log.json": lambda: json.dumps(inspect_head(samples=_samples())),
    "log.eval": _eval,
    "promptfoo.json": _promptfoo,
}
