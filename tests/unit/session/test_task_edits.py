"""Changing tasks of both tracks: one step for many, days on the schedule, pasting with validation, check-ins."""

from datetime import date
from itertools import count

import pytest

from desktop.method import load_method
from desktop.planning.all_tasks import system_tasks
from desktop.session.all_tasks import TaskFilter, TaskRows, headline, matching, ordered
from desktop.session.checkin import CheckinViews
from desktop.session.checkin import headline as week_headline
from desktop.session.checkin_edits import (
    close_checkin,
    go_through,
    mark_meeting,
    put_decision,
    remove_checkin,
    set_metric,
    set_sponsor,
)
from desktop.session.editing import NewPerson
from desktop.session.entry_dates import DateNotation
from desktop.session.session import Session
from desktop.session.task_edits import TaskChange, TaskRef, TaskRefusedError, change_tasks
from desktop.session.task_paste import Reader, pasted, tab_separated
from desktop.workbook import Engagement, Person, Sprint, System, Workbook
from desktop.workbook.checkin import Sponsor
from desktop.workbook.plan import Plan, TaskStatus
from tests.northwind import sample
from tests.unit.planning.plans import MONDAY, six, task

METHOD = load_method()
CLAIMS = "0001-claims-triage"
TODAY = date(2026, 3, 4)


def plain() -> Workbook:
    system = System(id="s", name="Triage", plan=Plan(tasks=six()), sprint=Sprint())
    people = {
        "p": Person(id="p", name="Ann Lee"),
        "q": Person(id="q", name="Bo Ray"),
        "r": Person(id="r", name="bo ray"),
    }
    return Workbook(engagement=Engagement(start=MONDAY), people=people, systems={"s": system})


def ref(name: str, track="plan") -> TaskRef:
    return TaskRef("s", track, name)


def session_of(workbook: Workbook, today: date = TODAY) -> Session:
    tags = count(1)
    return Session(METHOD, workbook, lambda: today, lambda: f"t{next(tags):03d}")


def now(workbook: Workbook, system: str = "s"):
    return {one.id: one for one in system_tasks(workbook, METHOD, workbook.systems[system], TODAY)}


def change(workbook: Workbook, *changes: TaskChange) -> Workbook:
    return change_tasks(changes, TODAY, "tag").change(workbook)


def test_many_tasks_of_both_tracks_change_in_one_step_and_one_undo_takes_all_back():
    session = session_of(plain())
    before = session.workbook
    refs = [ref("a"), ref("c"), ref("deputy-named", "sprint")]
    assert session.apply(change_tasks([TaskChange(one, "owner", "p") for one in refs], TODAY, "t"))
    assert {now(session.workbook)[one.id].owner for one in refs} == {"p"}
    assert session.edits == 1
    assert session.undo_name == "Change owner of 3 tasks"
    session.undo()
    assert session.workbook == before


def test_a_new_person_is_added_once_for_all():
    after = change(plain(), *(TaskChange(ref(name), "owner", NewPerson("Cy Fox")) for name in "ab"))
    assert now(after)["a"].owner == now(after)["b"].owner
    assert sum(person.name == "Cy Fox" for person in after.people.values()) == 1


def test_a_new_day_delays_by_working_days_and_others_follow():
    before = now(plain())
    after = now(change(plain(), TaskChange(ref("c"), "due", date(2026, 3, 17))))
    assert before["c"].finish == date(2026, 3, 10)
    assert after["c"].finish == date(2026, 3, 17)
    assert (after["e"].finish - before["e"].finish).days == 7
    assert after["f"].finish == before["f"].finish


def test_days_of_dependent_tasks_set_together_end_where_they_were_set():
    wanted = {"a": date(2026, 3, 6), "c": date(2026, 3, 20), "e": date(2026, 3, 31)}
    after = now(change(plain(), *(TaskChange(ref(name), "due", day) for name, day in wanted.items())))
    assert {name: after[name].finish for name in wanted} == wanted


def test_taking_a_day_back_takes_the_delay_back():
    late = change(plain(), TaskChange(ref("c"), "due", date(2026, 3, 17)))
    assert now(change(late, TaskChange(ref("c"), "due", None)))["c"].finish == date(2026, 3, 10)


def test_a_day_before_the_work_can_be_over_is_refused_with_the_earliest_and_changes_nothing():
    session = session_of(plain())
    with pytest.raises(TaskRefusedError, match="10 Mar 2026"):
        session.apply(change_tasks([TaskChange(ref("c"), "due", TODAY)], TODAY, "t"))
    assert session.workbook == plain()
    done = change(plain(), TaskChange(ref("a"), "status", TaskStatus.DONE))
    with pytest.raises(TaskRefusedError, match="is done"):
        change(done, TaskChange(ref("a"), "due", date(2026, 4, 1)))


@pytest.mark.parametrize("track", ["plan", "sprint"])
def test_a_blocker_blocks_and_its_end_frees(track):
    name = "b" if track == "plan" else "deputy-named"
    held = change(plain(), TaskChange(ref(name, track), "blocker", "No key"))
    assert (now(held)[name].status, now(held)[name].blocker) == (TaskStatus.BLOCKED, "No key")
    freed = change(held, TaskChange(ref(name, track), "blocker", ""))
    assert now(freed)[name].status is TaskStatus.OPEN
    moved = change(held, TaskChange(ref(name, track), "status", TaskStatus.IN_PROGRESS))
    assert now(moved)[name].blocker == ""


def test_per_cent_and_status_of_a_sprint_task_agree():
    half = change(plain(), TaskChange(ref("deputy-named", "sprint"), "percent", 50))
    assert (now(half)["deputy-named"].percent, now(half)["deputy-named"].status) == (50, TaskStatus.IN_PROGRESS)
    back = change(half, TaskChange(ref("deputy-named", "sprint"), "status", TaskStatus.OPEN))
    assert back == plain()  # an assignment that says nothing any more is gone
    said = change(plain(), TaskChange(ref("deputy-named", "sprint"), "percent", 100))
    assert now(said)["deputy-named"].claimed


def reader(workbook: Workbook) -> Reader:
    return Reader(workbook.people, TODAY, DateNotation())


def test_pasting_takes_good_cells_and_says_why_the_others_are_not_taken():
    workbook = plain()
    rows = ordered(TaskRows().rows(workbook, METHOD, TODAY, "s"), "task", descending=False)
    text = "Ann Lee\t2026-03-30\t50 %\tdone\nBo Ray\t31.2.\t150\tmaybe\n\t\t0\tOpen"
    found = pasted(reader(workbook), rows, ("owner", "due", "percent", "status"), text)
    assert [(one.field, one.value) for one in found.changes][:4] == [
        ("owner", "p"), ("due", date(2026, 3, 30)), ("percent", 50), ("status", TaskStatus.DONE),
    ]  # fmt: skip
    assert [(one.line, one.column) for one in found.wrong] == [(2, "owner"), (2, "due"), (2, "percent"), (2, "status")]
    assert "More than one person" in found.wrong[0].sentence
    assert all(one.sentence.startswith("Line 2, ") for one in found.wrong)


def test_pasting_into_a_computed_column_or_beyond_the_list_is_told():
    workbook = plain()
    rows = TaskRows().rows(workbook, METHOD, TODAY, "s")[-1:]
    found = pasted(reader(workbook), rows, ("slip", "percent"), "7\t10\t11\n1\t2")
    assert [one.column for one in found.wrong] == ["slip"]
    assert (len(found.changes), found.beyond) == (1, 3)


def test_what_is_copied_is_pasted_back_without_a_change():
    workbook = sample()
    rows = TaskRows().rows(workbook, METHOD, date(2026, 11, 21), CLAIMS)
    columns = ("owner", "percent", "status", "blocker", "note")
    text = tab_separated(rows, columns, date.isoformat, header=False)
    found = pasted(Reader(workbook.people, date(2026, 11, 21), DateNotation()), rows, columns, text)
    assert found.wrong == ()
    open_ones = [one for one in found.changes if one.ref.track == "plan"]
    assert change_tasks(open_ones, date(2026, 11, 21), "t").change(workbook) == workbook


def test_rows_are_kept_for_systems_that_did_not_change():
    memory, workbook = TaskRows(), sample()
    today = date(2026, 11, 21)
    before = {row.ref: row for row in memory.rows(workbook, METHOD, today)}
    one = next(name for name in before if name.system == CLAIMS and name.track == "plan")
    after = memory.rows(change_tasks([TaskChange(one, "note", "x")], today, "t").change(workbook), METHOD, today)
    assert {row.ref.system for row in after if row is not before[row.ref]} == {CLAIMS}


def test_filters_and_order_tell_what_is_asked_for():
    today = date(2026, 11, 21)
    rows = TaskRows().rows(sample(), METHOD, today)
    late = matching(rows, TaskFilter(when="late"))
    assert late
    assert all(row.late and not row.task.done for row in late)
    assert headline(rows).startswith(f"{len(late)} tasks are late")
    blocked = matching(rows, TaskFilter(statuses=frozenset({TaskStatus.BLOCKED}), text="CREDENTIAL shared"))
    assert [row.task.title for row in blocked] == ["Replace the shared credential"]
    by_day = ordered(rows, "due", descending=False)
    days = [row.task.finish for row in by_day if not row.task.done]
    assert days == sorted(days)
    assert [row.task.done for row in by_day] == sorted(row.task.done for row in by_day)


def week(session: Session):
    return CheckinViews().view(session.workbook, METHOD, "s", session.today())


def test_a_check_in_goes_through_tasks_and_freezes_what_was_said():
    session = session_of(plain())
    asked = week(session).asked
    assert week_headline(week(session)).startswith(f"{len(asked)} tasks to go through")
    first = asked[0]
    name = TaskRef("s", first.track, first.id)
    assert session.apply(go_through(name, (TaskChange(name, "percent", 40),), TODAY, "t"))
    assert first.key not in {one.key for one in week(session).left}
    session.apply(set_sponsor("s", Sponsor.ACTIVE))
    session.apply(put_decision("s", None, " Motor first ", "p", "t1"))
    session.apply(close_checkin(METHOD, "s", TODAY, None))
    closed = session.workbook.systems["s"].steering.closed["2026-03-04"]
    assert closed.snapshot.tasks[first.key].percent == 40
    assert [(one.text, one.by) for one in closed.decisions.values()] == [("Motor first", "p")]
    assert session.workbook.systems["s"].steering.draft is None
    assert "11 Mar" in week_headline(week(session))


def test_closing_twice_on_one_day_replaces_keeps_what_was_said_and_is_undone():
    session = session_of(plain())
    session.apply(set_sponsor("s", Sponsor.INACTIVE))
    session.apply(put_decision("s", None, "One", None, "x"))
    session.apply(close_checkin(METHOD, "s", TODAY, None))
    once = session.workbook
    session.apply(change_tasks([TaskChange(ref("a"), "percent", 30)], TODAY, "t"))
    session.apply(put_decision("s", None, "Two", None, "x"))
    session.apply(close_checkin(METHOD, "s", TODAY, None))
    closed = session.workbook.systems["s"].steering.closed
    assert list(closed) == ["2026-03-04"]
    assert closed["2026-03-04"].snapshot.tasks["plan.a"].percent == 30
    assert closed["2026-03-04"].sponsor_state is Sponsor.INACTIVE
    assert sorted(one.text for one in closed["2026-03-04"].decisions.values()) == ["One", "Two"]
    for _ in range(3):
        session.undo()
    assert session.workbook == once


def test_a_closed_check_in_becomes_a_steering_meeting_and_can_be_removed():
    session = session_of(plain())
    session.apply(close_checkin(METHOD, "s", TODAY, None))
    session.apply(mark_meeting("s", "2026-03-04", steering=True))
    later = CheckinViews().view(session.workbook, METHOD, "s", date(2026, 3, 11))
    assert later.meeting.checkin.on == TODAY
    session.apply(remove_checkin("s", "2026-03-04"))
    assert session.workbook.systems["s"].steering.closed == {}


def test_a_view_computes_tasks_once_while_only_the_check_in_is_written():
    session, views = session_of(sample(), date(2026, 11, 21)), CheckinViews()
    before = views.view(session.workbook, METHOD, CLAIMS, session.today())
    session.apply(set_metric(CLAIMS, "0001-nw26", task(1).effort.likely))
    after = views.view(session.workbook, METHOD, CLAIMS, session.today())
    assert after.tasks is before.tasks
    assert after.burn_up is before.burn_up
    assert [entry.name for entry in after.week.since.metrics] == ["Handling cost of a claim"]
    assert views.past(session.workbook, after.system) is views.past(session.workbook, after.system)
