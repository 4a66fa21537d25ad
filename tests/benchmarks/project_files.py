"""Opening and saving a project of 2,133 systems."""

import os
from pathlib import Path

from desktop.files.codec import encode
from desktop.files.project import open_project, save_project
from desktop.files.schema import Document
from desktop.workbook import Workbook
from desktop.workbook.edits.places import set_value
from tests.benchmarks.measure import Figure, in_turn

_PROJECT = "00000000-0000-4000-8000-000000000000"


def opening(workbook: Workbook, folder: Path, rounds: int) -> Figure:
    """Open against pydantic validating the same bytes."""
    path = folder / "opening.readiness.json"
    path.write_bytes(encode(workbook, None, _PROJECT)[0])
    data = path.read_bytes()
    value, floor = in_turn(lambda: open_project(path), lambda: Document.model_validate_json(data), rounds)
    return Figure(f"open {len(workbook.systems):,} systems ({len(data) / 1e6:.1f} MB)", value, floor, "≤ 1.5 ×")


def saving(workbook: Workbook, folder: Path, rounds: int) -> Figure:
    """Save against dumping, writing and fsync of the same bytes.

    Both write a file that was not there: saving keeps the version before, so neither has its pages to write on again.
    """
    path, bare = folder / "saving.readiness.json", folder / "bare"
    bare.mkdir()
    path.write_bytes(encode(workbook, None, _PROJECT)[0])
    state = {"opened": open_project(path), "turn": 0}

    def save() -> None:
        state["turn"] += 1
        edited = set_value(state["opened"].workbook, ("engagement", "client"), f"Client {state['turn']}")
        state["opened"] = save_project(path, edited, state["opened"]).opened

    def floor() -> None:
        data = workbook.__pydantic_serializer__.to_json(workbook, indent=1)
        with (bare / f"{len(list(bare.iterdir()))}.json").open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    value, least = in_turn(save, floor, rounds)
    return Figure(f"save {len(workbook.systems):,} systems", value, least, "≤ 2 ×")
