"""The lines of a sealed record: how facts are written, read back, and hashed.

One fact a line, ``key = value``; the key's first part says what it is about. Values are written as the project holds them
(amounts and shares in full, days as YYYY-MM-DD, people by id), so that nothing depends on a language or on rounding.
Anybody can read it, and check its hash with any tool for SHA-256.
"""

import hashlib
from collections.abc import Mapping
from datetime import date

from desktop.workbook.decision import Decision

Facts = Mapping[str, str]


def line(key: str, value: str) -> str:
    """One line; what would break it is escaped as in C."""
    escaped = value.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n")
    return f"{key} = {escaped}"


def read(lines: tuple[str, ...]) -> dict[str, str]:
    """The facts of a record by key; lines that hold none are passed over, for a damaged record is read as well."""
    pairs = (text.partition(" = ") for text in lines)
    return {key: _unescaped(value) for key, sign, value in pairs if sign}


def _unescaped(text: str) -> str:
    parts = text.split("\\\\")
    return "\\".join(part.replace("\\n", "\n").replace("\\r", "\r") for part in parts)


def decision_facts(decision: Decision) -> dict[str, str]:
    """What was decided and on which terms; when a condition was met comes later and is no part of it."""
    found = {
        "outcome": decision.outcome.value if decision.outcome else "",
        "decided_on": iso(decision.decided_on),
        "decided_by": ", ".join(decision.decided_by),
        "reason": decision.reason,
        "resources": decision.resources,
        "budget": "" if decision.budget is None else f"{decision.budget:f}",
        "dissent": decision.dissent,
    }
    for key, entry in sorted(decision.conditions.items()):
        part = {"text": entry.text, "owner": entry.owner or "", "due": iso(entry.due)}
        found |= {f"conditions/{key}/{name}": value for name, value in part.items()}
    if (override := decision.override) is not None:
        found |= {"override/by": override.by, "override/reason": override.reason, "override/on": iso(override.on)}
        found["override/findings"] = ", ".join(override.findings)
    return {f"decision/{key}": value for key, value in found.items()}


def canonical(record: tuple[str, ...]) -> bytes:
    """The bytes that are hashed: the lines in UTF-8, each ended by a line feed."""
    return "".join(f"{text}\n" for text in record).encode("utf-8", "surrogatepass")


def digest(record: tuple[str, ...]) -> str:
    """The SHA-256 of a record."""
    return hashlib.sha256(canonical(record)).hexdigest()


def iso(value: date | None) -> str:
    """A day as records write it; empty where there is none."""
    return value.isoformat() if value else ""
