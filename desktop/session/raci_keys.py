"""What typing a letter into a cell of the RACI matrix makes of it."""

from desktop.workbook.raci import Mark

LETTERS = ("R", "A", "C", "I")
MARKS: tuple[Mark, ...] = ("R", "A", "AR", "C", "I")


def typed(present: str | None, letter: str) -> Mark:
    """The mark after ``letter``: A on R and R on A make both; on both, a letter leaves only itself. Others replace.

    Raises KeyError for what is no letter of the matrix.
    """
    letter = letter.upper()
    if {present, letter} == {"A", "R"}:
        return "AR"
    return _SINGLE[letter]


_SINGLE: dict[str, Mark] = {"R": "R", "A": "A", "C": "C", "I": "I"}


def read_mark(text: str) -> Mark | None:
    """The mark that a pasted cell means (``a``, ``A/R``, ``RA``); None for an empty cell, KeyError for anything else."""
    letters = frozenset(text.upper()) - frozenset(" /,+&")
    return _PASTED[letters] if letters else None


_PASTED: dict[frozenset[str], Mark] = {
    frozenset("R"): "R",
    frozenset("A"): "A",
    frozenset("AR"): "AR",
    frozenset("C"): "C",
    frozenset("I"): "I",
}
