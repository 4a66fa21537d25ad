"""No chart lets words overlap or run over its edge, whatever the figures, names and sizes are."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.shapes import Drawing, Group, String

from desktop.reports.charts.bars import Part, Point, range_bar, stacked_cost_bar, stage_strip, stall_bar
from desktop.reports.charts.cash import CashCurves, Curve, Payback, cash_curve
from desktop.reports.charts.rows import MixWords, Slice, Spread, Week, dumbbell, slice_mix, week_progress
from desktop.reports.charts.sheet import Look, apart, register_fonts, shortened, text_width, ticks
from desktop.reports.charts.trend import RunMark, TrendWords, interval_trend
from desktop.reports.palette import DARK, LIGHT, PAPER

Box = tuple[float, float, float, float, str]
LONG = "Verantwortlichkeitszuordnungsverfahren"


def texts(drawing: Drawing) -> list[Box]:
    """Left, bottom, right, top and words of every text, measured with the font it is drawn in."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    found = []
    pending = list(drawing.contents)
    while pending:
        shape = pending.pop()
        if isinstance(shape, Group):
            pending.extend(shape.contents)
        if isinstance(shape, String) and shape.text:
            width = stringWidth(shape.text, shape.fontName, shape.fontSize)
            left = shape.x - {"start": 0, "middle": width / 2, "end": width}[shape.textAnchor]
            found.append((left, shape.y, left + width, shape.y + shape.fontSize * 0.727, shape.text))
    return found


def assert_clean(drawing: Drawing) -> None:
    boxes = texts(drawing)
    for left, bottom, right, top, words in boxes:
        assert left >= -0.6, f"{words!r} runs out at the left"
        assert right <= drawing.width + 0.6, f"{words!r} runs out at the right"
        assert bottom >= -0.6, f"{words!r} runs out below"
        assert top <= drawing.height + 0.6, f"{words!r} runs out above"
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            apart_across = one[2] <= other[0] + 0.01 or other[2] <= one[0] + 0.01
            apart_down = one[3] <= other[1] + 0.01 or other[3] <= one[1] + 0.01
            assert apart_across or apart_down, f"{one[4]!r} lies over {other[4]!r}"


share = st.floats(min_value=0, max_value=100)


@st.composite
def runs(draw) -> list[RunMark]:
    found = []
    for number in range(draw(st.integers(1, 40))):
        low, middle, high = sorted(draw(st.tuples(share, share, share)))
        alert = "Regression alert, prompt v14" if draw(st.integers(0, 9)) == 0 else ""
        found.append(RunMark(f"{number + 1} Nov", middle, low, high, alert))
    return found


@settings(max_examples=30, deadline=None)
@given(runs=runs(), threshold=st.none() | share, width=st.integers(320, 900), text=st.sampled_from([8.0, 12.0, 18.0]))
def test_interval_trend(runs: list[RunMark], threshold: float | None, width: int, text: float):
    words = TrendWords("88.6 %", "84.0 to 92.0", "Threshold 85 %")
    assert_clean(interval_trend(Look(LIGHT, width, 22 * text, text), runs, words, threshold))


@settings(max_examples=30, deadline=None)
@given(values=st.lists(st.integers(0, 3000), min_size=1, max_size=6), width=st.integers(320, 900))
def test_strips(values: list[int], width: int):
    parts = [Part(f"Stage {n} {LONG[: n * 6]}", value, f"{value:,}") for n, value in enumerate(values)]
    assert_clean(stage_strip(Look(DARK, width, 66), parts, retired=len(parts) - 1))
    assert_clean(stacked_cost_bar(Look(PAPER, width, 44, 8), parts))


@settings(max_examples=30, deadline=None)
@given(values=st.tuples(*[st.integers(-100, 1000)] * 4), width=st.integers(220, 900))
def test_range_bar(values: tuple[int, ...], width: int):
    low, likely, high = sorted(values[:3])
    points = [Point(value, f"EUR {value},000") for value in (low, likely, high)]
    assert_clean(range_bar(Look(LIGHT, width, 64), *points, Point(values[3], "Plan 22 Jan")))


@settings(max_examples=25, deadline=None)
@given(
    ends=st.tuples(*[st.integers(-3_000_000, 3_000_000)] * 4), months=st.integers(1, 120), width=st.integers(420, 900)
)
def test_cash_curve(ends: tuple[int, ...], months: int, width: int):
    def line(end: int) -> tuple[float, ...]:
        return tuple(end * (n + 1) / months for n in range(months))

    low, likely, high = sorted(ends[:3])
    curves = CashCurves(
        Curve(line(low), "low", f"{low:,}"), Curve(line(likely), "likely", f"{likely:,}"),
        Curve(line(high), "high", f"{high:,}"), Curve(line(ends[3]), "no path", f"{ends[3]:,}"), "month",
    )  # fmt: skip
    marks = [Payback(max(1, months * n // 4), f"month {n}", n == 2) for n in (1, 2, 3)]
    assert_clean(cash_curve(Look(LIGHT, width, 300), curves, marks))


@settings(max_examples=25, deadline=None)
@given(rows=st.lists(st.tuples(share, share), min_size=1, max_size=8), width=st.integers(320, 900))
def test_rows(rows: list[tuple[float, float]], width: int):
    slices = [
        Slice(LONG[: 8 + 4 * n], real, test, f"{test - real:+.0f}", abs(test - real) < 5)
        for n, (real, test) in enumerate(rows)
    ]
    assert_clean(
        slice_mix(Look(LIGHT, width, 40 + 36 * len(rows)), slices, MixWords("real work", "test set", "Points off"))
    )
    spreads = [Spread(LONG[: 8 + 4 * n], min(row) / 25, max(row) / 25, "1.7", n % 2 == 0) for n, row in enumerate(rows)]
    assert_clean(dumbbell(Look(DARK, width, 40 + 30 * len(rows)), spreads))


@pytest.mark.parametrize("width", [320, 480, 900])
def test_week_progress(width: int):
    weeks = [
        Week(f"{n} {name}", n, 6, f"{n} of 6", "progress", n == 2)
        for n, name in enumerate(("Audit", "Baseline", "Integration", LONG), 1)
    ]
    assert_clean(week_progress(Look(LIGHT, width, 36), weeks))


@pytest.mark.parametrize(
    "make",
    [
        lambda look: interval_trend(look, [], TrendWords("", "")),
        lambda look: stacked_cost_bar(look, []),
        lambda look: stage_strip(look, [Part("Idea", 0, "0")]),
        lambda look: slice_mix(look, [], MixWords("a", "b", "c")),
        lambda look: dumbbell(look, []),
        lambda look: week_progress(look, []),
        lambda look: stall_bar(look, 0, 0),
        lambda look: cash_curve(look, CashCurves(*[Curve((), "", "")] * 3, None, "month")),
    ],
)
def test_nothing_to_show_is_no_error(make: Callable[[Look], Drawing]):
    assert_clean(make(Look(LIGHT, 400, 120)))


def test_the_last_run_is_the_one_that_stands_out():
    drawing = interval_trend(
        Look(LIGHT, 600, 240), [RunMark("1", 80, 75, 85), RunMark("2", 90, 86, 94)], TrendWords("90 %", "86 to 94")
    )
    dots = [shape for shape in drawing.contents if type(shape).__name__ == "Circle"]
    assert [dot.fillColor.hexval()[2:].upper() for dot in dots] == [LIGHT.edge[1:], LIGHT.accent[1:]]


def test_figures_of_one_width_stand_in_their_own_font():
    register_fonts()
    assert text_width("111", 12, figures=True) == text_width("888", 12, figures=True)
    assert text_width("111", 12) < text_width("888", 12)


def test_shortening_keeps_to_the_room():
    assert shortened("short", 400, 12) == "short"
    assert text_width(shortened(LONG, 60, 12), 12) <= 60


@given(st.lists(st.floats(0, 500), min_size=1, max_size=8).map(sorted))
def test_pieces_are_kept_apart_and_inside(wanted: list[float]):
    sizes = [40.0] * len(wanted)
    starts = apart(wanted, sizes, 5, 0, 500)
    assert all(later - earlier >= 45 - 1e-6 for earlier, later in itertools.pairwise(starts))
    assert starts[0] >= 0
    assert starts[-1] + 40 <= 500 + 1e-6


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6))
def test_ticks_span_the_values_in_few_round_steps(low: float, span: float):
    marks = ticks(low, low + span)
    assert marks[0] <= low + 1e-6
    assert marks[-1] >= low + span - 1e-6
    assert 2 <= len(marks) <= 9
