"""What moves the value most, as the chart that the screen shows too."""

from decimal import Decimal

from desktop.analysis.value import ThreeNumbers
from desktop.analysis.value_tornado import Swing
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.value_charts import tornado_drawing
from desktop.text import say
from desktop.text.formatting import money

_TEXT = 8.5


def tornado(numbers: ThreeNumbers, swings: tuple[Swing, ...], currency: str, size: tuple[float, float]) -> Fragment:
    """The chart in ``size`` (width and height in points). Needs a present value."""
    from desktop.reports.charts.sheet import Look
    from desktop.reports.palette import PAPER
    from desktop.reports.pdf.figures.drawn import taken_over

    likely = numbers.npv.likely if numbers.npv else None
    middle = say("value.picture.likely", amount=money(likely or Decimal(0), currency))
    return taken_over(tornado_drawing(Look(PAPER, *size, _TEXT), swings, middle, currency))
