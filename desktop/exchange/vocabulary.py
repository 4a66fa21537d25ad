"""The words of other people's inventories, from ``resources/inventory/*.yaml``, and how two spellings are compared."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop.resources import resource

_SPLIT_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NO_WORD = re.compile(r"[\W_]+")
_ORDINAL = re.compile(r"^(?:\d+[a-z]? )+(?=[^\W\d])")
_ACCENTS = re.compile("[\u0300-\u036f]+")  # of Latin, Greek and Cyrillic letters; in other scripts a mark is a letter


@dataclass(frozen=True)
class Target:
    """A fact about a system that a column can hold, and the words by which its header is known."""

    id: str
    kind: str
    headers: frozenset[str]
    phrases: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True)
class EvidenceRule:
    """One way a cell can answer: what it begins with or holds, what must stand in it besides, and the level it is worth."""

    level: int
    why: str
    begins: tuple[str, ...]
    holds: tuple[str, ...]
    besides: tuple[str, ...]

    def fits(self, folded: str) -> bool:
        """Whether this is how the (folded) cell answers."""
        said = any(begins(folded, phrase) for phrase in self.begins) or any(holds(folded, each) for each in self.holds)
        return said and (not self.besides or any(holds(folded, phrase) for phrase in self.besides))


@dataclass(frozen=True)
class Topic:
    """A readiness question that inventories answer, with its rules from the most to the least specific."""

    question: str
    rules: tuple[EvidenceRule, ...]
    inverted: tuple[str, ...]


def fold(text: str) -> str:
    """Lower case without accents, punctuation or numbering in front: how headers and short values are compared.

    Letters of every script stay; what consists of signs alone folds to nothing.
    """
    return _ORDINAL.sub("", _plain_words(text))


def likeness(text: str) -> str:
    """What two names must have in common to be one: as ``fold``, but numbers in front and mere signs tell them apart."""
    return _plain_words(text) or " ".join(text.split())


def _plain_words(text: str) -> str:
    if text.isascii():
        return _NO_WORD.sub(" ", _SPLIT_CASE.sub(" ", text).lower()).strip()
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.replace("ß", "ss")))
    return _word_breaks().sub(" ", _SPLIT_CASE.sub(" ", plain).lower()).strip()


@cache
def _word_breaks() -> re.Pattern[str]:
    """What stands between words of any script; the marks by which some scripts write their vowels belong to words."""
    marks = "".join(char for char in map(chr, range(0x0370, 0x10000)) if unicodedata.category(char).startswith("M"))
    return re.compile(rf"(?:[^\w{marks}]|_)+")


def begins(folded: str, phrase: str) -> bool:
    """Whether the text is the phrase or goes on after it with another word."""
    return folded == phrase or folded.startswith(phrase + " ")


def holds(folded: str, phrase: str) -> bool:
    """Whether the phrase stands somewhere in the text as whole words."""
    return f" {phrase} " in f" {folded} "


@cache
def targets() -> tuple[Target, ...]:
    """Everything that can be mapped, in the order of preference."""
    return tuple(_target(name, entry) for name, entry in _data("fields").items())


@cache
def choices(kind: str) -> Mapping[str, str]:
    """Folded phrase → value, for ``stage`` or ``impact``; longer phrases first."""
    pairs = [(phrase, value) for value, phrases in _data("values")[kind].items() for phrase in phrases]
    return dict(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def words(name: str) -> tuple[str, ...]:
    """One of the plain lists of ``values.yaml``, for example ``nothing`` or ``months``."""
    return tuple(str(word) for word in _data("values")[name])


@cache
def topics() -> Mapping[str, Topic]:
    """The readiness questions that a column can answer, by target id."""
    return {name: _topic(entry) for name, entry in _data("evidence").items()}


def _target(name: str, entry: Mapping[str, Any]) -> Target:
    return Target(
        name, entry["kind"], frozenset(entry["headers"]), tuple(entry["phrases"]), tuple(entry.get("against", ()))
    )


def _topic(entry: Mapping[str, Any]) -> Topic:
    rules = tuple(
        EvidenceRule(rule["level"], rule["why"], *(tuple(rule.get(part, ())) for part in ("begins", "holds", "with")))
        for rule in entry["rules"]
    )
    return Topic(entry["question"], rules, tuple(entry.get("inverted", ())))


@cache
def _data(name: str) -> dict[str, Any]:
    import yaml

    loaded: dict[str, Any] = yaml.safe_load(resource("inventory", f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded
