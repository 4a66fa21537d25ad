"""``method``: what is asked, how it is read, and what is wrong with a pack."""

import json
from itertools import chain

import pytest

from desktop.cli import run
from desktop.files.home import home
from desktop.method import load_method
from tests.unit.method.packs import SOUND, line_of, with_line, write


@pytest.fixture
def acme():
    folder = home() / "packs"
    folder.mkdir(parents=True)
    return write(folder, SOUND)


def told(capsys, *words):
    assert run(["method", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_every_question_is_listed_with_lenses_blocks_and_levels(capsys):
    found = told(capsys, "questions")["questions"]
    assert [entry["id"] for entry in found] == [question.id for question in load_method().questions]
    first = load_method().questions[0]
    assert found[0] == {
        "id": first.id,
        "prompt": first.prompt,
        "lenses": {lens: list(groups) for lens, groups in first.lenses.items()},
        "blocks": {"low": first.blocks.low, "medium": first.blocks.medium, "high": first.blocks.high},
        "levels": list(first.levels),
    }


def test_every_lens_is_listed_with_its_groups_and_their_questions(capsys):
    found = {lens["id"]: lens for lens in told(capsys, "lenses")["lenses"]}
    assert set(found) == set(load_method().lens)
    conditions = {group["id"]: group["questions"] for group in found["conditions"]["groups"]}
    assert sorted(chain.from_iterable(conditions.values())) == sorted(load_method().question)


@pytest.mark.parametrize("words", [["questions"], ["lenses"]])
def test_without_json_a_line_each(words, capsys):
    assert run(["method", *words]) == 0
    said = capsys.readouterr()
    assert (said.err, len(said.out.splitlines()) > 50) == ("", True)


def test_the_schema_is_a_json_schema(capsys):
    assert run(["method", "schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert {"questions", "lenses", "tasks", "benchmarks"} <= set(schema["properties"])


def test_a_sound_pack_is_0(tmp_path, capsys):
    assert run(["method", "check", str(write(tmp_path, SOUND))]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_pack_with_a_warning_is_1(tmp_path, capsys):
    pack = write(tmp_path, with_line('requires: {base: "2026.11"}\n', ""))
    assert run(["method", "check", str(pack), "--json"]) == 1
    said = capsys.readouterr()
    assert json.loads(said.out)["problems"][0]["kind"] == "warning"
    assert said.err.startswith("acme.yaml:1: warning: ")


def test_a_broken_pack_is_2_with_one_line_for_each_mistake(tmp_path, capsys):
    pack = write(tmp_path, with_line("{high: 3}", "{high: 9}").replace("best: business-function", "best: boss"))
    assert run(["method", "check", str(pack), "--json"]) == 2
    said = capsys.readouterr()
    document = json.loads(said.out)
    assert document["verdict"] == "broken"
    assert [set(each) for each in document["problems"]] == [{"file", "line", "kind", "code", "why"}] * 2
    lines = [line_of(SOUND, piece) for piece in ("best:", "blocks:")]
    assert [line.split(": ")[0] for line in said.err.splitlines()] == [f"acme.yaml:{line}" for line in lines]


def test_a_pack_that_is_not_there_is_2(tmp_path, capsys):
    assert run(["method", "check", str(tmp_path / "nowhere")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_pack_in_the_user_data_folder_is_used(acme, capsys):
    assert told(capsys, "questions")["questions"][-1]["id"] == "acme-works-council"
    assert told(capsys, "lenses")["lenses"][-1]["id"] == "acme-gates"


def test_a_pack_that_is_used_is_checked_without_standing_in_its_own_way(acme, tmp_path):
    assert run(["method", "check", str(acme)]) == 0
    assert run(["method", "check", str(write(tmp_path, with_line('"1.2"', '"1.3"')))]) == 0


def test_a_broken_pack_in_the_folder_is_told_and_left_out(acme, capsys):
    acme.write_text(with_line("{high: 3}", "{high: 9}"), "utf-8")
    assert run(["method", "questions", "--json"]) == 0
    said = capsys.readouterr()
    assert "acme-works-council" not in said.out
    assert said.err.startswith(f"acme.yaml:{line_of(SOUND, 'blocks:')}: ")


def test_answers_to_a_pack_are_imported_noted_and_counted(acme, tmp_path, capsys):
    project, table = tmp_path / "s.readiness.json", tmp_path / "in.csv"
    run(["sample", "-o", str(project)])
    header = "system,question,perspective,level\n"
    table.write_text(f"{header}0001-claims-triage,acme-works-council,pilot-team,2\n", "utf-8")
    assert run(["answers", str(project), str(table)]) == 0
    assert json.loads(project.read_text("utf-8"))["content"]["methods"]["acme"] == "1.2"
    capsys.readouterr()
    assert run(["analyse", str(project), "--json"]) == 0
    groups = json.loads(capsys.readouterr().out)["systems"]["0001-claims-triage"]["lenses"]["acme-gates"]["groups"]
    assert groups["gate-2"]["score"] == 2.0
    acme.unlink()
    assert run(["analyse", str(project), "--json"]) == 0
    said = capsys.readouterr()
    assert "acme" in said.err
    assert "acme-gates" not in json.loads(said.out)["systems"]["0001-claims-triage"]["lenses"]


def test_a_pack_in_the_folder_of_a_project_is_used_for_it_alone(tmp_path, capsys):
    for name in ("one", "two"):
        run(["sample", "-o", str(tmp_path / f"{name}.readiness.json")])
    (tmp_path / "one.packs").mkdir()
    write(tmp_path / "one.packs", SOUND)
    found = {}
    for name in ("one", "two"):
        assert run(["analyse", str(tmp_path / f"{name}.readiness.json"), "--json"]) == 0
        found[name] = json.loads(capsys.readouterr().out)["systems"]["0001-claims-triage"]["lenses"]
    assert "acme-gates" in found["one"]
    assert "acme-gates" not in found["two"]


def test_a_pack_beside_a_project_is_used_where_the_project_names_it(acme, tmp_path, capsys):
    project, table, out = tmp_path / "s.readiness.json", tmp_path / "in.csv", tmp_path / "out.csv"
    run(["sample", "-o", str(project)])
    row = "0001-claims-triage,acme-works-council,pilot-team,{}\n"
    table.write_text("system,question,perspective,level\n" + row.format(2), "utf-8")
    assert run(["answers", str(project), str(table)]) == 0
    beside = tmp_path / "packs"
    beside.mkdir()
    acme.rename(beside / "acme.yaml")
    write(beside, SOUND.replace("acme", "other"), "other.yaml")
    capsys.readouterr()
    assert run(["analyse", str(project), "--json"]) == 0
    lenses = json.loads(capsys.readouterr().out)["systems"]["0001-claims-triage"]["lenses"]
    assert "acme-gates" in lenses
    assert "other-gates" not in lenses
    assert run(["answers", str(project), "-o", str(out)]) == 0
    assert "acme-works-council" in out.read_text("utf-8-sig")
