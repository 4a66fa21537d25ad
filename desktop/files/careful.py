"""Reading a file that is not, byte for byte, what this version would write: by hand edited, older, newer or damaged."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, from_json, to_json

from desktop.files import schema, strict_json
from desktop.files.problem import Problem, Refused
from desktop.files.schema import CURRENT, FORMAT, Document

Place = tuple[str | int, ...]
Unknown = tuple[tuple[Place, Any], ...]
MOST_DETAILS = 20
_CODES = {"missing": "field-missing", "extra_forbidden": "field-unknown"}


@dataclass(frozen=True)
class Read:
    """A validated document and what is special about its file."""

    document: Document
    unknown: Unknown = ()
    read_only: bool = False
    migrated: bool = False


def read_carefully(data: bytes) -> Read:
    """The document in ``data`` under all rules; raises Refused: not JSON, foreign, newer, too old or damaged."""
    value = strict_json.parse(data)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise Refused(Problem("foreign"))
    version, min_reader = _version(value, "schema"), _version(value, "min_reader")
    if version > CURRENT.order:
        return _newer(value, version, min_reader)
    if version < CURRENT.order:
        return Read(_validated(schema.migrated(value, version)), migrated=True)
    return Read(_validated(value))


def put_back(data: bytes, unknown: Unknown) -> Any:
    """The document in ``data`` with the unknown fields at their places, as far as what held them still exists."""
    document = from_json(data)
    for place, value in unknown:
        holder = _at(document, place[:-1])
        if isinstance(holder, dict):
            holder.setdefault(place[-1], value)
    return document


def place_name(place: Place) -> str:
    """A place as people read it. Keys that are no ids or field names could be somebody's text, and are not repeated."""
    return "/".join(str(step) if strict_json.is_plain(str(step)) else "…" for step in place)


def _newer(value: dict[str, Any], version: tuple[int, int], min_reader: tuple[int, int]) -> Read:
    """A newer minor version is opened with its additions kept; a newer major one is looked at, if it lets us."""
    if min_reader > CURRENT.order:
        raise _too_new(value)
    unknown: list[tuple[Place, Any]] = []
    try:
        document = _validated_but(value, unknown)
    except Refused as refused:
        raise _too_new(value) from refused
    return Read(document, tuple(unknown), read_only=version[0] > CURRENT.major)


def _too_new(value: dict[str, Any]) -> Refused:
    said = value.get("written_by")
    return Refused(Problem("newer", "", {"written_by": said if _is_version(said) else "?"}))


def _is_version(said: object) -> bool:
    return isinstance(said, str) and len(said) <= 20 and strict_json.is_plain(said)


def _version(value: Mapping[str, Any], name: str) -> tuple[int, int]:
    try:
        said = schema.Schema.model_validate(value.get(name))
    except ValidationError as error:
        raise Refused(Problem("damaged", name), (Problem("field-wrong", name),)) from error
    return said.order


def _validated_but(value: dict[str, Any], unknown: list[tuple[Place, Any]]) -> Document:
    """Validate without the fields that this version does not know, which are put into ``unknown``."""
    try:
        return Document.model_validate_json(to_json(value))
    except ValidationError as error:
        strangers = [details["loc"] for details in _errors(error) if details["type"] == "extra_forbidden"]
    for place in strangers:
        holder = _at(value, place[:-1])
        unknown.append((place, holder.pop(place[-1])))
    return _validated(value)


def _validated(value: dict[str, Any]) -> Document:
    try:
        return Document.model_validate_json(to_json(value))
    except ValidationError as error:
        found = [
            Problem(_CODES.get(details["type"], "field-wrong"), place_name(details["loc"]))
            for details in _errors(error)[:MOST_DETAILS]
        ]
        raise Refused(Problem("damaged", found[0].where), tuple(found)) from None


def _errors(error: ValidationError) -> list[ErrorDetails]:
    return error.errors(include_url=False, include_context=False, include_input=False)


def _at(document: Any, place: Place) -> Any:
    for step in place:
        try:
            document = document[step]
        except (KeyError, IndexError, TypeError):
            return None
    return document
