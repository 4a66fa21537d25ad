"""Tornado and spread: words never overlap or leave the drawing, and bars have the length of what they stand for."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.reports.charts.sheet import Look
from desktop.reports.charts.spread import Mark, result_spread
from desktop.reports.charts.tornado import Bar, End, tornado
from desktop.reports.palette import DARK, LIGHT, PAPER
from desktop.text.formatting import money
from tests.unit.reports.charts.test_charts import LONG, assert_clean, texts

changes = st.floats(-5_000_000, 5_000_000).map(round)


def end(change: float) -> End:
    text = money(Decimal(round(change)), "EUR").removeprefix("EUR ")
    return End(change, f"+{text}" if change > 0 else text, f"at {text}")


@st.composite
def bars(draw) -> list[Bar]:
    names = st.integers(3, len(LONG)).map(lambda n: LONG[:n])
    return [Bar(draw(names), end(draw(changes)), end(draw(changes))) for _ in range(draw(st.integers(1, 8)))]


@settings(max_examples=60)
@given(bars(), st.sampled_from([460, 560, 900]))
def test_the_words_of_a_tornado_stay_apart_and_inside(rows: list[Bar], width: int):
    look = Look(LIGHT, width, 26 + 30 * len(rows))
    assert_clean(tornado(look, rows, "likely case EUR 963k"))


def test_bars_share_one_scale_and_worse_is_to_the_left():
    drawing = tornado(Look(PAPER, 500, 90), [Bar("a", end(-400), end(200)), Bar("b", end(50), end(-100))], "x")
    shapes = [shape for shape in drawing.contents if type(shape).__name__ == "Rect"]
    widths = sorted(shape.width for shape in shapes)
    assert [round(width / widths[0], 6) for width in widths] == [1, 2, 4, 8]
    zero = max(shape.x + shape.width for shape in shapes if shape.width == widths[3])
    assert {
        round(shape.x + shape.width, 6) == round(zero, 6) or round(shape.x, 6) == round(zero, 6) for shape in shapes
    } == {True}


def test_an_input_that_moves_it_one_way_only_is_named_once():
    drawing = tornado(Look(LIGHT, 500, 60), [Bar("a", end(-400), end(-100))], "x")
    assert [words for *_, words in texts(drawing) if words.startswith("−")] == ["−400"]


marks = st.lists(st.floats(-1, 2), min_size=3, max_size=3).map(sorted)


@settings(max_examples=60)
@given(marks, st.lists(st.integers(0, 900), min_size=1, max_size=28), st.sampled_from([300, 600, 900]))
def test_the_words_of_a_spread_stay_apart_and_inside(values: list[float], counts: list[int], width: int):
    names = ("10 % of draws below", "half of draws below", "90 % of draws below")
    found = [Mark(v * 1e6, money(Decimal(v * 1e6), "EUR"), name) for v, name in zip(values, names, strict=True)]
    drawing = result_spread(Look(DARK, width, 168), counts, (-1e6, 2e6), found)
    below = [box for box in texts(drawing) if box[4] != "0"]
    drawing.contents = [shape for shape in drawing.contents if getattr(shape, "text", "") != "0"]
    assert_clean(drawing)
    assert len(below) == 6


@pytest.mark.parametrize(
    "drawing",
    [
        tornado(Look(LIGHT, 400, 120), [], "x"),
        result_spread(Look(LIGHT, 400, 120), [], (0, 0), []),
        result_spread(Look(LIGHT, 400, 120), [5_000], (3, 3), [Mark(3, "EUR 3", "half")]),
    ],
)
def test_nothing_or_one_value_to_show_is_no_error(drawing):
    assert_clean(drawing)


def test_what_lies_below_zero_has_the_colour_of_risk():
    drawing = result_spread(Look(LIGHT, 400, 120), [1, 1, 1, 1], (-2, 2), [Mark(0.5, "x", "y")])
    fills = [shape.fillColor.hexval()[2:] for shape in drawing.contents if type(shape).__name__ == "Rect"]
    assert fills == [LIGHT.risk_tint[1:].lower()] * 2 + [LIGHT.heat[2][1:].lower()] * 2
