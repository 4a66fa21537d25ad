"""One sample of an Inspect AI log into an example, whichever of the two log formats it stands in.

The shape follows Inspect AI's log schema, version 2: ``scores`` by scorer, a value of "C", "I", "P", "N", a truth value or a
number; times in seconds.
"""

import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from desktop.exchange.evaluation.batch import Example, ResultsRefusedError, finite, key_of, not_negative, text_of
from desktop.exchange.evaluation.texts import Said, content, messages, name_of, passage
from desktop.workbook.kept_texts import Keep

_LETTERS = {
    "C": 1.0, "CORRECT": 1.0, "YES": 1.0, "TRUE": 1.0, "I": 0.0, "INCORRECT": 0.0, "NO": 0.0, "FALSE": 0.0,
    "P": 0.5, "PARTIAL": 0.5, "N": 0.0, "NOANSWER": 0.0,
}  # fmt: skip
_COMPARED = frozenset({"match", "exact"})  # scorers that compare two texts, as can be done here
_SLICES = ("slice", "category", "segment", "subset", "topic", "type", "group")
_MOST_WAITING = 5_000
_CONFIDENCES = ("confidence", "probability", "answer_confidence")


class Scorer(NamedTuple):
    """A score as the log's results name it, and the scorer that gives it; one that gives several has a name for each."""

    name: str
    scorer: str


def scorers_of(header: Mapping[str, Any]) -> tuple[Scorer, ...]:
    """The scores that the log's results name, each once: one scorer stands there again for each way of averaging."""
    entries = _list(_dict(header.get("results")).get("scores"))
    named = [entry for entry in entries if isinstance(entry, dict) and isinstance(entry.get("name"), str)]
    return tuple(dict.fromkeys(Scorer(entry["name"], text_of(entry.get("scorer"))) for entry in named))


def scorer_of(header: Mapping[str, Any], samples: Iterable[Mapping[str, Any]]) -> Scorer | None:
    """The score that counts: the first that the log's results name, else the first that a sample has."""
    named = scorers_of(header)
    if named:
        return named[0]
    return next((Scorer(str(name), str(name)) for sample in samples for name in _dict(sample.get("scores"))), None)


def comparable(header: Mapping[str, Any]) -> bool:
    """Whether answers can be compared with targets here, because the log's scorer does nothing else."""
    scorers = [
        entry.get("name") for entry in _list(_dict(header.get("eval")).get("scorers")) if isinstance(entry, dict)
    ]
    return bool(scorers) and text_of(scorers[0]).rpartition("/")[2] in _COMPARED


@dataclass(frozen=True)
class SampleReader:
    """Reads samples by the verdict of ``scorer``. With ``compare`` one without a score is scored by answer and target."""

    scorer: Scorer | None
    keep: Keep
    compare: bool = field(kw_only=True)

    def example(self, sample: Any, row: int) -> Example:
        """The example in ``sample``; raises ResultsRefusedError where it is none."""
        if not isinstance(sample, dict):
            raise ResultsRefusedError("inspect-damaged")
        right, notice = _verdict(sample, self.scorer, compare=self.compare)
        said = None if right is None or not self.keep.wants(right=right) else _said(sample, self.scorer)
        return replace(_unjudged(sample, row), right=right, notice=notice, said=said)


def _unjudged(sample: Mapping[str, Any], row: int) -> Example:
    """What a sample says of itself."""
    metadata, seconds = _dict(sample.get("metadata")), not_negative(sample.get("total_time"))
    confidence = next((found for name in _CONFIDENCES if (found := finite(metadata.get(name))) is not None), None)
    target = sample.get("target")
    return Example(
        right=None,
        key=key_of(text_of(sample.get("id"))) if sample.get("id") is not None else b"",
        slice=next((text_of(metadata[name]) for name in _SLICES if isinstance(metadata.get(name), str)), ""),
        confidence=confidence if confidence is not None and 0 <= confidence <= 1 else None,
        latency=None if seconds is None else seconds * 1000,
        label=text_of(target) if isinstance(target, str) else "",
        row=row,
    )


def _said(sample: Mapping[str, Any], scorer: Scorer | None) -> Said:
    target, score = sample.get("target"), (_score(sample, scorer) if scorer else None) or {}
    expected = " / ".join(map(text_of, target)) if isinstance(target, list) else target
    given, reason = passage(content(_answer(sample))), passage(score.get("explanation"))
    return Said(
        name_of(text_of(sample.get("id"))),
        passage(messages(sample.get("input"))),
        passage(expected),
        given,
        None if reason == given else reason,  # a scorer that only compares gives the answer as its reason
    )


def epochs_joined(examples: Iterator[Example]) -> Iterator[Example]:
    """A sample that was run several times is one example: right where more than half of its runs were.

    Its texts are those of the first run that has the verdict of the whole; they wait for some thousand samples at most.
    """
    first: dict[bytes, Example] = {}
    seen: dict[bytes, list[bool]] = {}
    texts: dict[tuple[bytes, bool], Said] = {}
    off_scale: set[bytes] = set()
    for example in examples:
        if not example.key:
            yield example
            continue
        first.setdefault(example.key, replace(example, said=None) if example.said else example)
        if example.notice == "score-range":
            off_scale.add(example.key)
        if example.right is not None:
            seen.setdefault(example.key, []).append(example.right)
            if example.said is not None and len(texts) < _MOST_WAITING:
                texts.setdefault((example.key, example.right), example.said)
    for key, example in first.items():
        verdicts = seen.get(key, [])
        right = sum(verdicts) * 2 > len(verdicts) if verdicts else None
        several = "epochs" if len(verdicts) > 1 else example.notice
        notice = "score-range" if key in off_scale else several
        said = None if right is None else texts.get((key, right))
        yield replace(example, right=right, notice=notice, said=said)


def _verdict(sample: Mapping[str, Any], scorer: Scorer | None, *, compare: bool) -> tuple[bool | None, str]:
    found = _score(sample, scorer) if scorer else None
    if scorer and found is not None:
        value = found.get("value")
        return _value(value.get(scorer.name, value) if isinstance(value, dict) else value)
    if sample.get("error"):
        return None, "sample-error"
    return (_matches(sample), "") if compare else (None, "blank")


def _score(sample: Mapping[str, Any], scorer: Scorer) -> Mapping[str, Any] | None:
    scores = _dict(sample.get("scores"))
    if not scores and isinstance(sample.get("score"), dict):
        return _dict(sample["score"])
    return next((_dict(scores[key]) for key in scorer if key in scores), None)


def _value(value: Any) -> tuple[bool | None, str]:
    """What a score says of right and wrong; only a full score is right."""
    if isinstance(value, bool):
        return value, ""
    if isinstance(value, dict | list):  # several values are no one verdict
        return None, "several-values"
    number = _written(value.strip().upper()) if isinstance(value, str) else finite(value)
    if number is None:
        return None, "blank"
    if not 0 <= number <= 1:
        return None, "score-range"
    return number == 1, "" if number in (0, 1) else "partial"


def _written(value: str) -> float | None:
    """A letter, a word or a number, as Inspect itself turns them into one."""
    if value in _LETTERS:
        return _LETTERS[value]
    try:
        return finite(float(value))
    except ValueError:
        return None


def _matches(sample: Mapping[str, Any]) -> bool | None:
    """Inspect's ``match`` at the end of the answer: without case, spaces and signs around it."""
    answer, targets = _answer(sample), sample.get("target")
    wanted = [_bare(target) for target in ([targets] if isinstance(targets, str) else _list(targets))]
    if not isinstance(answer, str) or not any(wanted):
        return None
    return any(target and _bare(answer).endswith(target) for target in wanted)


def _answer(sample: Mapping[str, Any]) -> Any:
    choices = _list(_dict(sample.get("output")).get("choices"))
    return _dict(_dict(choices[0]).get("message")).get("content") if choices else None


def _bare(text: Any) -> str:
    return text_of(text).casefold().strip(string.whitespace + string.punctuation)


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
