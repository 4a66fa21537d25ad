"""Tasks that the team added by hand beside those that the findings ask for."""

from desktop.workbook.plan import Band, PlanTask
from northwind import people as who
from northwind.records import between

DAYS = tuple[int, int, int]


def _task(title: str, made: str, owner: str, band: Band, days: DAYS, *after: str) -> PlanTask:
    """One task by hand, open."""
    return PlanTask(title=title, deliverable=made, owner=owner, band=band, effort=between(*days), after=after)


CLAIMS = {
    "handler-interviews": _task(
        "Interview 12 handlers about the queue",
        "Notes with the five most frequent detours",
        who.DEMIR,
        "1-4",
        (3, 4, 6),
    ),
    "injury-labels": _task(
        "Label 120 more injury claims", "Test set with injury at its real share", who.NOVAK, "1-4", (4, 6, 9)
    ),
    "data-contract": _task(
        "Agree the data contract for claim notes", "Contract with fields, owner and alarm", who.OSEI, "1-4", (3, 5, 8)
    ),
    "release-slot": _task(
        "Book a release slot for the write-back", "Slot confirmed by the release board", who.LINDQVIST, "1-4", (1, 2, 3)
    ),
    "service-account": _task(
        "Replace the shared credential", "Service account with its own role", who.RAMAN, "1-4", (2, 3, 5)
    ),
    "write-back": _task(
        "Write back to core claims",
        "Group, urgency and reason in the claim",
        who.LINDQVIST,
        "5-8",
        (9, 13, 22),
        "release-slot",
        "service-account",
    ),
    "load-test": _task(
        "Test with ten times the volume",
        "Report with quality and latency",
        who.NOVAK,
        "5-8",
        (3, 4, 7),
        "data-contract",
    ),
    "launch-review": _task(
        "Hold the launch review",
        "Decision to launch, with names",
        who.DEMIR,
        "9-12",
        (1, 1, 2),
        "write-back",
        "load-test",
    ),
}

UNDERWRITING = {
    "draw-cases": _task("Draw 60 submissions at random", "Test set without demo cases", who.NOVAK, "1-4", (3, 5, 8)),
    "second-reader": _task("Find a second reader", "Name and hours a week", who.WEBER, "1-4", (1, 1, 2)),
    "broker-portal": _task(
        "Read from the broker portal", "Interface in staging", who.LINDQVIST, "5-8", (6, 9, 15), "draw-cases"
    ),
    "note-layout": _task(
        "Agree the layout of the note", "One page, signed", who.WEBER, "9-12", (1, 2, 3), "broker-portal"
    ),
}
