"""A fully answered assessment: every question, all four views, with disagreement, reviews, evidence and treatments."""

from datetime import date

from desktop.method import load_method
from desktop.workbook import Evidence, Person, Perspective, Rating, Workbook
from desktop.workbook.edits.people import add_person
from desktop.workbook.path import replace_at
from desktop.workbook.rating import Ratings, Reconciled, Review, Treatment

DAY = date(2026, 11, 18)
_REVIEWS = tuple(Review)
SPEAKERS = {
    Perspective.PILOT_TEAM: Person(id="v1", name="Tomas Novak", perspective=Perspective.PILOT_TEAM),
    Perspective.IT_OPERATIONS: Person(id="v2", name="Priya Raman", perspective=Perspective.IT_OPERATIONS),
    Perspective.BUSINESS_FUNCTION: Person(id="v3", name="Maria Keller", perspective=Perspective.BUSINESS_FUNCTION),
    Perspective.DATA_GOVERNANCE: Person(id="v4", name="Jonas Weber", perspective=Perspective.DATA_GOVERNANCE),
}


def assessed(workbook: Workbook, system: str | None = None) -> Workbook:
    """``workbook`` with its first system, or the one that is named, answered throughout."""
    system = system or next(iter(workbook.systems))
    for person in SPEAKERS.values():
        workbook = add_person(workbook, person)
    method = load_method()
    proven = {*method.group("ladder", "rung-1"), *method.group("ladder", "rung-2")}
    ratings = {
        question.id: _ratings(at, least=3 if question.id in proven else 0)
        for at, question in enumerate(method.questions)
    }
    workbook = replace_at(workbook, ("systems", system, "ratings"), ratings)
    held = {load_method().questions[3].id: Treatment(mitigation="Checked by hand each day", owner="v3")}
    return replace_at(workbook, ("systems", system, "treatments"), held)


def _ratings(at: int, least: int) -> Ratings:
    voices = [view for number, view in enumerate(Perspective) if (at + number) % 11]
    agreed = (
        Reconciled(level=2, reason="The map was shown in the room.", by="Maria Keller", on=DAY)
        if at % 9 == 4 and not least
        else None
    )
    return Ratings(
        views={view.value: _rating(at, number, least) for number, view in enumerate(voices)}, reconciled=agreed
    )


def _rating(at: int, number: int, least: int) -> Rating:
    evidence = (Evidence(kind="file", text="Run book 4.2.pdf"), Evidence(kind="note", text="Seen on 12 November"))
    review = _REVIEWS[(at + number) % 4]
    return Rating(
        level=max(least, (at * 3 + number * (at % 3)) % 5),
        evidence=evidence[: max((at + number) % 3, least)],
        by=tuple(SPEAKERS.values())[number].name,
        on=DAY,
        review=review,
        reviewed_by="Maria Keller" if review in (Review.ACCEPTED, Review.CHALLENGED) else "",
        comment="Who confirmed it?" if review is Review.CHALLENGED else "",
    )
