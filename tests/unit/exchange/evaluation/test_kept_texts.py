"""Texts of examples: none unless asked for, then those that were asked for, in every format, bounded and never in silence."""

import json

import pytest

from desktop.exchange.evaluation.derive import derive
from desktop.exchange.evaluation.opening import open_results
from desktop.exchange.evaluation.texts import messages, passage
from desktop.workbook.kept_texts import LONGEST, MOST_EXAMPLES, Keep
from desktop.workbook.sprint import Run
from tests.unit.exchange.evaluation.dates import TODAY
from tests.unit.exchange.evaluation.telling import EXAMPLES, FORMATS, WORD, WRONG, right, texts
from tests.unit.exchange.evaluation.writers import inspect_head, inspect_sample, promptfoo, promptfoo_entry, written


def run_of(path, keep=Keep.NONE) -> Run:
    with open_results(path, keep=keep) as batch:
        return derive(batch, TODAY, keep=keep).run


@pytest.mark.parametrize("name", FORMATS)
def test_not_one_text_stays_unless_it_is_asked_for(tmp_path, name):
    run = run_of(written(tmp_path, FORMATS[name](), name))
    assert (run.scored, run.correct, run.kept) == (EXAMPLES, EXAMPLES - WRONG, None)
    assert WORD not in run.model_dump_json()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("keep", [Keep.WRONG, Keep.ALL])
def test_what_is_asked_for_stays_whole(tmp_path, name, keep):
    run = run_of(written(tmp_path, FORMATS[name](), name), keep)
    numbers = [number for number in range(1, EXAMPLES + 1) if keep is Keep.ALL or not right(number)]
    kept = run.kept
    assert (kept.which, kept.found, len(kept.examples)) == (keep, len(numbers), len(numbers))
    by_name = {one.name: one for one in kept.examples}
    for number in numbers:
        told, one = texts(number), by_name[texts(number)["id"]]
        assert one.right is right(number)
        assert one.given.text == told["predicted"]
        assert told["expected"] in one.expected.text
        assert told["input"] in one.input.text
        assert one.reason.text == told["reason"]
        assert not any(text.shortened for text in one.passages)
    assert "nothing is read from" not in run.model_dump_json()


@pytest.mark.parametrize("name", FORMATS)
def test_the_figures_are_the_same_with_and_without_texts(tmp_path, name):
    path = written(tmp_path, FORMATS[name](), name)
    assert run_of(path, Keep.ALL).figures == run_of(path).figures


def test_a_text_that_is_too_long_is_shortened_and_says_so(tmp_path):
    long = "ü" * (LONGEST + 1)
    path = written(tmp_path, json.dumps({"id": 1, "input": long, "correct": False}), "run.jsonl")
    (one,) = run_of(path, Keep.WRONG).kept.examples
    assert (len(one.input.text), one.input.length, one.input.shortened) == (LONGEST, LONGEST + 1, True)


def test_more_than_a_run_keeps_are_counted_and_the_wrong_ones_come_first(tmp_path):
    total = MOST_EXAMPLES + 200
    lines = (json.dumps({"id": n, "input": f"text {n}", "correct": n < total - 50}) for n in range(total))
    kept = run_of(written(tmp_path, "\n".join(lines), "run.jsonl"), Keep.ALL).kept
    assert (kept.found, len(kept.examples)) == (total, MOST_EXAMPLES)
    assert sum(not one.right for one in kept.examples) == 50
    assert [one.row for one in kept.examples] == sorted(one.row for one in kept.examples)


def test_absent_and_empty_are_two_things(tmp_path):
    said = ({"output": ""}, {}, {"output": None})
    lines = (json.dumps({"id": n, "correct": False, **one}) for n, one in enumerate(said))
    kept = run_of(written(tmp_path, "\n".join(lines), "run.jsonl"), Keep.WRONG).kept
    (one,) = kept.examples
    assert (one.given.text, one.input, kept.found) == ("", None, 3)


def test_an_example_that_says_nothing_or_repeats_another_is_not_kept(tmp_path):
    text = "id,input,correct\n1,first,no\n1,again,no\n2,unknown,\n3,third,no\n"
    kept = run_of(written(tmp_path, text), Keep.ALL).kept
    assert [one.input.text for one in kept.examples] == ["first", "third"]
    assert kept.found == 2


def test_a_sample_of_several_epochs_keeps_the_texts_of_a_run_with_its_verdict(tmp_path):
    def epoch(value, answer):
        return inspect_sample(1, value, output={"choices": [{"message": {"content": answer}}]})

    log = inspect_head(samples=[epoch("C", "good"), epoch("I", "bad"), epoch("I", "worse")])
    kept = run_of(written(tmp_path, json.dumps(log), "log.json"), Keep.WRONG).kept
    assert [one.given.text for one in kept.examples] == ["bad"]
    log["samples"].append(epoch("C", "better"))
    log["samples"].append(epoch("C", "best"))
    assert run_of(written(tmp_path, json.dumps(log), "log.json"), Keep.WRONG).kept.examples == ()


def test_several_variables_of_promptfoo_are_told_by_name(tmp_path):
    entry = promptfoo_entry(1, success=False, vars={"letter": "Hello", "rule": {"a": 1}})
    (one,) = run_of(written(tmp_path, json.dumps(promptfoo([entry])), "r.json"), Keep.WRONG).kept.examples
    assert one.input.text == 'letter: Hello\nrule: {"a": 1}'


def test_conversations_are_told_by_who_spoke():
    assert messages("plain") == "plain"
    assert messages([{"role": "user", "content": "alone"}]) == "alone"
    turns = [{"role": "system", "content": "rule"}, {"role": "user", "content": [{"type": "image"}, {"text": "see"}]}]
    assert messages(turns) == "system: rule\n\nuser: [image]\nsee"
    assert messages([1, 2]) == [1, 2]


@pytest.mark.parametrize("value", ["\ud800", "a\udfffb", {"a": "\ud83d"}, ["\ud800"]], ids=ascii)
def test_half_of_a_character_can_be_saved(value):
    passage(value).model_dump_json().encode()


@pytest.mark.parametrize("value", [3, 2.5, True, {"a": [1]}, [None]], ids=ascii)
def test_a_value_that_is_no_text_is_written_as_one(value):
    assert json.loads(passage(value).text.replace("True", "true")) == value
