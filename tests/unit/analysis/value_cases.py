"""Value cases for tests: in short form, and any that hypothesis can think of."""

from decimal import Decimal

from hypothesis import strategies as st

from desktop.workbook.base import Range
from desktop.workbook.sprint import MoneyLine, ValueCase

ONE_PER_CENT_A_MONTH = (Decimal("1.01") ** 12 - 1) * 100


def span(low: float, likely: float, high: float) -> Range:
    return Range(low=Decimal(str(low)), likely=Decimal(str(likely)), high=Decimal(str(high)))


def lines(*amounts: Range) -> dict[str, MoneyLine]:
    return {f"{n:02d}": MoneyLine(name=f"Line {n}", amount=amount) for n, amount in enumerate(amounts, start=1)}


def flat(*amounts: int) -> dict[str, MoneyLine]:
    return lines(*(span(amount, amount, amount) for amount in amounts))


def case(
    once: int, benefit: int, running: int, launch: int, horizon: int = 12, rate: Decimal | None = None
) -> ValueCase:
    return ValueCase(
        investment=flat(once),
        benefits=flat(benefit),
        running=flat(running),
        months_to_launch=launch,
        horizon_months=horizon,
        discount_rate=rate,
    )


amounts = st.integers(0, 10_000_000).map(Decimal)
ranges = st.lists(amounts, min_size=3, max_size=3).map(sorted).map(lambda a: Range(low=a[0], likely=a[1], high=a[2]))
launches = st.lists(st.integers(0, 40), min_size=3, max_size=3).map(sorted)
cases = st.builds(
    lambda once, benefit, running, launch, horizon, rate: ValueCase(
        investment=lines(*once),
        benefits=lines(*benefit),
        running=lines(*running),
        launch_early=launch[0],
        months_to_launch=launch[1],
        launch_late=launch[2],
        horizon_months=horizon,
        discount_rate=rate,
    ),
    *(st.lists(ranges, min_size=1, max_size=3) for _ in range(3)),
    launches,
    st.integers(1, 60),
    st.integers(0, 400).map(lambda tenths: Decimal(tenths) / 10),
)
