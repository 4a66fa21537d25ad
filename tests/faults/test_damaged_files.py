"""Every kind of damaged or foreign file is refused with a sentence of its own, which repeats nothing of the content."""

import gzip
import io
import json
import os
import zipfile
from decimal import Decimal

import pytest

from desktop.files.check import Verdict, check_project
from desktop.files.codec import encode
from desktop.files.problem import Refused, sentence
from desktop.files.project import open_project
from desktop.workbook import Engagement, Person, Workbook

SECRET = "Kunde Geheim GmbH"
PROJECT = "11111111-2222-3333-4444-555555555555"
WORKBOOK = Workbook(
    engagement=Engagement(client=SECRET),
    people={"0001-a": Person(id="0001-a", name="Änne Ö", days_per_week=Decimal("2.5"))},
)
GOOD = encode(WORKBOOK, None, PROJECT)[0]


def changed(**changes):
    return json.dumps(json.loads(GOOD) | changes, ensure_ascii=False).encode()


def inside(*path, value):
    document = json.loads(GOOD)
    holder = document
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return json.dumps(document, ensure_ascii=False).encode()


def zipped():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.json", GOOD)
    return stream.getvalue()


CONFLICT = b"\n<<<<<<< HEAD\n" + GOOD[40:60] + b"\n=======\n" + GOOD[60:80] + b"\n>>>>>>> theirs\n"
CASES = {
    "empty": (b"", "empty"),
    "blanks": (b" \r\n\t ", "empty"),
    "only a byte order mark": (b"\xef\xbb\xbf", "empty"),
    "all zeros": (b"\0" * 4096, "only-nuls"),
    "zeros at the end": (GOOD[:200] + b"\0" * 3000, "some-nuls"),
    "cut in a text": (GOOD[: GOOD.index(b"Geheim")], "truncated"),
    "cut after a comma": (GOOD[: GOOD.rindex(b",")], "truncated"),
    "cut before the end": (GOOD[:-3], "truncated"),
    "one brace": (b"{", "truncated"),
    "twice": (GOOD + GOOD, "goes-on"),
    "text after the end": (GOOD + b"x", "goes-on"),
    "UTF-16 with mark": (GOOD.decode().encode("utf-16"), "utf-16"),
    "UTF-16 without mark": (GOOD.decode().encode("utf-16-le"), "utf-16"),
    "UTF-16 big-endian": (GOOD.decode().encode("utf-16-be"), "utf-16"),
    "Latin-1": (GOOD.decode().encode("latin-1"), "not-text"),
    "overlong UTF-8": (GOOD.replace(b"Geheim", b"\xc0\xaf"), "not-text"),
    "surrogate bytes": (GOOD.replace(b"Geheim", b"\xed\xa0\x80"), "not-text"),
    "half a character": (GOOD.replace(b"Geheim", b"\\ud800"), "not-text"),
    "other half": (GOOD.replace(b"Geheim", b"\\udc00x"), "not-text"),
    "git conflict": (GOOD[:40] + CONFLICT + GOOD[80:], "git-conflict"),
    "login page": (b"<!DOCTYPE html><html><body>Sign in</body></html>", "web-page"),
    "login page, indented": (b"\r\n  <html lang='de'>", "web-page"),
    "zip": (zipped(), "zip"),
    "gzip": (gzip.compress(GOOD), "zip"),
    "PDF": (b"%PDF-1.7\n", "pdf"),
    "old Office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "office-file"),
    "PNG": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture"),
    "iCloud placeholder": (b"bplist00\xd4\x01\x02", "placeholder"),
    "Google placeholder": (b'{"":"WARNING","doc_id":"1x","email":"a@b.test"}', "placeholder"),
    "LFS pointer": (b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n", "placeholder"),
    "another program": (b'{"name": "package", "version": "1.0.0"}', "foreign"),
    "a list": (b"[1, 2, 3]", "foreign"),
    "a text": (b'"hello"', "foreign"),
    "another format": (changed(format="other-app"), "foreign"),
    "a doubled key": (GOOD.replace(b' "parent"', b' "project": "x",\n "parent"'), "duplicate-key"),
    "a doubled key deep inside": (GOOD.replace(b'"client"', b'"client": "",\n   "client"'), "duplicate-key"),
    "an escaped doubled key": (GOOD.replace(b'"client"', b'"cli\\u0065nt": "",\n   "client"'), "duplicate-key"),
    "NaN": (GOOD.replace(b'"2.5"', b"NaN"), "not-a-number"),
    "Infinity": (GOOD.replace(b'"2.5"', b"-Infinity"), "not-a-number"),
    "1e400": (GOOD.replace(b'"2.5"', b"1e400"), "not-a-number"),
    "a number of 5,000 digits": (GOOD.replace(b'"2.5"', b"1" * 5000), "not-a-number"),
    "NaN as text": (GOOD.replace(b'"2.5"', b'"NaN"'), "damaged"),
    "150 levels": (inside("content", "x", value=json.loads("[" * 150 + "]" * 150)), "too-deep"),
    "100,000 levels": (b"[" * 100_000, "too-deep"),
    "single quotes": (b"{'format': 1}", "not-json"),
    "a comment": (b"// hello\n" + GOOD, "not-json"),
    "a comma too many": (GOOD.replace(b'"parent": null,', b'"parent": null,,'), "not-json"),
    "a raw line break in a text": (GOOD.replace(b"Geheim", b"Ge\nheim"), "not-json"),
    "an unknown field": (inside("content", "colour", value=SECRET), "damaged"),
    "an unknown field outside": (changed(colour=SECRET), "damaged"),
    "no content": (json.dumps({k: v for k, v in json.loads(GOOD).items() if k != "content"}).encode(), "damaged"),
    "a wrong kind": (inside("content", "engagement", "client", value=12), "damaged"),
    "a number as text": (inside("content", "engagement", "fictitious", value="true"), "damaged"),
    "a wrong date": (inside("content", "engagement", "start", value="2026-02-30"), "damaged"),
    "an impossible id": (inside("content", "people", "0001-a", "id", value="../x"), "damaged"),
    "a project id that is a path": (changed(project="../../etc"), "damaged"),
    "a version that is none": (changed(schema="1.0"), "damaged"),
    "no version": (changed(schema=None), "damaged"),
    "a newer major version": (changed(schema={"major": 9, "minor": 0}, min_reader={"major": 9, "minor": 0}), "newer"),
    "a minor version for newer readers": (
        changed(min_reader={"major": 1, "minor": 7}, schema={"major": 1, "minor": 7}),
        "newer",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_damaged_file_is_refused_with_its_own_sentence(tmp_path, name):
    data, code = CASES[name]
    path = tmp_path / "p.readiness.json"
    path.write_bytes(data)
    with pytest.raises(Refused) as caught:
        open_project(path)
    assert caught.value.problem.code == code
    said = [sentence(one) for one in (caught.value.problem, *caught.value.details)]
    for words in said:
        assert len(words) < 300
        assert "\n" not in words
        assert not any(leak in words for leak in (SECRET, "Geheim", "pydantic", "Traceback", "input_value", "Error"))
    assert path.read_bytes() == data
    report = check_project(path)
    assert report.verdict is Verdict.REFUSED
    assert json.loads(json.dumps(report.as_json()))["problems"][0]["code"] == code


def test_there_are_enough_kinds_and_codes():
    assert len(CASES) >= 40
    assert len({code for _, code in CASES.values()}) >= 18


def test_where_is_told_by_line_and_column_or_by_field(tmp_path):
    path = tmp_path / "p.readiness.json"
    path.write_bytes(b'{\n "a": 1,\n "b": }')
    with pytest.raises(Refused) as caught:
        open_project(path)
    assert caught.value.problem.where == "line 3, column 7"
    path.write_bytes(inside("content", "engagement", "start", value="soon"))
    with pytest.raises(Refused) as caught:
        open_project(path)
    assert [one.where for one in caught.value.details] == ["content/engagement/start"]


def test_no_more_than_twenty_places_and_no_texts_in_them(tmp_path):
    path = tmp_path / "p.readiness.json"
    path.write_bytes(inside("content", "people", value={f"{SECRET} {n}": {"name": 1} for n in range(1000)}))
    with pytest.raises(Refused) as caught:
        open_project(path)
    assert len(caught.value.details) == 20
    assert all(SECRET not in one.where for one in caught.value.details)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_fifo_and_devices_do_not_hang(tmp_path):
    fifo = tmp_path / "p.readiness.json"
    os.mkfifo(fifo)
    for path in (fifo, tmp_path, "/dev/zero"):
        with pytest.raises(Refused) as caught:
            open_project(type(tmp_path)(path))
        assert caught.value.problem.code == "not-a-file"


def test_a_huge_file_is_not_read(tmp_path):
    path = tmp_path / "p.readiness.json"
    with path.open("wb") as stream:
        stream.truncate(65 * 1024 * 1024)
    with pytest.raises(Refused) as caught:
        open_project(path)
    assert caught.value.problem.code == "too-large"


def test_a_missing_file_is_missing(tmp_path):
    with pytest.raises(Refused) as caught:
        open_project(tmp_path / "none.readiness.json")
    assert caught.value.problem.code == "missing"


def test_a_byte_order_mark_is_no_damage(tmp_path):
    path = tmp_path / "p.readiness.json"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD)
    assert open_project(path).workbook == WORKBOOK
