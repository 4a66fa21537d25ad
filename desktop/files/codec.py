"""Workbook to bytes and back. The same content always gives the same bytes.

Opening takes the short way first: validate, and compare the revision with the hash of the content's bytes. Equal, they are
the bytes that this app wrote, so nothing was doubled, lost or reinterpreted. Everything else (edited by hand, older, newer,
damaged) goes the careful way.
"""

import gc
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import PydanticSerializationError, to_json

from desktop import __version__
from desktop.files.careful import Unknown, put_back, read_carefully
from desktop.files.order import in_order
from desktop.files.problem import Problem, Refused
from desktop.files.reading import LIMIT, MIB
from desktop.files.schema import CURRENT, MIN_READER, Document, Envelope
from desktop.workbook import Workbook

_CONTENT = b'\n "content": '
_CLOSING = b"\n}"
_NO_REVISION = "0" * 16


class _Anything(BaseModel):
    """Parses a JSON text to its end without building a value from it."""

    model_config = ConfigDict(extra="ignore")


@dataclass(frozen=True)
class Decoded:
    """What a file holds.

    ``unknown``: fields of a newer minor version, kept for saving. ``read_only``: a newer major version that lets us look.
    ``altered``: changed outside the app since its last save. ``migrated``: carried up from an older version.
    """

    workbook: Workbook
    envelope: Envelope
    unknown: Unknown = ()
    read_only: bool = False
    altered: bool = False
    migrated: bool = False


def decode(data: bytes) -> Decoded:
    """The content of a project file; raises Refused with the reason and, for damage, up to 20 places."""
    with _collector_paused():
        return _as_written_here(data) or _carefully(data)


def encode(workbook: Workbook, origin: Decoded | None, project: str) -> tuple[bytes, Decoded]:
    """The file's bytes, and what ``decode`` makes of them; ``project`` is the id for a workbook that has no ``origin``.

    A workbook that is still its origin keeps revision and parent, any other gets the next revision.
    Raises Refused where the bytes could not be opened again.
    """
    before, unknown = (origin.envelope, origin.unknown) if origin else (None, ())
    ordered = in_order(workbook, origin.workbook if origin else None)
    if origin and before and workbook == origin.workbook and not (origin.altered or origin.migrated):
        return _checked(_with_unknown(_dumped(before, ordered), unknown), b"\n"), Decoded(ordered, before, unknown)
    draft = Envelope(
        schema=_schema(before),
        min_reader=before.min_reader if before else MIN_READER,
        written_by=__version__,
        project=before.project if before else project,
        revision=_NO_REVISION,
        parent=before.revision if before else None,
    )
    dumped = _with_unknown(_dumped(draft, ordered), unknown)
    envelope = draft.model_copy(update={"revision": _revision(draft.parent, dumped)})
    content = memoryview(dumped)[dumped.index(_CONTENT) :]
    data = _checked(_head(dumped).replace(_NO_REVISION.encode(), envelope.revision.encode()), content, b"\n")
    return data, Decoded(ordered, envelope, unknown)


def _schema(before: Envelope | None) -> Any:
    """A file of a newer minor version keeps it, for its unknown fields are kept as well."""
    return before.version if before and before.version.order > CURRENT.order else CURRENT


def _checked(*pieces: bytes | memoryview) -> bytes:
    """The whole file, parsed back before anything touches the disk."""
    data = b"".join(pieces)
    if len(data) > LIMIT:
        raise Refused(Problem("too-large-to-save", "", {"limit": f"{LIMIT // MIB} MB"}))
    _Anything.__pydantic_validator__.validate_json(data)
    return data


def _with_unknown(dumped: bytes, unknown: Unknown) -> bytes:
    return to_json(put_back(dumped, unknown), indent=1) if unknown else dumped


def _head(dumped: bytes) -> bytes:
    return dumped[: dumped.index(_CONTENT)]


def _dumped(envelope: Envelope, workbook: Workbook) -> bytes:
    document = Document.model_construct(**_fields(envelope), content=workbook)
    try:
        return document.__pydantic_serializer__.to_json(document, indent=1, by_alias=True)
    except PydanticSerializationError as error:
        raise Refused(Problem("text-not-writable", _unwritable(document))) from error


def _fields(envelope: Envelope) -> dict[str, Any]:
    return {name: getattr(envelope, name) for name in Envelope.model_fields}


def _as_written_here(data: bytes) -> Decoded | None:
    """The content where the file is what this app wrote, byte for byte; None where it has to be read with care.

    The envelope is written again and compared; the content is vouched for by its revision, which is its hash. So doubled
    names, foreign spacing and edits by hand are all seen without writing the whole content again.
    """
    try:
        document = Document.__pydantic_validator__.validate_json(data)
    except ValidationError:
        return None
    envelope = Envelope.model_construct(**_fields(document))
    if document.version != CURRENT or not _is_framed(envelope, data):
        return None
    sound = _revision(envelope.parent, data, _CLOSING + b"\n") == envelope.revision
    return Decoded(document.content, envelope) if sound else None


def _is_framed(envelope: Envelope, data: bytes) -> bool:
    """Whether ``data`` begins with exactly this envelope and ends as a written file does."""
    head = to_json(envelope.model_dump(mode="json", by_alias=True), indent=1).removesuffix(_CLOSING)
    return data.startswith(head + b"," + _CONTENT) and data.endswith(_CLOSING + b"\n")


def _carefully(data: bytes) -> Decoded:
    read = read_carefully(data)
    content = in_order(read.document.content)
    envelope = Envelope.model_construct(**_fields(read.document))
    altered = not (read.migrated or read.unknown) and (
        _revision(envelope.parent, _dumped(envelope, content)) != envelope.revision
    )
    return Decoded(content, envelope, read.unknown, read.read_only, altered, read.migrated)


def _revision(parent: str | None, data: bytes, closing: bytes = _CLOSING) -> str:
    """The first 16 hex digits of SHA-256 over the parent revision and the bytes of the content."""
    seen = hashlib.sha256((parent or "").encode())
    seen.update(memoryview(data)[data.index(_CONTENT) + len(_CONTENT) : -len(closing)])
    return seen.hexdigest()[:16]


def _unwritable(part: Any, place: tuple[str, ...] = ()) -> str:
    """Where the first text stands that UTF-8 cannot hold (half of a character, as some programs paste it)."""
    if isinstance(part, str):
        try:
            part.encode()
        except UnicodeEncodeError:
            return "/".join(place)
        return ""
    return next((found for name, value in _inside(part) if (found := _unwritable(value, (*place, name)))), "")


def _inside(part: Any) -> Iterable[tuple[str, Any]]:
    if isinstance(part, BaseModel):
        return [(name, getattr(part, name)) for name in type(part).model_fields]
    if isinstance(part, dict):
        return part.items()
    return [(str(number), item) for number, item in enumerate(part)] if isinstance(part, tuple) else []


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Reading makes some 100,000 objects and no cycles; looking for cycles meanwhile costs a third of the time.

    Freeze and unfreeze move them to the oldest generation unseen, else they would all be looked at right afterwards.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
