"""The diagnosis in the report model: numbers worked out on paper."""

from datetime import date

import pytest

from desktop.method import load_method
from desktop.reports.assessment import assess
from desktop.workbook import System, Workbook
from desktop.workbook.rating import Evidence, Rating, Ratings, Reconciled, Review

SHOWN = (Evidence(kind="note", text="Seen"),)
TODAY = date(2026, 11, 21)


def found(ratings):
    system = System(id="a", name="A", ratings=ratings)
    return assess(Workbook(systems={"a": system}), load_method(), system, TODAY)


def condition(report, name):
    return next(entry for entry in report.conditions if entry.group.id == name)


def members(lens, group):
    return load_method().group(lens, group)


def test_without_answers_nothing_is_claimed():
    report = found({})
    assert (report.answered, report.rung.rung, report.findings, report.disagreements) == (0, 0, (), ())
    assert len(report.silent) == 4
    assert report.reviewed.share is None
    assert all(entry.spread is None and not entry.differs for entry in report.conditions)
    assert [(step.met, step.total) for step in report.steps] == [
        (0, len(members("ladder", f"rung-{n}"))) for n in range(1, 6)
    ]


def test_a_rung_counts_what_applies_and_is_shown():
    one, two, three = members("ladder", "rung-1")
    report = found(
        {
            one: Ratings(views={"pilot-team": Rating(level=3, evidence=SHOWN)}),
            two: Ratings(views={"pilot-team": Rating(level=4)}),
            three: Ratings(views={"pilot-team": Rating(not_applicable=True)}),
        }
    )
    assert (report.steps[0].met, report.steps[0].total) == (1, 2)
    assert [(entry.question, entry.because) for entry in report.rung.unmet] == [(two, "claimed")]


@pytest.mark.parametrize(("other", "differs"), [(2, True), (3, False)])
def test_voices_differ_from_two_levels_on(other, differs):
    first, second = members("conditions", "workflow")[:2]
    report = found(
        {
            first: Ratings(views={"pilot-team": Rating(level=4), "it-operations": Rating(level=other)}),
            second: Ratings(views={"pilot-team": Rating(level=4), "it-operations": Rating(level=other)}),
        }
    )
    entry = condition(report, "workflow")
    assert (entry.spread, entry.differs) == (4 - other, differs)
    assert entry.apart == (2 if differs else 0)
    assert entry.score.score == other, "the lowest voice counts"


def test_an_agreed_level_ends_the_disagreement_of_the_question():
    first = members("conditions", "workflow")[0]
    views = {"pilot-team": Rating(level=4), "it-operations": Rating(level=0)}
    report = found({first: Ratings(views=views, reconciled=Reconciled(level=3, reason="Seen together"))})
    entry = condition(report, "workflow")
    assert (entry.apart, entry.score.score) == (0, 3)
    assert entry.differs, "what each voice said stays visible"


def test_the_accepted_share_is_of_the_answers_given():
    first, second = members("conditions", "workflow")[:2]
    report = found(
        {
            first: Ratings(
                views={
                    "pilot-team": Rating(level=4, review=Review.ACCEPTED),
                    "it-operations": Rating(not_applicable=True, review=Review.ACCEPTED),
                    "data-governance": Rating(review=Review.ACCEPTED),
                }
            ),
            second: Ratings(
                views={"pilot-team": Rating(level=1, review=Review.CHALLENGED), "it-operations": Rating(level=1)}
            ),
        }
    )
    reviewed = report.reviewed
    assert (reviewed.given, reviewed.accepted, reviewed.challenged, reviewed.share) == (4, 2, 1, 0.5)


def test_every_lens_is_there_with_its_groups():
    method, report = load_method(), found({})
    assert [entry.lens.id for entry in report.lenses] == [lens.id for lens in method.lenses]
    assert all(score.low == 0 and score.high == 4 for entry in report.lenses for _, score in entry.groups)
