"""Which columns the plan shows at which width, and how wide they are. What somebody switched on or off stays so."""

from collections.abc import Mapping

from desktop.session.plan_page_cells import (
    AFTER,
    CHART,
    COLUMNS,
    DAYS,
    FINISH,
    NUMBER,
    OWNER,
    PERCENT,
    SLACK,
    START,
    STATE,
    TITLE,
)

WIDTHS = {
    NUMBER: 30,
    TITLE: 226,
    OWNER: 102,
    DAYS: 42,
    PERCENT: 46,
    AFTER: 72,
    START: 58,
    FINISH: 58,
    SLACK: 46,
    STATE: 128,
}
CHOSEN = (OWNER, DAYS, PERCENT, AFTER, START, FINISH, SLACK, STATE)  # those that can be switched on and off
_ALWAYS = (NUMBER, TITLE, OWNER, DAYS, FINISH, STATE)
_WITH_ROOM = (SLACK, START, PERCENT, AFTER)  # in the order in which they find room
_SHARE = 0.54  # of the width, at most, for the table
_LEAST_CHART = 280
_CHART_SHARE, _MOST_CHART, _LONGER = 0.42, 0.5, 110  # names that can be read come before weeks that are all in sight


def title_gain(width: float, room: float, scale: float, weeks: float) -> int:
    """How much wider names may be than at the least. ``room`` is the chart's; ``weeks`` the pixels that all of them need."""
    chart = max(_LEAST_CHART, _CHART_SHARE * width, min(weeks, _MOST_CHART * width))
    return max(0, min(round(_LONGER * scale), int(room - chart)))


def shown_columns(width: float, scale: float, switched: Mapping[str, bool]) -> tuple[str, ...]:
    """The columns for a view of ``width`` pixels with text ``scale`` times the designed size."""
    room, shown = width * _SHARE, set(_ALWAYS)
    used = (sum(WIDTHS[column] for column in _ALWAYS) + _LONGER // 2) * scale
    for column in _WITH_ROOM:
        used += WIDTHS[column] * scale
        if used > room:
            break
        shown.add(column)
    for column in (OWNER, STATE, DAYS):  # at a large size or in a small window the chart needs the room
        if sum(WIDTHS[one] for one in shown) * scale > width - _LEAST_CHART:
            shown.discard(column)
    shown = {column for column in shown if switched.get(column, True)} | {one for one, on in switched.items() if on}
    return tuple(column for column in COLUMNS if column in shown or column == CHART)
