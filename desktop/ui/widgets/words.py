"""Text on a page: always plain, wrapped at a readable measure, with the line height of its role."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.ui.theme import Theme

MEASURE = 75
ORPHAN = 0.3  # a last line shorter than this share of its paragraph looks left over
BULLET = "• "
_SEPARATOR = "\u2028"
_SAMPLE = "the quick brown fox jumps over a lazy dog and rests a while"
_KEPT_HEIGHTS, _SHORT = 16, 500  # a longer text may end as it likes


class Words(QLabel):
    """A paragraph or a line. ``ink`` is its colour; ``measure`` the longest line in average characters."""

    def __init__(  # noqa: PLR0913
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        ink: str = "text",
        *,
        wrap: bool = True,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._role, self._ink_token, self._selectable = theme, role, ink, selectable
        self._heights: dict[int, int] = {}  # layouts ask many times for the same width
        self._rooms: dict[float, float] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.changed.connect(self._forget)
        theme.changed.connect(self._dress)
        self._dress()
        self.setText(text)

    def setText(self, text: str) -> None:
        if text != self.text():
            self._forget()
        super().setText(text)

    def setWordWrap(self, on: bool) -> None:  # noqa: FBT001  # Qt's own signature
        self._forget()
        super().setWordWrap(on)

    def _forget(self) -> None:
        self._heights.clear()
        self._rooms.clear()

    def set_ink(self, ink: str) -> None:
        """Another colour, for example ``block`` when the words report a problem."""
        self._ink_token = ink
        self._dress()

    def sizeHint(self) -> QSize:
        if self._selectable:
            return super().sizeHint()
        natural = max((self._advance(line) for line in self.text().split("\n")), default=0)
        width = min(natural, self._longest()) if self.wordWrap() else natural
        return QSize(int(width) + 1, self.heightForWidth(int(width) + 1))

    def minimumSizeHint(self) -> QSize:
        if self._selectable or not self.wordWrap():
            return self.sizeHint()
        widest = max((self._advance(word) for word in self.text().split()), default=0)
        return QSize(int(min(widest, 160 * self._theme.text_scale)) + 1, round(self._theme.line(self._role)))

    def heightForWidth(self, width: int) -> int:
        if (known := self._heights.get(width)) is not None:
            return known
        if self._selectable:
            return super().heightForWidth(width)
        if len(self._heights) >= _KEPT_HEIGHTS:
            self._heights.clear()
        lines = self._layout(width).lineCount() if self.wordWrap() else self.text().count("\n") + 1
        height = self._heights[width] = round(max(1, lines) * self._theme.line(self._role))
        return height

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._selectable:
            super().paintEvent(event)
            return
        layout = self._layout(self.width(), even=True)
        with QPainter(self) as painter:
            painter.setPen(self._theme.colour(self._ink_token if self.isEnabled() else "quiet"))
            layout.draw(painter, QPointF(0, self._top(layout)))

    def _top(self, layout: QTextLayout) -> float:
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            return 0.0
        return max(0.0, (self.height() - layout.lineCount() * self._theme.line(self._role)) / 2)

    def _layout(self, width: float, *, even: bool = False) -> QTextLayout:
        room = self._room(width)
        return self._laid(width, self._even(room) if even and self.wordWrap() else room)

    def _room(self, width: float) -> float:
        return min(width, round(self._longest()) + 1) if self.wordWrap() else width

    def _even(self, room: float) -> float:
        """The room in which as many lines end without a word left over; ``room`` itself where they do so already."""
        if room not in self._rooms:
            if len(self._rooms) >= _KEPT_HEIGHTS:
                self._rooms.clear()
            self._rooms[room] = self._narrowed(room)
        return self._rooms[room]

    def _narrowed(self, room: float) -> float:
        if len(self.text()) > _SHORT or "\n" in self.text():
            return room
        whole = self._laid(room, room)
        lines = whole.lineCount()
        if lines < 2 or whole.lineAt(lines - 1).naturalTextWidth() >= ORPHAN * room:
            return room
        short, enough = room / 2, room
        while enough - short > 1:
            tried = (short + enough) / 2
            short, enough = (short, tried) if self._laid(tried, tried).lineCount() <= lines else (tried, enough)
        return enough

    def _laid(self, width: float, room: float) -> QTextLayout:
        layout = QTextLayout(self.text().replace("\n", _SEPARATOR), self._theme.font(self._role))
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        wrap = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if self.wordWrap() else QTextOption.WrapMode.ManualWrap
        option.setWrapMode(wrap)
        layout.setTextOption(option)
        layout.beginLayout()
        step, top = self._theme.line(self._role), 0.0
        left, items, hang = self._left(width - room), _items(self.text()), 0.0
        while (line := layout.createLine()).isValid():
            item = items.get(line.textStart())
            if item is not None:
                hang = self._theme.text_width(BULLET, self._role) if item else 0.0
            further = hang if item is None else 0.0
            line.setLineWidth(room - further)
            line.setPosition(QPointF(left + further, top + (step - line.height()) / 2))
            top += step
        layout.endLayout()
        return layout

    def _left(self, spare: float) -> float:
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return spare / 2
        return spare if self.alignment() & Qt.AlignmentFlag.AlignRight else 0.0

    def _advance(self, text: str) -> float:
        return QFontMetricsF(self._theme.font(self._role)).horizontalAdvance(text)

    def _longest(self) -> float:
        return MEASURE * self._theme.text_width(_SAMPLE, self._role) / len(_SAMPLE)

    def _dress(self) -> None:
        self.setFont(self._theme.font(self._role))
        if self._selectable:
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(self._ink_token))
            self.setPalette(palette)
        self.updateGeometry()
        self.update()


def _items(text: str) -> dict[int, bool]:
    """Where each paragraph of a text with items begins, as Qt counts, and whether it is one; empty without any."""
    found: dict[int, bool] = {}
    if BULLET in text:
        start = 0
        for line in text.split("\n"):
            found[start] = line.startswith(BULLET)
            start += len(line.encode("utf-16-le", "surrogatepass")) // 2 + 1
    return found


def heading(theme: Theme, text: str) -> Words:
    """The answer that a page opens with."""
    return Words(theme, text, "display")


def title(theme: Theme, text: str) -> Words:
    """The name of a card or section."""
    return Words(theme, text, "title")


def lead(theme: Theme, text: str) -> Words:
    """One or two sentences under a heading."""
    return Words(theme, text, "body", "quiet")


def caption(theme: Theme, text: str, ink: str = "quiet") -> Words:
    """Small print: sources, counts, help."""
    return Words(theme, text, "caption", ink)


def strong(theme: Theme, text: str) -> Words:
    """A label or an emphasised line."""
    return Words(theme, text, "strong")
