"""A made-up diagnosis: every kind of answer at least once, voices apart and missing, agreed levels, evidence, treatments."""

from datetime import date

from desktop.method import load_method
from desktop.reports.report import Report, Stamp, build_report
from desktop.workbook import Workbook
from desktop.workbook.rating import Evidence, Rating, Ratings, Reconciled, Review, RungOverride, Treatment
from desktop.workbook.system import System
from tests.unit.reports.excel.engagement import workbook

CLAIMS, LETTERS, FRAUD = "0001-ab", "0002-ab", "0003-ab"
STAMP = Stamp(date(2026, 11, 21), "47", "0.1.0")
SHOWN = (Evidence(kind="note", text="Shown in the review of 12 November"),)
NAMES = ("pilot-team", "it-operations", "business-function", "data-governance")
REVIEWS = (Review.ACCEPTED, Review.ACCEPTED, Review.SUBMITTED, Review.DRAFT)


def rating(level, place, **more):
    review = REVIEWS[place % 4]
    return Rating(level=level, evidence=SHOWN if level and level > 1 else (), review=review, **more)


def answers():
    """By the place of each question: four voices, two, none, not applicable, agreed; the pilot team sees it best."""
    found = {}
    for place, question in enumerate(load_method().questions):
        low = any(group in ("rung-1", "rung-2") for group in question.lenses.get("ladder", ()))
        base = 3 if low and "rung-1" in question.lenses["ladder"] else (place * 7) % 4
        views = {NAMES[0]: rating(min(base + 1, 4), place), NAMES[1]: rating(base, place + 1)}
        kind = place % 6
        if kind == 0:
            views[NAMES[2]] = rating(max(base - 1, 0) if base != 3 else 3, place + 2)
        elif kind == 1:
            views[NAMES[2]] = Rating(not_applicable=True)
        elif kind == 2 and base != 3:
            continue
        elif kind == 3 and base != 3:
            views = {NAMES[0]: Rating(not_applicable=True)}
        found[question.id] = Ratings(views=views, reconciled=_agreed(place) if kind == 4 else None)
    return found


def _agreed(place):
    if place % 4 == 0:
        return Reconciled(level=3, reason="Seen together in staging", by="Henrik Brandt")
    return Reconciled(not_applicable=True, reason="No agent acts here", by="Henrik Brandt")


def claims(system: System) -> System:
    ratings = answers()
    first, second = list(ratings)[:2]
    odd = ratings[second].model_copy(update={"reconciled": Reconciled(level=None, reason="Left open on purpose")})
    challenged = Rating(
        level=0, review=Review.CHALLENGED, reviewed_by="Isabelle Moreau", comment="=1+1 the log says otherwise"
    )
    views = {**ratings[first].views, NAMES[1]: Rating(level=4, evidence=SHOWN), NAMES[2]: challenged}
    ratings = {**ratings, second: odd, first: Ratings(views=views)}
    kinds = (
        Treatment(mitigation="Weekly sample of 50", owner="p1", due=date(2026, 12, 4)),
        Treatment(mitigation="The service desk looks", owner="p6"),
        Treatment(mitigation="  ", owner="p1"),
        Treatment(),
    )
    treated = {name: kinds[place % 4] for place, name in enumerate(ratings)}
    return system.model_copy(update={"ratings": ratings, "treatments": treated})


def letters(system: System) -> System:
    """Two answers and a rung set by hand."""
    first, *_ = load_method().questions
    override = RungOverride(rung=3, by="Miriam Keller", reason="Audit of 3 November", on=date(2026, 11, 3))
    ratings = {first.id: Ratings(views={NAMES[0]: Rating(level=2)})}
    return system.model_copy(update={"ratings": ratings, "rung_override": override})


def assessed() -> Workbook:
    """The made-up engagement with a full, a nearly empty and an unanswered diagnosis."""
    book = workbook()
    systems = {**book.systems}
    systems[CLAIMS], systems[LETTERS] = claims(systems[CLAIMS]), letters(systems[LETTERS])
    return book.model_copy(update={"systems": systems})


def assessed_report(system_id: str | None = None) -> Report:
    return build_report(assessed(), load_method(), STAMP, system_id)
