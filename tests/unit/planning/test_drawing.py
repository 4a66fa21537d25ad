"""Quick drawing gives the chances that were asked for: every outcome, none that cannot be, and the same for the same seed."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.planning.drawing import draw
from desktop.planning.forecast import whole_days

MANY = 200_000


@pytest.mark.parametrize("corners", [(2, 5, 17), (1, 2, 3), (10, 20, 60), (0, 0.5, 200), (3, 3.2, 3.9)])
def test_each_outcome_comes_as_often_as_its_chance(corners):
    lengths, chances = whole_days(*corners)
    found = Counter(draw(Random(1), lengths.start, chances, MANY))
    assert found.keys() <= set(lengths)
    below = 0.0
    for length, chance in zip(lengths, chances, strict=True):
        share, below = chance - below, chance
        spread = (share * (1 - share) / MANY) ** 0.5
        assert found[length] / MANY == pytest.approx(share, abs=5 * spread + 1e-9)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40), st.integers(0, 400))
def test_whatever_the_chances_only_what_can_be_is_drawn(parts, first):
    chances = [*sorted(parts), 1.0]
    found = draw(Random(7), first, chances, 300)
    assert found == draw(Random(7), first, chances, 300)
    assert len(found) == 300
    possible = {first + at for at, chance in enumerate(chances) if chance > (chances[at - 1] if at else 0.0)}
    assert set(found) <= possible
