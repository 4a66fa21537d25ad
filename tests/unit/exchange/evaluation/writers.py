"""Small files of results in every format, in the shape that the tools write."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from desktop.exchange.evaluation.derive import Derived, derive
from desktop.exchange.evaluation.opening import open_results
from tests.unit.exchange.evaluation.dates import TODAY


def written(folder: Path, content: bytes | str, name: str = "run.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(path: Path, **said: Any) -> Derived:
    with open_results(path, **said) as batch:
        return derive(batch, TODAY, name=path.name)


def xlsx(rows: list[list[Any]]) -> bytes:
    book, stream = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(stream)
    return stream.getvalue()


def packed(parts: dict[str, Any], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, part in parts.items():
            archive.writestr(name, part if isinstance(part, str | bytes) else json.dumps(part))
    return stream.getvalue()


def inspect_head(**besides: Any) -> dict[str, Any]:
    about = {"eval_id": "e1", "created": "2026-11-12T06:00:00+00:00", "task": "triage", "model": "vendor/small-4"}
    results = {"scores": [{"name": "model_graded_qa", "scorer": "model_graded_qa"}]}
    return {"version": 2, "status": "success", "eval": about, "results": results, **besides}


def inspect_sample(number: int, value: Any, **besides: Any) -> dict[str, Any]:
    scores = {"model_graded_qa": {"value": value}}
    return {"id": number, "epoch": 1, "input": "A private letter", "target": "x", "scores": scores, **besides}


def promptfoo_entry(number: int, *, success: bool, **besides: Any) -> dict[str, Any]:
    """One entry as promptfoo writes it in version 3 of its summary."""
    return {
        "id": f"r{number}",
        "promptIdx": 0,
        "testIdx": number,
        "promptId": "5b0c",
        "provider": {"id": "openai:gpt-4o-mini", "label": ""},
        "prompt": {"raw": "Sort: {{letter}}", "label": "Sort: {{letter}}"},
        "vars": {"letter": f"A private letter, number {number}"},
        "testCase": {
            "vars": {"letter": f"A private letter, number {number}"},
            "assert": [{"type": "equals", "value": "damage"}],
            "metadata": {"category": "motor" if number % 2 else "home"},
        },
        "response": {"output": "damage", "tokenUsage": {"total": 40, "prompt": 30, "completion": 10}, "cost": 0.0002},
        "success": success,
        "failureReason": 0 if success else 1,
        "score": 1 if success else 0,
        "namedScores": {},
        "latencyMs": 400 + number,
        "cost": 0.0002,
        "gradingResult": {"pass": success, "score": 1 if success else 0, "reason": "", "componentResults": []},
        "metadata": {},
        **besides,
    }


def promptfoo(entries: list[Any]) -> dict[str, Any]:
    return {
        "evalId": "eval-8Qx-2026-11-12T06:00:00",
        "results": {
            "version": 3,
            "timestamp": "2026-11-12T06:00:00.000Z",
            "prompts": [],
            "results": entries,
            "stats": {"successes": 1, "failures": 1, "errors": 0, "tokenUsage": {}},
        },
        "config": {"description": "triage"},
        "shareableUrl": None,
        "metadata": {"promptfooVersion": "0.118.0"},
    }
