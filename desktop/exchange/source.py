"""Opening a source: any file a user names, told apart by its content and never by its name alone."""

import hashlib
import os
import re
import stat
from dataclasses import replace
from pathlib import Path

from desktop.exchange.delimited import LARGEST, read_delimited
from desktop.exchange.problems import SourceRefusedError
from desktop.exchange.table import Table

_JSON_LIST = re.compile(rb"\[\s*[\[{]")
_WORKBOOK, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_FOREIGN = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"SQLite format 3")


def read_source(path: Path, *, encoding: str = "", delimiter: str = "", sheet: str = "") -> Table:
    """The inventory in the file at ``path``; what is given besides overrides what is detected.

    Raises SourceRefusedError where the file cannot be read, is not a table or is not safe to open.
    """
    data = _bytes_of(path)
    if data.startswith((_WORKBOOK, _OLE)):
        from desktop.exchange.spreadsheet import read_spreadsheet

        table = read_spreadsheet(data, sheet=sheet)
    else:
        _refuse_foreign(data)
        table = read_delimited(data, encoding=encoding, delimiter=delimiter)
    return _named(table, path.name, hashlib.sha256(data).hexdigest())


def _named(table: Table, name: str, digest: str) -> Table:
    printable = name.encode("utf-8", "replace").decode()  # a file name may hold bytes that are no text
    return replace(table, name=printable, sha256=digest)


def _bytes_of(path: Path) -> bytes:
    """The bytes of a regular file. Opened without waiting: a pipe with a table's name would hang a plain open."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise SourceRefusedError("missing") from None
    except OSError as error:
        raise SourceRefusedError("unreadable") from error
    try:
        known = os.fstat(handle)
        if not stat.S_ISREG(known.st_mode):
            raise SourceRefusedError("not-a-file")
        if known.st_size > LARGEST:
            raise SourceRefusedError("too-large", megabytes=LARGEST // 1024 // 1024)
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(known.st_size)
    finally:
        os.close(handle)
    if not data.strip(b"\0\r\n\t "):
        raise SourceRefusedError("empty")
    return data


def _refuse_foreign(data: bytes) -> None:
    if data.startswith(_FOREIGN):
        raise SourceRefusedError("not-a-table")
    start = data[:2048].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<?xml", b"{")) or _JSON_LIST.match(start):
        raise SourceRefusedError("not-a-table")
