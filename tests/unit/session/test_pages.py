"""Pages as rows: every declared page shows for a full and for an empty project."""

from datetime import date

import pytest

from desktop.method import load_method
from desktop.method.schema import Kind
from desktop.session.editing import NewPerson, set_field
from desktop.session.pages import page_view
from desktop.session.rail import rail
from desktop.session.view import PageView, Row
from desktop.workbook import Engagement, System, Workbook
from desktop.workbook.edits.systems import add_system, enter_sprint

TODAY = date(2026, 11, 21)
PAGES = [page.id for page in load_method().pages]


def project() -> Workbook:
    start = Workbook(engagement=Engagement(client="Example", start=date(2026, 11, 2)))
    return enter_sprint(add_system(start, System(id="s1", name="Triage")), "s1", None)


def view(workbook: Workbook, page: str) -> PageView:
    return page_view(workbook, load_method(), page, "s1", TODAY)


def row(workbook: Workbook, page: str, row_id: str) -> Row:
    return next(row for card in view(workbook, page).cards for row in card.rows if row.id == row_id)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_for_an_empty_project(page):
    shown = view(project(), page)
    assert shown.cards
    assert all(check.detail for check in shown.checks)
    assert all(why.cite for why in shown.why)


@pytest.mark.parametrize("page", PAGES)
def test_every_row_has_a_label_and_choices_where_it_needs_them(page):
    for card in view(project(), page).cards:
        for shown in card.rows:
            assert shown.label
            if shown.kind == Kind.CHOICE and shown.id not in ("phase-one", "region"):
                assert shown.choices, shown.id


def test_pages_lead_to_each_other_within_their_scope():
    assert view(project(), "sprint-1").next == ("sprint-2", "Baseline")
    assert view(project(), "sprint-1").back == ("governance", "Governance")
    assert view(project(), "sprint-4").next is None
    assert view(project(), "engagement").back is None


def test_an_owner_who_is_no_person_is_said_under_the_field():
    workbook = set_field(row(project(), "sprint-1", "owner"), NewPerson("IT and Claims"), "x").change(project())
    assert row(workbook, "sprint-1", "owner").problem == "“IT and Claims” is not a person"


def test_199_examples_are_named_as_one_too_few():
    workbook = set_field(row(project(), "sprint-2", "examples"), 199, "x").change(project())
    assert row(workbook, "sprint-2", "examples").problem == "199 examples: add 1"
    enough = set_field(row(workbook, "sprint-2", "examples"), 200, "x").change(workbook)
    assert not row(enough, "sprint-2", "examples").problem


def test_the_method_says_who_and_when_until_somebody_decides():
    entry = row(project(), "sprint-1", "assignments").entries[1]
    hints = {cell.id: cell.placeholder for cell in entry.rows}
    assert hints == {"owner": "Sponsor", "due": "5 Nov 2026", "note": ""}


def test_the_rail_knows_each_step_and_the_day():
    sections = rail(project(), load_method(), "s1", TODAY)
    sprint = next(section for section in sections if section.note == "day 20")
    weeks = [entry for entry in sprint.entries if entry.number]
    assert [entry.number for entry in weeks] == [1, 2, 3, 4]
    assert {entry.state for entry in weeks} == {"empty"}
    assert "decision" in [entry.page for entry in sprint.entries]


def test_the_rail_without_a_system_has_only_the_engagement():
    pages = [entry.page for section in rail(Workbook(), load_method(), None, TODAY) for entry in section.entries]
    assert pages == ["portfolio", "engagement", "people", "tasks", "reports"]


def test_what_the_inventory_said_stands_beside_what_it_was_read_as():
    system = System(id="s1", name="Triage", started=date(2023, 10, 1), as_written={"started": "10/1/2023"})
    shown = row(add_system(Workbook(), system), "profile", "started")
    assert shown.help == "As written in the inventory: “10/1/2023”"
    assert shown.value == date(2023, 10, 1)
