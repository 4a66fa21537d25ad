"""Is this workbook safe to read? Looked at as a zip archive, before any library opens it and with bounded memory.

openpyxl is no shield: small files made it use gigabytes or run without end. What stands here are limits that no honest
inventory or tracker comes near, checked on the archive's own directory first and then on its streamed content.
"""

import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import BinaryIO

from desktop.exchange.problems import SourceRefusedError
from desktop.exchange.sheet_scan import PartScan, SheetCounts, add_counts, finished

LARGEST = 64 * 1024 * 1024  # bytes on disk
PARTS = 1_000
DIRECTORY = 1024 * 1024  # bytes of the archive's directory
UNPACKED = 256 * 1024 * 1024
PART_UNPACKED = 192 * 1024 * 1024
RATIO = 250  # unpacked to packed; dense real sheets stay below 60
RATIO_FROM = 1024 * 1024  # below this size a high ratio does no harm
CHUNK = 64 * 1024

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END, _END64 = b"PK\x05\x06", b"PK\x06\x07"
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Findings:
    """What a workbook holds, counted, and what of it is never followed or read."""

    parts: int
    unpacked: int
    counts: SheetCounts
    external_links: int
    macros: bool


def inspect(stream: BinaryIO, size: int) -> Findings:
    """Look through the workbook in ``stream``; raises SourceRefusedError where it is not safe or not a workbook."""
    if size > LARGEST:
        raise SourceRefusedError("too-large", megabytes=LARGEST // 1024 // 1024)
    _check_directory(stream, size)
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
            _check_entries(entries, archive.start_dir)
            return _check_content(archive, entries)
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, UnicodeDecodeError) as damage:
        raise SourceRefusedError("workbook-damaged") from damage


def _check_directory(stream: BinaryIO, size: int) -> None:
    """The end record, before zipfile believes it: a directory of millions of entries alone fills the memory."""
    stream.seek(0)
    start = stream.read(8)
    if start == _OLE:
        raise SourceRefusedError("old-or-locked-workbook")
    if not start.startswith(b"PK"):
        raise SourceRefusedError("not-a-workbook")
    stream.seek(max(0, size - 65_557))
    tail = stream.read(65_557)
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < 22:
        raise SourceRefusedError("workbook-damaged")
    entries, directory, offset = struct.unpack("<HLL", tail[at + 10 : at + 20])
    if entries > PARTS or directory > DIRECTORY:
        raise SourceRefusedError("too-many-parts", limit=f"{PARTS:,}")
    if _END64 in tail[:at] and offset == 0xFFFFFFFF:
        raise SourceRefusedError("too-large", megabytes=LARGEST // 1024 // 1024)
    if _END64 in tail[max(0, at - 20) : at]:  # its figures would replace the ones just checked
        raise SourceRefusedError("workbook-damaged")


def _check_entries(entries: list[zipfile.ZipInfo], directory_at: int) -> None:
    """Names, sizes and places as the directory states them."""
    names = {entry.filename.casefold() for entry in entries}
    if len(names) < len(entries):
        raise SourceRefusedError("workbook-twisted")
    for entry in entries:
        _check_entry(entry)
    if sum(entry.file_size for entry in entries) > UNPACKED:
        raise SourceRefusedError("unpacks-too-large", megabytes=UNPACKED // 1024 // 1024)
    _check_places(entries, directory_at)
    if "[content_types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise SourceRefusedError("not-a-workbook")


def _check_places(entries: list[zipfile.ZipInfo], directory_at: int) -> None:
    """Each part must end before the next begins: parts that share bytes unpack to many times the archive."""
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    ends = [*(entry.header_offset for entry in ordered), directory_at][1:] if ordered else []
    for entry, end in zip(ordered, ends, strict=True):
        if entry.header_offset + 30 + len(entry.filename) + entry.compress_size > end:
            raise SourceRefusedError("workbook-twisted")


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename
    if "\\" in name or "\0" in name or ":" in name or name.startswith("/") or ".." in name.split("/"):
        raise SourceRefusedError("workbook-twisted")
    if entry.flag_bits & _ENCRYPTED:
        raise SourceRefusedError("old-or-locked-workbook")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise SourceRefusedError("workbook-damaged")
    swollen = entry.file_size > RATIO_FROM and entry.file_size > RATIO * max(1, entry.compress_size)
    if swollen or entry.file_size > PART_UNPACKED:
        raise SourceRefusedError("unpacks-too-large", megabytes=PART_UNPACKED // 1024 // 1024)


def _check_content(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Findings:
    """Every XML part streamed through a parser that counts; zipfile checks each part's size and sum on the way."""
    counts = SheetCounts()
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels")):
            counts = add_counts(counts, _scan(archive, entry))
    return Findings(
        parts=len(entries),
        unpacked=sum(entry.file_size for entry in entries),
        counts=counts,
        external_links=sum(1 for entry in entries if entry.filename.startswith("xl/externalLinks/externalLink")),
        macros=any(entry.filename.endswith("vbaProject.bin") for entry in entries),
    )


def _scan(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> SheetCounts:
    scan = PartScan(entry.filename)
    with archive.open(entry) as part:
        while chunk := part.read(CHUNK):
            scan.feed(chunk)
    return finished(scan)
