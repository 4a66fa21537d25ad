"""The evidence of an answer as one cell, and back, without losing an item or its kind.

Items stand one after the other with " | " between them; a bar inside an item is doubled. An item that begins with http://
or https:// is a link, one that begins with "file:", "row:", "link:" or "note:" is what that word says, anything else a note.
"""

from typing import Literal

from desktop.workbook import Evidence

Kind = Literal["note", "link", "file", "source-row"]
SEPARATOR = " | "
_WORDS: tuple[tuple[str, Kind], ...] = (("file:", "file"), ("row:", "source-row"), ("link:", "link"), ("note:", "note"))
_WORD = {kind: word for word, kind in _WORDS}


def evidence_cell(items: tuple[Evidence, ...]) -> str:
    """All items as the text of one cell."""
    return SEPARATOR.join(_written(item).replace("|", "||") for item in items)


def evidence_of(cell: str) -> tuple[Evidence, ...]:
    """The items of a cell. An item of nothing but blanks, as a bar too many leaves it, is none."""
    items = (item.replace("||", "|") for item in cell.split(SEPARATOR))
    return tuple(_read(item) for item in items if item.strip())


def _written(item: Evidence) -> str:
    plain = item.text
    return plain if plain.strip() and _read(plain) == item else f"{_WORD[item.kind]} {plain}"


def _read(item: str) -> Evidence:
    lowered = item.lower()
    if lowered.startswith(("http://", "https://")):
        return Evidence(kind="link", text=item)
    for word, kind in _WORDS:
        if lowered.startswith(word):
            return Evidence(kind=kind, text=item[len(word) :].removeprefix(" "))
    return Evidence(kind="note", text=item)
