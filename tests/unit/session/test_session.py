"""A session: what can be undone, what counts as unsaved, and what listeners hear."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from desktop.method import load_method
from desktop.session.editing import Edit, NewPerson, add_entry, remove_entry, set_field
from desktop.session.pages import page_view
from desktop.session.session import Session
from desktop.workbook import Engagement, System, Workbook
from desktop.workbook.edits.places import set_value
from desktop.workbook.edits.systems import add_system, enter_sprint

TODAY = date(2026, 11, 21)


def new_session() -> Session:
    start = Workbook(engagement=Engagement(client="Example", start=date(2026, 11, 2)))
    workbook = enter_sprint(add_system(start, System(id="s1", name="Triage")), "s1", None)
    return Session(load_method(), workbook, lambda: TODAY, lambda: "ab12")


def rows(session: Session, page: str) -> dict:
    view = page_view(session.workbook, session.method, page, "s1", TODAY)
    return {row.id: row for card in view.cards for row in card.rows}


def client(name: str, *, merges: bool = False) -> Edit:
    at = ("engagement", "client")
    return Edit("Set Client", at, lambda w: set_value(w, at, name), merges)


def test_undo_and_redo_restore_the_very_values():
    session = new_session()
    first = session.workbook
    session.apply(client("A"))
    second = session.workbook
    assert session.undo_name == "Set Client"
    session.undo()
    assert session.workbook is first
    session.redo()
    assert session.workbook is second


def test_an_edit_after_undo_forgets_the_way_forward():
    session = new_session()
    session.apply(client("A"))
    session.undo()
    session.apply(client("B"))
    assert session.redo() is None
    assert session.workbook.engagement.client == "B"


def test_unsaved_means_different_from_what_was_saved():
    session = new_session()
    assert not session.unsaved
    session.apply(client("A"))
    assert session.unsaved
    session.mark_saved(session.workbook)
    assert not session.unsaved
    session.undo()
    assert session.unsaved
    session.redo()
    assert not session.unsaved


def test_back_to_the_saved_text_by_typing_is_saved_again():
    session = new_session()
    session.apply(client("A"))
    session.apply(client("Example"))
    assert not session.unsaved


def test_typing_in_one_field_is_one_step_but_saving_in_between_makes_two():
    session = new_session()
    session.apply(client("A", merges=True))
    session.apply(client("Ab", merges=True))
    assert session.edits == 1
    session.mark_saved(session.workbook)
    session.apply(client("Abc", merges=True))
    assert session.edits == 2
    session.undo()
    assert session.workbook.engagement.client == "Ab"
    assert not session.unsaved


def test_an_edit_that_changes_nothing_leaves_no_step():
    session = new_session()
    heard = []
    session.listen(heard.append)
    assert not session.apply(client("Example"))
    assert session.edits == 0
    assert not heard


def test_an_edit_that_fails_leaves_everything_as_it_was():
    session = new_session()
    before = session.workbook
    at = ("systems", "s1", "sprint", "test_set", "examples")
    with pytest.raises(ValidationError):
        session.apply(Edit("bad", at, lambda w: set_value(w, at, -1)))
    assert session.workbook is before
    assert session.edits == 0


def test_undo_tells_where_and_on_which_page():
    session = new_session()
    session.apply(client("A"), page="engagement")
    step = session.undo()
    assert step is not None
    assert (step.page, step.at) == ("engagement", ("engagement", "client"))


def test_a_new_person_and_their_duty_are_one_step():
    session = new_session()
    session.apply(set_field(rows(session, "sprint-1")["owner"], NewPerson("Maria Keller"), "p1"))
    owner = session.workbook.systems["s1"].sprint.owner
    assert session.workbook.people[owner].name == "Maria Keller"
    session.undo()
    assert not session.workbook.people


def test_several_new_people_at_once_get_ids_of_their_own():
    session = new_session()
    row = rows(session, "sprint-4")["by"]
    session.apply(set_field(row, (NewPerson("Ana Lima"), NewPerson("Bo Berg")), "p1"))
    decided_by = session.workbook.systems["s1"].sprint.decision.decided_by
    assert [session.workbook.people[person].name for person in decided_by] == ["Ana Lima", "Bo Berg"]


def test_records_are_added_and_removed():
    session = new_session()
    session.apply(add_entry(rows(session, "sprint-1")["metrics"], "ab12"))
    entry = rows(session, "sprint-1")["metrics"].entries[0]
    session.apply(remove_entry(rows(session, "sprint-1")["metrics"], entry.id))
    assert not session.workbook.systems["s1"].sprint.metrics
    session.undo()
    assert entry.id in session.workbook.systems["s1"].sprint.metrics


def test_a_task_gets_its_record_with_the_first_word_about_it():
    session = new_session()
    entry = rows(session, "sprint-1")["assignments"].entries[0]
    due = next(row for row in entry.rows if row.id == "due")
    session.apply(set_field(due, date(2026, 11, 10), "x"))
    assert session.workbook.systems["s1"].sprint.assignments[entry.id].due == date(2026, 11, 10)


@given(st.lists(st.sampled_from(["edit-a", "edit-b", "edit-c", "undo", "redo", "save"]), max_size=40))
def test_any_sequence_can_be_undone_to_the_start_and_redone_to_the_end(steps):
    session = new_session()
    first = session.workbook
    for at, step in enumerate(steps):
        match step:
            case "undo":
                session.undo()
            case "redo":
                session.redo()
            case "save":
                session.mark_saved(session.workbook)
            case _:
                session.apply(client(f"{step} {at}"))
    end = session.workbook
    done = session.edits
    while session.undo():
        pass
    assert session.workbook is first
    for _ in range(done):
        session.redo()
    assert session.workbook is end
