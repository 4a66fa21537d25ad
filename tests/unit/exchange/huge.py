"""Files of 500 MB, made in moments: real content in large blocks, holes that use no disk, and archives that swell."""

import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.unit.exchange import hostile
from tests.unit.exchange.evaluation.writers import inspect_head, inspect_sample, promptfoo_entry

MIB = 1024 * 1024
HUGE = 500 * MIB
LINE = 128 * 1024


def with_hole(path: Path, start: bytes) -> Path:
    """``start``, then nothing but zeros to 500 MB: the file's size is real, its content takes no room."""
    path.write_bytes(start)
    os.truncate(path, HUGE)
    return path


def table(path: Path) -> Path:
    """Rows of a table; the first eight megabytes are real."""
    row = b"1,a letter of a customer,motor,motor\n"
    return with_hole(path, b"id,input,expected,predicted\n" + row * (8 * MIB // len(row)))


def lines(path: Path) -> Path:
    """JSON Lines, real to the end: 4,000 examples of 128 kB, every fourth wrong."""
    text = "x" * LINE
    with path.open("wb") as file:
        for number in range(HUGE // LINE):
            record = {"id": number, "input": "", "correct": number % 4 > 0}
            file.write(json.dumps(record).replace('""', f'"{text}"').encode() + b"\n")
    return path


def inspect_json(path: Path) -> Path:
    """An Inspect log in one piece; its first samples are real."""
    head = json.dumps(inspect_head(samples=[])).removesuffix("]}")
    sample = json.dumps(inspect_sample(1, "C", input="x" * LINE)) + ","
    return with_hole(path, (head + sample * 40).encode())


def promptfoo_json(path: Path) -> Path:
    """Results of promptfoo in one piece; the first entries are real."""
    entry = json.dumps(promptfoo_entry(1, success=True, vars={"letter": "x" * LINE})) + ","
    return with_hole(path, ('{"results": {"version": 3, "results": [' + entry * 40).encode())


def inspect_eval(path: Path) -> Path:
    """A packed Inspect log that unpacks to 500 MB, sound to its end: 4,000 samples of 128 kB, every fourth wrong."""
    text = "x" * LINE
    samples = (inspect_sample(number, "C" if number % 4 else "I", input="?") for number in range(HUGE // LINE))
    parts = (
        (f"samples/{number}_epoch_1.json", json.dumps(sample).replace("?", text))
        for number, sample in enumerate(samples)
    )
    return _packed(path, [("header.json", json.dumps(inspect_head()))], parts)


def one_sample(path: Path) -> Path:
    """A packed Inspect log with one sample of 500 MB."""
    start, end = json.dumps(inspect_sample(1, "C", input="?")).split("?")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("header.json", json.dumps(inspect_head()))
        _write(archive, "samples/1_epoch_1.json", start, "x" * MIB, end)
    return path


def workbook(path: Path) -> Path:
    """A workbook whose one sheet unpacks to 500 MB."""
    cell = f'<c t="inlineStr"><is><t>{"letter " * 300}</t></is></c>'
    before, after = hostile.sheet("?").split("?")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in hostile.parts().items():
            if "sheet1" not in name:
                archive.writestr(name, text)
        _write(archive, "xl/worksheets/sheet1.xml", before, f"<row>{cell}</row>" * 500, after)
    return path


def _write(archive: zipfile.ZipFile, name: str, start: str, block: str, end: str) -> None:
    data = block.encode()
    with archive.open(name, "w", force_zip64=True) as part:
        part.write(start.encode())
        for _ in range(HUGE // len(data) + 1):
            part.write(data)
        part.write(end.encode())


def _packed(path: Path, first: list[tuple[str, str]], others: Iterator[tuple[str, str]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in (*first, *others):
            archive.writestr(name, text)
    return path
