"""Timing that can be compared: each figure is a ratio to a floor measured in the same run, in turn with it."""

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One line of the report. ``ratio`` is to the floor; None where the aim is an absolute frame time."""

    name: str
    value_ms: float
    floor_ms: float | None
    aim: str

    @property
    def ratio(self) -> float | None:
        """How many times the floor."""
        return None if self.floor_ms is None else self.value_ms / self.floor_ms

    def line(self) -> str:
        """The figure for a person to read."""
        beside = "" if self.ratio is None else f"{self.ratio:5.2f} × floor of {self.floor_ms:.1f} ms"
        return f"{self.name:<58}{self.value_ms:9.1f} ms   {beside:<32} aim {self.aim}"


@contextmanager
def stopwatch() -> Iterator[list[float]]:
    """Appends the milliseconds that the block took."""
    taken: list[float] = []
    begun = time.perf_counter()
    yield taken
    taken.append((time.perf_counter() - begun) * 1000)


def milliseconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes once."""
    with stopwatch() as taken:
        work()
    return taken[0]


def in_turn(work: Callable[[], object], floor: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Medians of ``work`` and ``floor``, run in turn so that a slow moment of the machine meets both."""
    pairs = [(milliseconds(floor), milliseconds(work)) for _ in range(rounds + 1)][1:]
    return statistics.median(pair[1] for pair in pairs), statistics.median(pair[0] for pair in pairs)


def percentile(values: list[float], share: float) -> float:
    """The value that ``share`` of ``values`` do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
