"""The three answers under the headline: the forecast, the slip since the plan was agreed, and what does not fit."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.reports.palette import STATE_ICONS, StateToken
from desktop.session.plan_page_words import Fact
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import announce, icon, words
from desktop.ui.widgets.tips import plain_tip

_MARKS: dict[str, StateToken] = {"risk": "risk", "done": "done"}
_SIGN, _LEFT = 16, 30


class OneLine(QWidget):
    """A sentence on one line, as wide as the page; what does not fit stands in its tip."""

    def __init__(self, theme: Theme, role: str = "body") -> None:
        super().__init__()
        self._theme, self._role, self.text = theme, role, ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_text(self, text: str) -> None:
        """Other words."""
        self.text = text
        announce(self, text)
        self.setToolTip(plain_tip(text))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(self._theme.line()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            words(painter, QRectF(self.rect()), self.text, self._theme, "quiet", self._role)


class FactCell(QWidget):
    """One answer, and under it in small print what it is about and what belongs to it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.fact = Fact("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_fact(self, fact: Fact, tip: str = "") -> None:
        """Other words in the same place; ``tip`` says how the answer was found."""
        self.fact = fact
        whole = "\n".join(part for part in (self._small(), fact.answer, tip) if part)
        self.setToolTip(plain_tip(whole))
        announce(self, f"{fact.label}: {fact.answer}", " ".join(part for part in (fact.detail, tip) if part))
        self.update()

    def _small(self) -> str:
        return f"{self.fact.label}: {self.fact.detail}" if self.fact.detail else self.fact.label

    def sizeHint(self) -> QSize:
        return QSize(260, round(self._theme.line("strong") + self._theme.line("caption")) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        token, line = _MARKS.get(self.fact.mark), self._theme.line("strong")
        small = self._theme.line("caption")
        with QPainter(self) as painter:
            painter.fillRect(QRectF(0, 2, 2, self.height() - 4), self._theme.colour(token or "line"))
            sign = STATE_ICONS[token] if token else "info"
            at = QPointF(10, 2 + (line - _SIGN) / 2)
            icon(painter, at, self._theme, sign, token or "quiet", _SIGN)
            room = self.width() - _LEFT - 8
            first, second = QRectF(_LEFT, 2, room, line), QRectF(_LEFT, 2 + line, room, small)
            words(painter, first, self.fact.answer, self._theme, token or "text", "strong")
            words(painter, second, self._small(), self._theme, "quiet", "caption")
