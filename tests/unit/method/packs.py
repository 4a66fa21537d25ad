"""Packs for the tests: a sound one, and what is broken about the others by file, line and reason."""

from pathlib import Path

SOUND = """\
id: acme
version: "1.2"
title: Questions of Acme Insurance
requires: {base: "2026.11"}
sources:
- {id: acme-policy, title: AI policy, publisher: Acme, date: "2026"}
benchmarks:
- id: acme-share
  measures: Pilots of Acme that went live
  value: "3 of 11"
  population: Acme's pilots since 2024
  reported_by: Acme
  date: "2026"
  source: acme-policy
lenses:
- id: acme-gates
  name: Acme's gates
  source: acme-policy
  scoring: Mean of the questions of each gate.
  not_claimed: It does not replace the five conditions.
  groups:
  - {id: gate-1, name: Gate 1, about: Before the pilot, questions: [unit-economics]}
  - {id: gate-2, name: Gate 2, about: Before production}
questions:
- id: acme-works-council
  prompt: Has the works council agreed?
  why: Without it nothing goes live at Acme.
  source: acme-policy
  evidence: The signed agreement
  levels:
  - Nobody asked
  - Informed in passing
  - Asked, answer open
  - Agreed in writing
  - As before, and reviewed after a year
  best: business-function
  lenses:
    acme-gates: [gate-2]
    conditions: [workflow]
  blocks: {high: 3}
  tasks:
  - id: acme-works-council-task
    title: Ask the works council
    deliverable: The agreement
    role: Business
    effort: {low: 1, likely: 2, high: 4}
    band: "1-4"
tasks:
- question: unit-economics
  id: acme-unit-cost
  title: Take the cost from the ledger
  deliverable: Cost for each case
  role: Finance
  effort: {low: 1, likely: 2, high: 3}
  band: "5-8"
  after: [acme-works-council-task]
renamed: {acme-council: acme-works-council}
removed: {acme-old: It was answered by nobody.}
"""


def write(folder: Path, text: str | bytes, name: str = "acme.yaml") -> Path:
    """A pack in one file."""
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def with_line(old: str, new: str) -> str:
    """The sound pack with one piece of its text replaced; ``old`` stands in it once."""
    assert SOUND.count(old) == 1, old
    return SOUND.replace(old, new)


def line_of(text: str, piece: str) -> int:
    """The line on which ``piece`` first stands."""
    return text[: text.index(piece)].count("\n") + 1
