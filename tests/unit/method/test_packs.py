"""A user's own pack adds questions, lenses, tasks and figures, and the base stays as it is."""

import json

import pytest
from pydantic import ValidationError

from desktop.analysis.scoring import lens_scores, standings
from desktop.method import load_method
from desktop.method.library import renamed_to
from desktop.method.pack_check import check_pack, version_order
from desktop.method.pack_merge import with_packs
from desktop.method.pack_schema import Pack, json_schema
from desktop.workbook import Rating, System
from desktop.workbook.rating import Ratings
from tests.unit.method.packs import SOUND, with_line, write

BASE = load_method()


@pytest.fixture
def method(tmp_path):
    checked = check_pack(write(tmp_path, SOUND), BASE)
    return with_packs(BASE, (checked.pack,))


def test_questions_lenses_figures_and_sources_stand_beside_those_of_the_base(method):
    assert [question.id for question in method.questions[len(BASE.questions) :]] == ["acme-works-council"]
    assert [lens.id for lens in method.lenses[len(BASE.lenses) :]] == ["acme-gates"]
    assert method.benchmark["acme-share"].value == "3 of 11"
    assert "Acme" in method.cite("acme-share")
    assert method.packs == {**BASE.packs, "acme": "1.2"}
    assert method.origin == {"acme-works-council": "acme"}


def test_a_question_of_the_base_is_taken_into_a_lens_of_the_pack(method):
    assert method.group("acme-gates", "gate-1") == ("unit-economics",)
    assert method.group("acme-gates", "gate-2") == ("acme-works-council",)
    before = BASE.question["unit-economics"]
    assert {**before.lenses, "acme-gates": ("gate-1",)} == method.question["unit-economics"].lenses


def test_a_question_of_the_base_gets_a_further_task(method):
    question, task = method.remedy["acme-unit-cost"]
    assert (question, task.after) == ("unit-economics", ("acme-works-council-task",))


def test_the_base_itself_stays_as_it_is(method):
    assert "acme-gates" not in load_method().lens
    assert "acme-gates" not in load_method().question["unit-economics"].lenses


def test_answers_count_in_the_lens_of_the_pack(method):
    answered = {"unit-economics": Ratings(views={"pilot-team": Rating(level=3)})}
    found = standings(method, System(id="s", name="S", ratings=answered))
    scores = lens_scores(method, method.lens["acme-gates"], found)
    assert (scores["gate-1"].score, scores["gate-2"].score) == (3.0, None)


def test_a_folder_gives_the_same_as_one_file(tmp_path):
    import yaml

    parts = yaml.safe_load(SOUND)
    folder = tmp_path / "acme"
    (folder / "questions").mkdir(parents=True)
    for part in ("sources", "benchmarks", "lenses", "tasks"):
        write(folder, yaml.safe_dump(parts.pop(part)), f"{part}.yaml")
    write(folder / "questions", yaml.safe_dump(parts.pop("questions")), "council.yaml")
    write(folder, yaml.safe_dump(parts), "pack.yaml")
    checked = check_pack(folder, BASE)
    assert checked.problems == ()
    assert checked.pack == check_pack(write(tmp_path, SOUND), BASE).pack


def test_the_schema_names_every_field_and_its_limits():
    schema = json_schema()
    assert set(schema["properties"]) == set(Pack.model_fields)
    assert schema["required"] == ["id", "version", "title"]
    levels = schema["$defs"]["Question"]["properties"]["levels"]
    assert (levels["minItems"], levels["maxItems"]) == (5, 5)
    assert json.loads(json.dumps(schema)) == schema


def test_what_the_schema_says_is_what_is_read():
    import yaml

    parts = yaml.safe_load(SOUND)
    assert Pack.model_validate(parts, strict=False).id == "acme"
    with pytest.raises(ValidationError):
        Pack.model_validate({**parts, "colour": "red"}, strict=False)


@pytest.mark.parametrize(("older", "later"), [("2026.2", "2026.11"), ("1.2", "1.10"), ("1", "1.0.1"), ("1.rc", "1.0")])
def test_versions_are_compared_by_number(older, later):
    assert version_order(older) < version_order(later)


def test_a_question_renamed_twice_leads_to_its_present_id():
    assert renamed_to({"a": "b", "b": "c"}, "a") == "c"
    assert renamed_to({"a": "b", "b": "a"}, "a") in {"a", "b"}
    assert renamed_to({}, "a") == "a"


def test_a_pack_that_needs_another_is_checked_beside_it(method, tmp_path):
    needs = "id: next\nversion: '1'\ntitle: Next\nrequires: {base: '1', acme: '1.2'}\nsources: []\nremoved: {x: y}\n"
    assert check_pack(write(tmp_path, needs, "next.yaml"), method).problems == ()
    assert {p.code for p in check_pack(tmp_path / "next.yaml", BASE).problems} == {"requires-missing"}
    again = check_pack(write(tmp_path, with_line('"1.2"', '"1.3"')), method)
    assert "pack-id-taken" in {problem.code for problem in again.problems}
