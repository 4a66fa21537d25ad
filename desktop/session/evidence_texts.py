"""Texts that a run keeps, as the page shows them: what was kept, and each example to read."""

from dataclasses import dataclass

from desktop.text import count, say
from desktop.workbook.kept_texts import LONGEST, MOST_CHARACTERS, MOST_EXAMPLES, KeptExample, KeptTexts, Passage
from desktop.workbook.sprint import Run

_SHOWN = 160  # characters of a text in the table
PARTS = ("input", "expected", "given", "reason")


@dataclass(frozen=True)
class Part:
    """One text of an example, whole: its label, what it says, and whether it was shortened or is empty."""

    label: str
    text: str
    note: str


@dataclass(frozen=True)
class TextLine:
    """One example: a row of the table, as texts of one line, and its ``parts`` to read below."""

    name: str
    slice: str
    expected: str
    given: str
    input: str
    right: bool
    word: str
    parts: tuple[Part, ...]

    def holds(self, wanted: str) -> bool:
        """Whether the words that were typed stand in it, in any case."""
        folded = wanted.casefold()
        return any(folded in text.casefold() for text in (self.name, self.slice, *(part.text for part in self.parts)))


@dataclass(frozen=True)
class TextsView:
    """What a run keeps. ``title`` is the answer, ``lead`` says how many of how many; both kinds of verdict may be there."""

    run_id: str
    title: str
    lead: str
    lines: tuple[TextLine, ...]
    wrong: int

    @property
    def mixed(self) -> bool:
        """There are right ones beside the wrong ones."""
        return 0 < self.wrong < len(self.lines)


def texts_view(run_id: str, run: Run) -> TextsView | None:
    """The texts of a run; None where it keeps none."""
    kept = run.kept
    if kept is None:
        return None
    wrong = sum(not example.right for example in kept.examples)
    lead = f"{kept_words(kept, kept)} {say('evidence.texts.where')}"
    return TextsView(run_id, _title(kept, wrong), lead, tuple(_line(example) for example in kept.examples), wrong)


def kept_words(found: KeptTexts, kept: KeptTexts | None) -> str:
    """How many examples are kept of how many that were ``found``, and why not all of them, in sentences."""
    held = kept.examples if kept else ()
    if not found.found:
        return say("evidence.texts.no-wrong")
    if not found.examples:
        return say("evidence.texts.nothing")
    said = [count(f"evidence.texts.kept.{found.which.value}", found.found, kept=f"{len(held):,}")]
    if len(held) < len(found.examples):
        said.append(say("evidence.texts.full", characters=f"{MOST_CHARACTERS:,}"))
    elif len(held) < found.found:
        said.append(_fewer(found))
    cut = sum(passage.shortened for example in held for passage in example.passages)
    if cut:
        said.append(count("evidence.texts.shortened", cut, longest=f"{LONGEST:,}"))
    return " ".join(said)


def bound_words() -> str:
    """How much is kept at the most, and where it never goes."""
    return say("evidence.texts.bounds", most=f"{MOST_EXAMPLES:,}", longest=f"{LONGEST:,}")


def _fewer(found: KeptTexts) -> str:
    if len(found.examples) >= MOST_EXAMPLES:
        return say("evidence.texts.most", most=f"{MOST_EXAMPLES:,}")
    return say("evidence.texts.others")


def _title(kept: KeptTexts, wrong: int) -> str:
    total = len(kept.examples)
    if wrong == total:
        return count("evidence.texts.title.wrong", wrong)
    return count("evidence.texts.title.all", total, wrong=f"{wrong:,}")


def _line(example: KeptExample) -> TextLine:
    return TextLine(
        example.name or say("evidence.texts.row", row=f"{example.row:,}"),
        example.slice,
        _flat(example.expected),
        _flat(example.given),
        _flat(example.input),
        example.right,
        say("evidence.texts.right" if example.right else "evidence.texts.wrong"),
        tuple(_part(name, passage) for name in PARTS if (passage := getattr(example, name)) is not None),
    )


def _part(name: str, passage: Passage) -> Part:
    note = ""
    if passage.shortened:
        note = say("evidence.texts.cut", shown=f"{len(passage.text):,}", length=f"{passage.length:,}")
    elif not passage.text.strip():
        note = say("evidence.texts.empty")
    return Part(say(f"evidence.texts.{name}"), passage.text, note)


def _flat(passage: Passage | None) -> str:
    """The beginning of a text on one line; a dash where the file has none."""
    if passage is None:
        return "–"
    flat = " ".join(passage.text[: 2 * _SHOWN].split())
    return flat if len(flat) <= _SHOWN and len(passage.text) <= 2 * _SHOWN else f"{flat[: _SHOWN - 1]}…"
