"""The method's analysis of a whole portfolio, and of one edited system among 2,133 that were thought over before."""

from collections.abc import Iterator

from desktop.analysis.memo import Memo
from desktop.method import Method, load_method
from desktop.method.practice import load_practice
from desktop.workbook import Evidence, Perspective, Rating, System, Workbook
from desktop.workbook.rating import Ratings
from tests.benchmarks.inventory import TODAY
from tests.benchmarks.measure import Figure, in_turn, milliseconds, percentile

_SHOWN = (Evidence(kind="note", text="Minutes of 3 November"),)


def analysing(workbook: Workbook, rounds: int) -> Iterator[Figure]:
    """All systems afresh against reading their fields alone; then one edit, answers of all four perspectives included."""
    method = load_method()
    answered = _answered(workbook, method)

    def afresh() -> None:
        _all(Memo(method, load_practice()), answered)

    def floor() -> None:
        for system in answered.systems.values():
            dict(system)

    taken, least = in_turn(afresh, floor, min(rounds, 3))
    yield Figure(f"analyse {len(answered.systems):,} systems", taken, least, "≤ 5 s")
    yield Figure("analyse one edited system, 99th percentile", _edits(answered, method, rounds), None, "≤ 5 ms")


def _all(memo: Memo, workbook: Workbook) -> None:
    for system in workbook.systems.values():
        memo.assess(workbook, system, TODAY)


def _edits(workbook: Workbook, method: Method, rounds: int) -> float:
    """An edit of one fully answered system and its analysis, the others being remembered."""
    memo = Memo(method, load_practice())
    name = next(iter(workbook.systems))
    _all(memo, workbook)
    taken = []
    for turn in range(rounds * 20):
        system = rated(workbook.systems[name], method, turn % 5)
        workbook = workbook.model_copy(update={"systems": {**workbook.systems, name: system}})
        taken.append(milliseconds(lambda workbook=workbook, system=system: memo.assess(workbook, system, TODAY)))
    return percentile(taken, 0.99)


def _answered(workbook: Workbook, method: Method) -> Workbook:
    """Every tenth system answered in full: an assessed portfolio is never assessed to the last system."""
    systems = {
        name: rated(system, method, at % 5) if at % 10 == 0 else system
        for at, (name, system) in enumerate(workbook.systems.items())
    }
    return workbook.model_copy(update={"systems": systems})


def rated(system: System, method: Method, shift: int) -> System:
    """The system answered throughout by all four perspectives, with evidence."""
    views = {
        (level, view): Rating(level=(level + step) % 5, evidence=_SHOWN, by="Thea Lindqvist")
        for level in range(5)
        for step, view in enumerate(Perspective)
    }
    ratings = {
        question.id: Ratings(views={view.value: views[(at + shift) % 5, view] for view in Perspective})
        for at, question in enumerate(method.questions)
    }
    return system.model_copy(update={"ratings": ratings})
