"""What weeks 9 to 12 come to, in sentences."""

from decimal import Decimal

import pytest

from desktop.analysis.workflow import Flow, Mix, Queue, Saving
from desktop.reports.launch_words import mix_words, queue_words, saved_words


def flow(faulty):
    return Flow((), Decimal(10), None if faulty is None else Decimal(faulty))


SAVED = Saving(Decimal("1560.9"), Decimal("9.96"), Decimal("0.6227"))


def test_a_saving_with_its_minutes_and_errors():
    told = saved_words(SAVED, flow(1_316), flow(358))
    assert told.state == "done"
    assert told.headline == "The redesigned work takes 1,561 hours a month less: 62 % of today's."
    assert told.detail == "That is 10.0 minutes for each case. Errors in the steps: 1,316 a month today, 358 then."


def test_faster_with_more_errors_is_no_success():
    assert saved_words(SAVED, flow(69), flow(95)).state == "risk"


@pytest.mark.parametrize(("today", "then"), [(None, 5), (5, None)])
def test_errors_that_nobody_counted_are_not_said(today, then):
    told = saved_words(SAVED, flow(today), flow(then))
    assert (told.state, told.detail) == ("done", "That is 10.0 minutes for each case.")


def test_slower_than_today():
    told = saved_words(Saving(Decimal(-12), None, None), flow(None), flow(None))
    assert (told.state, told.headline) == ("block", "The redesigned work takes 12 hours a month more than today's.")
    assert saved_words(None, flow(None), flow(None)) is None


def queue(escalated, capacity):
    return Queue(Decimal(0), Decimal(escalated), Decimal(0), Decimal(capacity), Decimal(120))


@pytest.mark.parametrize(
    ("found", "state", "headline"),
    [
        (queue(30, 60), "done", "The reviewers can take the queue: it needs 50 % of their time."),
        (queue(54, 60), "risk", "90 % of the reviewers' time is taken: a busy day leaves a backlog."),
        (queue(75, 60), "block", "The queue is 15.0 hours a week over: it needs 75.0, there are 60.0."),
        (queue(75, 0), "block", "The queue is 75.0 hours a week over: it needs 75.0, there are 0.0."),
    ],
)
def test_the_queue_in_words(found, state, headline):
    told = queue_words(found)
    assert (told.state, told.headline) == (state, headline)


def test_how_many_cases_they_could_take():
    assert queue_words(queue(75, 60)).detail == "They can take 96 cases a week at this mix; 120 come."


def test_the_mix_of_a_run():
    words = "The newest run with confidences: 51 % high, 41 % medium, 8 % low (199 examples)."
    assert mix_words(Mix(0.51, 0.41, 0.08, 199)) == words
