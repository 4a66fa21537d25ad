"""The page on the four voices says what the app computes, only where something is answered, and nothing overlaps."""

import pytest

from desktop.method import load_method
from desktop.reports.pdf.board import board_title, compose
from desktop.reports.pdf.frame import document_frame, frame_marks
from desktop.reports.pdf.marks import text_of
from desktop.reports.report import build_report
from desktop.text import say
from desktop.text.formatting import number
from desktop.workbook.rating import Evidence, Rating, Ratings, RungOverride, Treatment
from tests.northwind import sample
from tests.unit.reports.assessed import CLAIMS, FRAUD, LETTERS, NAMES, STAMP, assessed, assessed_report
from tests.unit.reports.pdf.measure import outside, overlaps
from tests.unit.reports.pdf.printed import pages
from tests.unit.reports.pdf.variants import LONG

SECTION = say("board-assessment.section")
SHOWN = (Evidence(kind="note", text="Seen"),)


def word(key, **values):
    return say(f"board-assessment.{key}", **values)


def with_system(change):
    book = assessed()
    system = book.systems[CLAIMS].model_copy(update=change)
    return build_report(
        book.model_copy(update={"systems": {**book.systems, CLAIMS: system}}), load_method(), STAMP, CLAIMS
    )


def everywhere(level, name=NAMES[0]):
    questions = load_method().questions
    return {question.id: Ratings(views={name: Rating(level=level, evidence=SHOWN)}) for question in questions}


def long_worded():
    override = RungOverride(rung=5, by=LONG[:80], reason=f"{LONG} " * 30)
    treatments = {question.id: Treatment(mitigation=LONG, owner="p1") for question in load_method().questions}
    return with_system({"rung_override": override, "treatments": treatments, "ratings": everywhere(1), "name": LONG})


VARIANTS = {
    "three systems": assessed_report,
    "one system": lambda: assessed_report(CLAIMS),
    "set by hand": lambda: assessed_report(LETTERS),
    "long words": long_worded,
    "all at the top": lambda: with_system({"ratings": everywhere(4)}),
    "all absent": lambda: with_system({"ratings": everywhere(0)}),
    "claimed only": lambda: with_system({"ratings": {"systems-mapped": Ratings(views={NAMES[3]: Rating(level=3)})}}),
    "nothing applies": lambda: with_system(
        {"ratings": {q.id: Ratings(views={NAMES[1]: Rating(not_applicable=True)}) for q in load_method().questions}}
    ),
}


def text(report):
    book = compose(report)
    return "\n".join(text_of(page.marks) for page in book.pages if page.section == SECTION)


@pytest.mark.parametrize("name", VARIANTS)
def test_no_words_overlap_and_nothing_overflows(name):
    report = VARIANTS[name]()
    book, frame = compose(report), document_frame(report, board_title(report))
    for number_of, page in enumerate(book.pages, start=1):
        around = frame_marks(page, frame, number_of, len(book.pages))
        assert (number_of, outside(page)) == (number_of, [])
        assert (number_of, overlaps([*page.marks, *around])) == (number_of, [])


def test_one_page_follows_where_we_stand_for_each_answered_system():
    book = compose(assessed_report())
    sections = [(page.subject, page.section) for page in book.pages]
    mine = [place for place, (_, section) in enumerate(sections) if section == SECTION]
    assert [sections[place][0] for place in mine] == ["Claims triage assistant", sections[mine[1]][0]]
    assert all(sections[place - 1] == (sections[place][0], say("board.section-standing")) for place in mine)
    assert all(book.pages[place].bookmark for place in mine), "no page runs on"


def test_without_answers_there_is_no_page_but_a_line_on_the_first():
    report = assessed_report(FRAUD)
    assert text(report) == ""
    assert word("line-none", total=90) in text_of(compose(report).pages[0].marks)


def test_the_first_page_says_how_much_is_answered_and_accepted():
    report = assessed_report(CLAIMS)
    found = report.systems[0].assessment
    said = " ".join(pages(report)[0].split())
    assert f"{found.answered} of 90 {say('board.sure-answered')}" in said
    assert f"{found.reviewed.accepted} of {found.reviewed.given} {say('board.sure-accepted')}" in said


def test_voices_and_scores_are_those_of_the_app():
    report = assessed_report(CLAIMS)
    shown, found = text(report), report.systems[0].assessment
    lines = shown.split("\n")
    for condition in found.conditions:
        assert number(condition.score.score, 1) in lines
        assert f"{number(condition.score.low, 1)}–{number(condition.score.high, 1)}" in lines
        spread = number(condition.spread, 1)
        assert (f"≠ {spread}" if condition.differs else spread) in lines
        assert all(number(voice.mean, 1) in lines for voice in condition.voices if voice.mean is not None)
    assert lines.count(word("no-voice")) == 5, "data governance was not heard on any"
    assert any(condition.differs for condition in found.conditions)
    assert word("lead-silent", names="data governance").split()[0] in shown


def test_not_answered_not_applicable_and_zero_are_three_things():
    absent = text(VARIANTS["all absent"]()).split("\n")
    without = text(VARIANTS["nothing applies"]()).split("\n")
    open_ones = text(assessed_report(LETTERS)).split("\n")
    assert absent.count("0.0") >= 5
    assert word("no-voice") in absent, "the other three voices"
    assert without.count(word("does-not-apply")) == 10, "five voices and five scores"
    assert "0.0" not in without
    assert "0.0–4.0" in open_ones


def test_the_title_tells_the_rung_and_what_keeps_it_from_the_next():
    (one,) = assessed_report(CLAIMS).systems
    rung = one.assessment.rung
    title = " ".join(text(assessed_report(CLAIMS)).split("\n")[:2])
    assert f"Rung {rung.rung} of 5" in title
    assert f"{len(rung.unmet)} criteria keep it from rung {rung.next_rung}" in title
    assert word("title-top", top=5) in text(VARIANTS["all at the top"]()).replace("\n", " ")
    assert word("title-nothing") in text(VARIANTS["nothing applies"]()).replace("\n", " ")


@pytest.mark.parametrize("name", VARIANTS)
def test_figures_of_the_appendix_stand_on_the_page(name):
    book = compose(VARIANTS[name]())
    for placed in book.ledger:
        if placed.figure.entry == word("entry"):
            page = " ".join(text_of(book.pages[placed.page - 1].marks).split())
            assert placed.figure.value.split(" (")[0] in page, placed


def test_an_override_stands_with_name_reason_and_what_the_answers_show():
    shown = text(assessed_report(LETTERS)).replace("\n", " ")
    assert word("title-override", rung=3, top=5, earned=0) in shown
    assert word("override", rung=3, by="Miriam Keller", on="3 November 2026", earned=0) in shown
    assert "“Audit of 3 November”" in shown


def test_findings_and_warnings_stand_in_their_order():
    report = assessed_report(CLAIMS)
    (one,) = report.systems
    shown = text(report).split("\n")
    kinds = [line for line in shown if line in (word("kind-blocking"), word("kind-manageable"))]
    assert kinds == [word(f"kind-{gap.kind}") for gap in one.assessment.findings[:5]]
    names = [say(f"warnings.{warned.rule}.name") for warned in one.assessment.warnings]
    listed = [line for line in shown if line in names]
    assert listed == names[: len(listed)]
    assert listed


def test_each_figure_has_its_entry_in_the_appendix():
    report = assessed_report(CLAIMS)
    book = compose(report)
    place = next(number_of for number_of, page in enumerate(book.pages, start=1) if page.section == SECTION)
    names = [placed.figure.name for placed in book.ledger if placed.page == place]
    expected = [word(f"figure-{name}") for name in ("rung", "answered", "accepted", "blocking", "apart", "warnings")]
    assert names == [*expected, *(condition.group.name for condition in report.systems[0].assessment.conditions)]
    appendix = " ".join(" ".join(pages(report)[-3:]).split())
    assert all(name in appendix for name in names)


def test_the_sample_without_a_diagnosis_keeps_its_pages():
    report = build_report(sample(), load_method(), STAMP)
    answered = sum(bool(one.assessment.answered) for one in report.systems)
    assert sum(page.section == SECTION for page in compose(report).pages) == answered
