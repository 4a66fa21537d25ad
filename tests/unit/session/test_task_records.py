"""What was written about a task stays when more is written about it."""

from datetime import date

from desktop.session.editing import set_field
from tests.unit.session.test_session import new_session, rows


def test_the_second_word_about_a_task_keeps_the_first():
    session = new_session()
    for field, value in (("due", date(2026, 11, 10)), ("note", "Ask the vendor")):
        entry = rows(session, "sprint-1")["assignments"].entries[0]
        session.apply(set_field(next(row for row in entry.rows if row.id == field), value, "x"))
    written = session.workbook.systems["s1"].sprint.assignments[entry.id]
    assert (written.due, written.note) == (date(2026, 11, 10), "Ask the vendor")
