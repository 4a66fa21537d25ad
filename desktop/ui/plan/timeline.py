"""The time axis of the view: how wide weeks are, how far it is scrolled, and what is worked out once for each picture."""

from collections.abc import Mapping
from dataclasses import replace
from operator import is_

from desktop.planning.forecast import Span
from desktop.session.plan_page import PlanView
from desktop.ui.plan.axis import LEAST_WEEK, Axis, axis_for, last_day
from desktop.ui.plan.paint_links import Links, links_of, many_links, steady_links
from desktop.ui.plan.scene import Scene, closed_stretches
from desktop.ui.plan.text_cache import TextCache
from desktop.ui.theme import Theme

_NARROWEST, _WIDEST = 0.5, 4.0
_GROWS = 26  # weeks


class Timeline:
    """Fits the weeks of a plan into the room of the chart, or scrolls them where they do not fit."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.text = TextCache(theme)
        self.axis: Axis | None = None
        self.closed: tuple[tuple[float, float], ...] = ()
        self.links = Links()
        self.span: Span | None = None
        self.zoom, self.offset, self._room = 1.0, 0.0, 1.0
        self._weeks = 0
        self._closed_of: tuple[object, ...] = ()
        self._linked: tuple[object, ...] = ()

    def scene(self, plan: PlanView | None) -> Scene | None:
        """Everything that painting ``plan`` needs; None without one."""
        if plan is None or self.axis is None:
            return None
        return Scene(self._theme, self.text, plan, self.axis, self.span)

    def fit(self, plan: PlanView | None, left: float, room: float) -> None:
        """Another plan, width, zoom or scroll."""
        self._room = room
        if plan is None:
            self.axis = None
            return
        least = self._theme.scaled(LEAST_WEEK) * self.zoom
        wanted = room if self.zoom <= 1 else 0.0
        last = last_day(plan, self.span)
        self.axis = axis_for(plan, last, left, wanted, least)
        self._weeks = self.axis.weeks
        self.offset = max(0.0, min(self.offset, self.furthest))
        self.axis = replace(self.axis, offset=self.offset)
        made_of = (plan.workbook.engagement.calendar, replace(self.axis, offset=0.0))
        if self._closed_of != made_of:
            self._closed_of, self.closed = made_of, closed_stretches(plan, self.axis)

    def needed(self, plan: PlanView | None) -> float:
        """Pixels for all weeks at their least width."""
        least = self._theme.scaled(LEAST_WEEK)
        return axis_for(plan, last_day(plan, self.span), 0.0, 0.0, least).width if plan is not None else 0.0

    def link(self, plan: PlanView | None, lines: Mapping[str, int]) -> None:
        """Other dates or rows: find the way of each link anew."""
        scene = self.scene(plan)
        if scene is None:
            self.links, self._linked = Links(), ()
            return
        many, net = many_links(scene, lines), scene.view.prepared.net
        made_of = (net, lines) if many else (scene.view.schedule, lines, replace(scene.axis, offset=0.0))
        same = len(self._linked) == len(made_of) and all(map(is_, self._linked[:2], made_of))
        if not same or self._linked[2:] != made_of[2:]:
            self.links = steady_links(net, lines) if many else links_of(scene, lines)
            self._linked = made_of

    @property
    def furthest(self) -> float:
        """How far the chart can be scrolled."""
        return max(0.0, self.axis.width - self._room) if self.axis is not None else 0.0

    def scroll(self, offset: float) -> bool:
        """Scroll to ``offset`` or as far as it goes; False where that is where it is."""
        wanted = max(0.0, min(offset, self.furthest))
        moved, self.offset = wanted != self.offset, wanted
        return moved

    def slide(self, plan: PlanView, by: float) -> bool:
        """Scroll under a bar or a line that is held. At the right end the axis grows, up to half a year."""
        if self.axis is None:
            return False
        if by > 0 and self.offset + by > self.furthest and self.axis.weeks < self._weeks + _GROWS:
            self.axis = replace(self.axis, weeks=self.axis.weeks + 1)
            self.closed = closed_stretches(plan, self.axis)
            self._closed_of = ()
        moved = self.scroll(self.offset + by)
        self.axis = replace(self.axis, offset=self.offset)
        return moved

    def set_zoom(self, factor: float) -> None:
        """Weeks ``factor`` times as wide as the least; up to 1 they fill the room."""
        self.zoom = max(_NARROWEST, min(_WIDEST, factor))
