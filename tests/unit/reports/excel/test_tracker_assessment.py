"""The diagnosis in the tracker: what LibreOffice computes from the answers is what the app computes."""

import pytest

from desktop.analysis.scoring import standings
from desktop.reports.report import build_report
from desktop.text import say
from desktop.workbook import Workbook
from desktop.workbook.rating import Evidence, Rating, Ratings, Reconciled, Review, RungOverride, Treatment
from tests.unit.reports.assessed import NAMES, STAMP, assessed, assessed_report
from tests.unit.reports.excel.opened import opened, written

NONE = (None, "")


def word(key):
    return say(f"tracker-assessment.{key}")


def page(book, name):
    return book[word(f"sheet-{name}")]


def records(sheet, anchor):
    """The rows below each band of column heads that holds ``anchor``."""
    found = []
    for row in sheet.iter_rows():
        heads = {cell.column: cell.value for cell in row if isinstance(cell.value, str)}
        if anchor in heads.values() and str(row[0].fill.fgColor.rgb).endswith("F4F3F0"):
            below, lines = row[0].row + 1, []
            while sheet.cell(below, row[0].column).border.bottom.style:
                lines.append({head: sheet.cell(below, column).value for column, head in heads.items()})
                below += 1
            found.append(lines)
    return found


@pytest.fixture(scope="module")
def made():
    return assessed_report()


@pytest.fixture(scope="module")
def content(made):
    return written(made)


@pytest.fixture(scope="module")
def computed(recalculate, content):
    return recalculate(content)


def near(value):
    return pytest.approx(value, abs=1e-9)


def test_every_question_counts_as_in_the_app(computed, made):
    rows = records(page(computed, "answers"), word("question"))[0]
    expected = [(one, entry) for one in made.systems for entry in one.assessment.standings]
    assert len(rows) == len(expected) == 3 * len(made.method.questions)
    for row, (one, entry) in zip(rows, expected, strict=True):
        assert (row[say("tracker.system-id")], row[word("question-id")]) == (one.system.id, entry.question)
        counts = row[word("counts")]
        if entry.level is not None:
            assert counts == entry.level
        else:
            assert counts == say("tracker.na") if entry.not_applicable else counts in NONE
    assert {row[word("counts")] for row in rows} >= {0, 1, 2, 3, say("tracker.na")}


def test_the_four_voices_stand_as_given(content, made):
    rows = records(page(opened(content), "answers"), word("question"))[0]
    for row, entry in zip(rows, made.systems[0].assessment.standings, strict=False):
        given = dict(entry.views)
        for name in NAMES:
            view = given.get(name)
            shown = say("tracker.na") if view and view.not_applicable else view.level if view else None
            assert row[word(f"voice-{name}")] == shown, (entry.question, name)


def test_lens_scores_bounds_and_coverage_are_those_of_the_app(computed, made):
    rows = iter(records(page(computed, "lenses"), word("group"))[0])
    seen = 0
    for one in made.systems:
        for lens in one.assessment.lenses:
            for group, score in lens.groups:
                row = next(rows)
                assert (row[word("lens-id")], row[word("group-id")]) == (lens.lens.id, group.id)
                assert row[word("coverage")] == near(score.coverage)
                assert row[word("questions")] == len(score.questions)
                for key, value in (("score", score.score), ("low", score.low), ("high", score.high)):
                    shown = row[word(key)]
                    if value is not None:
                        assert shown == near(value), (lens.lens.id, group.id, key)
                    else:
                        assert shown == say("tracker.na") if score.low is None else shown in NONE
                seen += score.score is not None
    assert next(rows, None) is None
    assert seen > 40


def test_each_lens_says_how_it_is_scored_and_what_it_does_not_claim(content, made):
    rows = records(page(opened(content), "lenses"), word("lens-made"))[0]
    assert [row[word("lens")] for row in rows] == [lens.name for lens in made.method.lenses]
    for row, lens in zip(rows, made.method.lenses, strict=True):
        assert row[word("lens-made")] == f"{lens.scoring} {lens.not_claimed}"
        assert made.method.source[lens.source].title in row[word("lens-source")]


def test_the_voices_of_the_conditions_are_those_of_the_app(computed, made):
    tables = records(page(computed, "diagnosis"), word("condition"))
    assert len(tables) == len(made.systems)
    for rows, one in zip(tables, made.systems, strict=True):
        for row, condition in zip(rows, one.assessment.conditions, strict=True):
            for heard in condition.voices:
                shown = row[word(f"voice-{heard.perspective}")]
                silent = say("tracker.na") if heard.answered else word("no-voice")
                assert shown == (silent if heard.mean is None else near(heard.mean))
            assert row[word("questions-apart")] == condition.apart
            assert row[word("score")] in NONE or row[word("score")] == near(condition.score.score)
            expected = word("too-few") if condition.spread is None else word("differ" if condition.differs else "agree")
            assert row[word("voices")] == expected
    shown = {row[word("voices")] for rows in tables for row in rows}
    assert shown == {word("too-few"), word("differ"), word("agree")}


def test_the_ladder_is_that_of_the_app(computed, made):
    sheet = page(computed, "diagnosis")
    for rows, one in zip(records(sheet, word("rung")), made.systems, strict=True):
        assert [(row[word("met")], row[word("criteria")]) for row in rows] == [
            (step.met, step.total) for step in one.assessment.steps
        ]
        assert sum(row[word("counts-as")] for row in rows) == one.assessment.rung.earned
    figures = [
        [cell.value for cell in sheet[row[0].row + 1]]
        for row in sheet.iter_rows()
        if row[0].value == word("figure-rung")
    ]
    of = say("tracker.of")
    assert [line[0] for line in figures] == [f"{one.assessment.rung.rung}{of}5" for one in made.systems]
    assert [line[1] for line in figures] == [f"{one.assessment.answered}{of}90" for one in made.systems]
    assert [line[3] for line in figures] == [len(one.assessment.blocking) for one in made.systems]
    assert [line[5] for line in figures] == [len(one.assessment.disagreements) for one in made.systems]


def test_what_is_unmet_and_the_tasks_stand_with_their_effort(content, made):
    sheet = page(opened(content), "diagnosis")
    unmet, tasks = records(sheet, word("criterion")), records(sheet, word("task"))
    for rows, work, one in zip(unmet, tasks, made.systems, strict=True):
        rung, question = one.assessment.rung, made.method.question
        assert [row[word("criterion")] for row in rows] == [question[entry.question].prompt for entry in rung.unmet]
        assert [row[word("because")] for row in rows] == [word(f"because-{entry.because}") for entry in rung.unmet]
        assert [row[word("task")] for row in work] == [task.title for task in rung.tasks]
        assert [row[say("tracker.days-likely")] for row in work] == [float(task.effort.likely) for task in rung.tasks]


def test_a_rung_set_by_hand_says_by_whom_and_why(content):
    texts = [cell.value for row in page(opened(content), "diagnosis").iter_rows() for cell in row]
    values = {"rung": 3, "by": "Miriam Keller", "reason": "Audit of 3 November", "on": "3 Nov 2026"}
    assert word("override").format(**values) in texts


def test_findings_are_treated_as_in_the_app(computed, made):
    rows = records(page(computed, "findings"), word("kind"))[0]
    expected = [gap for one in made.systems for gap in one.assessment.findings]
    assert len(rows) == len(expected)
    for row, gap in zip(rows, expected, strict=True):
        assert (row[word("question-id")], row[word("level")]) == (gap.question, gap.level)
        assert row[word("kind")] == word(f"kind-{gap.kind}")
        treated = "to-close" if gap.blocking else "managed" if gap.treated else "not-managed"
        assert row[word("treated")] == word(treated)
    assert {row[word("treated")] for row in rows} == {word("to-close"), word("managed"), word("not-managed")}
    roles = [row for row in rows if row[say("tracker.owner")] == "IT Service Desk"]
    assert roles, "a role as owner is among them"
    assert all(row[word("treated")] != word("managed") for row in roles)


def test_warnings_stand_in_their_order(content, made):
    rows = records(page(opened(content), "warnings"), word("warning"))[0]
    expected = [warned for one in made.systems for warned in one.assessment.warnings]
    assert [row[word("rule")] for row in rows] == [warned.rule for warned in expected]
    assert [row[word("severity")] for row in rows] == [word(f"severity-{warned.severity}") for warned in expected]


def test_scores_follow_a_changed_level(recalculate, content, made):
    book = opened(content)
    sheet = page(book, "answers")
    heads = {cell.value: cell.column for cell in sheet[4]}
    row = next(n for n in range(5, 95) if sheet.cell(n, heads[word("reconciled")]).value is None)
    question = sheet.cell(row, heads[word("question-id")]).value
    before = standings(made.method, made.systems[0].system)[question].level
    sheet.cell(row, heads[word("reconciled")]).value = 4
    sheet.cell(row, heads[word("evidence")]).value = "Seen"
    from io import BytesIO

    stream = BytesIO()
    book.save(stream)
    again = recalculate(stream.getvalue())
    assert page(again, "answers").cell(row, heads[word("counts")]).value == 4
    assert before != 4
    lens = next(iter(made.method.question[question].lenses["conditions"]))
    place = next(n for n, group in enumerate(made.method.lens["conditions"].groups) if group.id == lens)
    was = made.systems[0].assessment.conditions[place].score
    shown = records(page(again, "diagnosis"), word("condition"))[0][place][word("low")]
    assert shown == near(was.low + (4 - (before or 0)) / _applying(made, was))


def _applying(made, score):
    found = standings(made.method, made.systems[0].system)
    return sum(not found[question].not_applicable for question in score.questions)


@pytest.mark.parametrize("nothing", [True, False], ids=["no system", "nothing answered"])
def test_no_cell_is_an_error_without_answers(recalculate, nothing):
    book = Workbook() if nothing else None
    report = build_report(book, made_method(), STAMP) if book else assessed_report("0003-ab")
    computed = recalculate(written(report))
    for name in ("diagnosis", "answers", "lenses", "findings", "warnings"):
        cells = [cell for row in page(computed, name).iter_rows() for cell in row]
        assert [cell.coordinate for cell in cells if cell.data_type == "e"] == []


def made_method():
    from desktop.method import load_method

    return load_method()


def test_what_people_wrote_stays_text():
    book = assessed()
    evil = '=HYPERLINK("http://a.example")'
    view = Rating(
        level=1,
        evidence=(Evidence(kind="note", text=evil),),
        review=Review.CHALLENGED,
        reviewed_by="+cmd|' /C calc'!A0",
        comment=evil,
    )
    agreed = Reconciled(level=1, reason=evil, by=evil)
    question = made_method().questions[0].id
    system = book.systems["0001-ab"].model_copy(
        update={
            "name": evil,
            "ratings": {question: Ratings(views={NAMES[0]: view}, reconciled=agreed)},
            "treatments": {question: Treatment(mitigation="@SUM(1)", owner="p1")},
            "rung_override": RungOverride(rung=2, by=evil, reason=evil),
        }
    )
    systems = {**book.systems, "0001-ab": system}
    opened_book = opened(written(build_report(book.model_copy(update={"systems": systems}), made_method(), STAMP)))
    for name in ("diagnosis", "answers", "lenses", "findings", "warnings"):
        cells = [cell for row in page(opened_book, name).iter_rows() for cell in row if cell.value is not None]
        assert [cell.value for cell in cells if cell.data_type == "f" and "HYPERLINK" in str(cell.value)] == []
    answer = records(page(opened_book, "answers"), word("question"))[0][0]
    assert answer[word("reason")] == evil
    assert answer[word("evidence")].endswith(evil)
    assert records(page(opened_book, "findings"), word("kind"))[0][0][word("mitigation")] == "@SUM(1)"
