import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.perspectives import disagreements, silent, spread, voices
from desktop.analysis.scoring import Standing, standings
from desktop.workbook import Rating
from tests.unit.analysis.answers import VIEWS, agreed, rated, system
from tests.unit.analysis.small_method import SMALL

NA = -1


def found(**answers):
    return standings(SMALL, system(answers))


@pytest.mark.parametrize(
    ("ratings", "width", "missing", "disagree"),
    [
        (rated(1, 1, 1, 1), 0, 0, False),
        (rated(1, 2, 2, 2), 1, 0, False),  # one level apart is no finding
        (rated(1, 3, 2, 2), 2, 0, True),  # two are
        (rated(0, 4), 4, 2, True),
        (rated(3), 0, 3, False),
        (rated(NA, 3, 0), 3, 1, True),  # who says that it does not apply has spoken, without a level
        (rated(NA, NA), 0, 2, False),
        (rated(), 0, 4, False),
        (agreed(2, 0, 4), 4, 2, False),  # settled by the room; the views stay as they are
    ],
)
def test_the_views_of_one_question(ratings, width, missing, disagree):
    one = spread(found(a=ratings)["a"])
    assert (one.spread, len(one.missing), one.disagree) == (width, missing, disagree)


def test_nothing_is_averaged_away():
    assert spread(found(a=rated(0, 4, 4, 4))["a"]).levels == dict(zip(VIEWS, (0, 4, 4, 4), strict=True))


def test_missing_views_are_named():
    assert spread(found(a=rated(2, None, 2))["a"]).missing == (VIEWS[1], VIEWS[3])


def test_disagreements_stand_widest_first():
    apart = disagreements(found(a=rated(1, 3), b=rated(0, 4), c=rated(2, 3), d=agreed(2, 0, 4)))
    assert [(entry.question, entry.spread) for entry in apart] == [("b", 4), ("a", 2)]


def test_a_voice_is_the_mean_of_its_own_levels():
    # pilot team: (4 + 3) / 2; operations: 1; the function says that c does not apply; governance is silent
    heard = voices(SMALL, "conditions", "only", found(a=rated(4, 1), b=rated(3), c=rated(None, None, NA)))
    assert [(voice.mean, voice.answered) for voice in heard] == [(3.5, 2), (1.0, 1), (None, 1), (None, 0)]


@pytest.mark.parametrize(
    ("ratings", "absent"), [(rated(), 4), (rated(1), 3), (rated(NA, 1), 2), (rated(0, 0, 0, 0), 0)]
)
def test_perspectives_that_have_answered_nothing_at_all(ratings, absent):
    assert len(silent(found(a=ratings).values())) == absent


@given(st.lists(st.one_of(st.none(), st.integers(0, 4)), min_size=0, max_size=4), st.booleans())
def test_the_glance_sees_what_the_full_look_sees(levels, settled):
    views = tuple((str(n), Rating(level=level, not_applicable=level is None)) for n, level in enumerate(levels))
    entry = Standing("q", None, not_applicable=False, evidenced=False, reconciled=settled, views=views)
    assert bool(disagreements({"q": entry})) == spread(entry).disagree
