"""What must hold for any answers: bounds that contain the truth, and no answer that hurts by being better."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.ladder import rung_of
from desktop.analysis.scoring import HIGHEST, LOWEST, lens_scores, score, standing_of, standings
from desktop.workbook.rating import Ratings
from tests.unit.analysis.answers import METHOD, rated, system

LEVELS = st.sampled_from((None, -1, 0, 1, 2, 3, 4))
ANSWERED = st.sampled_from((-1, 0, 1, 2, 3, 4))
GROUPS = st.lists(LEVELS, min_size=1, max_size=8)
QUESTIONS = tuple(METHOD.question)
RATED = st.builds(
    rated, st.integers(0, 4), st.none() | st.integers(0, 4), st.none() | st.integers(0, 4), shown=st.booleans()
)
ANSWERS = st.dictionaries(st.sampled_from(QUESTIONS), RATED, max_size=40)
# Most rungs need all their questions, so these begin from everything and take a few away.
NEARLY_ALL = st.dictionaries(st.sampled_from(QUESTIONS), RATED, max_size=6).map(
    lambda few: {**{one: rated(3, 3, 4, 4) for one in QUESTIONS}, **few}
)


def scored(levels):
    names = [f"q{n}" for n in range(len(levels))]
    built = system({name: rated(level) for name, level in zip(names, levels, strict=True) if level is not None})
    return score(standing_of(name, built) for name in names)


@given(GROUPS, st.data())
def test_the_bounds_contain_every_completion(levels, data):
    before = scored(levels)
    after = scored([data.draw(ANSWERED) if level is None else level for level in levels])
    if after.score is not None:
        assert before.low - 1e-9 <= after.score <= before.high + 1e-9


@given(GROUPS)
def test_the_bounds_are_reached_and_so_are_not_wider_than_they_must_be(levels):
    found = scored(levels)
    if found.low is not None:
        for extreme, bound in ((LOWEST, found.low), (HIGHEST, found.high)):
            assert abs(scored([extreme if level is None else level for level in levels]).score - bound) < 1e-9


@given(GROUPS, ANSWERED, st.data())
def test_each_answer_narrows_or_leaves_the_bounds(levels, answer, data):
    still_open = [at for at, level in enumerate(levels) if level is None]
    if not still_open:
        return
    at = data.draw(st.sampled_from(still_open))
    before, after = scored(levels), scored([*levels[:at], answer, *levels[at + 1 :]])
    if after.low is not None:
        assert before.low - 1e-9 <= after.low <= after.high <= before.high + 1e-9
    assert after.coverage > before.coverage


@given(GROUPS)
def test_a_score_lies_within_its_bounds_and_within_the_scale(levels):
    found = scored(levels)
    if found.score is not None:
        assert LOWEST <= found.low - 1e-9 + 1e-9 <= found.score + 1e-9
        assert found.score <= found.high + 1e-9 <= HIGHEST + 1e-9
    assert 0 <= found.coverage <= 1


@given(st.lists(ANSWERED, min_size=1, max_size=8))
def test_what_does_not_apply_leaves_the_denominator(levels):
    counted = [level for level in levels if level != -1]
    found = scored(levels)
    assert found.score == (scored(counted).score if counted else None)


@given(st.dictionaries(st.sampled_from(QUESTIONS), RATED, min_size=1, max_size=20), st.randoms())
def test_the_order_of_answering_does_not_matter(answers, random):
    shuffled = list(answers.items())
    random.shuffle(shuffled)
    turned = {
        name: Ratings(views=dict(reversed(list(ratings.views.items()))), reconciled=ratings.reconciled)
        for name, ratings in shuffled
    }
    one, other = system(answers), system(turned)
    assert standings(METHOD, one) == standings(METHOD, other)
    assert rung_of(METHOD, one, standings(METHOD, one)) == rung_of(METHOD, other, standings(METHOD, other))


@given(ANSWERS | NEARLY_ALL, st.data())
def test_raising_one_answer_never_lowers_a_score_or_the_rung(answers, data):
    if not answers:
        return
    question = data.draw(st.sampled_from(sorted(answers)))
    ratings = answers[question]
    name = data.draw(st.sampled_from(sorted(ratings.views)))
    view = ratings.views[name]
    higher = view.model_copy(update={"level": data.draw(st.integers(view.level, 4))})
    raised = {**answers, question: ratings.model_copy(update={"views": {**ratings.views, name: higher}})}
    before, after = system(answers), system(raised)
    was, now = standings(METHOD, before), standings(METHOD, after)
    for lens in METHOD.lenses:
        old, new = lens_scores(METHOD, lens, was), lens_scores(METHOD, lens, now)
        for group in old:
            assert (old[group].score or 0) <= (new[group].score or 0) + 1e-9
            assert (old[group].low or 0) <= (new[group].low or 0) + 1e-9
    assert rung_of(METHOD, before, was).rung <= rung_of(METHOD, after, now).rung


@given(NEARLY_ALL, st.sampled_from(QUESTIONS))
def test_taking_evidence_away_never_raises_the_rung(answers, question):
    bare = {name: view.model_copy(update={"evidence": ()}) for name, view in answers[question].views.items()}
    less = {**answers, question: Ratings(views=bare)}
    before, after = system(answers), system(less)
    assert (
        rung_of(METHOD, after, standings(METHOD, after)).rung <= rung_of(METHOD, before, standings(METHOD, before)).rung
    )
