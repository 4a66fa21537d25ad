"""The figures of a run from its examples: counted while they are read, then the examples are forgotten."""

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from desktop.analysis.agreement import cohens_kappa
from desktop.analysis.calibration import BINS, bin_of
from desktop.exchange.evaluation.batch import MOST_EXAMPLES, Batch, Example, Notice, ResultsRefusedError
from desktop.exchange.evaluation.numbers import canonical
from desktop.exchange.evaluation.texts import Shelf
from desktop.text import count
from desktop.text.formatting import day
from desktop.workbook.kept_texts import Keep
from desktop.workbook.sprint import ConfidenceBin, Figures, Labelling, Run, Spread, Tally

MOST_SLICES = 50
MOST_CLASSES = 50  # more different labels are texts, and a balance of texts says nothing
LONGEST_NAME = 200
_TABLES = frozenset({"csv", "xlsx", "json", "jsonl"})  # where a column could be another than it seems


@dataclass(frozen=True)
class Derived:
    """A run as it can be stored, with what a person should know of its file, each as a sentence."""

    run: Run
    notices: tuple[str, ...]


@dataclass
class _Counted:
    """What has been counted so far. It holds no texts but the few different labels, until the end, and the wanted ones."""

    shelf: Shelf
    rows: int = 0
    scored: int = 0
    correct: int = 0
    duplicates: int = 0
    unscored: int = 0
    outcomes: dict[bytes, bool] = field(default_factory=dict)
    unnamed: bool = False
    prints: list[bytes] = field(default_factory=list)
    slices: dict[str, list[int]] = field(default_factory=dict)
    bins: list[list[float]] = field(default_factory=lambda: [[0, 0, 0.0] for _ in range(BINS)])
    latency: list[float] = field(default_factory=list)
    cost: list[float] = field(default_factory=list)
    classes: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    told: dict[str, list[int]] = field(default_factory=dict)


def derive(batch: Batch, today: date, *, name: str = "", test_set: str = "", keep: Keep = Keep.NONE) -> Derived:
    """The run that the examples of ``batch`` make; ``today`` is its day where the file names none.

    ``keep`` is the wish that the file was opened with: whose texts the run keeps.

    Raises ResultsRefusedError where no row tells right from wrong, and what reading the examples raises.
    """
    counted = _Counted(Shelf(keep))
    for example in batch.examples:
        _take(counted, example)
    if not counted.rows:
        raise ResultsRefusedError("no-rows")
    if "score-range" in counted.told:  # on a scale of 1 to 5 a 1 is the worst; counting only those would turn it round
        raise ResultsRefusedError("score-scale", row=counted.told["score-range"][1])
    if not counted.scored:
        raise ResultsRefusedError("nothing-scored", n=f"{counted.rows:,}", why=_why_nothing(counted))
    run = Run(
        on=batch.on or today,
        scored=counted.scored,
        correct=counted.correct,
        version=_line(batch.version),
        test_set=_line(test_set),
        figures=_figures(counted, batch, _line(name)),
        kept=counted.shelf.kept(),
    )
    return Derived(run, (*_ahead(batch.on, today), *_notices(counted, batch)))


def _ahead(on: date | None, today: date) -> tuple[str, ...]:
    """A day that is still to come would stay the newest for as long; one day is the difference of clocks."""
    if on is None or on <= today + timedelta(days=1):
        return ()
    return (Notice("ahead", values=(("on", day(on)),)).sentence,)


def _take(counted: _Counted, example: Example) -> None:
    counted.rows += 1
    if counted.rows > MOST_EXAMPLES:
        raise ResultsRefusedError("too-many", limit=f"{MOST_EXAMPLES:,}")
    counted.prints.append(_print_of(example))
    if example.key and example.key in counted.outcomes:
        counted.duplicates += 1
        return _tell(counted, "duplicate", example.row)
    if example.notice:
        _tell(counted, example.notice, example.row)
    if example.right is None:
        counted.unscored += 1
        return None
    if example.key:
        counted.outcomes[example.key] = example.right
    else:
        counted.unnamed = True
    return _count(counted, example, right=example.right)


def _why_nothing(counted: _Counted) -> str:
    """What most of the rows lack, in a sentence."""
    code, (n, row) = max(counted.told.items(), key=lambda told: told[1][0])
    return count(f"evaluation.rows.{code}", n, row=row)


def _count(counted: _Counted, example: Example, *, right: bool) -> None:
    counted.scored += 1
    counted.correct += right
    counted.shelf.take(example.said, example.row, example.slice, right=right)
    if example.slice and (example.slice in counted.slices or len(counted.slices) <= MOST_SLICES):
        tally = counted.slices.setdefault(example.slice, [0, 0])
        tally[0] += 1
        tally[1] += right
    if example.confidence is not None:
        entry = counted.bins[bin_of(example.confidence)]
        entry[0], entry[1], entry[2] = entry[0] + 1, entry[1] + right, entry[2] + example.confidence
    if example.latency is not None:
        counted.latency.append(example.latency)
    if example.cost is not None:
        counted.cost.append(example.cost)
    _count_labels(counted, example)


def _count_labels(counted: _Counted, example: Example) -> None:
    label = canonical(example.label)
    if label and (label in counted.classes or len(counted.classes) <= MOST_CLASSES):
        counted.classes[label] += 1
    pair = example.labels and (canonical(example.labels[0]), canonical(example.labels[1]))
    if pair and (pair in counted.pairs or len(counted.pairs) <= MOST_CLASSES**2):
        counted.pairs[pair] += 1


def _tell(counted: _Counted, code: str, row: int) -> None:
    told = counted.told.setdefault(code, [0, row])
    told[0] += 1


def _print_of(example: Example) -> bytes:
    said = (example.key.hex(), example.right, example.slice, example.confidence, example.latency, example.cost)
    return hashlib.sha256(repr((*said, example.label)).encode("utf-8", "backslashreplace")).digest()[:16]


def _figures(counted: _Counted, batch: Batch, name: str) -> Figures:
    keys = [] if counted.unnamed else sorted(counted.outcomes)
    outcomes = _bits([counted.outcomes[key] for key in keys])
    return Figures(
        source=name,
        fingerprint=_sha256(f"{batch.run}|{batch.on}|{batch.version}".encode(), *sorted(counted.prints)),
        set_fingerprint=_sha256(*keys) if keys else "",
        outcomes=outcomes,
        unscored=counted.unscored,
        duplicates=counted.duplicates,
        slices=_slices(counted),
        confidence=_confidence(counted),
        labelling=_labelling(counted),
        latency=_spread(counted.latency),
        cost=_spread(counted.cost),
    )


def _sha256(*parts: bytes) -> str:
    seen = hashlib.sha256()
    for part in parts:
        seen.update(len(part).to_bytes(4, "big") + part)
    return seen.hexdigest()


def _bits(outcomes: list[bool]) -> str:
    """One bit an example, most significant first, as base64; filled up with zeros to whole bytes."""
    number = int("".join("1" if right else "0" for right in outcomes) or "0", 2) << (-len(outcomes) % 8)
    return base64.b64encode(number.to_bytes((len(outcomes) + 7) // 8, "big")).decode()


def _slices(counted: _Counted) -> tuple[Tally, ...]:
    if len(counted.slices) > MOST_SLICES:
        return ()
    names: dict[str, str] = {}  # one kind of case, however its name is spelt; it keeps the most frequent spelling
    merged: dict[str, list[int]] = {}
    for raw, (scored, correct) in sorted(counted.slices.items(), key=lambda entry: (-entry[1][0], entry[0])):
        name = _line(raw)[:LONGEST_NAME]
        tally = merged.setdefault(names.setdefault(name.casefold(), name), [0, 0])
        tally[0], tally[1] = tally[0] + scored, tally[1] + correct
    return tuple(Tally(name=name, scored=tally[0], correct=tally[1]) for name, tally in sorted(merged.items()))


def _confidence(counted: _Counted) -> tuple[ConfidenceBin, ...]:
    if not any(entry[0] for entry in counted.bins):
        return ()
    return tuple(
        ConfidenceBin(scored=int(n), correct=int(right), confidence=_decimal(total / n * 100 if n else 0.0))
        for n, right, total in counted.bins
    )


def _labelling(counted: _Counted) -> Labelling:
    agreement, labelled = cohens_kappa(counted.pairs), sum(counted.classes.values())
    told = 0 < len(counted.classes) <= min(MOST_CLASSES, max(2, labelled // 5))
    return Labelling(
        classes=len(counted.classes) if told else None,
        largest_class=_decimal(max(counted.classes.values()) / labelled * 100) if told else None,
        doubles=agreement.examples if agreement else 0,
        agreement=_decimal(agreement.share * 100) if agreement else None,
        kappa=_decimal(agreement.kappa) if agreement and agreement.kappa is not None else None,
    )


def _spread(values: list[float]) -> Spread | None:
    if not values:
        return None
    ordered = sorted(values)
    n = len(ordered)
    median = (ordered[(n - 1) // 2] + ordered[n // 2]) / 2
    p95 = ordered[max(0, -(-95 * n // 100) - 1)]  # nearest rank
    return Spread(scored=n, total=_decimal(sum(ordered)), median=_decimal(median), p95=_decimal(p95))


def _decimal(value: float) -> Decimal:
    return Decimal(repr(round(value, 6)))


def _line(text: str) -> str:
    """A name as one line of what can be printed and saved."""
    flat = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(flat.encode("utf-8", "replace").decode().split())[:2000]


def _notices(counted: _Counted, batch: Batch) -> tuple[str, ...]:
    said = [notice.sentence for notice in batch.notices[:20]]
    told: Mapping[str, list[int]] = counted.told
    said += [count(f"evaluation.rows.{code}", n, row=row) for code, (n, row) in told.items()]
    if len(counted.slices) > MOST_SLICES:
        said.append(Notice("slices-many", values=(("limit", str(MOST_SLICES)),)).sentence)
    if batch.kind in _TABLES and counted.scored > 1 and not counted.correct and "partial" not in told:
        said.append(Notice("none-right").sentence)
    return tuple(said)
