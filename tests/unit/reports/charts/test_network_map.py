"""The drawing of the integration map: no words over others, nothing outside, and the same at every size."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.shapes import Polygon, PolyLine, String

from desktop.analysis.integration_layout import WIDTH
from desktop.reports.charts.network_map import map_height, network_map
from desktop.reports.charts.network_words import measure, shortened, wrapped
from desktop.reports.charts.sheet import Look
from desktop.reports.integration.chart import described, network
from desktop.reports.palette import DARK, LIGHT, PAPER
from desktop.reports.pdf.paper import INNER
from desktop.workbook.path import replace_at
from desktop.workbook.sprint import MapPlace
from tests.connected import connected
from tests.unit.reports.charts.test_charts import assert_clean, texts

NAME = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60)


def drawn(workbook, width=800.0, palette=LIGHT):
    made = network(workbook.systems["s1"], workbook.people)
    return network_map(Look(palette, width, map_height(made, width)), made)


def shape_of(drawing):
    """Everything in parts of the width, rounded to a thousandth of a letter."""
    unit, found = drawing.width / WIDTH, []
    for shape in drawing.contents:
        if isinstance(shape, String):
            found.append(
                (shape.text, round(shape.x / unit, 3), round(shape.y / unit, 3), round(shape.fontSize / unit, 3))
            )
        else:
            assert isinstance(shape, Polygon | PolyLine)
            found.append(tuple(round(point / unit, 3) for point in shape.points))
    return found


@pytest.mark.parametrize("count", range(1, 41))
def test_no_words_overlap_for_one_to_forty_systems(count):
    assert_clean(drawn(connected(count)))


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 14), NAME)
def test_any_text_stays_in_its_place(count, text):
    assert_clean(drawn(connected(count, text)))


@pytest.mark.parametrize("count", [0, 1, 6, 25, 40])
def test_screen_and_paper_get_the_same_drawing(count):
    workbook = connected(count)
    paper = shape_of(drawn(workbook, INNER, PAPER))
    assert shape_of(drawn(workbook, 812.0, DARK)) == paper
    assert shape_of(drawn(workbook, 640.0, LIGHT)) == paper


def test_the_same_workbook_gives_the_same_drawing():
    assert shape_of(drawn(connected(12))) == shape_of(drawn(connected(12)))


def test_a_box_that_was_moved_is_drawn_there():
    before = connected(3)
    after = replace_at(before, ("systems", "s1", "sprint", "connections", "c00", "place"), MapPlace(x=0, y=200))
    assert shape_of(drawn(before)) != shape_of(drawn(after))
    assert_clean(drawn(after))


def test_flags_are_said_in_words_beside_their_sign():
    said = {words for *_, words in texts(drawn(connected(5)))}
    assert {"No fallback", "No owner", "Not a person"} <= said
    assert {"Phase 3", "Staging", "Not linked"} <= said


def test_the_table_says_what_the_drawing_shows():
    workbook = connected(6)
    head, *rows = described(workbook.systems["s1"], workbook.people)
    assert len(head) == 5
    assert [row[0] for row in rows] == [entry.name for entry in workbook.systems["s1"].sprint.connections.values()]
    assert rows[0][-1] == "No fallback"
    assert rows[1][-1] == "Nothing"


@given(NAME, st.floats(1.2, 30))
def test_lines_are_never_wider_than_their_room(text, room):
    assert measure(shortened(text, room)) <= room + 1e-6
    lines = wrapped(text, room, 3)
    assert len(lines) <= 3
    assert all(measure(line) <= room + 1e-6 for line in lines)


def test_a_text_that_fits_is_not_touched():
    assert wrapped("Core claims system", 30, 2) == ("Core claims system",)
    assert wrapped("Core claims system", 7, 2) == ("Core claims", "system")
    assert shortened("Rindfleisch", 4).endswith("…")


def test_a_long_word_is_broken_after_its_hyphen() -> None:
    assert wrapped("Schadenmeldungs-Triage", 11, 2) == ("Schadenmeldungs-", "Triage")
    assert wrapped("Broker e-mail routing", 6, 3)[0] == "Broker"
