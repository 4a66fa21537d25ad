"""Published figures beside the client's own. They measure other populations: nothing is averaged, nothing is a forecast."""

from dataclasses import dataclass

from desktop.analysis.value import ThreeNumbers
from desktop.method import Method
from desktop.text import count, say
from desktop.text.formatting import number
from desktop.workbook import Engagement
from desktop.workbook.sprint import ValueCase

_ALONE = ("cost-abandoned", "cost-no-value")


@dataclass(frozen=True)
class Published:
    """One published figure with ours beside it, empty where a client has no counterpart, and who was measured."""

    measures: str
    ours: str
    value: str
    who: str


def published(method: Method, engagement: Engagement, value: ValueCase, numbers: ThreeNumbers) -> tuple[Published, ...]:
    """Those that the value case has a counterpart to first, then what else the sources say of cost."""
    ours = {"roi-success": _roi(numbers), "gartner-months": _launch(value)}
    industry = engagement.industry
    alone = (*_ALONE, *((f"industry-{industry.value}-cost",) if industry else ()))
    wanted = {**ours, **dict.fromkeys(alone, "")}
    return tuple(_row(method, key, own) for key, own in wanted.items() if key in method.benchmark)


def _row(method: Method, key: str, own: str) -> Published:
    figure = method.benchmark[key]
    who = say("value.published.who", population=figure.population, source=method.cite(key))
    return Published(figure.measures, own, figure.value or say("value.published.not-reported"), who)


def _roi(numbers: ThreeNumbers) -> str:
    roi = numbers.likely.roi if numbers.likely else None
    return "" if roi is None else f"{'+' if roi > 0 else ''}{number(roi * 100, 0)} %"


def _launch(value: ValueCase) -> str:
    months = value.months_to_launch
    return "" if months is None else count("value.published.months", months)
