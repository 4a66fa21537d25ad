"""Week 4: the three numbers. Each case is worked through on its own, so that a range always belongs to one curve."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from desktop.workbook.base import Range
from desktop.workbook.sprint import MoneyLine, ValueCase


@dataclass(frozen=True)
class Case:
    """One case of the value case. ``cash`` is the sum to date at the end of each month, month 1 first."""

    cash: tuple[Decimal, ...]
    net: Decimal
    payback_month: int | None
    roi: Decimal | None


@dataclass(frozen=True)
class ThreeNumbers:
    """What the board decides on, in the engagement's currency; None where an input is missing."""

    continuing: Range | None
    investment: Range | None
    low: Case | None
    likely: Case | None
    high: Case | None
    horizon: int

    @property
    def net(self) -> Range | None:
        """Net return over the horizon: low, likely and high case."""
        if self.low is None or self.likely is None or self.high is None:
            return None
        return Range(low=self.low.net, likely=self.likely.net, high=self.high.net)


def total(lines: Iterable[MoneyLine]) -> Range | None:
    """The sum of complete amounts; None where there is no line or one is incomplete."""
    ranges = [line.amount for line in lines]
    if not ranges or not all(amount.complete for amount in ranges):
        return None
    low, likely, high = (sum((getattr(r, end) for r in ranges), Decimal(0)) for end in ("low", "likely", "high"))
    return Range(low=low, likely=likely, high=high)


def three_numbers(value: ValueCase) -> ThreeNumbers:
    """Monthly cost of continuing, investment and net return.

    Low case: low benefit against high cost; high case: the reverse. The investment is spread evenly over the months to
    launch; benefit and running cost begin in the month after.
    """
    continuing, investment = _sum(value.continuing), _sum(value.investment)
    benefit, running = _sum(value.benefits), _sum(value.running)
    cases: dict[str, Case | None] = dict.fromkeys(("low", "likely", "high"))
    if investment and benefit and running and value.months_to_launch is not None:
        for name, cost in (("low", "high"), ("likely", "likely"), ("high", "low")):
            once, monthly = getattr(investment, cost), getattr(benefit, name) - getattr(running, cost)
            cases[name] = _case(once, monthly, getattr(running, cost), value.months_to_launch, value.horizon_months)
    return ThreeNumbers(continuing, investment, cases["low"], cases["likely"], cases["high"], value.horizon_months)


def _sum(lines: Mapping[str, MoneyLine]) -> Range | None:
    return total(lines.values())


def _case(once: Decimal, monthly: Decimal, running: Decimal, launch: int, horizon: int) -> Case:
    building = max(launch, 1)

    def flow(month: int) -> Decimal:
        return (-once / building if month <= building else Decimal(0)) + (monthly if month > launch else Decimal(0))

    flows = [flow(month) for month in range(1, horizon + 1)]
    cash = tuple(round(value, 2) for value in accumulate(flows))
    spent = once * min(horizon, building) / building + running * max(horizon - launch, 0)
    below = [month for month, value in enumerate(cash, start=1) if value < 0]
    payback = (below[-1] + 1 if below else 1) if cash[-1] >= 0 else None
    return Case(cash, cash[-1], payback, round(cash[-1] / spent, 4) if spent else None)
