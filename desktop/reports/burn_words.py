"""A burn-up as curves with words, as sentence and as table: the same for screen, tracker and paper."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.planning.burn_up import BurnUp, Point
from desktop.text import say
from desktop.text.formatting import day, number, percent

if TYPE_CHECKING:
    from desktop.reports.charts.burn_up import BurnCurves, BurnWords


def burn_curves(found: BurnUp) -> "tuple[BurnCurves, BurnWords]":
    """What the chart draws and says."""
    from desktop.reports.charts.burn_up import BurnCurves, BurnWords

    curves = BurnCurves(_floats(found.planned), _floats(found.agreed), _floats(found.done), found.today)
    words = BurnWords(
        unit=say("checkin.burn.unit"),
        planned=say("checkin.burn.planned", days=number(found.total, 0)),
        agreed=say("checkin.burn.agreed", day=day(found.agreed_on, year=False)) if found.agreed_on else "",
        done=say("checkin.burn.done", days=number(found.done_now, 0), share=percent(found.share_done, 0)),
        today=say("checkin.burn.today"),
        days=_mondays(found),
    )
    return curves, words


def burn_sentence(found: BurnUp) -> str:
    """How far the work is against what was wanted by today."""
    key = "checkin.lead.agreed" if found.agreed_now is not None else "checkin.lead.planned"
    return say(key, done=percent(found.share_done, 0), wanted=percent(found.share_wanted, 0))


def burn_table(found: BurnUp) -> tuple[tuple[str, ...], ...]:
    """The figures with a heading row, for readers that cannot see the chart."""
    heads = tuple(say(f"checkin.burn.column.{name}") for name in ("day", "planned", "agreed", "done"))
    agreed, done = dict(found.agreed), dict(found.done)
    days = sorted({point[0] for points in (found.planned, found.agreed, found.done) for point in points})
    planned = dict(found.planned)
    rows = ((day(one), *(_shown(values.get(one)) for values in (planned, agreed, done))) for one in days)
    return (heads, *rows)


def _shown(value: object) -> str:
    return "–" if value is None else number(value, 1)  # type: ignore[arg-type]  # a Decimal


def _floats(points: tuple[Point, ...]) -> tuple[tuple[date, float], ...]:
    return tuple((one, float(value)) for one, value in points)


def _mondays(found: BurnUp) -> tuple[tuple[date, str], ...]:
    """Every second Monday, written under the axis where there is room."""
    first, last = found.planned[0][0], found.planned[-1][0]
    monday = first + timedelta(days=-first.weekday() % 7)
    weeks = max(1, (last - first).days // 7)
    step = timedelta(days=7 * max(1, round(weeks / 6)))
    days = []
    while monday <= last:
        days.append((monday, day(monday, year=False)))
        monday += step
    return tuple(days)
