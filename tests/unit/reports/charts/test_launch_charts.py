"""The charts of weeks 9 to 12: no words overlap or run over the edge, and their bars say what the figures say."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.shapes import Rect

from desktop.analysis.phase_days import phase_days
from desktop.analysis.rollout import phase_states
from desktop.method.practice import load_practice
from desktop.reports.charts.flows import FlowBox, FlowColumn, flows_height, two_flows
from desktop.reports.charts.handoff import BandCell, BandShare, BandTable, Load, QueueWords, band_table, review_queue
from desktop.reports.charts.phases import PhaseBar, phase_bars
from desktop.reports.charts.sheet import Look
from desktop.reports.launch_charts import phase_rows
from desktop.reports.palette import DARK, LIGHT, PAPER
from tests.northwind import sample
from tests.unit.reports.charts.test_charts import LONG, assert_clean

names = st.sampled_from(["Read", "Decide with the whole claim at hand", f"{LONG} {LONG}", ""])
parts = st.sampled_from([("", ""), ("automate", "It acts"), ("suggest", "It suggests"), ("escalate", "It escalates")])
looks = st.sampled_from([LIGHT, DARK, PAPER])


@st.composite
def boxes(draw):
    part, word = draw(parts)
    figure = draw(st.sampled_from(["0 h", "862 h", "1,234,567 h", "–"]))
    return FlowBox(draw(names), draw(names), figure, draw(st.floats(0, 1)), part, word)


@st.composite
def ways(draw):
    return FlowColumn(
        draw(names), draw(st.sampled_from(["2,507 h a month", "–"])), tuple(draw(st.lists(boxes(), max_size=9)))
    )


@settings(deadline=None, max_examples=40)
@given(ways(), ways(), looks, st.sampled_from([480, 778, 1100]), st.sampled_from([12.0, 18.0]))
def test_two_flows_stay_clean(today, then, palette, width, size):
    height = flows_height((today, then), size)
    assert_clean(two_flows(Look(palette, width, height, size), today, then))


@settings(deadline=None, max_examples=40)
@given(st.tuples(*[st.floats(0, 100)] * 3), st.sampled_from([300, 515, 800]), st.sampled_from([12.0, 15.0]))
def test_bands_stay_clean(shares, width, size):
    words = ("It acts", "It suggests", "It escalates")
    kinds = ("automate", "suggest", "escalate")
    cells = tuple(tuple(BandCell(part, word) for part, word in zip(kinds, words, strict=True)) for _ in range(3))
    table = BandTable(("below 60 %", "60 to 90 %", "from 90 %"), ("Low risk", "Medium risk", "High risk"), cells)
    given_shares = [BandShare(*part) for part in zip(kinds, shares, words, ("52 %", "33 %", "15 %"), strict=True)]
    assert_clean(band_table(Look(LIGHT, width, 206 * size / 12, size), table, given_shares))


@settings(deadline=None, max_examples=60)
@given(st.tuples(*[st.floats(0, 5_000)] * 3), st.floats(0, 5_000), st.sampled_from([240, 515, 800]))
def test_the_queue_stays_clean(hours, capacity, width):
    kinds = ("suggest", "escalate", "automate")
    loads = [Load(part, load, f"Confirm {load:.1f} h") for part, load in zip(kinds, hours, strict=True)]
    over = sum(hours) - capacity
    short = f"{over:.1f} h short" if over > 0 else ""
    words = QueueWords(
        "The queue needs", f"{sum(hours):.1f} h a week", "The reviewers have", f"{capacity:.1f} h a week", short
    )
    assert_clean(review_queue(Look(PAPER, width, 118, 12), loads, capacity, words))


def test_what_is_missing_fills_the_bar_up_to_what_is_needed():
    words = QueueWords("Needs", "40 h", "Has", "30 h", "10 h short")
    drawing = review_queue(Look(LIGHT, 400, 118, 12), [Load("escalate", 40, "Decide 40 h")], 30, words)
    there, missing = [shape for shape in drawing.contents if isinstance(shape, Rect)][-2:]
    assert (there.x, there.width) == (0, 300)
    assert (missing.x, missing.width) == (300, 100)


@pytest.mark.parametrize("width", [250, 515, 778])
def test_phases_stay_clean(width):
    states = phase_states(sample(), sample().systems["0001-claims-triage"], load_practice().rollout)
    rows = phase_rows(phase_days(states), date(2026, 11, 21))
    assert_clean(phase_bars(Look(LIGHT, width, 102, 12), rows))
    long = [PhaseBar(LONG, 0, 4, 6, "gate 8 Mar to 22 Mar", "running", started=True)]
    assert_clean(phase_bars(Look(LIGHT, width, 34, 12), long))
