"""When a value case is live, and what its months are worth today.

Flows fall at the end of their month. The yearly discount rate r becomes the monthly rate (1 + r)^(1/12) − 1, so that
twelve months compound to r (R. A. Brealey, S. C. Myers, F. Allen, "Principles of Corporate Finance": net present value,
effective rates).
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from desktop.workbook.base import Range
from desktop.workbook.sprint import ValueCase


def cents(amount: Decimal, places: int = 2) -> Decimal:
    """Rounded half up, as Excel rounds: to the cent, or to so many places."""
    found = amount.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return abs(found) if found == 0 else found


@dataclass(frozen=True)
class Launch:
    """Months until it is live: early, likely and late. The investment is spent over the likely ones, also if it slips."""

    early: int
    likely: int
    late: int

    @property
    def building(self) -> int:
        """The months that the investment is spread over, one at the least."""
        return max(self.likely, 1)

    def when(self, case: str, monthly: Decimal) -> int:
        """The launch of a case: the low case takes the worse end, which is the late one unless every month loses money."""
        if case == "likely":
            return self.likely
        return self.late if (case == "low") == (monthly >= 0) else self.early


def launch_of(value: ValueCase) -> Launch | None:
    """The launch as it was entered; None where the likely month is missing or the range falls out of order."""
    likely = value.months_to_launch
    if likely is None:
        return None
    early = likely if value.launch_early is None else value.launch_early
    late = likely if value.launch_late is None else value.launch_late
    return Launch(early, likely, late) if early <= likely <= late else None


def discounts(rate: Decimal, months: int) -> tuple[Decimal, ...]:
    """What one unit at the end of month 1, 2, … is worth today; ``rate`` in per cent a year."""
    factor = 1 / (1 + rate / 100) ** (Decimal(1) / 12)
    found, present = [], Decimal(1)
    for _ in range(months):
        present *= factor
        found.append(present)
    return tuple(found)


@dataclass(frozen=True)
class Worth:
    """What one unit of money is worth today: spent over the build, or brought each month from launch to horizon."""

    spent: Decimal
    brought: tuple[Decimal, ...]  # by months to launch, 0 first; the last one, zero, holds for everything later

    def monthly(self, launch: int) -> Decimal:
        """One unit a month from the month after ``launch`` to the horizon."""
        return self.brought[min(launch, len(self.brought) - 1)]


def worth(value: ValueCase, launch: Launch) -> Worth | None:
    """Today's worth of the money of ``value``; None without a discount rate, because no rate is not a rate of zero."""
    if value.discount_rate is None:
        return None
    found = discounts(value.discount_rate, value.horizon_months)
    brought = [Decimal(0)]
    for discount in reversed(found):
        brought.append(brought[-1] + discount)
    return Worth(sum(found[: launch.building], Decimal(0)) / launch.building, tuple(reversed(brought)))


def ends(amount: Range) -> tuple[Decimal, Decimal, Decimal]:
    """Low, likely and high of a complete range."""
    if amount.low is None or amount.likely is None or amount.high is None:
        raise ValueError("incomplete")
    return amount.low, amount.likely, amount.high
