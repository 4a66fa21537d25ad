"""What-if: inputs of a value case changed on the side. Nothing reaches the workbook until the trial is accepted.

A trial is a map from an input to its new likely value. An amount keeps its shape: low and high move in proportion, so that a
certain figure stays certain. An input that has gone from the workbook meanwhile drops out by itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from desktop.analysis.value_terms import cents
from desktop.analysis.value_tornado import LAUNCH, Swing
from desktop.session.editing import Edit
from desktop.text import say
from desktop.workbook import Workbook
from desktop.workbook.base import Range
from desktop.workbook.edits.places import set_value
from desktop.workbook.path import Path, value_at
from desktop.workbook.sprint import MoneyLine, ValueCase

Changes = Mapping[str, Decimal]
HORIZON, RATE = "horizon", "rate"
_LISTS = ("investment", "benefits", "running", "continuing")
_SPAN_LOW, _SPAN_HIGH, _STEPS = Decimal("0.5"), Decimal("1.5"), 200
_LONGEST_LAUNCH, _LONGEST_HORIZON, _HIGHEST_RATE = 60, 120, 100
_BETWEEN = "/"


@dataclass(frozen=True)
class Input:
    """One thing that can be tried. ``value`` is the workbook's likely value; a slider goes from ``least`` to ``most``.

    ``unit`` is ``money``, ``months`` or ``share`` (per cent a year); ``whole`` inputs take whole numbers only.
    """

    key: str
    part: str
    name: str
    value: Decimal
    least: Decimal
    most: Decimal
    step: Decimal
    unit: str = "money"

    @property
    def whole(self) -> bool:
        """Months come in whole numbers."""
        return self.unit == "months"


def inputs(value: ValueCase, swings: tuple[Swing, ...]) -> tuple[Input, ...]:
    """Every input with a likely value: what moves the present value most comes first, then the rest in page order."""
    found = {one.key: one for one in (*_amounts(value), *_terms(value))}
    first = [_key(swing.part, swing.line) for swing in swings]
    order = [key for key in first if key in found] + [key for key in found if key not in first]
    return tuple(found[key] for key in order)


def _key(part: str, line: str) -> str:
    return part if part == LAUNCH else f"{part}{_BETWEEN}{line}"


def _amounts(value: ValueCase) -> Iterator[Input]:
    for part in _LISTS:
        lines: Mapping[str, MoneyLine] = getattr(value, part)
        for line_id in sorted(lines):
            amount = lines[line_id].amount
            if amount.complete and amount.likely is not None:
                yield Input(_key(part, line_id), part, lines[line_id].name, amount.likely, *_span(amount))


def _span(amount: Range) -> tuple[Decimal, Decimal, Decimal]:
    """From half the low to half again the high value, in about two hundred round steps."""
    low, high = amount.low or Decimal(0), amount.high or Decimal(0)
    least, most = min(low * _SPAN_LOW, low * _SPAN_HIGH), max(high * _SPAN_HIGH, high * _SPAN_LOW)
    if most <= least:
        least, most = least - 100, most + 100
    step = _round_step((most - least) / _STEPS)
    least = (least / step).to_integral_value(ROUND_FLOOR) * step
    most = (most / step).to_integral_value(ROUND_CEILING) * step
    return least, most, step


def _round_step(size: Decimal) -> Decimal:
    power = Decimal(1).scaleb(size.adjusted())
    return next(power * part for part in (1, 2, 5, 10) if power * part >= size)


def _terms(value: ValueCase) -> Iterator[Input]:
    one = Decimal(1)
    if value.months_to_launch is not None:
        most = max(24, value.months_to_launch, value.launch_late or 0)
        yield Input(LAUNCH, LAUNCH, "", Decimal(value.months_to_launch), Decimal(0), Decimal(most), one, "months")
    horizon = value.horizon_months
    if not value.benefits and not value.running:
        return
    yield Input(HORIZON, HORIZON, "", Decimal(horizon), one, Decimal(max(60, horizon)), one, "months")
    if value.discount_rate is not None:
        most_rate = max(Decimal(30), value.discount_rate)
        yield Input(RATE, RATE, "", value.discount_rate, Decimal(0), most_rate, Decimal("0.5"), "share")


def tried(value: ValueCase, changes: Changes) -> ValueCase:
    """The value case with the changes in it; the one that was given stays as it is."""
    fields: dict[str, Any] = {path[0]: new for path, new in _leaves(value, changes) if len(path) == 1}
    for path, amount in _leaves(value, changes):
        if len(path) > 1:
            part, line = path[0], path[1]
            lines = fields.get(part, getattr(value, part))
            fields[part] = {**lines, line: lines[line].model_copy(update={"amount": amount})}
    return value.model_copy(update=fields) if fields else value


def _leaves(value: ValueCase, changes: Changes) -> Iterator[tuple[Path, object]]:
    """Each place of the value case that the changes touch, with what would stand there."""
    for key, new in changes.items():
        part, _, line = key.partition(_BETWEEN)
        if key == LAUNCH:
            yield from _launch(value, int(new))
        elif key == HORIZON:
            yield ("horizon_months",), int(min(max(new, Decimal(1)), Decimal(_LONGEST_HORIZON)))
        elif key == RATE:
            yield ("discount_rate",), min(max(new, Decimal(0)), Decimal(_HIGHEST_RATE))
        elif line in getattr(value, part, {}):
            yield (part, line, "amount"), moved(getattr(value, part)[line].amount, new)


def _launch(value: ValueCase, month: int) -> Iterator[tuple[Path, object]]:
    """The whole range slips with its likely month."""
    by = month - (value.months_to_launch or 0)
    yield ("months_to_launch",), _month(month)
    for field in ("launch_early", "launch_late"):
        if (end := getattr(value, field)) is not None:
            yield (field,), _month(end + by)


def _month(month: int) -> int:
    return min(max(month, 0), _LONGEST_LAUNCH)


def moved(amount: Range, likely: Decimal) -> Range:
    """The range around another likely value: in proportion where that is possible, else shifted."""
    low, old, high = amount.low or Decimal(0), amount.likely or Decimal(0), amount.high or Decimal(0)
    if low >= 0 and old > 0 and likely >= 0:
        low, high = cents(low * likely / old), cents(high * likely / old)
    else:
        low, high = low + likely - old, high + likely - old
    return Range(low=min(low, likely), likely=likely, high=max(high, likely))


def still_there(value: ValueCase, changes: Changes) -> dict[str, Decimal]:
    """The changes whose input the workbook still holds, at another value than the one tried."""
    known = {one.key: one.value for one in inputs(value, ())}
    return {key: new for key, new in changes.items() if key in known and known[key] != new}


def accept(system_id: str, changes: Changes) -> Edit:
    """Put a trial into the workbook: one step that one undo takes back."""
    at = ("systems", system_id, "sprint", "value")

    def change(workbook: Workbook) -> Workbook:
        value: ValueCase = value_at(workbook, at)
        for path, new in _leaves(value, changes):
            workbook = set_value(workbook, (*at, *path), new)
        return workbook

    return Edit(say("value.edit.accept"), at, change)
