"""The charts of the page: from figures to drawings, with words and a table for those who do not see them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop.analysis.value import ThreeNumbers
from desktop.analysis.value_simulation import Simulation
from desktop.analysis.value_tornado import Swing
from desktop.reports.palette import Palette
from desktop.reports.value_charts import moving, spread_drawing, tornado_drawing
from desktop.reports.value_words import chance, change, input_name, input_value
from desktop.session.value_view import Share
from desktop.text import say
from desktop.text.formatting import money

SHOWN = 8  # inputs in the tornado; the table behind it holds all
ROW, HEAD = 30, 26
Make = Callable[[Palette, float, float, float], Any]


@dataclass(frozen=True)
class Picture:
    """A chart: how it is drawn, its height, and what it says in words and figures."""

    make: Make
    height: int
    description: str
    table: tuple[tuple[str, ...], ...]


def tornado_picture(numbers: ThreeNumbers, swings: tuple[Swing, ...], currency: str) -> Picture | None:
    """The inputs that move the present value most; None where it cannot be computed."""
    shown = moving(swings, SHOWN)
    if numbers.npv is None or numbers.npv.likely is None or not shown:
        return None
    middle = say("value.picture.likely", amount=money(numbers.npv.likely, currency))

    def make(palette: Palette, width: float, height: float, size: float) -> Any:
        from desktop.reports.charts.sheet import Look

        return tornado_drawing(Look(palette, width, height, size), shown, middle, currency)

    head = tuple(say(f"value.picture.{key}") for key in ("input", "low", "at-low", "high", "at-high"))
    rows = tuple(
        (
            input_name(swing.part, swing.name),
            input_value(swing.part, swing.low, currency),
            change(swing.at_low, currency),
            input_value(swing.part, swing.high, currency),
            change(swing.at_high, currency),
        )
        for swing in swings
    )
    return Picture(make, HEAD + ROW * len(shown), middle, (head, *rows))


def spread_picture(found: Simulation, currency: str) -> Picture:
    """How the simulated present values lie."""
    named = (("p10", found.p10), ("p50", found.p50), ("p90", found.p90))

    def make(palette: Palette, width: float, height: float, size: float) -> Any:
        from desktop.reports.charts.sheet import Look

        return spread_drawing(Look(palette, width, height, size), found, currency)

    table = tuple((say(f"value.picture.{key}"), money(amount, currency)) for key, amount in named)
    return Picture(make, 168, chance(found), ((say("value.picture.share"), say("value.picture.worth")), *table))


def kinds_picture(kinds: tuple[Share, ...]) -> Picture | None:
    """The month of continuing by kind of cost."""
    shown = tuple(kind for kind in kinds if kind.size > 0)
    if not shown:
        return None

    def make(palette: Palette, width: float, height: float, size: float) -> Any:
        from desktop.reports.charts.bars import Part, stacked_cost_bar
        from desktop.reports.charts.sheet import Look

        parts = [Part(kind.name, float(kind.size), kind.text) for kind in shown]
        return stacked_cost_bar(Look(palette, width, height, size), parts)

    return Picture(make, 72, "", tuple((kind.name, kind.text) for kind in shown))
