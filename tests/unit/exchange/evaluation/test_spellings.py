"""Numbers, words, days and names as tools and offices really write them: read right, or told, and never guessed."""

import json

import pytest

from desktop.exchange.evaluation.batch import ResultsRefusedError
from desktop.exchange.evaluation.numbers import canonical, number_of
from tests.unit.exchange.evaluation.writers import read, written


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("0.5", 0.5), ("0,5", 0.5), ("0,002", 0.002), ("12,5", 12.5), ("1.234", 1.234), ("1,234", None), ("1,234.5", 1234.5),
     ("1.234,5", 1234.5), ("1,234,567", 1234567), ("1.234.567", 1234567), ("1 234", 1234), ("1\u202f234,5", 1234.5),
     ("1'234.50", 1234.5), ("$0.002", 0.002), ("0,002 €", 0.002), ("1,23,4", None), ("1.234.5", None), ("-7", -7),
     ("nan", None), ("", None), ("fast", None), (True, None), (3, 3), ("1e3", 1000)],
)  # fmt: skip
def test_a_number_is_read_or_not_at_all(cell, expected):
    assert number_of(cell) == expected


def test_a_thousand_that_may_be_one_is_told_and_left_out(tmp_path):
    found = read(written(tmp_path, 'id,correct,latency_ms\n1,yes,"1,234"\n2,yes,"2,500.5"\n'))
    assert (found.run.figures.latency.scored, float(found.run.figures.latency.median)) == (1, 2500.5)
    assert "cannot be read for sure" in found.notices[0]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("2", "2.0", True), ("007", "7", True), ("1e3", "1000", True), ("-0", "0", True), ("Fire", "FIRE", True),
     ("12345678901234567890", "12345678901234567891", False), ("nan", "NaN", True), ("1_0", "10", True), ("2", "", False)],
)  # fmt: skip
def test_two_answers_are_one_where_they_say_the_same(one, other, same):
    """Two long numbers of an account differ in their last digit, which a float would lose."""
    assert (canonical(one) == canonical(other)) is same


def test_a_kind_of_case_is_one_however_it_is_spelt(tmp_path):
    rows = "".join(f"{n},{['Fire', 'fire', 'FIRE', 'Fire'][n % 4]},Yes,yes,YES\n" for n in range(40))
    figures = read(written(tmp_path, "id,slice,expected,predicted,second_label\n" + rows)).run.figures
    assert [(tally.name, tally.scored) for tally in figures.slices] == [("Fire", 40)]
    assert (figures.labelling.classes, figures.labelling.agreement) == (1, 100)


def test_a_right_label_in_two_spellings_is_one_class_and_agrees(tmp_path):
    rows = "".join(f"{n},{'Yes' if n % 2 else 'no'},yes,{'YES' if n % 2 else 'No'}\n" for n in range(40))
    labelling = read(written(tmp_path, "id,expected,predicted,label2\n" + rows)).run.figures.labelling
    assert (labelling.classes, labelling.kappa) == (2, 1)


@pytest.mark.parametrize("word", ["true", "T", "YES", "y", "1", "Pass", "correct", "success", "ok", "✓"])
def test_words_for_right(tmp_path, word):
    assert read(written(tmp_path, f"id,correct\n1,{word}\n")).run.correct == 1


def test_a_score_on_another_scale_is_refused(tmp_path):
    """On a scale of 1 to 5 the worst score is 1; to count only what fits into 0 to 1 would call it right."""
    rows = "".join(f"{n},{1 + n % 5}\n" for n in range(50))
    with pytest.raises(ResultsRefusedError, match="outside 0 to 1, the first in row 3"):
        read(written(tmp_path, "id,score\n" + rows))


def test_actual_is_what_was_true_beside_predicted_and_what_was_answered_beside_expected(tmp_path):
    assert read(written(tmp_path, "id,actual,predicted\n1,a,a\n2,a,b\n")).run.correct == 1
    assert read(written(tmp_path, "id,expected,actual\n1,a,a\n2,a,a\n")).run.correct == 2


@pytest.mark.parametrize(
    ("days", "expected"),
    [(["12.3.2026"] * 2, "2026-03-12"), (["2026-03-12T08:00:00", "2026-03-12T08:00:07"], "2026-03-12"),
     (["13/03/2026", "13/03/2026"], "2026-03-13"), (["2026-03-12", ""], "2026-03-12")],
)  # fmt: skip
def test_a_column_of_times_gives_the_day_they_fall_on(tmp_path, days, expected):
    found = read(written(tmp_path, "id,correct,date\n" + "".join(f"{n},yes,{day}\n" for n, day in enumerate(days))))
    assert (found.run.on.isoformat(), found.notices) == (expected, ())


@pytest.mark.parametrize("days", [["2026-03-12", "2026-03-13"], ["3/4/2026", "3/4/2026"], ["soon", "soon"]])
def test_a_day_that_cannot_be_told_is_not_guessed(tmp_path, days):
    found = read(written(tmp_path, "id,correct,date\n" + "".join(f"{n},yes,{day}\n" for n, day in enumerate(days))))
    assert found.run.on.isoformat() == "2026-11-21"
    assert "no one day" in found.notices[0]


def test_json_lines_say_their_day_and_version_too(tmp_path):
    def day(on):
        lines = "\n".join(json.dumps({"id": n, "correct": True, "date": on, "model": "m1"}) for n in range(3))
        return read(written(tmp_path, lines, f"{on}.jsonl")).run

    one, other = day("2026-11-02"), day("2026-11-03")
    assert (one.on.isoformat(), one.version) == ("2026-11-02", "m1")
    assert one.figures.fingerprint != other.figures.fingerprint


def test_no_answer_is_wrong_and_told(tmp_path):
    found = read(written(tmp_path, "id,expected,predicted\n1,a,\n2,a,a\n"))
    assert (found.run.scored, found.run.correct) == (2, 1)
    assert found.notices == ("Row 2 holds no answer; it counts as wrong.",)


def test_not_one_right_answer_asks_for_a_look_at_the_columns(tmp_path):
    found = read(written(tmp_path, "id,expected,predicted\n1,yes,TRUE\n2,no,FALSE\n"))
    assert found.run.correct == 0
    assert "Not one answer" in found.notices[0]


def test_the_id_of_something_else_does_not_tell_examples_apart(tmp_path):
    lines = "\n".join(json.dumps({"model": {"id": "m1"}, "correct": True}) for _ in range(5))
    run = read(written(tmp_path, lines, "run.jsonl")).run
    assert (run.scored, run.figures.duplicates) == (5, 0)


def test_a_day_that_is_still_to_come_is_told(tmp_path):
    found = read(written(tmp_path, "id,correct,date\n1,yes,2096-03-12\n"))
    assert found.notices == ("The file says that the run is of 12 Mar 2096, which is still to come.",)
