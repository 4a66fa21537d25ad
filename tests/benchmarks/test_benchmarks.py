"""The benchmarks run and give figures that mean something; how large they are is read, not asserted."""

import math

from tests.benchmarks.__main__ import figures


def test_every_benchmark_gives_its_figure(qapp):
    found = list(figures(rounds=1))
    assert [figure.name.split()[0] for figure in found] == [
        "open",
        "save",
        "one",
        "one",
        "one",
        "analyse",
        "analyse",
        "schedule",
        "forecast",
        "one",
        "one",
        "longest",
        "one",
        "one",
        "one",
        "one",
        "process",
    ]
    assert all(math.isfinite(figure.value_ms) and figure.value_ms > 0 for figure in found)
    assert all(figure.line() for figure in found)
