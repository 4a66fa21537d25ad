"""A folded record says of itself what tells it from the others, and nothing that it does not know."""

from datetime import date

from desktop.method import load_method
from desktop.session.pages import page_view
from desktop.workbook import Workbook
from desktop.workbook.path import replace_at
from tests.northwind import sample

CLAIMS = "0001-claims-triage"


def notes(workbook: Workbook, page: str) -> dict[str, str]:
    shown = page_view(workbook, load_method(), page, CLAIMS, date(2026, 11, 21))
    return {e.title: e.note for card in shown.cards for row in card.rows for e in row.entries if row.kind == "records"}


def test_a_metric_says_from_what_to_what_and_what_it_shows():
    assert notes(sample(), "sprint-1")["Handling cost of a claim"] == "41 → 33 EUR per claim · Business outcome"


def test_a_person_says_role_and_team():
    assert notes(sample(), "people")["Maria Keller"] == "Head of Claims · Claims"


def test_a_connection_says_how_near_whose_and_how_much():
    assert notes(sample(), "sprint-3")["Core claims system"] == "Staging · Thea Lindqvist · 22 person-days"


def test_what_is_not_known_is_left_out():
    metric = next(key for key, m in sample().systems[CLAIMS].sprint.metrics.items() if m.name.startswith("Handling"))
    without = replace_at(sample(), ("systems", CLAIMS, "sprint", "metrics", metric, "target"), None)
    assert notes(without, "sprint-1")["Handling cost of a claim"] == "Business outcome"
