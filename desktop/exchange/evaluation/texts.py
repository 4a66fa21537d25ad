"""Texts of examples, taken up only where a person asked to keep them, and cut to what the document keeps at once.

Without that wish no reader makes a ``Said``: a text is compared, hashed and gone with its row.
"""

import json
from dataclasses import dataclass, field
from typing import Any

from desktop.workbook.kept_texts import LONGEST, MOST_EXAMPLES, Keep, KeptExample, KeptTexts, Passage

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Said:
    """The texts of one example, cut; None where the file has none."""

    name: str = ""
    input: Passage | None = None
    expected: Passage | None = None
    given: Passage | None = None
    reason: Passage | None = None


def passage(value: Any) -> Passage | None:
    """A value as the text to keep; None where there is no value. Its line breaks stay."""
    if value is None:
        return None
    text = value if isinstance(value, str) else _written(value)
    return Passage(text=savable(text[:LONGEST]), length=len(text))


def savable(text: str) -> str:
    """The text without halves of characters, which JSON may hold and no file in UTF-8 can; as many characters as before."""
    return text.encode("utf-8", "replace").decode()


def name_of(value: str) -> str:
    """What tells the example from others, on one line."""
    return savable(" ".join(value.split())[:LONGEST_NAME])


def messages(value: Any) -> Any:
    """A conversation as one text, each turn after who spoke; one turn alone as it is. What is none stays as it is."""
    if not isinstance(value, list) or not value or not all(isinstance(turn, dict) for turn in value):
        return value
    turns = [(turn.get("role"), content(turn.get("content"))) for turn in value]
    if len(turns) == 1:
        return turns[0][1]
    return "\n\n".join(f"{role}: {_text(said)}" if isinstance(role, str) else _text(said) for role, said in turns)


def content(value: Any) -> Any:
    """What was said in one turn: a text, or the texts of its parts; pictures and sound are named by their kind."""
    if not isinstance(value, list):
        return value
    return "\n".join(_part(part) for part in value)


def _part(part: Any) -> str:
    if not isinstance(part, dict):
        return _text(part)
    text = part.get("text", part.get("reasoning"))
    return text if isinstance(text, str) else f"[{_text(part.get('type'))}]"


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else _written(value)


def _written(value: Any) -> str:
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, indent=1)
    return str(value)


@dataclass
class Shelf:
    """Takes up examples while they are counted: the first of the wrong ones, and of the others as many as still fit."""

    keep: Keep
    found: int = 0
    wrong: list[KeptExample] = field(default_factory=list)
    others: list[KeptExample] = field(default_factory=list)

    def take(self, said: Said | None, row: int, kind: str, *, right: bool) -> None:
        """Look at one example that was scored; ``kind`` is its kind of case."""
        if not self.keep.wants(right=right):
            return
        self.found += 1
        held = self.others if right else self.wrong
        if said is None or len(held) >= MOST_EXAMPLES:
            return
        held.append(
            KeptExample(
                name=said.name,
                row=row,
                slice=name_of(kind),
                right=right,
                input=said.input,
                expected=said.expected,
                given=said.given,
                reason=said.reason,
            )
        )

    def kept(self) -> KeptTexts | None:
        """What there is to keep, in the order of the file; None where nothing was asked for."""
        if self.keep is Keep.NONE:
            return None
        room = MOST_EXAMPLES - len(self.wrong)
        chosen = (one for one in (*self.wrong, *self.others[:room]) if one.passages)
        return KeptTexts(which=self.keep, found=self.found, examples=tuple(sorted(chosen, key=lambda one: one.row)))
