"""What the page of the evaluation changes: a run in, a run out, each one step of undo."""

from desktop.session.editing import Edit
from desktop.session.scoring import with_run
from desktop.text import say
from desktop.workbook.edits.kept_texts import remove_all_texts, remove_texts
from desktop.workbook.edits.places import remove_record
from desktop.workbook.path import Path
from desktop.workbook.sprint import Run


def runs_place(system_id: str) -> Path:
    """Where a system's runs stand."""
    return ("systems", system_id, "sprint", "scoring", "runs")


def import_run(system_id: str, run: Run) -> Edit:
    """Add a run to a system; the same run twice is one run, so this then changes nothing."""
    source = run.figures.source if run.figures else ""
    name = say("evidence.edit.import", source=source)
    return Edit(name, runs_place(system_id), lambda workbook: with_run(workbook, system_id, run)[0])


def delete_run(system_id: str, run_id: str) -> Edit:
    """Take a run away."""
    at = runs_place(system_id)
    return Edit(say("evidence.edit.delete"), (*at, run_id), lambda workbook: remove_record(workbook, at, run_id))


def forget_texts(system_id: str, run_id: str) -> Edit:
    """Take away the texts that one run keeps."""
    name = say("evidence.edit.forget")
    return Edit(name, (*runs_place(system_id), run_id), lambda workbook: remove_texts(workbook, system_id, run_id))


def forget_all_texts(system_id: str) -> Edit:
    """Take away the texts that any run of the project keeps; ``system_id`` is whose page it was done on."""
    return Edit(say("evidence.edit.forget-all"), runs_place(system_id), remove_all_texts)
