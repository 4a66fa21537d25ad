"""The tracker's sheets, headers and names as they were agreed: a returned file is read by them."""

import json
import os
from pathlib import Path

from tests.unit.reports.excel.engagement import report
from tests.unit.reports.excel.opened import opened, written

EXPECTED = Path(__file__).with_name("tracker_layout.json")


def layout(book):
    """Sheet by sheet the rows of column heads and the tables; then the names that formulas use."""
    sheets = {page.title: {"state": page.sheet_state, "heads": heads(page), "tables": tables(page)} for page in book}
    return {"sheets": sheets, "names": sorted(book.defined_names)}


def heads(page):
    bands = [row for row in page.iter_rows() if any(_in_a_band(cell) for cell in row)]
    return [{cell.coordinate: cell.value for cell in row if isinstance(cell.value, str)} for row in bands]


def _in_a_band(cell):
    return str(cell.fill.fgColor.rgb).endswith("F4F3F0") and cell.value is not None


def tables(page):
    return {table.displayName: table.ref for table in page.tables.values()}


def test_sheets_heads_and_names_are_those_agreed():
    found = layout(opened(written(report())))
    if os.environ.get("READINESS_GOLDEN") == "write":
        EXPECTED.write_text(json.dumps(found, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    assert found == json.loads(EXPECTED.read_text(encoding="utf-8"))
