"""Edits of a workshop: what it goes through, who speaks, and which answers the room has seen."""

from collections.abc import Mapping

from desktop.workbook.document import Workbook
from desktop.workbook.path import replace_at
from desktop.workbook.rating import Workshop


def workshop_of(workbook: Workbook, system_id: str) -> Workshop:
    """The workshop of a system; an empty one where none was prepared."""
    return workbook.systems[system_id].workshop or Workshop()


def choose_questions(workbook: Workbook, system_id: str, questions: tuple[str, ...]) -> Workbook:
    """Set what the workshop goes through. What was revealed stays revealed."""
    return replace_at(workbook, ("systems", system_id, "workshop", "questions"), questions)


def name_speakers(workbook: Workbook, system_id: str, speakers: Mapping[str, str], recorder: str | None) -> Workbook:
    """Say who speaks for each perspective, and who records what the room settles."""
    given = workshop_of(workbook, system_id).model_copy(update={"speakers": dict(speakers), "recorder": recorder})
    return replace_at(workbook, ("systems", system_id, "workshop"), given)


def reveal(workbook: Workbook, system_id: str, question: str, *, seen: bool = True) -> Workbook:
    """Show the answers to a question to the room, or hide them again."""
    before = workshop_of(workbook, system_id).revealed
    kept = tuple(name for name in before if name != question)
    after = (*kept, question) if seen else kept
    return workbook if after == before else replace_at(workbook, ("systems", system_id, "workshop", "revealed"), after)
