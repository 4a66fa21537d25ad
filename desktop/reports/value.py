"""The value case as reports show it: the range, what moves it, what a handled case costs, and what it all rests on."""

from dataclasses import dataclass
from decimal import Decimal

from desktop.analysis.value_basis import Basis, KindCost, Missing, basis, by_kind, missing
from desktop.analysis.value_simulation import Simulation, simulate
from desktop.analysis.value_tornado import Swing, tornado
from desktop.analysis.value_units import Units, disagreement, units
from desktop.workbook.sprint import ValueCase


@dataclass(frozen=True)
class ValueReport:
    """Everything beside the three numbers. ``off`` is how far unit costs and running cost contradict each other."""

    simulation: Simulation | None
    swings: tuple[Swing, ...]
    units: Units | None
    off: Decimal | None
    kinds: tuple[KindCost, ...]
    basis: tuple[Basis, ...]
    missing: tuple[Missing, ...]


def value_report(value: ValueCase) -> ValueReport:
    """Work everything out once; a fraction of a second where all is entered, because of the simulation."""
    found = units(value.unit)
    return ValueReport(
        simulation=simulate(value),
        swings=tornado(value),
        units=found,
        off=disagreement(value, found),
        kinds=by_kind(value),
        basis=basis(value),
        missing=missing(value),
    )
