"""The map for 1 to 40 connections, whatever their directions are and wherever somebody has put them."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.analysis.integration_layout import EDGE, TENTHS, WIDTH, Held, Node, free_place, lay_out
from desktop.workbook.sprint import Direction

DIRECTIONS = st.sampled_from([*Direction, None])
NOWHERE = st.none()
PLACES = st.none() | st.tuples(st.floats(-40, 40), st.floats(-40, 90))


@st.composite
def nodes(draw, places=NOWHERE):
    count = draw(st.integers(1, 40))
    return [Node(f"c{n:02}", draw(DIRECTIONS), draw(places)) for n in range(count)]


def assert_apart(layout):
    every = [layout.centre, *layout.boxes.values()]
    labels = [route.label for route in layout.routes.values() if route.label]
    for one, other in combinations([*every, *labels], 2):
        assert not one.meets(other), (one, other)
    for box in [*every, *labels]:
        assert box.x >= EDGE - 0.01
        assert box.right <= WIDTH - EDGE + 0.01
        assert box.y >= EDGE - 0.01
        assert box.bottom <= layout.height - EDGE + 0.01


def crossings(layout):
    lines = [list(pairwise(route.points)) for route in layout.routes.values()]
    return sum(_cross(a, b) for one, other in combinations(lines, 2) for a in one for b in other)


def _cross(one, other):
    (a, b), (c, d) = one, other
    return _turn(a, b, c) * _turn(a, b, d) < -1e-9 and _turn(c, d, a) * _turn(c, d, b) < -1e-9


def _turn(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


@settings(max_examples=120, deadline=None)
@given(nodes())
def test_a_map_that_nobody_touched_is_clean(entries):
    layout = lay_out(entries)
    assert_apart(layout)
    assert crossings(layout) == 0
    assert all(route.label for route in layout.routes.values()), "every line has room for its word"


@settings(max_examples=80, deadline=None)
@given(nodes(PLACES))
def test_boxes_and_labels_stay_apart_wherever_somebody_put_them(entries):
    assert_apart(lay_out(entries))


@settings(max_examples=30, deadline=None)
@given(nodes(PLACES))
def test_the_same_connections_give_the_same_map(entries):
    assert lay_out(entries) == lay_out(list(entries))


@settings(max_examples=60, deadline=None)
@given(nodes())
def test_sources_stand_left_targets_right_and_both_ways_between_or_below(entries):
    layout = lay_out(entries)
    for node in entries:
        box = layout.boxes[node.id]
        if node.direction is Direction.READS:
            assert box.right < layout.centre.x
        elif node.direction is Direction.WRITES:
            assert box.x > layout.centre.right
        else:
            between = box.x < layout.centre.right and box.right > layout.centre.x
            sides = [layout.boxes[n.id].bottom for n in entries if n.direction in (Direction.READS, Direction.WRITES)]
            assert between or box.y > max([layout.centre.bottom, *sides])


@settings(max_examples=60, deadline=None)
@given(nodes(PLACES), st.floats(-20, 90), st.floats(-20, 90))
def test_a_box_that_is_let_go_lands_at_the_nearest_free_place(entries, x, y):
    key = entries[0].id
    before = lay_out(entries)
    dx, dy = free_place(before, key, x, y)
    moved = [Node(n.id, n.direction, (dx / TENTHS, dy / TENTHS) if n.id == key else n.place) for n in entries]
    after = lay_out(moved)
    assert_apart(after)
    where = after.boxes[key].cx - after.centre.cx, after.boxes[key].cy - after.centre.cy
    assert where == pytest.approx((dx / TENTHS, dy / TENTHS)), "nothing else had to give way"


def test_moving_one_box_leaves_the_others_where_they_are():
    entries = [Node(f"c{n}", direction) for n, direction in enumerate([*Direction, *Direction])]
    before = lay_out(entries)
    dx, dy = free_place(before, "c0", 31, before.height + 6)
    after = lay_out([Node(n.id, n.direction, (dx / 10, dy / 10) if n.id == "c0" else None) for n in entries])
    assert {key: box for key, box in after.boxes.items() if key != "c0"} == {
        key: box for key, box in before.boxes.items() if key != "c0"
    }
    assert after.boxes["c0"] != before.boxes["c0"]


def test_a_box_under_the_hand_follows_it_over_others():
    entries = [Node("a", Direction.READS), Node("b", Direction.WRITES)]
    layout = lay_out(entries, Held("a", 50.0, 5.0))
    assert (layout.boxes["a"].cx, layout.boxes["a"].cy) == (50.0, 5.0)
    assert layout.boxes["b"] == lay_out(entries).boxes["b"]


@pytest.mark.parametrize(("count", "spacing"), [(5, "roomy"), (10, "compact"), (11, "tight")])
def test_the_more_systems_the_less_a_box_holds(count, spacing):
    assert lay_out([Node(str(n), Direction.READS) for n in range(count)]).spacing == spacing


def test_nothing_connected_is_only_the_system_itself():
    layout = lay_out([])
    assert layout.boxes == {}
    assert layout.height > layout.centre.height
