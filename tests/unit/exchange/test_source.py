import os

import pytest

from desktop.exchange.problems import SourceRefusedError
from desktop.exchange.source import read_source
from tests.unit.exchange.hostile import archive


def refusal(path) -> str:
    with pytest.raises(SourceRefusedError) as refused:
        read_source(path)
    assert str(refused.value).endswith(".")
    return refused.value.problem.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\0" * 500, "empty"),
        (b"%PDF-1.7 text", "not-a-table"),
        (b"\x89PNG\r\n", "not-a-table"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "not-a-table"),
        (b"\xef\xbb\xbf\n <html>", "not-a-table"),
        (b'{"format": "readiness-workbook"}', "not-a-table"),
        (b"PK\x03\x04 and nothing more", "workbook-damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "old-or-locked-workbook"),
    ],
)
def test_files_that_are_no_table_are_refused(tmp_path, data, code):
    path = tmp_path / "inventory.csv"
    path.write_bytes(data)
    assert refusal(path) == code


def test_missing_folders_and_pipes_are_refused_without_waiting(tmp_path):
    assert refusal(tmp_path / "nowhere.csv") == "missing"
    assert refusal(tmp_path) in ("not-a-file", "unreadable")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.csv")
        assert refusal(tmp_path / "pipe.csv") == "not-a-file"


def test_a_file_without_permission_is_refused(tmp_path):
    path = tmp_path / "secret.csv"
    path.write_text("Name\nA\n")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert refusal(path) == "unreadable"


def test_too_large_is_told_before_reading(tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.exchange.source.LARGEST", 4)
    path = tmp_path / "large.csv"
    path.write_text("Name\nA\n")
    assert refusal(path) == "too-large"


def test_content_decides_and_not_the_name(tmp_path):
    workbook, text = tmp_path / "really.csv", tmp_path / "really.xlsx"
    workbook.write_bytes(archive())
    text.write_text("Name;Unit\nChat;IT\n")
    assert read_source(workbook).sheet == "One"
    table = read_source(text)
    assert (table.dialect, table.name, len(table.sha256)) == ("semicolon", "really.xlsx", 64)


@pytest.mark.parametrize("content", [b'[{"name": "A"}]', b"[\n [1, 2]]", bytes(range(256)) * 20])
def test_what_only_looks_like_a_table_is_refused(content, tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(SourceRefusedError) as refused:
        read_source(path)
    assert refused.value.problem.code == "not-a-table"


def test_a_table_whose_project_could_not_be_opened_again_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(b"Name,Stage\n" + b"System,Pilot\n" * 90_000)
    with pytest.raises(SourceRefusedError) as refused:
        read_source(path)
    assert refused.value.problem.code == "too-many-cells"
