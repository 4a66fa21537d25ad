"""Typing joins to one step only while nothing else happened in between."""

from tests.unit.session.test_session import client, new_session


def test_typing_after_an_undo_is_a_step_of_its_own():
    session = new_session()
    session.apply(client("A", merges=True))
    session.apply(client("B"))
    session.undo()
    session.apply(client("Ab", merges=True))
    session.undo()
    assert session.workbook.engagement.client == "A"
