"""Texts of examples in a project: as many as it holds, put with a run, taken away again."""

from collections.abc import Iterator

from desktop.workbook.document import Workbook
from desktop.workbook.kept_texts import MOST_CHARACTERS, KeptTexts
from desktop.workbook.path import replace_at
from desktop.workbook.sprint import Run

RunPlace = tuple[str, str]  # ids of system and run


def runs_with_texts(workbook: Workbook) -> Iterator[RunPlace]:
    """Every run of the project that keeps texts."""
    for system_id, system in workbook.systems.items():
        if system.sprint is not None:
            yield from ((system_id, run_id) for run_id, run in system.sprint.scoring.runs.items() if run.kept)


def fitting(workbook: Workbook, kept: KeptTexts | None, instead_of: KeptTexts | None = None) -> KeptTexts | None:
    """As many of the texts as the project still takes, wrong examples first; None where that is none.

    ``instead_of`` are texts that go when these come.
    """
    if kept is None:
        return None
    room = MOST_CHARACTERS - _held(workbook) + (instead_of.characters if instead_of else 0)
    if kept.characters > room:
        kept = kept.model_copy(update={"examples": _first(kept, room)})
    return kept if kept.examples else None


def put_texts(workbook: Workbook, system_id: str, run_id: str, kept: KeptTexts | None) -> Workbook:
    """The run with these texts, or with none; the very same workbook where it has them already."""
    if _run(workbook, system_id, run_id).kept == kept:
        return workbook
    return replace_at(workbook, ("systems", system_id, "sprint", "scoring", "runs", run_id, "kept"), kept)


def remove_texts(workbook: Workbook, system_id: str, run_id: str) -> Workbook:
    """Take away what one run keeps."""
    return put_texts(workbook, system_id, run_id, None)


def remove_all_texts(workbook: Workbook) -> Workbook:
    """Take away what every run of the project keeps."""
    for system_id, run_id in tuple(runs_with_texts(workbook)):
        workbook = remove_texts(workbook, system_id, run_id)
    return workbook


def _run(workbook: Workbook, system_id: str, run_id: str) -> Run:
    sprint = workbook.systems[system_id].sprint
    if sprint is None:
        raise KeyError(run_id)
    return sprint.scoring.runs[run_id]


def _held(workbook: Workbook) -> int:
    kept = (_run(workbook, *place).kept for place in runs_with_texts(workbook))
    return sum(texts.characters for texts in kept if texts)


def _first(kept: KeptTexts, room: int) -> tuple[object, ...]:
    chosen = set()
    for at in sorted(range(len(kept.examples)), key=lambda at: kept.examples[at].right):
        room -= kept.examples[at].characters
        if room < 0:
            break
        chosen.add(at)
    return tuple(example for at, example in enumerate(kept.examples) if at in chosen)
