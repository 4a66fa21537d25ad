"""How numbers, money and days read in sentences, Excel notes and PDF. Rounding is half up everywhere, as in Excel."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MINUS = "−"


def rounded(value: float | Decimal, places: int = 0) -> Decimal:
    """``value`` rounded half up to ``places`` decimals."""
    found = _exact(value).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return abs(found) if found == 0 else found  # never a minus before zero


def _exact(value: float | Decimal) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(repr(value))


def number(value: float | Decimal, places: int | None = None) -> str:
    """``1,234.5`` with a true minus sign; without ``places`` as many decimals as the value has."""
    if places is not None:
        value = rounded(value, places)
    elif isinstance(value, Decimal):
        value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
    return f"{value:,f}".replace("-", MINUS) if isinstance(value, Decimal) else f"{value:,}".replace("-", MINUS)


def percent(share: float, places: int = 1) -> str:
    """A share from 0 to 1 as ``88.3 %``."""
    return f"{number(_exact(share) * 100, places)} %"


def money(amount: Decimal, currency: str) -> str:
    """An amount for reading: ``EUR 410k``, ``EUR 1.6M``, ``EUR 950``."""
    sign, size = (MINUS if rounded(amount) < 0 else ""), abs(amount)
    if rounded(size / 1000) >= 1000:
        return f"{currency} {sign}{number(size / 1_000_000, 1)}M"
    if size >= 1000:
        return f"{currency} {sign}{number(size / 1000, 0 if rounded(size / 1000, 1) >= 10 else 1)}k"
    return f"{currency} {sign}{number(size, 0)}"


def money_exact(amount: Decimal, currency: str) -> str:
    """An amount to the unit: ``EUR 412,500``."""
    return f"{currency} {number(amount, 0)}"


def day(value: date, *, year: bool = True) -> str:
    """``21 Nov 2026``, or ``21 Nov``."""
    return f"{value.day} {_MONTHS[value.month - 1]}{f' {value.year}' if year else ''}"


def day_long(value: date) -> str:
    """``21 November 2026``."""
    return f"{value.day} {_LONG[value.month - 1]} {value.year}"


def join(names: tuple[str, ...]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""
