"""Scores worked out on paper. Each group has the questions a, b, c, d; None is not answered, -1 does not apply."""

import pytest

from desktop.analysis.scoring import Score, lens_scores, score, standing_of, standings
from desktop.workbook import Evidence, Proposal, Rating
from desktop.workbook.rating import Ratings, Reconciled
from tests.unit.analysis.answers import METHOD, VIEWS, agreed, everywhere, rated, system

NA = -1


def group(*levels: int | None) -> Score:
    answers = {name: rated(level) for name, level in zip("abcd", levels, strict=False) if level is not None}
    built = system(answers)
    return score(standing_of(name, built) for name in "abcd"[: len(levels)])


@pytest.mark.parametrize(
    ("levels", "mean", "low", "high", "coverage"),
    [
        ((3, 3, 3, 3), 3.0, 3.0, 3.0, 1.0),  # 12 / 4
        ((1, 2, 3, 4), 2.5, 2.5, 2.5, 1.0),  # 10 / 4
        ((4, None), 4.0, 2.0, 4.0, 0.5),  # low (4 + 0) / 2, high (4 + 4) / 2
        ((0, None), 0.0, 0.0, 2.0, 0.5),  # low (0 + 0) / 2, high (0 + 4) / 2
        ((2, 3, None, None), 2.5, 1.25, 3.25, 0.5),  # low 5 / 4, high (5 + 8) / 4
        ((None, None, None), None, 0.0, 4.0, 0.0),  # nothing is known, so anything is possible
        ((3, NA), 3.0, 3.0, 3.0, 1.0),  # 3 / 1: what does not apply leaves the denominator
        ((1, NA, None), 1.0, 0.5, 2.5, 2 / 3),  # low 1 / 2, high (1 + 4) / 2; one of three is open
        ((NA, None), None, 0.0, 4.0, 0.5),
        ((NA, NA), None, None, None, 1.0),  # nothing applies: no score, which is not a score of nothing
        ((0, 0, 0, 0), 0.0, 0.0, 0.0, 1.0),
    ],
)
def test_a_group_worked_by_hand(levels, mean, low, high, coverage):
    found = group(*levels)
    assert (found.score, found.low, found.high) == (mean, low, high)
    assert found.coverage == pytest.approx(coverage)


def test_a_group_without_questions_has_no_score():
    assert score(()) == Score(None, None, None, 0.0, ())


@pytest.mark.parametrize(
    ("ratings", "level", "not_applicable"),
    [
        (rated(3, 1, 4, 2), 1, False),  # the cautious view counts
        (rated(3), 3, False),
        (rated(NA, 2), 2, False),  # whoever says that it does not apply has no level to be cautious with
        (rated(NA, NA, NA, NA), None, True),
        (rated(), None, False),
        (agreed(3, 4, 1), 3, False),  # the room agreed: 3 replaces 4 and 1
        (agreed(0, 4, 4, 4, 4), 0, False),
        (agreed(NA, 2, 3), None, True),
        (agreed(None, 2, 3), 2, False),  # a reason without a level replaces nothing
        (agreed(2), 2, False),
    ],
)
def test_which_level_counts(ratings, level, not_applicable):
    found = standing_of("q", system({"q": ratings}))
    assert (found.level, found.not_applicable) == (level, not_applicable)
    assert found.answered == (level is not None or not_applicable)


@pytest.mark.parametrize(
    ("texts", "shown"), [((), False), (("",), False), ((" \n",), False), (("Ticket 4711",), True), (("", "x"), True)]
)
def test_an_empty_note_is_no_evidence(texts, shown):
    evidence = tuple(Evidence(kind="note", text=text) for text in texts)
    ratings = Ratings(views={VIEWS[0]: Rating(level=4, evidence=evidence)})
    assert standing_of("q", system({"q": ratings})).evidenced is shown


def test_a_view_without_level_is_no_view():
    ratings = Ratings(views={VIEWS[0]: Rating(note="To be asked", by="Thea"), VIEWS[1]: Rating(level=2)})
    found = standing_of("q", system({"q": ratings}))
    assert [name for name, _ in found.views] == [VIEWS[1]]
    assert found.level == 2


def test_evidence_of_a_view_that_gave_no_level_shows_nothing():
    bare = Rating(evidence=(Evidence(kind="note", text="Somewhere"),))
    ratings = Ratings(views={VIEWS[0]: bare, VIEWS[1]: Rating(level=3)})
    assert not standing_of("q", system({"q": ratings})).evidenced


def test_what_is_marked_as_not_applying_has_no_level_that_counts():
    ratings = Ratings(views={VIEWS[0]: Rating(level=1, not_applicable=True), VIEWS[1]: Rating(level=3)})
    assert standing_of("q", system({"q": ratings})).level == 3


def test_proposed_answers_do_not_count():
    proposals = {key: Proposal(level=4, reason="A cell of the inventory", column=3) for key in METHOD.question}
    assert standings(METHOD, system({}, proposals=proposals)) == standings(METHOD, system({}))


@pytest.mark.parametrize(("level", "expected"), [(4, 4.0), (0, 0.0)])
@pytest.mark.parametrize("lens", METHOD.lenses, ids=lambda lens: lens.id)
def test_the_same_answer_everywhere_is_that_score_in_every_group_of_every_lens(lens, level, expected):
    found = lens_scores(METHOD, lens, standings(METHOD, system(everywhere(level))))
    assert len(found) == len(lens.groups)
    for one in found.values():
        assert (one.score, one.low, one.high, one.coverage) == (expected, expected, expected, 1.0)


def test_a_question_that_the_method_does_not_hold_changes_no_score():
    before = system(everywhere(2))
    after = system({**before.ratings, "a-question-of-long-ago": rated(0, 0, 0, 0)})
    assert standings(METHOD, after) == standings(METHOD, before)


def test_reconciled_by_whom_does_not_change_the_score():
    room = Reconciled(level=3, reason="Seen", by="Thea Lindqvist")
    ratings = rated(1, 4).model_copy(update={"reconciled": room})
    assert standing_of("q", system({"q": ratings})).reconciled
