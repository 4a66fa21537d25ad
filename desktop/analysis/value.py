"""Week 4: the three numbers. Each case is worked through on its own, so that a range always belongs to one curve."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from desktop.analysis.value_terms import Launch, Worth, cents, ends, launch_of, worth
from desktop.workbook.base import Range
from desktop.workbook.sprint import CostKind, MoneyLine, ValueCase

CASES = ("low", "likely", "high")
COST_IN = {"low": "high", "likely": "likely", "high": "low"}  # the low case has the high cost


@dataclass(frozen=True)
class Case:
    """One case of the value case. ``flows`` by month and ``cash``, their sum to date, month 1 first, rounded to cents.

    ``npv`` is the net present value, None without a discount rate; ``launch`` the months until this case is live.
    """

    flows: tuple[Decimal, ...]
    cash: tuple[Decimal, ...]
    net: Decimal
    payback_month: int | None
    roi: Decimal | None
    npv: Decimal | None
    launch: int


@dataclass(frozen=True)
class ThreeNumbers:
    """What the board decides on, in the engagement's currency; None where an input is missing.

    ``delay`` is what a month of waiting costs: a month more of the pilot, without what its lines call opportunity, and a
    month less of the benefit after running cost (which is that opportunity).
    """

    continuing: Range | None
    investment: Range | None
    low: Case | None
    likely: Case | None
    high: Case | None
    horizon: int
    delay: Range | None = None

    @property
    def net(self) -> Range | None:
        """Net return over the horizon: low, likely and high case."""
        if self.low is None or self.likely is None or self.high is None:
            return None
        return Range(low=self.low.net, likely=self.likely.net, high=self.high.net)

    @property
    def npv(self) -> Range | None:
        """Net present value over the horizon: low, likely and high case."""
        found = [case.npv if case else None for case in (self.low, self.likely, self.high)]
        if any(value is None for value in found):
            return None
        return Range(low=found[0], likely=found[1], high=found[2])


def total(lines: Iterable[MoneyLine]) -> Range | None:
    """The sum of complete amounts; None where there is no line or one is incomplete."""
    ranges = [line.amount for line in lines]
    if not ranges or not all(amount.complete for amount in ranges):
        return None
    low, likely, high = (sum((getattr(r, end) for r in ranges), Decimal(0)) for end in CASES)
    return Range(low=low, likely=likely, high=high)


def three_numbers(value: ValueCase) -> ThreeNumbers:
    """Monthly cost of continuing, investment and net return.

    Low case: low benefit against high cost, and the later launch; high case: the reverse. The investment is spread evenly
    over the likely months to launch; benefit and running cost begin in the month after the launch.
    """
    continuing, investment = _sum(value.continuing), _sum(value.investment)
    benefit, running = _sum(value.benefits), _sum(value.running)
    monthly = _monthly(benefit, running)
    cases: dict[str, Case | None] = dict.fromkeys(CASES)
    launch = launch_of(value)
    if investment and running and monthly and launch:
        present = worth(value, launch)
        for name in CASES:
            case = _Terms(
                once=getattr(investment, COST_IN[name]),
                monthly=getattr(monthly, name),
                running=getattr(running, COST_IN[name]),
                months=launch.when(name, getattr(monthly, name)),
                launch=launch,
                present=present,
            )
            cases[name] = _case(case, value.horizon_months)
    return ThreeNumbers(
        continuing, investment, cases["low"], cases["likely"], cases["high"], value.horizon_months,
        _delay(value, monthly),
    )  # fmt: skip


def monthly_return(value: ValueCase) -> Range | None:
    """Benefit less running cost of a month once it is live: low benefit against high cost, and the reverse."""
    return _monthly(_sum(value.benefits), _sum(value.running))


def _monthly(benefit: Range | None, running: Range | None) -> Range | None:
    if benefit is None or running is None:
        return None
    low, likely, high = (b - r for b, r in zip(ends(benefit), reversed(ends(running)), strict=True))
    return Range(low=low, likely=likely, high=high)


def _delay(value: ValueCase, monthly: Range | None) -> Range | None:
    paid = [line for line in value.continuing.values() if line.kind is not CostKind.OPPORTUNITY]
    pilot = total(paid)
    if total(value.continuing.values()) is None or monthly is None or (paid and pilot is None):
        return None
    pilot = pilot or Range(low=Decimal(0), likely=Decimal(0), high=Decimal(0))
    low, likely, high = (p + m for p, m in zip(ends(pilot), ends(monthly), strict=True))
    return Range(low=low, likely=likely, high=high)


def _sum(lines: Mapping[str, MoneyLine]) -> Range | None:
    return total(lines.values())


@dataclass(frozen=True)
class _Terms:
    """The amounts of one case, its months to launch, and what money is worth today where a rate is known."""

    once: Decimal
    monthly: Decimal
    running: Decimal
    months: int
    launch: Launch
    present: Worth | None


def _case(terms: _Terms, horizon: int) -> Case:
    building, once, live = terms.launch.building, terms.once, terms.months

    def flow(month: int) -> Decimal:
        spent = -once / building if month <= building else Decimal(0)
        return spent + (terms.monthly if month > live else Decimal(0))

    flows = [flow(month) for month in range(1, horizon + 1)]
    cash = tuple(cents(value) for value in accumulate(flows))
    spent = once * min(horizon, building) / building + terms.running * max(horizon - live, 0)
    below = [month for month, value in enumerate(cash, start=1) if value < 0]
    payback = (below[-1] + 1 if below else 1) if cash[-1] >= 0 else None
    roi = cents(cash[-1] / spent, 4) if spent else None
    npv = None if terms.present is None else cents(net_present(once, terms.monthly, live, terms.present))
    return Case(tuple(cents(value) for value in flows), cash, cash[-1], payback, roi, npv, live)


def net_present(once: Decimal, monthly: Decimal, launch: int, present: Worth) -> Decimal:
    """Net present value of ``once`` spent over the build and ``monthly`` brought from launch to horizon."""
    return monthly * present.monthly(launch) - once * present.spent
