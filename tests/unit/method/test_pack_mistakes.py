"""Every mistake of a pack is explained by file, line and reason, and none of them gets through."""

import pytest

from desktop.method import load_method
from desktop.method.pack_check import check_pack
from desktop.method.pack_problems import PackVerdict
from desktop.method.pack_yaml import LARGEST, MOST_PARTS
from tests.unit.method.packs import SOUND, line_of, with_line, write

FIVE = "  - Nobody asked\n"
COUNCIL = "- id: acme-works-council\n"
TASK = "  - id: acme-works-council-task\n"
CIRCLE = SOUND.replace('    band: "1-4"\n', '    band: "1-4"\n    after: [acme-unit-cost]\n')
# What is put in for what, where the mistake then stands (a piece of the broken text), and its code.
BROKEN = [
    ("id: acme\n", "id: base\n", "id: base", "pack-id-taken"),
    ("id: acme\n", "id: Acme Insurance\n", "id: Acme", "not-an-id"),
    ("id: acme\n", "", "version:", "field-missing"),
    ('version: "1.2"\n', "version: 1.2\n", "version:", "not-text"),
    ('version: "1.2"\n', 'version: ""\n', "version:", "text-missing"),
    ("title: Questions of Acme Insurance\n", "", "id: acme", "field-missing"),
    ("title: Questions", "colour: red\ntitle: Questions", "colour", "field-unknown"),
    ('"2026.11"', '"2031.1"', "requires", "requires-newer"),
    ('{base: "2026.11"}', '{base: "2026.11", other: "1"}', "requires", "requires-missing"),
    ('{base: "2026.11"}', '["base"]', "requires", "not-a-mapping"),
    ("id: acme-policy, title: AI policy", "id: acme-policy, headline: AI policy", "headline", "field-unknown"),
    ("id: acme-policy,", "id: sprint,", "id: sprint", "id-of-the-base"),
    ("lenses:\n- id: acme-gates\n", "lenses:\n- id: gaps\n", "- id: gaps", "id-of-the-base"),
    (COUNCIL, "- id: unit-economics\n", "- id: unit-economics", "id-of-the-base"),
    (TASK, "  - id: systems-mapped-task\n", "  - id: systems-mapped", "id-of-the-base"),
    ("- id: acme-share\n", "- id: mckinsey-in-use\n", "- id: mckinsey", "id-of-the-base"),
    ("{id: gate-2,", "{id: gate-1,", "name: Gate 2", "id-twice"),
    ("  id: acme-unit-cost\n", "  id: acme-works-council-task\n", "  id: acme-works", "id-twice"),
    ("  prompt: Has the works council agreed?\n", "", COUNCIL, "field-missing"),
    ("prompt: Has the works council agreed?", "prompt: [a]", "prompt", "not-text"),
    ("prompt: Has the works council agreed?", "prompt: " + "x" * 2_001, "prompt", "text-too-long"),
    ("  levels:\n", "  level:\n", "  level:", "field-unknown"),
    (FIVE, "", "levels:", "levels"),
    (FIVE, FIVE + "  - A sixth\n", "levels:", "levels"),
    ("  - Asked, answer open\n", "  - 3\n", "  - 3", "not-text"),
    ("best: business-function", "best: the-boss", "best:", "not-a-choice"),
    ("acme-gates: [gate-2]", "acme-gate: [gate-2]", "acme-gate:", "lens-unknown"),
    ("acme-gates: [gate-2]", "acme-gates: [gate-3]", "[gate-3]", "group-unknown"),
    ("acme-gates: [gate-2]", "acme-gates: [gate-2, gate-2]", "[gate-2, gate-2]", "group-twice"),
    ("conditions: [workflow]", "conditions: workflow", "conditions:", "not-a-list"),
    ("questions: [unit-economics]", "questions: [unit-economy]", "unit-economy", "question-unknown"),
    ("question: unit-economics", "question: unit-economy", "unit-economy", "question-unknown"),
    ("{high: 3}", "{high: 5}", "{high: 5}", "out-of-range"),
    ("{high: 3}", "{high: -1}", "{high: -1}", "out-of-range"),
    ("{high: 3}", "{high: much}", "{high: much}", "not-a-number"),
    ("{high: 3}", "{extreme: 3}", "{extreme: 3}", "field-unknown"),
    ("low: 1, likely: 2, high: 4", "low: 3, likely: 2, high: 4", "low: 3", "effort-order"),
    ("low: 1, likely: 2, high: 4", "low: 1, likely: 5, high: 4", "likely: 5", "effort-order"),
    ("low: 1, likely: 2, high: 4", "low: -1, likely: 2, high: 4", "low: -1", "effort-order"),
    ("low: 1, likely: 2, high: 4", "low: 1, likely: 2", "likely: 2}", "effort-missing"),
    ("low: 1, likely: 2, high: 4", "low: some, likely: 2, high: 4", "low: some", "not-a-number"),
    ('band: "1-4"', 'band: "1-3"', "band:", "not-a-choice"),
    ("after: [acme-works-council-task]", "after: [acme-nothing]", "acme-nothing", "task-unknown"),
    ("after: [acme-works-council-task]", "after: [acme-unit-cost]", "after: ", "task-circle"),
    ("  source: acme-policy\n  evidence:", "  source: nowhere\n  evidence:", "source: nowhere", "source-unknown"),
    ("  - {id: gate-1", "  - null\n  - {id: gate-1", "  - null", "not-a-mapping"),
    ("questions:\n- id", "questions:\n  first:\n    id", "questions:\n", "part-not-a-list"),
    ("{acme-council: acme-works-council}", "{acme-council: nowhere}", "renamed", "renamed-to-nothing"),
    ("{acme-council: acme-works-council}", "{a: b, b: a}", "renamed", "renamed-circle"),
    ("{acme-council: acme-works-council}", "{unit-economics: acme-works-council}", "renamed", "renamed-still-there"),
    ("{acme-old: It was", "{unit-economics: It was", "removed", "removed-still-there"),
    ("{acme-old: It was", "{acme-council: It was", "removed", "removed-and-renamed"),
    ("{high: 3}", "{high: 3, high: 4}", "high: 4}", "twice-in-mapping"),
    ("title: Questions", "title: Again\ntitle: Questions", "title: Questions", "twice-in-mapping"),
    ("title: Questions of", "title: !!python/object/apply:os.getcwd []\nx:", "title: !!", "tag"),
    ("title: Questions of", "title: !secret Questions of", "title: !secret", "tag"),
    ("title: Questions of", "title: &all Questions of", "title: &all", "anchor"),
    ("title: Questions of", "title: *all\nx:", "title: *all", "anchor"),
    ("title: Questions of", "title: [[[[[[[[[[[[[[]]]]]]]]]]]]]]\nx:", "title: [[", "too-deep"),
    ("title: Questions of", "title: \x07 Questions of", "title:", "control-character"),
    ("title: Questions of Acme Insurance", "title: Questions: of Acme", "title:", "not-yaml"),
    ("title: Questions of Acme Insurance", "title: 'Questions of Acme", None, "not-yaml"),
    ("  prompt: Has", "\tprompt: Has", "\tprompt", "tab"),
    ("  - Nobody asked", "  - {Nobody: asked", None, "not-yaml"),
]  # fmt: skip


@pytest.fixture(scope="module")
def method():
    return load_method()


def broken(method, folder, text):
    checked = check_pack(write(folder, text), method)
    assert checked.verdict is PackVerdict.BROKEN
    assert checked.pack is None
    assert all(problem.reason for problem in checked.problems)
    return checked.problems


@pytest.mark.parametrize(
    ("old", "new", "piece", "code"), BROKEN, ids=[f"{n}-{case[3]}" for n, case in enumerate(BROKEN)]
)
def test_a_mistake_is_told_by_file_line_and_reason(old, new, piece, code, method, tmp_path):
    text = with_line(old, new)
    found = [problem for problem in broken(method, tmp_path, text) if problem.code == code]
    assert found, code
    assert {problem.file for problem in found} == {"acme.yaml"}
    if piece is not None:
        assert line_of(text, piece) in {problem.line for problem in found}


def test_there_are_enough_of_them():
    assert len(BROKEN) >= 40


def test_tasks_that_wait_for_each_other_are_told(method, tmp_path):
    (problem,) = broken(method, tmp_path, CIRCLE)
    assert problem.code == "task-circle"
    assert "acme-unit-cost" in problem.reason
    assert "acme-works-council-task" in problem.reason


WHOLE = [
    ("", "empty"),
    ("# nothing\n", "empty"),
    ("- a\n- b\n", "not-a-pack"),
    ("just words\n", "not-a-pack"),
    (SOUND.replace("Acme's", "Acm\xe9's").encode("latin-1"), "not-utf-8"),
    (SOUND.encode("utf-16"), "not-utf-8"),
    (b"\x00\x01\x02", "control-character"),
    ("#" * (LARGEST + 1), "too-large"),
    ("id: [" + "1," * (MOST_PARTS + 1) + "]", "too-many-parts"),
    ("a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\n", "anchor"),
    (SOUND + "---\nid: second\n", "second-document"),
    ("{" * 5_000, "too-deep"),
    ("id: 1\nid: 2\n", "twice-in-mapping"),
    ("? [a]\n: b\n", "name-not-text"),
]


@pytest.mark.parametrize(("text", "code"), WHOLE, ids=[code for _, code in WHOLE])
def test_a_file_that_is_no_pack_is_told(text, code, method, tmp_path):
    assert code in {problem.code for problem in broken(method, tmp_path, text)}


def test_several_mistakes_are_told_at_once_in_the_order_of_the_file(method, tmp_path):
    text = with_line("best: business-function", "best: boss").replace("low: 1, likely: 2, high: 3", "low: 9")
    problems = broken(method, tmp_path, text)
    assert [problem.code for problem in problems] == ["not-a-choice", "effort-missing"]
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)


def test_a_file_of_a_folder_is_named(method, tmp_path):
    folder = tmp_path / "acme"
    (folder / "questions").mkdir(parents=True)
    write(folder, 'id: acme\nversion: "1"\ntitle: A\nrequires: {base: "1"}\n', "pack.yaml")
    write(folder / "questions", "- id: x\n  prompt: 3\n", "people.yaml")
    write(folder, "[", "lenses.yaml")
    checked = check_pack(folder, method)
    found = {(problem.file, problem.line, problem.code) for problem in checked.problems}
    assert ("questions/people.yaml", 2, "not-text") in found
    assert any(file == "lenses.yaml" and code == "not-yaml" for file, _, code in found)


def test_a_pack_that_is_not_there_is_told(method, tmp_path):
    assert [problem.code for problem in check_pack(tmp_path / "no.yaml", method).problems] == ["file-missing"]
    (tmp_path / "empty").mkdir()
    assert [(p.file, p.code) for p in check_pack(tmp_path / "empty", method).problems] == [
        ("pack.yaml", "file-missing")
    ]


HARMLESS = [
    ('requires: {base: "2026.11"}\n', "", "requires-nothing"),
    ("  lenses:\n    acme-gates: [gate-2]\n    conditions: [workflow]\n", "", "in-no-lens"),
    ("  - {id: gate-2, name", "  - {id: gate-3, name: Gate 3, about: Later}\n  - {id: gate-2, name", "group-empty"),
    ("{high: 3}", "{low: 2, high: 1}", "blocks-order"),
]


@pytest.mark.parametrize(("old", "new", "code"), HARMLESS, ids=[code for *_, code in HARMLESS])
def test_what_is_odd_and_not_wrong_is_a_warning(old, new, code, method, tmp_path):
    checked = check_pack(write(tmp_path, with_line(old, new)), method)
    assert checked.verdict is PackVerdict.USABLE_WITH_WARNINGS
    assert code in {problem.code for problem in checked.problems}
    assert checked.pack is not None


def test_a_sound_pack_has_nothing_to_tell(method, tmp_path):
    checked = check_pack(write(tmp_path, SOUND), method)
    assert (checked.problems, checked.verdict) == ((), PackVerdict.SOUND)
