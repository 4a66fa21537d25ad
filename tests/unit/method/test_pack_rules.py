"""A pack's own warning: raised by an answer, said in the pack's words everywhere, and its mistakes are told."""

from datetime import date
from io import BytesIO

import pytest

from desktop.method import load_method
from desktop.method.pack_check import check_pack
from desktop.method.pack_merge import with_packs
from desktop.method.pack_schema import json_schema
from desktop.reports.excel.tracker import write_tracker
from desktop.reports.report import Stamp, build_report
from desktop.session.analyse import analyse
from desktop.session.assess import assess
from desktop.session.assess_dashboard import dashboard_view
from desktop.workbook import Rating, Sprint, System, Workbook
from desktop.workbook.rating import Ratings
from tests.unit.method.packs import SOUND, write

BASE, TODAY = load_method(), date(2026, 11, 21)
RULES = """\
rules:
- id: acme-no-council
  name: Works council not asked
  source: acme-policy
  question: acme-works-council
  below: 2
  severity: serious
  raised: The agreement of the works council is rated {level} of 4
  clears: Ask the works council
"""


def answered(level: int) -> Workbook:
    ratings = {"acme-works-council": Ratings(views={"business-function": Rating(level=level)})}
    return Workbook(systems={"s1": System(id="s1", name="Triage", ratings=ratings, sprint=Sprint())})


@pytest.fixture
def method(tmp_path):
    checked = check_pack(write(tmp_path, SOUND + RULES), BASE)
    assert checked.problems == ()
    return with_packs(BASE, (checked.pack,))


def test_the_warning_reaches_the_dashboard_in_the_words_of_the_pack(method):
    warned = dashboard_view(assess(answered(1), method, "s1", TODAY)).warnings
    (link,) = [link for link in warned if link.title == "Works council not asked"]
    assert link.mark == "serious"
    assert "The agreement of the works council is rated 1 of 4" in link.detail
    assert "Ask the works council" in link.detail
    assert (link.page, link.at[-1]) == ("questions", "acme-works-council")


@pytest.mark.parametrize("level", [2, 3, 4])
def test_a_level_that_reaches_the_bound_raises_nothing(method, level):
    assert not [w for w in assess(answered(level), method, "s1", TODAY).seen.warnings if w.rule == "acme-no-council"]


def test_without_the_pack_its_answer_raises_nothing():
    assert not [w for w in assess(answered(0), BASE, "s1", TODAY).seen.warnings if w.own]


def test_the_command_line_and_the_reports_say_it_too(method):
    said = analyse(answered(0), method, TODAY)["systems"]["s1"]["warnings"]
    assert "Works council not asked: The agreement of the works council is rated 0 of 4" in {w["message"] for w in said}
    report = build_report(answered(0), method, Stamp(TODAY, "", "0"))
    assert "acme-no-council" in {warned.rule for warned in report.systems[0].assessment.warnings}
    stream = BytesIO()
    write_tracker(report, stream, lambda _done, _total: None)
    from openpyxl import load_workbook

    cells = [
        str(cell.value) for sheet in load_workbook(stream) for row in sheet.iter_rows() for cell in row if cell.value
    ]
    assert "Works council not asked" in cells


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("question: acme-works-council\n  below", "question: nothing\n  below", "question-unknown"),
        ("id: acme-no-council", "id: polished-demo", "id-of-the-base"),
        ("source: acme-policy\n  question", "source: nowhere\n  question", "source-unknown"),
        ("below: 2", "below: 0", "out-of-range"),
        ("severity: serious", "severity: grave", "not-a-choice"),
        ("  clears: Ask the works council\n", "", "field-missing"),
    ],
)
def test_a_rule_that_is_wrong_is_told(tmp_path, old, new, code):
    broken = SOUND + RULES.replace(old, new)
    assert broken != SOUND + RULES
    checked = check_pack(write(tmp_path, broken), BASE)
    assert code in {problem.code for problem in checked.problems}


def test_the_words_of_a_pack_are_text_and_no_template(tmp_path):
    rules = RULES.replace("rated {level} of 4", "rated {level} of {rule.__class__} {0} 4")
    method = with_packs(BASE, (check_pack(write(tmp_path, SOUND + rules), BASE).pack,))
    (warned,) = [w for w in assess(answered(1), method, "s1", TODAY).seen.warnings if w.own]
    assert warned.words.raised == "The agreement of the works council is rated 1 of {rule.__class__} {0} 4"


def test_the_schema_knows_rules():
    assert "rules" in json_schema()["properties"]
