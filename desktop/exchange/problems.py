"""What can be wrong with a file that comes from elsewhere. A problem is a value; ``sentence`` makes it readable."""

from dataclasses import dataclass

from desktop.text import say

SHOWN = 60  # characters of a cell that a sentence quotes


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """One place of a source that needs a look.

    ``row`` is the row as a spreadsheet shows it (header included), None where the whole file is meant. ``value`` is the
    cell as it stands in the source. ``values`` fill the places of the sentence for ``code``.
    """

    code: str
    row: int | None = None
    column: str = ""
    value: str = ""
    values: tuple[tuple[str, str], ...] = ()


class SourceRefusedError(Exception):
    """A source cannot be read safely, or at all. ``problem`` says why; nothing has been imported."""

    def __init__(self, code: str, **values: object) -> None:
        self.problem = ImportProblem(code, values=tuple((name, str(value)) for name, value in values.items()))
        super().__init__(code)

    def __str__(self) -> str:
        return sentence(self.problem)


def sentence(problem: ImportProblem) -> str:
    """The problem in words, without its place."""
    quoted = problem.value if len(problem.value) <= SHOWN else problem.value[: SHOWN - 1] + "…"
    return say(f"exchange.problem.{problem.code}", value=" ".join(quoted.split()), **dict(problem.values))


def described(problem: ImportProblem) -> dict[str, object]:
    """The problem for a machine to read: row, column, value and why, as the command line prints it."""
    return {"row": problem.row, "column": problem.column, "value": problem.value, "why": sentence(problem)}
