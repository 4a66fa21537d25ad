"""Files that are something else: recognised by their bytes, so that each gets a sentence that helps."""

import re

from desktop.files.problem import Problem

_BOM = b"\xef\xbb\xbf"
_BEGINNINGS = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "zip"),
    (b"7z\xbc\xaf", "zip"),
    (b"Rar!", "zip"),
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "office-file"),
    (b"bplist00", "placeholder"),  # iCloud leaves one beside a file that is only online
    (b"version https://git-lfs.github.com", "placeholder"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
)
_MARKUP = re.compile(rb"\s*<(?:!doctype|!--|\?xml|html|head|body|script)", re.IGNORECASE)
# Both ends of a conflict at the start of a line; a line break never stands inside a JSON string.
_CONFLICT = re.compile(rb"^<{7} .*^>{7} ", re.MULTILINE | re.DOTALL)
_ONLINE = re.compile(rb'"(?:doc_id|resource_id)"\s*:|https://(?:docs|drive)\.google\.com/')
_SMALL = 4096


def without_bom(data: bytes) -> bytes:
    """The bytes after a UTF-8 byte order mark, which Windows editors write and JSON does not know."""
    return data.removeprefix(_BOM)


def known_stranger(text: bytes) -> Problem | None:
    """What the text is when it is certainly no project, or None."""
    if code := _kind(text):
        return Problem(code)
    if text.find(b"<<<<<<< ") >= 0 and _CONFLICT.search(text):
        line = text[: text.find(b"<<<<<<< ")].count(b"\n") + 1
        return Problem("git-conflict", f"line {line}")
    if len(text) < _SMALL and b'"readiness-workbook"' not in text and _ONLINE.search(text):
        return Problem("placeholder")
    return None


def _kind(text: bytes) -> str:
    if not text.strip():
        return "empty"
    if b"\0" in text:
        return _with_nuls(text)
    return _by_beginning(text) or ("web-page" if _MARKUP.match(text) else "")


def _by_beginning(text: bytes) -> str:
    return next((code for beginning, code in _BEGINNINGS if text.startswith(beginning)), "")


def _with_nuls(text: bytes) -> str:
    if not text.strip(b"\0 \t\r\n"):
        return "only-nuls"
    if code := _by_beginning(text):
        return code
    head = text[:_SMALL]
    even, odd = (head[start::2].count(0) > len(head) // 3 for start in (0, 1))
    return "utf-16" if even != odd else "some-nuls"
