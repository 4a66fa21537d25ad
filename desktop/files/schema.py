"""The file's outer layer: which format and version it is, whose project, and which revision follows which."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from desktop.files.problem import Problem, Refused
from desktop.workbook import Workbook

FORMAT: Literal["readiness-workbook"] = "readiness-workbook"
Revision = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
ProjectId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]


class _Outer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)


class Schema(_Outer):
    """A version of the file format. A newer minor only adds; a newer major may mean something else."""

    major: Annotated[int, Field(ge=1, le=9999)]
    minor: Annotated[int, Field(ge=0, le=9999)]

    @property
    def order(self) -> tuple[int, int]:
        """For comparing: the older version is the smaller."""
        return self.major, self.minor


# 1.1 added ``methods``; 1.2 the twelve weeks, steering, governance and sealed decisions; 1.3 texts that a run keeps
CURRENT = Schema(major=1, minor=3)
MIN_READER = Schema(major=1, minor=0)


class Envelope(_Outer):
    """What stands around the content, in the order of the file."""

    format: Literal["readiness-workbook"] = FORMAT
    version: Schema = Field(default=CURRENT, alias="schema")
    min_reader: Schema = MIN_READER
    written_by: Annotated[str, StringConstraints(max_length=80)]
    project: ProjectId
    revision: Revision
    parent: Revision | None = None


class Document(Envelope):
    """A whole project file."""

    content: Workbook


@dataclass(frozen=True)
class Step:
    """One migration: a pure function from a document of version ``before`` to one of version ``after``."""

    before: tuple[int, int]
    after: tuple[int, int]
    change: Callable[[dict[str, Any]], dict[str, Any]]


MIGRATIONS: Mapping[tuple[int, int], Step] = {}


def migrated(
    document: dict[str, Any],
    version: tuple[int, int],
    steps: Mapping[tuple[int, int], Step] = MIGRATIONS,
    current: tuple[int, int] = CURRENT.order,
) -> dict[str, Any]:
    """The document carried to the present version, one step after the other; ``document`` itself stays as it is.

    Raises Refused ``too-old`` where a step is missing; a minor version without a step only lacks fields with defaults.
    """
    while version < current:
        step = steps.get(version)
        if step is None:
            if version[0] != current[0]:
                raise Refused(Problem("too-old"))
            version = (version[0], version[1] + 1)
            continue
        document, version = step.change(document), step.after
    return {**document, "schema": {"major": version[0], "minor": version[1]}}
