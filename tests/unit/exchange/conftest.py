import os
from datetime import date
from pathlib import Path

import pytest

from desktop.exchange.source import read_source
from desktop.exchange.table import Table

TODAY = date(2026, 11, 21)


def _shared() -> Path:
    named = os.environ.get("READINESS_SHARED")
    return Path(named) if named else Path(__file__).resolve().parents[4] / "shared"


@pytest.fixture(scope="session")
def federal_csv() -> Path:
    path = _shared() / "data" / "2024_consolidated_ai_inventory_raw_v2.csv"
    if not path.is_file():
        pytest.skip("the published inventory is not on this machine")
    return path


@pytest.fixture(scope="session")
def federal(federal_csv: Path) -> Table:
    return read_source(federal_csv)


@pytest.fixture
def today() -> date:
    return TODAY
