"""The charts of the evaluation: no words over words, nothing over the edge, and marks where the figures are."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.shapes import Circle, Polygon, String

from desktop.reports.charts.intervals import IntervalRow, IntervalWords, interval_rows
from desktop.reports.charts.reliability import ReliabilityMark, ReliabilityWords, reliability_diagram
from desktop.reports.charts.sheet import Look
from desktop.reports.charts.trend import RunMark, TrendWords, interval_trend
from desktop.reports.palette import DARK, LIGHT, PAPER
from tests.unit.reports.charts.test_charts import LONG, assert_clean

ROWS = IntervalWords("Examples", "Right", "Threshold 85 %")
AXES = ReliabilityWords("Stated confidence, %", "Share right, %", "more often right than sure", "surer than right")
shares = st.floats(0, 100).map(lambda value: round(value, 1))


def row(name: str, ends: tuple[float, float, float], *, fallen: bool = False) -> IntervalRow:
    low, share, high = sorted(ends)
    return IntervalRow(name, share, low, high, f"{share:.1f} %", "1,111 of 2,222", fallen)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["Motor", LONG, "", "Wasser und Sturm"]), shares, shares, shares, st.booleans()),
             min_size=1, max_size=12),
    st.none() | shares,
    st.sampled_from([(420, LIGHT), (700, DARK), (493, PAPER)]),
)  # fmt: skip
def test_kinds_of_case_lie_clean(found, threshold, place):
    width, palette = place
    rows = [row(name, (low, share, high), fallen=fallen) for name, low, share, high, fallen in found]
    look = Look(palette, width, 52 + 34 * len(rows), 12)
    limit = IntervalWords("Examples", "Right") if threshold is None else ROWS
    assert_clean(interval_rows(look, rows, limit, threshold))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(shares, shares, shares, shares, st.integers(0, 500)), max_size=10),
    st.sampled_from([(260, 12), (420, 12), (420, 18), (340, 8)]),
)
def test_the_reliability_diagram_lies_clean(found, place):
    marks = [ReliabilityMark(one, *sorted(three)[1:2], *sorted(three)[::2], n) for one, *three, n in found]
    width, size = place
    assert_clean(reliability_diagram(Look(LIGHT, width, 260, size), marks, AXES))


def test_the_newest_run_is_red_where_it_is_the_drop():
    marks = [RunMark("1 Nov", 95, 91, 97), RunMark("2 Nov", 80, 74, 85, "Regression, 2 Nov")]
    drawing = interval_trend(Look(LIGHT, 400, 200, 12), marks, TrendWords("80.0 %", "74.0 to 85.0 %"))
    newest = [shape for shape in drawing.contents if isinstance(shape, Circle | Polygon)][-1]
    assert isinstance(newest, Polygon)
    assert newest.fillColor.hexval() == f"0x{LIGHT.block[1:].lower()}"


def test_a_fallen_kind_is_red_and_a_diamond():
    rows = [row("Motor", (80, 85, 90)), row("Injury", (40, 50, 60), fallen=True)]
    drawing = interval_rows(Look(LIGHT, 600, 120, 12), rows, ROWS, 85)
    assert len([shape for shape in drawing.contents if isinstance(shape, Circle)]) == 1
    assert len([shape for shape in drawing.contents if isinstance(shape, Polygon)]) == 1
    names = {shape.text: shape.fillColor.hexval() for shape in drawing.contents if isinstance(shape, String)}
    assert names["Injury"] == f"0x{LIGHT.block[1:].lower()}" != names["Motor"]


def test_a_perfectly_calibrated_system_lies_on_the_line():
    marks = [ReliabilityMark(value, value, value - 5, min(100, value + 5), 50) for value in (55, 65, 75, 85, 95)]
    drawing = reliability_diagram(Look(LIGHT, 420, 260, 12), marks, AXES)
    dots = [shape for shape in drawing.contents if isinstance(shape, Circle)]
    slopes = {round((b.cy - a.cy) / (b.cx - a.cx), 6) for a, b in pairwise(dots)}
    assert len(slopes) == 1, "one straight line goes through all of them"


@pytest.mark.parametrize("marks", [[], [ReliabilityMark(50, 0, 0, 0, 0)]])
def test_without_examples_nothing_is_drawn(marks):
    assert reliability_diagram(Look(LIGHT, 420, 260, 12), marks, AXES).contents == []
    assert interval_rows(Look(LIGHT, 420, 260, 12), [], ROWS, 85).contents == []
