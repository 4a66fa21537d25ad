"""A chart of weeks 9 to 12 that follows the chosen system, with what it comes to said under it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.reports.launch_words import Told
from desktop.text import say
from desktop.ui.charts import ChartWidget, MakeDrawing
from desktop.ui.pages.page import Present
from desktop.ui.theme import Theme
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.words import caption


class Drawn:
    """What a picture shows: how it is drawn, how high at which text size, its figures as a table, and what they mean."""

    def __init__(
        self,
        make: MakeDrawing | None,
        height: int,
        table: tuple[tuple[str, ...], ...],
        told: Told | None = None,
        aside: str = "",
    ) -> None:
        self.make, self.height, self.table, self.told, self.aside = make, height, table, told, aside


Reader = Callable[[Present], Drawn | None]


class LaunchPicture(QWidget):
    """Hides while there is nothing to draw; drawn anew only where the system or its figures are others."""

    def __init__(self, theme: Theme, name: str, read: Reader) -> None:
        super().__init__()
        self._theme, self._name, self._read = theme, name, read
        self._known: object = None
        self._chart: ChartWidget | None = None
        self._notices: dict[str, Notice] = {}
        self._aside = caption(theme, "")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._aside)

    def show_present(self, present: Present) -> None:
        """Draw what the chosen system says now."""
        system = present.system
        if system is self._known:
            return
        self._known = system
        drawn = self._read(present) if system is not None else None
        self.setVisible(drawn is not None)
        if drawn is not None:
            self._draw(drawn)
            self._tell(drawn)

    def _draw(self, drawn: Drawn) -> None:
        if self._chart is not None and (drawn.make is None or self._chart.property("drawn_height") != drawn.height):
            self._chart.hide()
            self._chart.deleteLater()
            self._chart = None
        if drawn.make is None:
            return
        if self._chart is None:
            self._chart = ChartWidget(self._theme, drawn.make, drawn.height)
            self._chart.setProperty("drawn_height", drawn.height)
            self._column.insertWidget(0, self._chart)
        self._chart.redraw(drawn.make)
        words = f"{drawn.told.headline} {drawn.told.detail}".strip() if drawn.told else ""
        self._chart.describe(say(f"launch.picture.{self._name}"), words, drawn.table)

    def _tell(self, drawn: Drawn) -> None:
        self._aside.setText(drawn.aside)
        self._aside.setVisible(bool(drawn.aside))
        state = drawn.told.state if drawn.told else ""
        for known, notice in self._notices.items():
            notice.setVisible(known == state)
        if drawn.told is not None:
            self._notice(drawn.told).say(drawn.told.headline, drawn.told.detail)

    def _notice(self, told: Told) -> Notice:
        if told.state not in self._notices:
            state: Any = told.state
            self._notices[told.state] = notice = Notice(self._theme, state, told.headline)
            self._column.addWidget(notice)
        return self._notices[told.state]
