"""The strip over the table: what all systems together are, before any is listed."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.analysis.portfolio import PortfolioSummary
from desktop.reports.palette import RADIUS_CARD, StateToken
from desktop.text import say
from desktop.text.formatting import percent
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import announce, box, icon, words
from desktop.workbook import Impact, Stage

_STAGES: tuple[tuple[Stage | None, str], ...] = (
    (Stage.IDEA, "heat1"),
    (Stage.BUILD, "heat2"),
    (Stage.PILOT, "heat3"),
    (Stage.OPERATION, "heat4"),
    (Stage.RETIRED, "edge"),
    (None, "line"),
)
_PAD, _FIGURE = 20, 168


class PortfolioStrip(QWidget):
    """Stage bar at the left, three figures at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._summary = theme, PortfolioSummary(0, {}, {}, 0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_summary(self, summary: PortfolioSummary) -> None:
        """Show other counts."""
        self._summary = summary
        stages = ", ".join(f"{summary.stages.get(stage, 0):,} {_stage_word(stage)}" for stage, _ in _STAGES)
        figures = ", ".join(f"{title}: {value}, {note}" for title, value, _, note in self._figures())
        announce(self, say("portfolio.strip.name"), f"{stages}. {figures}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, self._theme.scaled(104))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            box(painter, QRectF(self.rect()), RADIUS_CARD, self._theme.colour("raised"), self._theme.colour("line"))
            figures = self._figures()
            left = self.width() - _PAD - len(figures) * _FIGURE
            self._paint_stages(painter, QRectF(_PAD, 0, max(left - 2 * _PAD, 120), self.height()))
            for at, (title, value, token, note) in enumerate(figures):
                self._paint_figure(
                    painter, QRectF(left + at * _FIGURE, 0, _FIGURE, self.height()), title, value, token, note
                )

    def _figures(self) -> tuple[tuple[str, str, StateToken, str], ...]:
        found = self._summary
        unknown, harmful = (
            found.systems - found.owned,
            sum(found.impacts.get(kind, 0) for kind in Impact if kind != Impact.NEITHER),
        )
        share = percent(found.stalled / found.systems) if found.systems else "–"
        return (
            (
                say("portfolio.strip.stalled"),
                f"{found.stalled:,}",
                "risk" if found.stalled else "done",
                say("portfolio.strip.share", share=share),
            ),
            (
                say("portfolio.strip.owned"),
                f"{found.owned:,}",
                "block" if unknown else "done",
                say("portfolio.strip.unowned", n=f"{unknown:,}"),
            ),
            (
                say("portfolio.strip.impact"),
                f"{harmful:,}",
                "open",
                say("portfolio.strip.unrated", n=f"{found.impacts.get(None, 0):,}"),
            ),
        )

    def _paint_stages(self, painter: QPainter, rect: QRectF) -> None:
        theme, tall, total = self._theme, self._theme.scaled, max(1, self._summary.systems)
        words(
            painter,
            QRectF(rect.left(), tall(14), rect.width(), tall(16)),
            say("portfolio.column.stage"),
            theme,
            "quiet",
            "caption",
        )
        shown = [
            (stage, token, self._summary.stages.get(stage, 0))
            for stage, token in _STAGES
            if self._summary.stages.get(stage)
        ]
        widths = self._widths([(_stage_word(stage), number) for stage, _, number in shown], rect.width(), total)
        left = rect.left()
        for (stage, token, number), width in zip(shown, widths, strict=True):
            box(painter, QRectF(left, tall(36), width - 4, tall(16)), 2, theme.colour(token))
            words(
                painter, QRectF(left, tall(56), width, tall(18)), f"{number:,}", theme, "text", "strong", figures=True
            )
            words(painter, QRectF(left, tall(74), width, tall(18)), _stage_word(stage), theme, "quiet", "caption")
            left += width

    def _widths(self, labels: list[tuple[str, int]], room: float, total: int) -> list[float]:
        """Each part as wide as its share, but never narrower than its words."""
        caption, strong = QFontMetricsF(self._theme.font("caption")), QFontMetricsF(self._theme.font("strong"))
        least = [max(caption.horizontalAdvance(word), strong.horizontalAdvance(f"{n:,}")) + 16 for word, n in labels]
        spare = max(0.0, room - sum(least))
        return [low + spare * n / total for low, (_, n) in zip(least, labels, strict=True)]

    def _paint_figure(self, painter: QPainter, rect: QRectF, title: str, value: str, token: str, note: str) -> None:
        theme, tall = self._theme, self._theme.scaled
        painter.setPen(theme.colour("line"))
        painter.drawLine(QPointF(rect.left(), 16), QPointF(rect.left(), rect.bottom() - 16))
        inner = rect.adjusted(16, 0, 0, 0)
        words(painter, QRectF(inner.left(), tall(14), inner.width(), tall(16)), title, theme, "quiet", "caption")
        words(painter, QRectF(inner.left(), tall(32), inner.width(), tall(36)), value, theme, "text", "display")
        sign = {"risk": "triangle-alert", "block": "circle-x", "done": "circle-check"}.get(token, "circle")
        ink = "quiet" if token == "open" else token
        icon(painter, QPointF(inner.left(), tall(72) + (tall(18) - 16) / 2), theme, sign, ink)
        words(painter, QRectF(inner.left() + 22, tall(72), inner.width() - 22, tall(18)), note, theme, ink, "caption")


def _stage_word(stage: Stage | None) -> str:
    return say(f"portfolio.stage.{stage.value if stage else 'unknown'}")
