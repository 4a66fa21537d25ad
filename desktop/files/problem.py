"""What went wrong with a file, as a value. Only ``sentence`` turns it into words."""

import errno
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_NOTHING: Mapping[str, object] = MappingProxyType({})

_CODES = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EROFS: "read-only-folder",
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.ENAMETOOLONG: "name-too-long",
    errno.ELOOP: "link-loop",
    errno.EISDIR: "not-a-file",
    errno.ENXIO: "not-a-file",
    errno.EMFILE: "too-many-open",
    errno.ENFILE: "too-many-open",
}
_OF_WRITING = {"no-permission": "may-not-write", "missing": "no-folder"}  # what a code means where a file is made


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    ``code`` names the sentence ``files.<code>``; ``where`` is a place in the file or the file's name, never its content;
    ``values`` are what the sentence needs.
    """

    code: str
    where: str = ""
    values: Mapping[str, object] = field(default_factory=lambda: _NOTHING)


class Refused(Exception):  # noqa: N818 - it is an answer, not an accident
    """The file was not read, or not written; nothing of what stood on disk before was changed.

    ``problem`` is the reason, ``details`` are further places (at most 20).
    """

    def __init__(self, problem: Problem, details: tuple[Problem, ...] = ()) -> None:
        super().__init__(problem.code)
        self.problem = problem
        self.details = details


def from_os_error(error: OSError, where: str, otherwise: str) -> Problem:
    """The problem that an error of the operating system stands for; ``otherwise`` for one that has no sentence."""
    return Problem(_CODES.get(error.errno or 0, otherwise), where)


def writing_problem(error: OSError, where: str) -> Problem:
    """The problem that kept a file from being written."""
    problem = from_os_error(error, where, "not-written")
    return Problem(_OF_WRITING.get(problem.code, problem.code), where)


def sentence(problem: Problem) -> str:
    """The sentence for a problem, from the catalogue; raises ``MissingTextError`` where the catalogue lacks it."""
    from desktop.text import say

    return say(f"files.{problem.code}", **{"where": problem.where, **problem.values})
