"""Prints every figure: ``python -m tests.benchmarks [ROUNDS]``. Nothing here fails on a slow machine."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Figure


def figures(rounds: int) -> Iterator[Figure]:
    """Every benchmark, each in a folder of its own that is gone afterwards."""
    from tests.benchmarks.analysing import analysing
    from tests.benchmarks.editing import editing
    from tests.benchmarks.inventory import portfolio
    from tests.benchmarks.planning import planning
    from tests.benchmarks.project_files import opening, saving
    from tests.benchmarks.starting import starting

    workbook = portfolio()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["READINESS_HOME"] = str(Path(folder) / "home")
        yield opening(workbook, Path(folder), rounds)
        yield saving(workbook, Path(folder), rounds)
        yield from editing(workbook, Path(folder), rounds)
        yield from analysing(workbook, rounds)
        yield from planning(rounds)
        yield starting(rounds)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for figure in figures(int(sys.argv[1]) if len(sys.argv) > 1 else 9):
        sys.stdout.write(figure.line() + "\n")
