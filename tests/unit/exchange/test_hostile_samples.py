"""The generators of hostile workbooks that lie beside a checkout: another hand's ideas than this project's own."""

import subprocess
import sys
import tracemalloc

import pytest

from desktop.exchange.problems import SourceRefusedError
from desktop.exchange.source import read_source

HARMLESS = {"x25", "x37", "x38", "x39", "x41", "x48"}  # odd, but nothing in them grows, loops or is followed


@pytest.fixture(scope="module")
def samples(shared, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    generator = shared / "trials" / "hostile" / "gen_xlsx_hostile.py"
    subprocess.run(
        [sys.executable, generator, folder], check=True, capture_output=True, env={"PYTHONWARNINGS": "ignore"}
    )
    return sorted(folder.iterdir())


def test_all_are_refused_or_harmless_in_little_memory(samples):
    assert len(samples) > 40
    passed = set()
    tracemalloc.start()
    for path in samples:
        try:
            table = read_source(path)
        except SourceRefusedError:
            continue
        passed.add(path.name[:3])
        assert len(table.headers) <= 3
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert passed == HARMLESS
    assert peak < 40_000_000
