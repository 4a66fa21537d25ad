"""What the page of the value case shows, as words and figures: computed answers, and beside them what they were before."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop.analysis.value import Case, ThreeNumbers, three_numbers
from desktop.analysis.value_basis import basis, by_kind, missing
from desktop.analysis.value_tornado import Swing, tornado
from desktop.analysis.value_units import Units, disagreement, units
from desktop.reports.value_words import headline, lead
from desktop.text import count, say
from desktop.text.formatting import money, number
from desktop.workbook.base import Range
from desktop.workbook.path import Path
from desktop.workbook.sprint import ValueCase
from desktop.workbook.unit_case import UnitCase


@dataclass(frozen=True)
class Figure:
    """One number: its name, the number, its range or what belongs to it, and what the project says where that differs."""

    id: str
    name: str
    text: str
    note: str = ""
    before: str = ""


@dataclass(frozen=True)
class Gap:
    """Something that is still missing, and the place of the document that would change it."""

    text: str
    at: Path


@dataclass(frozen=True)
class Share:
    """One part of a sum: its name, its size, and the size as text."""

    name: str
    size: Decimal
    text: str


@dataclass(frozen=True)
class UnitRow:
    """One line of the unit economics: at the pilot's and at production's volume."""

    name: str
    pilot: str
    target: str


@dataclass(frozen=True)
class ValueView:
    """Everything of the page that is quick to work out; the simulation follows in its own time."""

    numbers: ThreeNumbers
    swings: tuple[Swing, ...]
    headline: str
    lead: str
    main: tuple[Figure, ...]
    more: tuple[Figure, ...]
    gaps: tuple[Gap, ...]
    kinds: tuple[Share, ...]
    units: tuple[UnitRow, ...]
    unit_lines: tuple[str, ...]
    basis: str
    trial: bool


def value_view(value: ValueCase, tried: ValueCase, currency: str) -> ValueView:
    """The page for ``tried``, with what ``value``, the workbook's own case, says where they differ."""
    now, before = three_numbers(tried), three_numbers(value)
    swings, found = tornado(tried), units(tried.unit)
    return ValueView(
        numbers=now,
        swings=swings,
        headline=headline(now, currency),
        lead=lead(now, swings, currency),
        main=_main(now, before, currency),
        more=_more(now, before, currency),
        gaps=tuple(Gap(say(f"value.missing.{gap.part}-{gap.why}"), gap.at) for gap in missing(tried)),
        kinds=tuple(_kinds(tried, currency)),
        units=_unit_rows(tried.unit, found, currency),
        unit_lines=tuple(_unit_lines(tried, found, currency)),
        basis=_basis(tried),
        trial=tried is not value,
    )


def _main(now: ThreeNumbers, before: ThreeNumbers, currency: str) -> tuple[Figure, ...]:
    return (
        _amount("continuing", now.continuing, before.continuing, currency),
        _amount("investment", now.investment, before.investment, currency),
        _amount("npv", now.npv, before.npv, currency),
        _amount("delay", now.delay, before.delay, currency),
    )


def _more(now: ThreeNumbers, before: ThreeNumbers, currency: str) -> tuple[Figure, ...]:
    return (
        _amount("net", now.net, before.net, currency),
        _plain("payback", _payback(now.likely), _payback(before.likely), _payback_range(now)),
        _plain("roi", _roi(now.likely), _roi(before.likely), _roi_range(now)),
    )


def _amount(key: str, now: Range | None, before: Range | None, currency: str) -> Figure:
    text, old = (_likely(amount, currency) for amount in (now, before))
    note = "" if now is None else say("value.range", low=_end(now.low, currency), high=_end(now.high, currency))
    return Figure(key, say(f"value.figure.{key}"), text, note, old if old != text else "")


def _plain(key: str, text: str, old: str, note: str) -> Figure:
    return Figure(key, say(f"value.figure.{key}"), text, note, old if old != text else "")


def _likely(amount: Range | None, currency: str) -> str:
    return say("value.none") if amount is None or amount.likely is None else money(amount.likely, currency)


def _end(amount: Decimal | None, currency: str) -> str:
    return money(amount or Decimal(0), currency).removeprefix(f"{currency} ")


def _payback(case: Case | None) -> str:
    if case is None:
        return say("value.none")
    return say("value.month", n=case.payback_month) if case.payback_month else say("value.never")


def _payback_range(now: ThreeNumbers) -> str:
    if now.high is None or now.low is None:
        return ""
    return say("value.range", low=_payback(now.high), high=_payback(now.low))


def _roi(case: Case | None) -> str:
    return say("value.none") if case is None or case.roi is None else _signed(case.roi)


def _signed(share: Decimal) -> str:
    return f"{'+' if share > 0 else ''}{number(share * 100, 0)} %"


def _roi_range(now: ThreeNumbers) -> str:
    if now.low is None or now.high is None or now.low.roi is None or now.high.roi is None:
        return ""
    return say("value.range", low=_signed(now.low.roi), high=_signed(now.high.roi))


def _kinds(value: ValueCase, currency: str) -> Iterator[Share]:
    for entry in by_kind(value):
        if entry.amount is not None and entry.amount.likely is not None:
            name = say(f"value.kind.{entry.kind.value if entry.kind else 'none'}")
            yield Share(name, entry.amount.likely, money(entry.amount.likely, currency))


def _unit_rows(unit: UnitCase, found: Units | None, currency: str) -> tuple[UnitRow, ...]:
    if found is None or (found.pilot is None and found.target is None):
        return ()
    both = (found.pilot, found.target)
    return (
        UnitRow(say("value.unit.volume"), _volume(unit.pilot.amount), _volume(unit.target.amount)),
        UnitRow(say("value.unit.case"), *(_each(at.case if at else None, currency) for at in both)),
        UnitRow(say("value.unit.left"), *(_each(at.left if at else None, currency) for at in both)),
        UnitRow(say("value.unit.month"), *(_likely(at.month if at else None, currency) for at in both)),
    )


def _volume(volume: Range) -> str:
    """A volume of zero is one, and not one that nobody has stated."""
    return say("value.none") if volume.likely is None else number(volume.likely)


def _each(amount: Range | None, currency: str) -> str:
    """The cost of one case with its range, in cents."""
    if amount is None or amount.low is None or amount.likely is None or amount.high is None:
        return say("value.none")
    low, likely, high = (number(value, 2) for value in (amount.low, amount.likely, amount.high))
    return say("value.unit.each", currency=currency, low=low, likely=likely, high=high)


def _unit_lines(value: ValueCase, found: Units | None, currency: str) -> Iterator[str]:
    """What the unit costs say in sentences: from which volume on it pays, and whether they contradict the value case."""
    if found is None:
        yield say("value.unit.open")
        return
    if found.pays_from is not None:
        best, likely, worst = found.pays_from
        if likely is None:
            yield say("value.unit.never-pays")
        else:
            high = number(worst) if worst is not None else say("value.unit.never-word")
            low = number(best) if best is not None else say("value.unit.never-word")
            yield count("value.unit.pays", likely, low=low, high=high)
    for at, volume in (("pilot", value.unit.pilot.amount), ("target", value.unit.target.amount)):
        if volume.complete and volume.low is not None and volume.low <= 0:
            yield say(f"value.unit.zero-{at}")
    if found.covered is not None:
        yield say("value.unit.covered" if found.covered else "value.unit.not-covered")
    if (off := disagreement(value, found)) is not None:
        more = "value.unit.more" if off > 0 else "value.unit.less"
        yield say(more, amount=money(abs(off), currency))


def _basis(value: ValueCase) -> str:
    found = basis(value)
    lines, sourced, owned = (sum(getattr(part, key) for part in found) for key in ("lines", "sourced", "owned"))
    if not lines:
        return say("value.basis.none")
    return say("value.basis.counts", lines=lines, sourced=sourced, owned=owned)
