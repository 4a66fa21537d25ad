"""A project answered with another version of the method keeps every answer, and what changed is said."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.method import load_method
from desktop.session.editing import Edit
from desktop.session.method_upgrade import answered_with, upgrade_edit, upgraded
from desktop.session.session import Session
from desktop.workbook import Proposal, Rating, System, Workbook
from desktop.workbook.edits.systems import add_system
from desktop.workbook.path import replace_at
from desktop.workbook.rating import Ratings, Treatment

METHOD = load_method()
NOW = "unit-economics"
NEWER = replace(
    METHOD,
    version="2027.3",
    packs={"base": "2027.3"},
    renamed={"cost-per-case": "case-cost", "case-cost": NOW},
    removed={"fax-machine": "Nobody has one."},
)


def answer(level: int) -> Ratings:
    return Ratings(views={"pilot-team": Rating(level=level, by="A")})


def project(*systems: dict[str, Ratings], methods: dict[str, str] | None = None) -> Workbook:
    named = {f"s{n}": System(id=f"s{n}", name="S", ratings=ratings) for n, ratings in enumerate(systems)}
    return Workbook(systems=named, methods={"base": "2026.11"} if methods is None else methods)


def test_the_same_method_changes_and_says_nothing():
    workbook = project({NOW: answer(1)}, methods=dict(METHOD.packs))
    assert upgraded(workbook, METHOD).workbook is workbook
    assert upgraded(workbook, METHOD).changes == ()
    assert upgrade_edit(workbook, METHOD) is None


def test_answers_proposals_and_treatments_go_to_the_present_id():
    before = project({"cost-per-case": answer(3)}, {"case-cost": answer(2)})
    proposal, treatment = Proposal(level=1, reason="exchange.proposed.planned", column=0), Treatment(mitigation="m")
    system = before.systems["s0"].model_copy(
        update={"proposals": {"cost-per-case": proposal}, "treatments": {"case-cost": treatment}}
    )
    before = before.model_copy(update={"systems": {**before.systems, "s0": system}})
    found = upgraded(before, NEWER)
    after = found.workbook.systems
    assert after["s0"].ratings == {NOW: answer(3)}
    assert (after["s0"].proposals, after["s0"].treatments) == ({NOW: proposal}, {NOW: treatment})
    assert after["s1"].ratings == {NOW: answer(2)}
    assert [(change.kind, change.id) for change in found.changes] == [
        ("version", "base"),
        ("renamed", "case-cost"),
        ("renamed", "cost-per-case"),
    ]
    assert found.workbook.methods == {"base": "2027.3"}
    assert upgraded(found.workbook, NEWER).changes == ()


def test_a_removed_question_keeps_its_answers_and_is_said_with_the_reason():
    found = upgraded(project({"fax-machine": answer(4)}), NEWER)
    assert found.workbook.systems["s0"].ratings == {"fax-machine": answer(4)}
    (said,) = [change.sentence for change in found.changes if change.kind == "removed"]
    assert "fax-machine" in said
    assert "Nobody has one." in said


def test_where_both_ids_are_answered_both_are_kept():
    before = {"cost-per-case": answer(0), "case-cost": answer(1), NOW: answer(4)}
    found = upgraded(project(before), NEWER)
    assert found.workbook.systems["s0"].ratings == before
    assert {(change.kind, change.id) for change in found.changes} >= {("both", "cost-per-case"), ("both", "case-cost")}


def test_two_former_ids_of_one_question_do_not_replace_each_other():
    found = (
        upgraded(project({"cost-per-case": answer(0), "case-cost": answer(1)}), NEWER).workbook.systems["s0"].ratings
    )
    assert sorted(ratings.views["pilot-team"].level for ratings in found.values()) == [0, 1]
    assert NOW in found


def test_an_untouched_system_stays_the_same_object():
    before = project({NOW: answer(1)}, {"case-cost": answer(2)})
    assert upgraded(before, NEWER).workbook.systems["s0"] is before.systems["s0"]


def test_a_pack_that_is_not_here_is_said_and_its_answers_kept():
    before = project({"acme-question": answer(2)}, methods={**METHOD.packs, "acme": "1.2"})
    found = upgraded(before, METHOD)
    assert found.workbook is before
    assert [change.kind for change in found.changes] == ["missing", "unknown"]
    assert "1.2" in found.changes[0].sentence


@pytest.mark.parametrize("method", [METHOD, NEWER])
def test_every_change_has_a_sentence(method):
    ratings = {name: answer(1) for name in ("cost-per-case", "case-cost", NOW, "fax-machine", "acme-question")}
    found = upgraded(project(ratings, {"case-cost": answer(1)}, methods={"acme": "1", "base": "1"}), method)
    assert all(change.id in change.sentence for change in found.changes)
    assert found.changes


def rate(level: int) -> Edit:
    path = ("systems", "s0", "ratings", NOW)
    return Edit("rate", path, lambda workbook: replace_at(workbook, path, answer(level)))


def session(workbook: Workbook) -> Session:
    return Session(METHOD, workbook, lambda: date(2026, 11, 21), lambda: "ab12")


def test_the_first_answer_notes_the_method_in_the_same_step():
    opened = session(project({}, methods={}))
    opened.apply(Edit("add", ("systems",), lambda w: add_system(w, System(id="s9", name="N"))))
    assert opened.workbook.methods == {}
    opened.apply(rate(3))
    assert opened.workbook.methods == METHOD.packs
    opened.undo()
    assert opened.workbook.methods == {}


def test_only_packs_whose_questions_were_answered_are_noted():
    with_pack = replace(METHOD, packs={**METHOD.packs, "acme": "1.2"}, origin={"acme-question": "acme"})
    before = project({}, methods={})
    base = replace_at(before, ("systems", "s0", "ratings", NOW), answer(1))
    both = replace_at(before, ("systems", "s0", "ratings", "acme-question"), answer(1))
    assert answered_with(before, base, with_pack).methods == METHOD.packs
    assert answered_with(before, both, with_pack).methods == {**METHOD.packs, "acme": "1.2"}


def test_the_upgrade_is_one_step_that_can_be_undone():
    before = project({"case-cost": answer(2)})
    opened = Session(NEWER, before, lambda: date(2026, 11, 21), lambda: "ab12")
    edit = upgrade_edit(before, NEWER)
    assert opened.apply(edit)
    assert list(opened.workbook.systems["s0"].ratings) == [NOW]
    opened.undo()
    assert opened.workbook == before
