"""Files that are broken or hostile: one clear sentence each, and never more memory than a small part of the file."""

import io
import json
import os
import tracemalloc
import zipfile

import pytest

from desktop.exchange.evaluation import file as limits
from desktop.exchange.evaluation.batch import ResultsRefusedError
from tests.unit.exchange.evaluation.writers import (
    inspect_head,
    inspect_sample,
    packed,
    promptfoo,
    promptfoo_entry,
    read,
    written,
    xlsx,
)

GOOD = '{"id": 1, "correct": true}\n'
HEAD = {"header.json": inspect_head()}
BROKEN = {
    "nothing": (b"", "empty"),
    "only blanks": (b" \r\n\t\n", "empty"),
    "zeros": (b"\0" * 4000, "empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "not a table"),
    "a PDF": (b"%PDF-1.7 text", "not a table"),
    "a web page": (b"<!doctype html><html><body>Sign in</body></html>", "not a table"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old .xls"),
    "a header only": (b"id,expected,predicted\n", "no examples"),
    "no prediction": (b"id,expected\n1,a\n", "answered is missing"),
    "no expectation": (b"id,predicted\n1,a\n", "expected is missing"),
    "no outcome": (b"name,colour\nx,red\n", "right from wrong"),
    "no value at all": (b"id,correct\n1,\n2,\n", "None of the 2 rows"),
    "only NaN": (b"id,score\n1,NaN\n2,nan\n", "None of the 2 rows"),
    "only infinity": (b'{"id":1,"score":Infinity}\n{"id":2,"score":-Infinity}\n', "None of the 2 rows"),
    "scores up to ten": (b"id,score\n1,7\n2,9\n", "outside 0 to 1"),
    "formulas": (xlsx([["id", "correct"], [1, "=B9"], [2, "=1=1"]]), "None of the 2 rows.*formula"),
    "errors of a spreadsheet": (xlsx([["id", "correct"], [1, "#N/A"], [2, "#REF!"]]), "None of the 2 rows"),
    "an empty workbook": (xlsx([]), "no table"),
    "half a workbook": (xlsx([["id", "correct"], [1, "yes"]])[:-200], "damaged|packed file"),
    "a zip of something": (packed({"a.txt": "hello"}), "packed file"),
    "cut JSON": (b'{"version": 2, "eval": {"task": ', "damaged"),
    "a list that ends early": (b'[{"id": 1, "correct": true},', "damaged"),
    "other JSON": (b'{"a": {"b": [1, 2]}, "c": []}', "right from wrong"),
    "a list of numbers": (b"[1, 2, 3]", "neither"),
    "an empty list": (b"[]", "neither"),
    "nested beyond reason": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "damaged"),
    "a number without end": (b'{"id": 1, "score": ' + b"9" * 9000 + b"}", "damaged"),
    "a broken line": ((GOOD * 3 + '{"id": 4, "corr\n' + GOOD).encode(), "Line 4 is no JSON"),
    "a line of another kind": ((GOOD * 60 + "[1]\n").encode(), "Line 61 is no JSON object"),
    "Latin letters in JSON Lines": ((GOOD * 60 + '{"id": "Köln"}\n').encode("latin-1"), "UTF-8"),
    "twelve million crumbs": (b"[" + b"[]," * 6_000_000 + b"[]]", "damaged"),
    "a log without samples": (json.dumps(inspect_head(samples=[])).encode(), "no samples"),
    "a log of numbers": (json.dumps(inspect_head(samples=[1])).encode(), "damaged"),
    "a packed log without samples": (packed(HEAD), "no samples"),
    "a packed log without a head": (packed({"header.json": "[]", "samples/1_epoch_1.json": "{}"}), "damaged"),
    "a packed log of lists": (packed({**HEAD, "samples/1_epoch_1.json": "[1]"}), "damaged"),
    "a packed log with a broken sample": (packed({**HEAD, "samples/1_epoch_1.json": "{"}), "damaged"),
    "a bomb in a packed log": (packed({**HEAD, "samples/1_epoch_1.json": b" " * 40_000_000}), "unpacks to more"),
    "a packed log in another packing": (packed({**HEAD, "samples/1.json": "{}"}, zipfile.ZIP_LZMA), "packed in a way"),
    "promptfoo without entries": (json.dumps(promptfoo([])).encode(), "no examples"),
    "promptfoo of texts": (json.dumps(promptfoo(["x"])).encode(), "damaged"),
    "promptfoo where all failed to run": (
        json.dumps(promptfoo([promptfoo_entry(1, success=False, failureReason=2)])).encode(),
        "None of the 1 rows",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_refused_in_one_sentence(tmp_path, name):
    content, expected = BROKEN[name]
    with pytest.raises(ResultsRefusedError, match=expected) as refused:
        read(written(tmp_path, content, "run"))
    assert "\n" not in str(refused.value)
    assert str(refused.value).endswith(".")


def test_a_damaged_byte_inside_a_packed_log_is_noticed(tmp_path):
    data = bytearray(packed({**HEAD, "samples/1_epoch_1.json": inspect_sample(1, "C")}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.getinfo("samples/1_epoch_1.json").header_offset + 60
    data[at] ^= 0xFF
    with pytest.raises(ResultsRefusedError, match="damaged"):
        read(written(tmp_path, bytes(data), "log.eval"))


def test_a_packed_log_that_unpacks_without_end_is_refused(tmp_path, monkeypatch):
    samples = {f"samples/{n}_epoch_1.json": inspect_sample(n, "C", notes="x" * 5_000) for n in range(20)}
    path = written(tmp_path, packed({**HEAD, **samples}), "log.eval")
    assert read(path).run.scored == 20
    monkeypatch.setattr("desktop.exchange.evaluation.inspect_archive._UNPACKED", 50_000)
    with pytest.raises(ResultsRefusedError, match="unpacks to more"):
        read(path)


def test_what_is_no_file_is_refused(tmp_path):
    with pytest.raises(ResultsRefusedError, match="no file"):
        read(tmp_path / "nowhere.csv")
    with pytest.raises(ResultsRefusedError, match=r"cannot be opened|not a file"):
        read(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "run.csv")
    with pytest.raises(ResultsRefusedError, match="not a file"):
        read(tmp_path / "run.csv")


@pytest.mark.parametrize("start", [b"id,correct\n", b'{"eval": {\n', b'{"eval": {"task": "x"}, '])
def test_500_megabytes_are_refused_before_they_are_read(tmp_path, start):
    path = written(tmp_path, start)
    with path.open("r+b") as file:
        file.truncate(500 * limits.MIB)  # a hole: no disk is used
    tracemalloc.start()
    try:
        with pytest.raises(ResultsRefusedError, match="64 MB"):
            read(path)
        assert tracemalloc.get_traced_memory()[1] < 40 * limits.MIB
    finally:
        tracemalloc.stop()


def test_a_long_file_of_lines_needs_little_memory(tmp_path):
    """40 MB of long examples; what is kept of each is its hash and its outcome."""
    path = tmp_path / "run.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f'{{"id": {n}, "correct": true, "output": "{"x" * 20_000}"}}\n' for n in range(2_000))
    tracemalloc.start()
    try:
        assert read(path).run.scored == 2_000
        assert tracemalloc.get_traced_memory()[1] < 8 * limits.MIB
    finally:
        tracemalloc.stop()


def test_a_line_without_end_is_refused(tmp_path):
    path = written(tmp_path, GOOD * 60 + '{"id": "' + "x" * (5 * limits.MIB) + '"}\n', "run.jsonl")
    with pytest.raises(ResultsRefusedError, match="Line 61 is longer"):
        read(path)


def test_a_column_that_a_person_names_must_be_there(tmp_path):
    path = written(tmp_path, "id,correct\n1,yes\n")
    with pytest.raises(ResultsRefusedError, match="no column “Soll”"):
        read(path, columns={"expected": "Soll"})
    with pytest.raises(ResultsRefusedError, match="cannot hold “colour”"):
        read(path, columns={"colour": "id"})
