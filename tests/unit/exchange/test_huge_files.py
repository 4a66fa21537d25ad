"""500 MB in every format: read, or refused in one sentence before much is read; memory stays a small part of the file.

Each file is read in a process of its own, whose peak is then its own as well.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.cli import run
from desktop.files.project import open_project
from tests.northwind import ROOT
from tests.unit.exchange import huge

MOST = 200 * huge.MIB  # bytes of memory at the peak, the interpreter and its libraries included
SYSTEM = "0003-broker-routing"

_PEAK = """
def peak():
    import sys
    if sys.platform.startswith("linux"):  # ru_maxrss would hold what the parent had before this process was its own
        lines = open("/proc/self/status").read().splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))
    if sys.platform == "darwin":
        import resource
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return 0
"""
_RUN = """
import json, sys
from datetime import date
from pathlib import Path
from desktop.session.run_import import Asked, read_run_file
from desktop.workbook.kept_texts import Keep
found = read_run_file(Asked(Path(sys.argv[1]), keep=Keep(sys.argv[2])), date(2026, 11, 21))
run = found.run
kept = len(run.kept.examples) if run and run.kept else 0
print(json.dumps([found.refused, run and [run.scored, run.correct], kept, peak()]))
"""
_INVENTORY = """
import json, sys
from pathlib import Path
from desktop.exchange.problems import SourceRefusedError
from desktop.exchange.source import read_source
try:
    read_source(Path(sys.argv[1]))
except SourceRefusedError as refused:
    print(json.dumps([str(refused), None, 0, peak()]))
"""
_VERB = """
import json, sys
from desktop.cli import run
from desktop.files.project import open_project
code = run(sys.argv[1:])
print(json.dumps(["", code, 0, peak()]))
"""


def apart(script: str, *words: object) -> tuple[str, object, int, str]:
    """What a process of its own says of a file; its memory is looked at here."""
    call = [sys.executable, "-c", _PEAK + script, *map(str, words)]
    done = subprocess.run(call, capture_output=True, encoding="utf-8", cwd=ROOT, check=True)
    refused, found, kept, peak = json.loads(done.stdout.splitlines()[-1])
    assert peak < MOST, f"{peak // huge.MIB} MB"
    return refused, found, kept, done.stderr


REFUSED = {
    "rows.csv": (huge.table, "larger than 64 MB"),
    "log.json": (huge.inspect_json, "larger than 64 MB in one piece"),
    "promptfoo.json": (huge.promptfoo_json, "larger than 64 MB in one piece"),
    "one.eval": (huge.one_sample, "unpacks to more than 32 MB"),
    "bomb.xlsx": (huge.workbook, "unpacks to more than 192 MB"),
    "hole.xlsx": (lambda path: huge.with_hole(path, b"PK\x03\x04"), "larger than 64 MB"),
    "hole.jsonl": (lambda path: huge.with_hole(path, b'{"id": 1, "correct": true}\n'), "Line 2 is longer than 4 MB"),
    "zeros.json": (lambda path: huge.with_hole(path, b""), "empty"),
}
INVENTORIES = {
    "rows.csv": (huge.table, "larger than 64 MB"),
    "bomb.xlsx": (huge.workbook, "unpacks to more than 192 MB"),
    "hole.xlsx": (lambda path: huge.with_hole(path, b"PK\x03\x04"), "larger than 64 MB"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_results_that_are_too_large_are_refused_in_one_sentence(folder: Path, name: str) -> None:
    make, expected = REFUSED[name]
    refused, found, _, _ = apart(_RUN, make(folder / name), "none")
    assert found is None
    assert expected in refused
    assert "\n" not in refused


@pytest.mark.parametrize("name", INVENTORIES)
def test_inventories_that_are_too_large_are_refused_in_one_sentence(folder: Path, name: str) -> None:
    make, expected = INVENTORIES[name]
    assert expected in apart(_INVENTORY, make(folder / name))[0]


def test_a_packed_log_is_read_to_its_end(folder: Path) -> None:
    refused, found, kept, _ = apart(_RUN, huge.inspect_eval(folder / "log.eval"), "all")
    assert (refused, found, kept) == ("", [4_000, 3_000], 500)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that does not stay: temporary files of a test run are kept for a while otherwise."""
    yield tmp_path
    for file in tmp_path.iterdir():
        file.unlink()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.readiness.json"
    assert run(["sample", "-o", str(path)]) == 0
    return path


def test_the_verbs_refuse_what_is_too_large_and_change_nothing(project: Path, folder: Path) -> None:
    before, source = project.read_bytes(), huge.table(folder / "rows.csv")
    calls = (
        ("score", project, "--system", SYSTEM, source, "--keep-texts", "all"),
        ("inventory", source, "-o", folder / "new.readiness.json"),
    )
    for words in calls:
        _, code, _, said = apart(_VERB, *words)
        assert (code, said.count("\n")) == (2, 1)
        assert "larger than 64 MB" in said
    assert project.read_bytes() == before
    assert not (folder / "new.readiness.json").exists()


def test_the_verb_scores_500_megabytes_of_lines(project: Path, folder: Path) -> None:
    source = huge.lines(folder / "run.jsonl")
    _, code, _, said = apart(_VERB, "score", project, "--system", SYSTEM, source, "--keep-texts", "wrong")
    assert code == 0, said
    (stored,) = open_project(project).workbook.systems[SYSTEM].sprint.scoring.runs.values()
    assert (stored.scored, stored.correct) == (4_000, 3_000)
    assert (stored.kept.found, len(stored.kept.examples)) == (1_000, 500)
