"""A portfolio of 2,133 systems: the published inventory where it is at hand, else one of the same shape."""

import os
from datetime import date
from pathlib import Path

from desktop.exchange.inventory import preview
from desktop.exchange.inventory_edit import import_inventory
from desktop.exchange.source import read_source
from desktop.exchange.suggest import suggest
from desktop.workbook import Engagement, ImportBatch, SourceRecord, Stage, System, Workbook
from desktop.workbook.edits.systems import enter_sprint

TODAY = date(2026, 11, 21)
SYSTEMS, COLUMNS = 2133, 62
_SHARED = Path(os.environ.get("READINESS_SHARED", Path(__file__).resolve().parents[3] / "shared"))
_FILE = _SHARED / "data" / "2024_consolidated_ai_inventory_raw_v2.csv"


def portfolio() -> Workbook:
    """All systems, the first of them in the sprint."""
    workbook = _published() if _FILE.is_file() else _alike()
    workbook = workbook.model_copy(update={"engagement": Engagement(client="Benchmark", start=date(2026, 11, 2))})
    return enter_sprint(workbook, next(iter(workbook.systems)), None)


def _published() -> Workbook:
    table = read_source(_FILE)
    return import_inventory(Workbook(), preview(table, suggest(table), Workbook(), TODAY))


def _alike() -> Workbook:
    batch = ImportBatch(
        id="b", source="alike.csv", imported_on=TODAY, columns=tuple(f"Column {n}" for n in range(COLUMNS))
    )
    stages = tuple(Stage)
    systems = {
        f"s{n:05d}": System(
            id=f"s{n:05d}",
            name=f"System {n}",
            unit=f"Unit {n % 40}",
            stage=stages[n % len(stages)],
            started=date(2024, 1 + n % 12, 1 + n % 28),
            source=SourceRecord(batch="b", row=n + 2, cells=tuple(f"cell {n} {c} " * 4 for c in range(COLUMNS))),
        )
        for n in range(SYSTEMS)
    }
    return Workbook(imports={"b": batch}, systems=systems)
