"""Logs of Inspect AI in both formats, and results of promptfoo."""

import json

import pytest

from desktop.exchange.evaluation.batch import ResultsRefusedError
from tests.unit.exchange.evaluation.writers import (
    inspect_head,
    inspect_sample,
    packed,
    promptfoo,
    promptfoo_entry,
    read,
    written,
)


def test_the_real_log_in_json(shared):
    found = read(shared / "data" / "evaluation" / "inspect_popularity.json")
    run = found.run
    assert (run.scored, run.correct, run.on.isoformat()) == (3, 2, "2025-05-12")
    assert run.version == "openai/gpt-4o-mini"
    assert run.figures.latency.scored == 3
    assert "cancelled" in found.notices[0]


def test_the_real_packed_log(shared):
    """It holds answers and targets and no score; its scorer compares the two."""
    found = read(shared / "data" / "evaluation" / "inspect_popularity.eval")
    assert (found.run.scored, found.run.correct, found.run.on.isoformat()) == (10, 8, "2025-02-11")
    assert "no scores" in found.notices[0]


def test_both_formats_of_one_log_are_the_same_run(tmp_path):
    samples = [inspect_sample(n, "C" if n % 3 else "I", metadata={"category": "a"}) for n in range(1, 10)]
    whole = read(written(tmp_path, json.dumps(inspect_head(samples=samples)), "log.json")).run
    parts = {f"samples/{sample['id']}_epoch_1.json": sample for sample in samples}
    archive = read(written(tmp_path, packed({"header.json": inspect_head(), **parts}), "log.eval")).run
    assert (whole.scored, whole.correct) == (9, 6)
    assert whole.figures.fingerprint == archive.figures.fingerprint
    assert whole.figures.slices == archive.figures.slices


@pytest.mark.parametrize(
    ("value", "scored", "correct"),
    [("C", 1, 1), ("I", 1, 0), ("N", 1, 0), ("P", 1, 0), (1, 1, 1), (0.4, 1, 0), (True, 1, 1), ({"a": 1}, 0, 0),
     (None, 0, 0), (float("nan"), 0, 0), ("yes", 1, 1), ("False", 1, 0), ("1", 1, 1), ([1, 0], 0, 0)],
)  # fmt: skip
def test_what_a_score_can_be(tmp_path, value, scored, correct):
    log = inspect_head(samples=[inspect_sample(1, value), inspect_sample(2, "C")])
    run = read(written(tmp_path, json.dumps(log), "log.json")).run
    assert (run.scored, run.correct) == (scored + 1, correct + 1)


def test_a_sample_that_ran_three_times_counts_once(tmp_path):
    samples = [inspect_sample(1, value, epoch=epoch) for epoch, value in enumerate(["C", "C", "I"], 1)]
    found = read(written(tmp_path, json.dumps(inspect_head(samples=samples)), "log.json"))
    assert (found.run.scored, found.run.correct) == (1, 1)
    assert "once" in found.notices[0]


def test_a_log_graded_on_another_scale_is_refused(tmp_path):
    """Also where only a later run of a sample shows the scale."""
    samples = [inspect_sample(1, value, epoch=epoch) for epoch, value in enumerate([1, 4], 1)]
    with pytest.raises(ResultsRefusedError, match="outside 0 to 1"):
        read(written(tmp_path, json.dumps(inspect_head(samples=samples)), "log.json"))


def test_a_scorer_of_several_values_counts_by_the_one_that_the_log_names_first(tmp_path):
    names = [
        {"name": name, "scorer": "judge", "reducer": way} for name in ("relevant", "polite") for way in ("mean", "mode")
    ]
    samples = [inspect_sample(n, None, scores={"judge": {"value": {"polite": 0, "relevant": n % 2}}}) for n in range(6)]
    log = inspect_head(samples=samples, results={"scores": names})
    found = read(written(tmp_path, json.dumps(log), "log.json"))
    assert (found.run.scored, found.run.correct) == (6, 3)
    assert found.notices == ("The log has 2 scores for each sample; “relevant” was taken.",)


def test_a_score_with_a_name_of_its_own_is_found_by_its_scorer(tmp_path):
    named = {"scores": [{"name": "exactness", "scorer": "model_graded_qa"}]}
    log = inspect_head(samples=[inspect_sample(1, "C")], results=named)
    assert read(written(tmp_path, json.dumps(log), "log.json")).run.correct == 1


def test_a_graded_log_without_scores_is_not_compared_here(tmp_path):
    log = inspect_head(samples=[inspect_sample(1, "C", scores={})], results={})
    log["eval"]["scorers"] = [{"name": "model_graded_qa"}]
    with pytest.raises(ResultsRefusedError, match="no score"):
        read(written(tmp_path, json.dumps(log), "log.json"))


def test_promptfoo_results(tmp_path):
    entries = [promptfoo_entry(n, success=n != 3) for n in range(1, 7)]
    entries.append(promptfoo_entry(7, success=False, failureReason=2, error="timeout"))
    found = read(written(tmp_path, json.dumps(promptfoo(entries)), "results.json"))
    run = found.run
    assert (run.scored, run.correct, run.figures.unscored) == (6, 5, 1)
    assert (run.on.isoformat(), run.version) == ("2026-11-12", "openai:gpt-4o-mini")
    assert [(tally.name, tally.scored, tally.correct) for tally in run.figures.slices] == [
        ("home", 3, 3),
        ("motor", 3, 2),
    ]
    assert float(run.figures.cost.total) == 0.0012
    assert float(run.figures.latency.median) == 403.5
    assert "private" not in run.model_dump_json()
    assert "error" in found.notices[0]


@pytest.mark.parametrize("shape", ["document", "summary", "flat", "lines", "list"])
def test_every_shape_that_promptfoo_writes_is_the_same_score(tmp_path, shape):
    entries = [promptfoo_entry(n, success=n != 3) for n in range(1, 7)]
    whole = promptfoo(entries)
    text = {
        "document": json.dumps(whole),
        "summary": json.dumps({**whole["results"], "version": 2, "table": {"head": {}, "body": []}}),
        "flat": json.dumps({"version": 4, "createdAt": "2026-11-12", "evalId": "e", "results": entries, "prompts": []}),
        "lines": "\n".join(json.dumps(entry) for entry in entries),
        "list": json.dumps(entries),
    }[shape]
    run = read(written(tmp_path, text, "results")).run
    assert (run.scored, run.correct, run.version) == (6, 5, "openai:gpt-4o-mini")
    assert [tally.name for tally in run.figures.slices] == ["home", "motor"]
    assert (
        run.figures.set_fingerprint == read(written(tmp_path, json.dumps(whole), "whole")).run.figures.set_fingerprint
    )


def test_lines_of_two_providers_are_not_one_run(tmp_path):
    entries = [promptfoo_entry(1, success=True), promptfoo_entry(1, success=False, provider={"id": "other"})]
    with pytest.raises(ResultsRefusedError, match="2 pairs"):
        read(written(tmp_path, "\n".join(map(json.dumps, entries)), "results.jsonl"))


def test_a_comparison_of_two_providers_is_not_one_run(tmp_path):
    entries = [promptfoo_entry(1, success=True), promptfoo_entry(1, success=False, provider={"id": "other"})]
    with pytest.raises(ResultsRefusedError, match="2 pairs"):
        read(written(tmp_path, json.dumps(promptfoo(entries)), "results.json"))
