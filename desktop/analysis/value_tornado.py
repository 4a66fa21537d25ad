"""Which input moves the value most: each one at its low and its high value, all others at their likely one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from desktop.analysis.value import monthly_return, net_present, total
from desktop.analysis.value_terms import Launch, Worth, cents, ends, launch_of, worth
from desktop.workbook.sprint import MoneyLine, ValueCase

LAUNCH = "launch"


@dataclass(frozen=True)
class Swing:
    """One input: the values it takes, and by how much the net present value of the likely case changes with each.

    ``part`` is the list the line stands in, or ``launch``, whose inputs are months; ``line`` is its id.
    """

    part: str
    line: str
    name: str
    low: Decimal
    high: Decimal
    at_low: Decimal
    at_high: Decimal

    @property
    def width(self) -> Decimal:
        """How far the two results lie apart."""
        return abs(self.at_high - self.at_low)


def tornado(value: ValueCase) -> tuple[Swing, ...]:
    """All inputs of the net present value, the one that moves it most first; equal ones in their order on the page.

    Empty while the net present value cannot be computed. What continuing costs is not in it: that is what no path costs.
    """
    monthly, once, launch = monthly_return(value), total(value.investment.values()), launch_of(value)
    present = worth(value, launch) if launch else None
    if monthly is None or once is None or launch is None or present is None:
        return ()
    swings = (*_lines(value, present, launch.likely), _launch(ends(monthly)[1], launch, present))
    return tuple(sorted(swings, key=lambda swing: -swing.width))


def _lines(value: ValueCase, present: Worth, launch: int) -> Iterator[Swing]:
    brought = present.monthly(launch)
    worth_of = {"benefits": brought, "running": -brought, "investment": -present.spent}
    for part, factor in worth_of.items():
        lines: Mapping[str, MoneyLine] = getattr(value, part)
        for line_id in sorted(lines):
            low, likely, high = ends(lines[line_id].amount)
            changes = (cents((end - likely) * factor) for end in (low, high))
            yield Swing(part, line_id, lines[line_id].name, low, high, *changes)


def _launch(monthly: Decimal, launch: Launch, present: Worth) -> Swing:
    base = net_present(Decimal(0), monthly, launch.likely, present)
    early, late = (cents(net_present(Decimal(0), monthly, at, present) - base) for at in (launch.early, launch.late))
    return Swing(LAUNCH, "", "", Decimal(launch.early), Decimal(launch.late), early, late)
