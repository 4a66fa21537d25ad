"""The time axis of the view: how wide weeks are, how far it is scrolled, and what is worked out once for each picture."""

from collections.abc import Mapping
from dataclasses import replace

from desktop.planning.forecast import Span
from desktop.session.plan_page import PlanView
from desktop.ui.plan.axis import LEAST_WEEK, Axis, axis_for, last_day
from desktop.ui.plan.paint_links import Link, links_of
from desktop.ui.plan.scene import Scene, closed_stretches
from desktop.ui.plan.text_cache import TextCache
from desktop.ui.theme import Theme

_NARROWEST, _WIDEST = 0.5, 4.0


class Timeline:
    """Fits the weeks of a plan into the room of the chart, or scrolls them where they do not fit."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.text = TextCache(theme)
        self.axis: Axis | None = None
        self.closed: tuple[tuple[float, float], ...] = ()
        self.links: tuple[Link, ...] = ()
        self.span: Span | None = None
        self.zoom, self.offset, self._room = 1.0, 0.0, 1.0

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
        self.offset = max(0.0, min(self.offset, self.furthest))
        self.axis = replace(self.axis, offset=self.offset)
        self.closed = closed_stretches(plan, self.axis)

    def needed(self, plan: PlanView | None) -> float:
        """Pixels for all weeks at their least width."""
        least = self._theme.scaled(LEAST_WEEK)
        return axis_for(plan, last_day(plan, self.span), 0.0, 0.0, least).width if plan is not None else 0.0

    def link(self, plan: PlanView | None, lines: Mapping[str, int]) -> None:
        """Other dates or rows: find the way of each link anew."""
        scene = self.scene(plan)
        self.links = links_of(scene, lines) if scene else ()

    @property
    def furthest(self) -> float:
        """How far the chart can be scrolled."""
        return max(0.0, self.axis.width - self._room) if self.axis is not None else 0.0

    def scroll(self, offset: float) -> bool:
        """Scroll to ``offset`` or as far as it goes; False where that is where it is."""
        wanted = max(0.0, min(offset, self.furthest))
        moved, self.offset = wanted != self.offset, wanted
        return moved

    def set_zoom(self, factor: float) -> None:
        """Weeks ``factor`` times as wide as the least; up to 1 they fill the room."""
        self.zoom = max(_NARROWEST, min(_WIDEST, factor))
