"""Evaluation runs as they are imported: made-up examples with a fixed difficulty, put through the app's own derivation.

An easy example is right on most days and a hard one wrong, so that two runs differ in few examples, as real ones do. The
same seeds give the same runs byte for byte.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from desktop.exchange.evaluation.batch import Batch, Example, key_of
from desktop.exchange.evaluation.derive import derive
from desktop.workbook.kept_texts import Keep
from desktop.workbook.sprint import Run
from northwind.letters import said_of


@dataclass(frozen=True)
class Drawn:
    """A test set: its kinds of case with their sizes, the labels with their weights, and how many were labelled twice."""

    name: str
    kinds: Mapping[str, int]
    labels: Mapping[str, int]
    doubles: int = 0
    differing: int = 0
    confidence: bool = True

    @property
    def size(self) -> int:
        """How many examples there are."""
        return sum(self.kinds.values())


@dataclass(frozen=True)
class Scored:
    """One run over a set: its day, how many were right, the version, and a kind of case that did worse than usual.

    ``keep``: whose texts were kept at its import.
    """

    on: date
    right: int
    version: str
    source: str
    worse: str = ""
    note: str = ""
    keep: Keep = Keep.NONE


def runs_over(drawn: Drawn, scored: Iterable[Scored], test_set: str = "") -> list[Run]:
    """The runs as an import stores them."""
    return [_run(drawn, one, test_set) for one in scored]


def _run(drawn: Drawn, one: Scored, test_set: str) -> Run:
    batch = Batch("csv", iter(_examples(drawn, one)), one.version, one.on, one.on.isoformat())
    run = derive(batch, one.on, name=one.source, test_set=test_set, keep=one.keep).run
    return run.model_copy(update={"note": one.note})


def _examples(drawn: Drawn, one: Scored) -> list[Example]:
    fixed, daily = Random(drawn.name), Random(f"{drawn.name} {one.on}")  # noqa: S311  # made-up data, no secret
    kinds = [kind for kind, size in drawn.kinds.items() for _ in range(size)]
    labels = fixed.choices(list(drawn.labels), list(drawn.labels.values()), k=drawn.size)
    difficulty = [fixed.random() for _ in kinds]
    today = [
        hard + daily.gauss(0, 0.03) + (0.45 if kind == one.worse else 0.0)
        for hard, kind in zip(difficulty, kinds, strict=True)
    ]
    easy = set(sorted(range(drawn.size), key=today.__getitem__)[: one.right])
    return [
        Example(
            right=at in easy,
            key=key_of(f"{drawn.name} {at}"),
            slice=kinds[at],
            confidence=_confidence(difficulty[at], daily) if drawn.confidence else None,
            latency=round(daily.lognormvariate(7.05, 0.28), 1),
            cost=round(daily.uniform(0.008, 0.016), 4),
            label=labels[at],
            labels=_second(drawn, labels, at),
            row=at + 2,
            said=said_of(
                f"{drawn.name.partition('-')[0]}-{at + 1:03d}",
                kinds[at],
                labels[at],
                tuple(drawn.labels),
                right=at in easy,
            ),
        )
        for at in range(drawn.size)
    ]


def _confidence(difficulty: float, daily: Random) -> float:
    """Sure of nearly everything, and a little surer than right: what an uncalibrated model looks like."""
    return round(min(0.995, max(0.31, 1.02 - 0.62 * max(0.0, difficulty - 0.35) + daily.gauss(0, 0.11))), 3)


def _second(drawn: Drawn, labels: list[str], at: int) -> tuple[str, str] | None:
    """What a second person said: another label for the last few of those that were looked at twice."""
    if at >= drawn.doubles:
        return None
    others = [label for label in drawn.labels if label != labels[at]]
    differs = at >= drawn.doubles - drawn.differing
    return labels[at], others[at % len(others)] if differs else labels[at]
