"""Cells into the document's own values: stage, impact, people, names. What is not understood stays a problem."""

import re

from desktop.exchange.vocabulary import begins, choices, fold, holds, words

LONGEST_CHOICE = 150  # characters; a longer cell explains something and does not name a stage
_NEGATED = ("not ", "no longer ", "nicht ")
_INITIALS_DOT = re.compile(r"^[A-Z]\.$")
_EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")


def says_nothing(text: str) -> bool:
    """Blank, a dash, "TBD" or the like: no answer, and no problem either."""
    folded = fold(text)
    return not folded or folded in words("nothing") or folded in words("not_applicable")


def not_applicable(text: str) -> bool:
    """The cell begins by saying that the question does not arise; a "however" after it takes that back."""
    folded = fold(text)
    return any(begins(folded, phrase) for phrase in words("not_applicable")) and not holds(folded, "however")


def read_choice(kind: str, text: str) -> str | None:
    """The value of ``kind`` ("stage" or "impact") that a cell names, or None.

    The cell is a known phrase, begins with one, or names exactly one of the values anywhere. "Not deployed" names none.
    """
    if len(text) > LONGEST_CHOICE:
        return None
    folded = fold(text)
    known = choices(kind)
    if folded in known:
        return known[folded]
    if not folded or folded.startswith(_NEGATED):
        return None
    if folded.startswith("no "):  # "No, too new to assess" answers another question than which harm
        return None
    leading = next((value for phrase, value in known.items() if begins(folded, phrase)), None)
    if leading is not None:
        return leading
    named = {value for phrase, value in known.items() if holds(folded, phrase)}
    return named.pop() if len(named) == 1 and not holds(folded, "not") else None


def one_line(text: str) -> str:
    """The text with line breaks and runs of spaces as one space."""
    return " ".join(text.split())


def person_name(text: str) -> str:
    """The name of one person in a cell, or "" where it names nobody, several people, a team, a duty or a vendor."""
    text = one_line(text.partition("<")[0] or text).strip(" ,;")
    if _EMAIL.match(text):
        return ""
    if text.count(",") == 1 and "(" not in text:
        family, given = (part.strip() for part in text.split(","))
        text = f"{given} {family}" if 0 < len(given.split()) <= 2 and len(family.split()) <= 2 else text
    parts = [
        part
        for part in text.split()
        if part.lower() not in ("dr.", "dr", "prof.", "mr.", "ms.", "mrs.", "herr", "frau")
    ]
    if not 2 <= len(parts) <= 4 or any(fold(part.lower()) in words("not_a_person") for part in parts):
        return ""
    return " ".join(parts) if all(_part_of_name(part) for part in parts) else ""


def _part_of_name(part: str) -> bool:
    small = part in words("particles")
    letters = part.replace("-", "").replace("'", "").replace("’", "").replace(".", "")
    shouted = len(letters) > 1 and letters.isupper()
    return small or bool(_INITIALS_DOT.match(part)) or (letters.isalpha() and part[0].isupper() and not shouted)
