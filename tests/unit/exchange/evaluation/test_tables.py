"""CSV, XLSX and JSON Lines: the real runs, other headings, and what one row can say."""

import csv
import json
from collections import Counter

import pytest

from desktop.analysis.calibration import expected_calibration_error
from desktop.analysis.run_evidence import reliability
from tests.unit.exchange.evaluation.dates import TODAY
from tests.unit.exchange.evaluation.writers import read, written, xlsx

RUN = "id,kind,gold,answer,confidence\n1,a,yes,Yes ,0.9\n2,a,no,yes,80%\n3,b,2,2.0,0.7\n4,b,no,,0.6\n"


@pytest.mark.parametrize(("number", "correct"), [(1, 351), (2, 346), (3, 327), (4, 310), (5, 262)])
def test_the_real_runs_are_counted_as_they_stand(shared, number, correct):
    source = shared / "data" / "evaluation" / f"digits_run_{number}.csv"
    with source.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    run, notices = (found := read(source)).run, found.notices
    assert (run.scored, run.correct, run.on, notices) == (360, correct, TODAY, ())
    by_slice = Counter(row["slice"] for row in rows)
    assert {tally.name: tally.scored for tally in run.figures.slices} == by_slice
    assert sum(tally.correct for tally in run.figures.slices) == correct
    assert sum(entry.scored for entry in run.figures.confidence) == 360


def test_the_calibration_of_a_real_run_is_that_of_its_rows(shared):
    """Worked over the rows without bins' code: |confidence − right| summed by tenth."""
    source = shared / "data" / "evaluation" / "digits_run_5.csv"
    tenths: dict[int, list[tuple[float, bool]]] = {}
    with source.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            sure = float(row["confidence"])
            at = next(n for n in range(10) if sure <= (n + 1) / 10 + 1e-9)
            tenths.setdefault(at, []).append((sure, row["expected"] == row["predicted"]))
    expected = sum(abs(sum(c for c, _ in t) - sum(r for _, r in t)) for t in tenths.values()) / 360
    assert expected_calibration_error(reliability(read(source).run.figures)) == pytest.approx(expected, abs=1e-6)


def test_other_headings_and_spellings_are_understood(tmp_path):
    run = read(written(tmp_path, RUN)).run
    assert (run.scored, run.correct) == (4, 2)  # case, spaces and 2.0 are no difference; no answer is wrong
    assert [(tally.name, tally.scored, tally.correct) for tally in run.figures.slices] == [("a", 2, 1), ("b", 2, 1)]


def test_a_person_says_which_column_holds_what(tmp_path):
    path = written(tmp_path, "nr;Soll alt;Soll neu;Ist\n1;a;b;b\n2;a;a;b\n")
    assert read(path, columns={"expected": "Soll neu"}).run.correct == 1
    assert read(path, columns={"expected": "Soll alt"}).run.correct == 0


def test_the_same_results_are_the_same_run_in_every_table_format(tmp_path):
    rows = [line.split(",") for line in RUN.splitlines()]
    lines = "\n".join(json.dumps(dict(zip(rows[0], row, strict=True))) for row in rows[1:])
    runs = [
        read(written(tmp_path, RUN)).run,
        read(written(tmp_path, RUN.replace(",", ";"), "other name.txt")).run,
        read(written(tmp_path, RUN.encode("utf-16"), "wide.csv")).run,
        read(written(tmp_path, xlsx(rows), "run.xlsx")).run,
        read(written(tmp_path, lines, "run.jsonl")).run,
        read(written(tmp_path, lines.encode("utf-16"), "wide.jsonl")).run,
        read(written(tmp_path, json.dumps([json.loads(line) for line in lines.split("\n")]), "run.json")).run,
    ]
    assert len({run.figures.fingerprint for run in runs}) == 1
    assert len({run.figures.set_fingerprint for run in runs}) == 1
    assert len({run.figures.outcomes for run in runs}) == 1


def test_another_outcome_is_another_run_on_the_same_set(tmp_path):
    one, other = read(written(tmp_path, RUN)).run, read(written(tmp_path, RUN.replace("2,a,no,yes", "2,a,no,no"))).run
    assert one.figures.fingerprint != other.figures.fingerprint
    assert one.figures.set_fingerprint == other.figures.set_fingerprint


def test_no_text_of_an_example_is_kept(tmp_path):
    """A file with letters for inputs, texts for answers and names for ids leaves nothing of them behind."""
    secret = "Dear Ms Petrova-Zwieback"
    rows = [{"id": f"{secret} {n}", "input": secret, "expected": f"{secret} {n}", "output": secret} for n in range(30)]
    derived = read(written(tmp_path, "\n".join(json.dumps(row) for row in rows), "run.jsonl"))
    assert "Petrova" not in derived.run.model_dump_json() + "".join(derived.notices)
    assert derived.run.figures.labelling.classes is None


def test_two_labellers_and_the_balance_of_classes(tmp_path):
    rows = ["id,expected,second label,predicted"]
    rows += [f"{n},{one},{two},y" for n, (one, two) in enumerate(["yy"] * 20 + ["yn"] * 5 + ["ny"] * 10 + ["nn"] * 15)]
    labelling = read(written(tmp_path, "\n".join(rows))).run.figures.labelling
    assert (labelling.doubles, float(labelling.agreement), float(labelling.kappa)) == (50, 70.0, 0.4)
    assert (labelling.classes, float(labelling.largest_class)) == (2, 50.0)


def test_latency_and_cost_are_summed_up(tmp_path):
    lines = "\n".join(json.dumps({"id": n, "correct": True, "latency_ms": n, "cost": 0.5}) for n in range(1, 101))
    figures = read(written(tmp_path, lines, "run.jsonl")).run.figures
    assert [float(value) for value in (figures.latency.median, figures.latency.p95, figures.cost.total)] == [
        50.5,
        95,
        50,
    ]


def test_each_example_counts_once_and_every_odd_row_is_named(tmp_path):
    text = "id,correct,confidence\n1,yes,0.5\n1,no,0.5\n2,,1\n3,perhaps,1\n4,no,7\n5,pass,NaN\n6,=A1,1\n"
    found = read(written(tmp_path, text))
    assert (found.run.scored, found.run.correct) == (3, 2)
    assert (found.run.figures.duplicates, found.run.figures.unscored) == (1, 3)
    said = "\n".join(found.notices)
    assert [f"ow {row}" in said for row in (3, 4, 5, 6, 8)] == [True] * 5
    assert said.count("confidence") == 1
    assert "2 rows have a confidence" in said


def test_a_partial_score_is_not_right(tmp_path):
    found = read(written(tmp_path, "id,score\n1,1\n2,0.5\n3,0\n4,nan\n"))
    assert (found.run.scored, found.run.correct, found.run.figures.unscored) == (3, 1, 1)
    assert len(found.notices) == 2


def test_columns_of_nested_objects_are_found(tmp_path):
    lines = '{"meta": {"id": 1, "slice": "a"}, "verdict": {"correct": true}}\n{"meta": {"id": 2}, "verdict": {}}\n'
    found = read(written(tmp_path, lines, "run.jsonl"))
    assert (found.run.scored, found.run.figures.unscored) == (1, 1)


def test_too_many_kinds_of_case_are_a_wrong_column(tmp_path):
    text = "id,category,correct\n" + "".join(f"{n},free text {n},yes\n" for n in range(80))
    found = read(written(tmp_path, text))
    assert found.run.figures.slices == ()
    assert "no kinds are kept" in found.notices[-1]


def test_a_day_and_a_version_that_hold_for_all_rows_are_the_runs(tmp_path):
    found = read(written(tmp_path, "id,correct,date,model\n1,yes,2026-11-02,v4\n2,no,2026-11-02,v4\n"))
    assert (found.run.on.isoformat(), found.run.version) == ("2026-11-02", "v4")
