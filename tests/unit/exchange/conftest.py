from pathlib import Path

import pytest

from desktop.exchange.source import read_source
from desktop.exchange.table import Table


@pytest.fixture(scope="session")
def federal_csv(shared: Path) -> Path:
    return shared / "data" / "2024_consolidated_ai_inventory_raw_v2.csv"


@pytest.fixture(scope="session")
def federal(federal_csv: Path) -> Table:
    return read_source(federal_csv)
