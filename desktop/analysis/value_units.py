"""What one handled case costs at pilot and at target volume, and from which volume on it pays.

Costs are fixed a month, or grow with cases or with calls of the model ("Mistakes": ignoring unit economics, SumatoSoft).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from desktop.analysis.value_terms import cents, ends
from desktop.workbook.base import Range
from desktop.workbook.sprint import ValueCase
from desktop.workbook.unit_case import CostBasis, UnitCase, UnitCost

PLACES = 4  # a case may cost less than a cent
AGREES = Decimal("0.1")  # our own rule: unit costs within a tenth of the value case's running cost


@dataclass(frozen=True)
class AtVolume:
    """One volume in cases a month: the month's cost, what one case costs, and what is left of a case's worth."""

    volume: Range
    month: Range
    case: Range
    left: Range | None


@dataclass(frozen=True)
class Units:
    """``fixed`` a month and ``variable`` a case. ``pays_from`` are cases a month, None where no volume pays.

    ``pays_from`` is ordered like a cost: low is the best case. ``grown`` is the target's cost a case against the pilot's.
    """

    fixed: Range
    variable: Range
    worth: Range | None
    pilot: AtVolume | None
    target: AtVolume | None
    pays_from: tuple[int | None, int | None, int | None] | None

    @property
    def covered(self) -> bool | None:
        """The likely target volume is at or above the likely break-even volume; None while either is unknown."""
        if self.pays_from is None or self.target is None:
            return None
        needed, volume = self.pays_from[1], self.target.volume.likely
        return needed is not None and volume is not None and volume >= needed


def units(unit: UnitCase) -> Units | None:
    """The unit economics; None while a cost is incomplete, or calls are paid for and nobody said how many a case takes."""
    costs = tuple(unit.costs.values())
    if not costs or not all(cost.amount.complete and cost.basis for cost in costs):
        return None
    by_call = _sum(costs, CostBasis.CALL)
    calls = unit.calls.amount
    if any(cost.basis is CostBasis.CALL for cost in costs) and not calls.complete:
        return None
    per_call = _times(by_call, calls) if calls.complete else by_call
    fixed, variable = _sum(costs, CostBasis.MONTH), _plus(_sum(costs, CostBasis.CASE), per_call)
    worth = unit.worth.amount if unit.worth.amount.complete else None
    pilot, target = (_at(fixed, variable, worth, figure.amount) for figure in (unit.pilot, unit.target))
    return Units(fixed, variable, worth, pilot, target, _pays_from(fixed, variable, worth))


def disagreement(value: ValueCase, found: Units | None) -> Decimal | None:
    """The likely month at target volume less the value case's running cost, where they are more than a tenth apart."""
    amounts = [line.amount.likely for line in value.running.values()]
    if found is None or found.target is None or not amounts or None in amounts:
        return None
    running = sum((amount for amount in amounts if amount is not None), Decimal(0))
    off = (found.target.month.likely or Decimal(0)) - running
    return off if abs(off) > AGREES * running else None


def _sum(costs: Iterable[UnitCost], basis: CostBasis) -> Range:
    amounts = [ends(cost.amount) for cost in costs if cost.basis is basis]
    low, likely, high = (sum((amount[at] for amount in amounts), Decimal(0)) for at in range(3))
    return Range(low=low, likely=likely, high=high)


def _plus(one: Range, other: Range) -> Range:
    low, likely, high = (a + b for a, b in zip(ends(one), ends(other), strict=True))
    return Range(low=low, likely=likely, high=high)


def _times(one: Range, other: Range) -> Range:
    low, likely, high = (a * b for a, b in zip(ends(one), ends(other), strict=True))
    return Range(low=low, likely=likely, high=high)


def _at(fixed: Range, variable: Range, worth: Range | None, volume: Range) -> AtVolume | None:
    """Cheap is a large volume: the low cost of a case is at the high volume."""
    if not volume.complete or ends(volume)[0] <= 0:
        return None
    sizes = tuple(reversed(ends(volume)))
    case = [cents(f / v + c, PLACES) for f, c, v in zip(ends(fixed), ends(variable), sizes, strict=True)]
    month = [cents(f + c * v) for f, c, v in zip(ends(fixed), ends(variable), ends(volume), strict=True)]
    left = None
    if worth is not None:
        found = [w - c for w, c in zip(ends(worth), reversed(case), strict=True)]
        left = Range(low=found[0], likely=found[1], high=found[2])
    return AtVolume(volume, _range(month), _range(case), left)


def _range(found: list[Decimal]) -> Range:
    return Range(low=found[0], likely=found[1], high=found[2])


def _pays_from(fixed: Range, variable: Range, worth: Range | None) -> tuple[int | None, int | None, int | None] | None:
    """Fixed cost over what is left of each case, in whole cases; best, likely and worst."""
    if worth is None:
        return None
    left = [w - c for w, c in zip(reversed(ends(worth)), ends(variable), strict=True)]
    low, likely, high = (
        int((f / one).to_integral_value(ROUND_CEILING)) if one > 0 else None
        for f, one in zip(ends(fixed), left, strict=True)
    )
    return low, likely, high
