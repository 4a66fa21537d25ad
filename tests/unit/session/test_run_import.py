"""Importing a run in the window: recognised, mapped, previewed in its place, stopped, and never a text kept."""

import json
import tracemalloc
from datetime import date

import pytest

from desktop.reports.cancel import Cancelled
from desktop.session.evidence_edits import import_run
from desktop.session.run_import import ROLES, Asked, Wanted, import_preview, known_sets, likely_wanted, read_run_file
from desktop.workbook import Sprint, System, Workbook
from desktop.workbook.kept_texts import Keep
from desktop.workbook.sprint import NamedSet
from tests.northwind import sample
from tests.unit.exchange.evaluation.test_broken_results import BROKEN
from tests.unit.exchange.evaluation.writers import written, xlsx

TODAY = date(2026, 11, 21)
GERMAN = "Fall;Soll-Wert;Antwort des Modells;Sparte\n1;ja;ja;Kfz\n2;nein;ja;Wasser\n3;ja;ja;Kfz\n"


def read(path, columns=None, sheet="", progress=None, keep=Keep.NONE):
    return read_run_file(Asked(path, columns, sheet, keep), TODAY, progress)


def chosen(found, **headings):
    return {**found.mapping, **headings}


@pytest.mark.parametrize(
    ("name", "kind", "correct", "scored"),
    [
        ("digits_run_1.csv", "csv", 351, 360),
        ("digits_run_5.csv", "csv", 262, 360),
        ("inspect_popularity.json", "inspect", 2, 3),
        ("inspect_popularity.eval", "inspect-eval", 8, 10),
    ],
)
def test_the_real_files_are_recognised(shared, name, kind, correct, scored):
    found = read(shared / "data" / "evaluation" / name)
    assert (found.kind, found.run.correct, found.run.scored, found.refused) == (kind, correct, scored, "")
    assert bool(found.headings) is (kind == "csv")


def test_columns_are_shown_with_what_stands_in_them(shared):
    found = read(shared / "data" / "evaluation" / "digits_run_1.csv")
    shown = {choice.role: choice for choice in found.columns}
    assert tuple(shown) == ROLES
    assert shown["expected"].heading == "expected"
    assert shown["id"].cells.startswith("“digits-")
    assert shown["cost"].heading == shown["cost"].cells == ""


def test_columns_that_nothing_was_found_for_are_chosen_by_a_person(tmp_path):
    first = read(written(tmp_path, GERMAN))
    assert first.run is None
    assert "right from wrong" in first.refused
    assert first.headings == ("Fall", "Soll-Wert", "Antwort des Modells", "Sparte")
    columns = chosen(first, id="Fall", expected="Soll-Wert", predicted="Antwort des Modells", slice="Sparte")
    found = read(first.path, columns)
    assert (found.run.correct, found.run.scored, found.refused) == (2, 3, "")
    assert [tally.name for tally in found.run.figures.slices] == ["Kfz", "Wasser"]
    assert found.mapping == columns


def test_a_column_that_was_taken_away_is_not_found_again(tmp_path):
    path = written(tmp_path, "id,expected,predicted,slice\n1,a,a,x\n2,b,a,y\n")
    found = read(path, chosen(read(path), slice=""))
    assert found.run.figures.slices == ()


def test_names_inside_objects_can_be_chosen(tmp_path):
    lines = "\n".join(json.dumps({"a": {"verdict": n % 2 == 0}, "b": {"verdict": True}}) for n in range(4))
    first = read(written(tmp_path, lines, "run.jsonl"))
    assert first.headings == ("a.verdict", "b.verdict")
    assert read(first.path, chosen(first, correct="a.verdict")).run.correct == 2


def test_another_sheet_of_a_workbook_can_be_read(tmp_path):
    from openpyxl import load_workbook

    path = written(tmp_path, xlsx([["id", "correct"], [1, "yes"]]), "runs.xlsx")
    book = load_workbook(path)
    other = book.create_sheet("Later")
    for row in (["id", "correct"], [1, "no"], [2, "no"]):
        other.append(row)
    book.save(path)
    first = read(path)
    assert (first.sheets, first.sheet, first.run.scored) == (("Sheet", "Later"), "Later", 2)
    assert read(path, sheet="Sheet").run.scored == 1


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_one_sentence_and_nothing_else(tmp_path, name):
    content, _ = BROKEN[name]
    found = read(written(tmp_path, content, "run"))
    assert found.run is None
    assert found.refused
    assert "\n" not in found.refused


def test_a_file_that_is_not_there_is_a_sentence(tmp_path):
    assert read(tmp_path / "gone.csv").refused


def test_reading_can_be_stopped(tmp_path):
    path = written(tmp_path, "id,correct\n" + "".join(f"{n},yes\n" for n in range(5_000)))
    steps = []

    def progress(done: int, total: int) -> None:
        steps.append(done)
        if done >= 1_000:
            raise Cancelled

    with pytest.raises(Cancelled):
        read(path, progress=progress)
    assert steps[-1] == 1_000


def test_a_long_stream_needs_little_memory(tmp_path):
    """Some 60 MB of JSON Lines; what is held is a hash and a bit an example, and the figures."""
    path, text = tmp_path / "run.jsonl", "word " * 200
    with path.open("w", encoding="utf-8") as file:
        for n in range(60_000):
            file.write(json.dumps({"id": n, "input": text, "correct": n % 3 > 0, "slice": str(n % 5)}) + "\n")
    assert path.stat().st_size > 60_000_000
    tracemalloc.start()
    found = read(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.run.scored == 60_000
    assert most < path.stat().st_size / 2


def test_no_text_of_an_example_reaches_the_workbook(tmp_path):
    secret = "Frau Beispiel wohnt in der Musterstrasse"
    rows = "".join(f'{n},"{secret} {n}",yes\n' for n in range(30))
    found = read(written(tmp_path, f"id,input,correct\n{rows}"))
    preview = import_preview(sample(), "0001-claims-triage", found, Wanted("", TODAY, ""))
    after = import_run("0001-claims-triage", preview.run).change(sample())
    assert secret not in after.model_dump_json()


SYSTEM = "s1"


def empty(**fields) -> Workbook:
    return Workbook(systems={SYSTEM: System(id=SYSTEM, name="Triage", **fields)})


def rows(right: int, total: int, first: int = 0) -> str:
    return "id,correct\n" + "".join(
        f"{n},{'yes' if n < first + right else 'no'}\n" for n in range(first, first + total)
    )


def with_first_run(tmp_path, test_set: str = "") -> Workbook:
    found = read(written(tmp_path, rows(190, 200), "first.csv"))
    preview = import_preview(empty(), SYSTEM, found, Wanted(test_set, date(2026, 11, 12), "v1"))
    return import_run(SYSTEM, preview.run).change(empty())


def test_the_preview_is_the_page_as_it_will_be(tmp_path):
    workbook = with_first_run(tmp_path)
    found = read(written(tmp_path, rows(170, 200), "second.csv"))
    preview = import_preview(workbook, SYSTEM, found, Wanted("", TODAY, "v2"))
    assert preview.headline.replace("\u00a0", " ") == "second.csv: 170 of 200 right, 85.0 % (79.4 to 89.3 %)"
    assert preview.view.run.word == "Regression"
    assert (preview.run.version, preview.run.on) == ("v2", TODAY)
    assert (preview.known, preview.remark) == (False, "")
    assert len(workbook.systems[SYSTEM].sprint.scoring.runs) == 1, "a preview changes nothing"


def test_the_same_run_is_known(tmp_path):
    workbook = with_first_run(tmp_path)
    found = read(tmp_path / "first.csv")
    preview = import_preview(workbook, SYSTEM, found, Wanted("", TODAY, "other words"))
    assert preview.known
    assert "12 Nov 2026" in preview.remark


def test_the_same_results_under_another_set_and_other_examples_are_remarked(tmp_path):
    workbook = with_first_run(tmp_path)
    again = import_preview(workbook, SYSTEM, read(tmp_path / "first.csv"), Wanted("Hard", TODAY, ""))
    assert "stand under" in again.remark
    other = read(written(tmp_path, rows(150, 200, first=5_000), "other.csv"))
    assert "not those" in import_preview(workbook, SYSTEM, other, Wanted("", TODAY, "")).remark
    assert import_preview(workbook, SYSTEM, other, Wanted("Hard", TODAY, "")).remark == ""


def test_a_run_goes_to_the_set_that_scored_the_same_examples(tmp_path):
    workbook = with_first_run(tmp_path, "Hard")
    system = workbook.systems[SYSTEM]
    assert likely_wanted(system, read(written(tmp_path, rows(150, 200), "b.csv")), "").test_set == "Hard"
    other = read(written(tmp_path, rows(150, 200, first=900), "c.csv"))
    assert likely_wanted(system, other, "").test_set == ""
    assert likely_wanted(system, read(tmp_path / "gone.csv"), "") is None


def test_the_known_sets_are_the_own_those_with_runs_and_those_described(tmp_path):
    more = {"m1": NamedSet(name="Rare"), "m2": NamedSet(name=" ")}
    assert known_sets(empty(sprint=Sprint(more_sets=more)).systems[SYSTEM]) == ("", "Rare")
    assert known_sets(with_first_run(tmp_path, "Hard").systems[SYSTEM]) == ("", "Hard")


HOSTILE = (
    "<b>x</b>",
    "=1+1",
    "\u202egnp.exe",
    "a\x00b\x07",
    "😀" * 40,
    "x\r\ny",
    "W" * 3_000,
    "{0} %s",
    "\ud800"[:0] + "|",
)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_kinds_of_case_and_versions_are_texts(tmp_path, text):
    lines = "\n".join(
        json.dumps({"id": n, "correct": True, "slice": text, "model": text, "label": text}) for n in range(5)
    )
    found = read(written(tmp_path, lines, "run.jsonl"))
    preview = import_preview(empty(), SYSTEM, found, Wanted("", TODAY, found.run.version))
    after = import_run(SYSTEM, preview.run).change(empty())
    assert Workbook.model_validate_json(after.model_dump_json()) == after
    assert preview.view.run is not None
