"""The board summary carries the seal: in full under the decision, in short at the foot of each page of the system."""

from datetime import date

import pytest

from desktop.reports.pdf.board import compose
from desktop.workbook import Workbook
from desktop.workbook.edits.places import set_value
from desktop.workbook.governance import ControlRecord, ControlState
from tests.northwind import sample
from tests.unit.reports.pdf.printed import pages, words
from tests.unit.reports.pdf.variants import CLAIMS, report_of

AT = ("systems", CLAIMS, "sprint", "decision")
SEAL = sample().systems[CLAIMS].sprint.decision.seal


def first(workbook: Workbook) -> str:
    return " ".join(pages(report_of(workbook, CLAIMS))[0].split())


def changed(**fields: object) -> Workbook:
    workbook = sample()
    for name, value in fields.items():
        workbook = set_value(workbook, (*AT, name), value)
    return workbook


def test_the_hash_stands_whole_under_the_decision_and_short_on_each_page():
    found = pages(report_of(sample(), CLAIMS))
    assert f"Sealed 20 Nov 2026 by Aylin Demir · SHA-256 {SEAL.sha256}" in " ".join(found[0].split())
    assert all(f"seal {SEAL.sha256[:16]}" in page for page in found)


def test_of_several_systems_only_the_pages_of_the_sealed_one_carry_it():
    book = compose(report_of(sample()))
    assert {page.subject for page in book.pages if page.foot} == {"Claims triage assistant"}
    assert book.pages[-1].foot == ""


def test_the_override_stands_with_name_and_reason():
    text = first(sample())
    assert "Helena Brandt decided over" in text
    assert "The money pays for closing them" in text


def test_a_refused_decision_is_none():
    text = first(changed(seal=None, override=None))
    assert "what was entered does not stand" in text
    assert "decided on 20 November" not in text
    assert "Not sealed" in text


def test_a_no_go_stands_over_open_findings():
    text = first(changed(seal=None, override=None, outcome="no-go"))
    assert "does not stand" not in text


@pytest.mark.parametrize(
    ("workbook", "words"),
    [
        (changed(reason="Another"), "The decision shown is not the one that was sealed"),
        (set_value(sample(), (*AT, "seal", "sha256"), "0" * 64), "The record does not match its hash"),
        (set_value(sample(), ("systems", CLAIMS, "sprint", "scoring", "threshold"), 87), "2 facts that it rested on"),
    ],
)
def test_what_has_happened_since_is_said(workbook, words):
    assert words in first(workbook)


def test_nothing_is_said_of_seals_before_anything_is_decided():
    text = first(changed(seal=None, override=None, outcome=None))
    assert "Not sealed" not in text
    assert "seal" not in text


def test_governance_is_told_with_what_is_missing_and_the_plans():
    text = words(report_of(sample(), CLAIMS))
    assert "controls are in place" in text
    assert "The controls themselves are tested" in text
    assert "When it drifts: Tomas Novak" in text
    assert "The way back: Maria Keller" in text
    assert "Tier decided by Daniel Osei on 5 Nov 2026." in text


def test_a_system_whose_governance_nobody_has_begun_has_no_such_page():
    bare = set_value(sample(), ("systems", CLAIMS, "governance"), None)
    assert "Governance" not in [page.section for page in compose(report_of(bare, CLAIMS)).pages]


def test_governance_keeps_to_its_page_however_much_was_written():
    long = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung " * 60
    at = ("systems", CLAIMS, "governance")
    workbook = sample()
    for name in ("tier_reason", "eu_reason", "drift_plan", "rollback_plan"):
        workbook = set_value(workbook, (*at, name), long)
    records = {
        key: ControlRecord(state=ControlState.PLANNED, evidence=long, owner="0002-keller", due=date(2026, 11, 1))
        for key in sample().systems[CLAIMS].governance.controls
    }
    workbook = set_value(workbook, (*at, "controls"), records)
    sections = [page.section for page in compose(report_of(workbook, CLAIMS)).pages]
    assert sections.count("Governance") == 1
