"""Does a stated confidence hold? The reliability diagram's bins and the expected calibration error.

Source: Guo, C. et al. (2017), "On calibration of modern neural networks", ICML. Ten bins of equal width, each open below
and closed above; a confidence of 0 belongs to the first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

BINS = 10


@dataclass(frozen=True)
class ReliabilityBin:
    """Examples whose confidence lies in one tenth: how many, how many right, and their mean confidence from 0 to 1."""

    examples: int
    correct: int
    confidence: float

    @property
    def accuracy(self) -> float:
        """Share right; 0 in an empty bin."""
        return self.correct / self.examples if self.examples else 0.0

    @property
    def gap(self) -> float:
        """How much surer than right the system is in this bin."""
        return self.confidence - self.accuracy if self.examples else 0.0


def bin_of(confidence: float) -> int:
    """The number of the bin, from 0, in which ``confidence`` (from 0 to 1) lies."""
    return max(0, ceil(round(confidence * BINS, 9)) - 1)


def reliability(outcomes: Iterable[tuple[float, bool]]) -> tuple[ReliabilityBin, ...]:
    """The ten bins of confidences with whether each example was right."""
    examples, correct, sums = [0] * BINS, [0] * BINS, [0.0] * BINS
    for confidence, right in outcomes:
        at = bin_of(confidence)
        examples[at] += 1
        correct[at] += right
        sums[at] += confidence
    return tuple(
        ReliabilityBin(n, hits, total / n if n else 0.0) for n, hits, total in zip(examples, correct, sums, strict=True)
    )


def expected_calibration_error(bins: Sequence[ReliabilityBin]) -> float | None:
    """The mean distance of confidence from accuracy, weighted by examples, from 0 to 1; None without an example."""
    total = sum(entry.examples for entry in bins)
    return sum(entry.examples * abs(entry.gap) for entry in bins) / total if total else None
