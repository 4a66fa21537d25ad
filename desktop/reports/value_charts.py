"""The charts of a value case as screen and board summary draw them."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desktop.analysis.value_simulation import Simulation
from desktop.analysis.value_tornado import Swing
from desktop.reports.value_words import change, input_name, input_value
from desktop.text import say
from desktop.text.formatting import money

if TYPE_CHECKING:
    from desktop.reports.charts.sheet import Look


def moving(swings: tuple[Swing, ...], most: int) -> tuple[Swing, ...]:
    """The inputs that move the result at all, widest first, ``most`` at the most."""
    return tuple(swing for swing in swings if swing.width)[:most]


def tornado_drawing(look: "Look", swings: tuple[Swing, ...], middle: str, currency: str) -> Any:
    """A bar to each side for every input of ``swings``; ``middle`` names the likely case."""
    from desktop.reports.charts.tornado import Bar, End, tornado

    def end(swing: Swing, by: Decimal, value: Decimal) -> End:
        at = say("value.picture.at", value=input_value(swing.part, value, currency).removeprefix(f"{currency} "))
        return End(float(by), change(by, currency), at)

    bars = [
        Bar(
            input_name(swing.part, swing.name),
            end(swing, swing.at_low, swing.low),
            end(swing, swing.at_high, swing.high),
        )
        for swing in swings
    ]
    return tornado(look, bars, middle)


def spread_drawing(look: "Look", found: Simulation, currency: str) -> Any:
    """How the simulated present values lie, with the values that 10, 50 and 90 per cent stay below."""
    from desktop.reports.charts.spread import Mark, result_spread

    marks = [
        Mark(float(amount), money(amount, currency), say(f"value.picture.{key}"), key == "p50")
        for key, amount in (("p10", found.p10), ("p50", found.p50), ("p90", found.p90))
    ]
    return result_spread(look, found.counts, (float(found.least), float(found.most)), marks)
