"""A table of answers: what is read, what is refused with its place, and that nothing is lost on the way out and in."""

import csv
import io
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.exchange.answers_evidence import evidence_cell, evidence_of
from desktop.exchange.answers_table import COLUMNS, NotAnswersError
from desktop.exchange.delimited import read_delimited
from desktop.method import load_method
from desktop.session.answers import answers_csv, import_answers
from desktop.workbook import Evidence, Perspective, Rating, System, Workbook
from desktop.workbook.rating import Ratings, Reconciled, Review

METHOD = load_method()
QUESTION = "monitoring-in-production"
TODAY = date(2026, 11, 21)
HEADER = ",".join(COLUMNS)
KINDS = ("note", "link", "file", "source-row")
TRICKY = (
    "",
    " ",
    "a | b",
    "||",
    "|",
    " | ",
    "a|",
    "file:x",
    "note: y",
    "https://x.example/a|b",
    "row:1",
    "x\r\ny",
    '"q"',
)
TEXTS = st.one_of(st.sampled_from(TRICKY), st.text(st.characters(exclude_categories=("Cs",)), max_size=30))
ITEMS = st.lists(st.builds(Evidence, kind=st.sampled_from(KINDS), text=TEXTS), max_size=4).map(tuple)


def table(text: str):
    return read_delimited(text.encode("utf-8-sig"))


def project(view: Rating | None = None) -> Workbook:
    ratings = {QUESTION: Ratings(views={"pilot-team": view})} if view else {}
    return Workbook(systems={"s1": System(id="s1", name="One", ratings=ratings), "s2": System(id="s2", name="Two")})


def imported(text: str, workbook: Workbook | None = None):
    return import_answers(workbook or project(), METHOD, table(text), TODAY)


def view(found) -> Rating | None:
    ratings = found.workbook.systems["s1"].ratings.get(QUESTION)
    return ratings.views.get("pilot-team") if ratings else None


@given(ITEMS)
def test_evidence_comes_back_as_it_was(items):
    assert evidence_of(evidence_cell(items)) == items


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("Log of one day", [("note", "Log of one day")]),
        ("https://x.example/runs | seen it", [("link", "https://x.example/runs"), ("note", "seen it")]),
        ("file:report.pdf", [("file", "report.pdf")]),
        ("File: report.pdf", [("file", "report.pdf")]),
        (r"\\server\share\x.pdf", [("note", r"\\server\share\x.pdf")]),
        ("a |  | b", [("note", "a"), ("note", "b")]),
        ("", []),
    ],
)  # fmt: skip
def test_evidence_typed_by_hand_is_told_apart(cell, items):
    assert [(item.kind, item.text) for item in evidence_of(cell)] == items


RATINGS = st.builds(
    Rating,
    level=st.one_of(st.none(), st.integers(0, 4)),
    not_applicable=st.just(False),
    evidence=ITEMS,
    note=TEXTS,
    by=TEXTS,
    on=st.one_of(st.none(), st.dates()),
    review=st.sampled_from(Review),
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(st.sampled_from([p.value for p in Perspective]), RATINGS, max_size=4))
def test_an_unedited_export_changes_nothing(views):
    workbook = project()
    rated = workbook.systems["s1"].model_copy(update={"ratings": {QUESTION: Ratings(views=views)}})
    workbook = workbook.model_copy(update={"systems": {**workbook.systems, "s1": rated}})
    found = import_answers(workbook, METHOD, read_delimited(answers_csv(workbook)), TODAY)
    assert found.workbook is workbook
    assert (found.applied, found.removed, found.problems) == (0, 0, ())


def test_an_export_answers_an_empty_project_with_the_same():
    view = Rating(
        level=3, evidence=(Evidence(kind="file", text="C:\\a|b"),), note='=1+"x"\n', by="A", on=date(2026, 1, 2)
    )
    found = import_answers(project(), METHOD, read_delimited(answers_csv(project(view))), TODAY)
    assert found.workbook == project(view)
    assert (found.applied, found.unchanged) == (1, 0)


def test_the_export_is_sorted_and_marked_as_utf_8():
    views = {name: Rating(level=1) for name in ("pilot-team", "data-governance")}
    systems = {
        name: System(id=name, name="ä", ratings={question: Ratings(views=views) for question in ("z", "a")})
        for name in ("s2", "s1")
    }
    data = answers_csv(Workbook(systems=systems))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert [row[:3] for row in rows[1:]] == sorted(row[:3] for row in rows[1:])
    assert len(rows) == 9


def test_columns_stand_in_any_order_and_case():
    found = imported(f"Level;NOTE;Question;System;Perspective\n 4 ;well;{QUESTION};s1;Pilot team\n")
    assert view(found) == Rating(level=4, note="well")


@pytest.mark.parametrize(
    ("level", "expected"),
    [("0", (0, False)), ("3.0", (3, False)), ("na", (None, True)), ("N/A", (None, True)), ("not applicable", (None, True))],
)  # fmt: skip
def test_a_level_zero_and_not_applicable_are_told_apart(level, expected):
    found = view(imported(f"{HEADER}\ns1,{QUESTION},pilot-team,{level},,,,\n"))
    assert (found.level, found.not_applicable) == expected


OFF = [
    ("s9,{q},pilot-team,1,,,,", "system", "s9"),
    (",{q},pilot-team,1,,,,", "system", ""),
    ("s1,no-such,pilot-team,1,,,,", "question", "no-such"),
    ("s1,{q},the boss,1,,,,", "perspective", "the boss"),
    ("s1,{q},pilot-team,5,,,,", "level", "5"),
    ("s1,{q},pilot-team,-1,,,,", "level", "-1"),
    ("s1,{q},pilot-team,2.5,,,,", "level", "2.5"),
    ("s1,{q},pilot-team,high,,,,", "level", "high"),
    ("s1,{q},pilot-team,1,,,,2026-02-30", "on", "2026-02-30"),
    ("s1,{q},pilot-team,1,,,,soon", "on", "soon"),
    ("s1,{q},pilot-team,1,,,,2026", "on", "2026"),
    ("s1,{q},pilot-team,1,,,{long},", "by", "x" * 2_001),
]


@pytest.mark.parametrize(("row", "column", "value"), OFF)
def test_a_cell_that_is_off_is_said_by_row_and_column_and_the_good_rows_count(row, column, value):
    text = f"{HEADER}\ns1,{QUESTION},it-operations,2,,,,\n{row.format(q=QUESTION, long='x' * 2_001)}\n"
    found = imported(text)
    (problem,) = found.problems
    assert (problem.row, problem.column, problem.value) == (3, column, value)
    assert problem.why
    assert found.applied == 1
    assert list(found.workbook.systems["s1"].ratings[QUESTION].views) == ["it-operations"]


def test_one_answer_given_twice_is_a_problem_of_the_second_row():
    found = imported(f"{HEADER}\ns1,{QUESTION},pilot-team,2,,,,\ns1,{QUESTION},pilot-team,4,,,,\n")
    assert view(found).level == 2
    assert [(problem.row, problem.column) for problem in found.problems] == [(3, "question")]
    assert "row 2" in found.problems[0].why


@pytest.mark.parametrize("missing", ["system", "question", "perspective", "level"])
def test_a_table_without_a_needed_column_is_refused(missing):
    header = [name for name in COLUMNS if name != missing]
    with pytest.raises(NotAnswersError, match=missing):
        imported(",".join(header) + "\n" + ",".join("x" for _ in header) + "\n")


ANSWER = Rating(level=2, evidence=(Evidence(kind="note", text="seen"),), note="why", by="A", review=Review.ACCEPTED)


def test_an_empty_level_without_evidence_and_note_takes_the_answer_away():
    found = imported(f"{HEADER}\ns1,{QUESTION},pilot-team,,,,,\n", project(ANSWER))
    assert QUESTION not in found.workbook.systems["s1"].ratings
    assert (found.applied, found.removed, found.unchanged) == (0, 1, 0)


def test_an_empty_level_with_a_note_is_an_answer_that_is_still_open():
    found = view(imported(f"{HEADER}\ns1,{QUESTION},pilot-team,,,asked,,\n", project(ANSWER)))
    assert (found.level, found.note, found.evidence) == (None, "asked", ())


def test_an_empty_row_for_what_was_never_answered_changes_nothing():
    found = imported(f"{HEADER}\ns1,{QUESTION},pilot-team,,,,,\n")
    assert (found.removed, found.unchanged) == (0, 1)


def test_what_has_no_column_stays():
    found = view(imported(f"system,question,perspective,level\ns1,{QUESTION},pilot-team,4\n", project(ANSWER)))
    assert (found.level, found.evidence, found.note, found.by) == (4, ANSWER.evidence, "why", "A")
    cleared = view(imported(f"system,question,perspective,level\ns1,{QUESTION},pilot-team,\n", project(ANSWER)))
    assert (cleared.level, cleared.note) == (None, "why")


def test_an_answer_that_changes_is_a_draft_again():
    assert view(imported(f"{HEADER}\ns1,{QUESTION},pilot-team,3,seen,why,A,\n", project(ANSWER))).review == "draft"
    same = imported(f"{HEADER}\ns1,{QUESTION},pilot-team,2,seen,why,A,\n", project(ANSWER))
    assert view(same).review == "accepted"
    noted = imported(f"{HEADER}\ns1,{QUESTION},pilot-team,2,seen,because,A,\n", project(ANSWER))
    assert (view(noted).review, view(noted).note) == ("accepted", "because")


def test_what_was_reconciled_stays_when_a_view_goes():
    workbook = project(ANSWER)
    ratings = Ratings(views={"pilot-team": ANSWER}, reconciled=Reconciled(level=3, reason="agreed"))
    system = workbook.systems["s1"].model_copy(update={"ratings": {QUESTION: ratings}})
    workbook = workbook.model_copy(update={"systems": {"s1": system}})
    after = imported(f"{HEADER}\ns1,{QUESTION},pilot-team,,,,,\n", workbook).workbook.systems["s1"].ratings[QUESTION]
    assert (after.views, after.reconciled.level) == ({}, 3)


def test_an_answer_to_a_question_that_is_no_more_comes_back_without_a_problem():
    system = System(id="s1", name="One", ratings={"gone": Ratings(views={"someone": Rating(level=1)})})
    workbook = Workbook(systems={"s1": system})
    found = import_answers(workbook, METHOD, read_delimited(answers_csv(workbook)), TODAY)
    assert (found.workbook is workbook, found.problems) == (True, ())
