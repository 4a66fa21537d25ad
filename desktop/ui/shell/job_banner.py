"""The strip over the page that follows a running job and says where its result went."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.paint import announce, box
from desktop.ui.widgets.words import Words


class JobBanner(QWidget):
    """Hidden while there is nothing to say; ``cancelled`` when the user stops the job."""

    cancelled = Signal()

    def __init__(self, theme: Theme, open_url: Callable[[QUrl], object] = QDesktopServices.openUrl) -> None:
        super().__init__()
        self._theme, self._open_url = theme, open_url
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(32, 12, 32, 0)
        self._running, self._result = self._make_running(), QWidget()
        self._column.addWidget(self._running)
        self._column.addWidget(self._result)
        self.hide()

    def _make_running(self) -> QWidget:
        strip = _Strip(self._theme)
        row = QHBoxLayout(strip)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(16)
        self._words = Words(self._theme, "", wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = Button(self._theme, say("shell.job.cancel"), small=True)
        self.stop.clicked.connect(self.cancelled)
        row.addWidget(self._words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        return strip

    def begin(self, words: str) -> None:
        """A job has begun."""
        self._words.setText(words)
        announce(self.bar, words)
        self.bar.setRange(0, 0)
        self._show(self._running)

    def step(self, done: int, total: int) -> None:
        """How far it is."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)

    def tell_written(self, path: Path) -> None:
        """Where the result is, with the ways to it."""
        notice = self._notice("done", say("shell.job.saved", name=path.name), str(path.parent))
        for key, target in (("open", path), ("folder", path.parent)):
            button = notice.add_action(say(f"shell.job.{key}"))
            button.clicked.connect(lambda _checked=False, p=target: self._open_url(QUrl.fromLocalFile(str(p))))
        self._closable(notice)

    def tell(
        self, state: str, headline: str, detail: str = "", way: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Something else to say: that it was cancelled, or what went wrong, with a ``way`` out where there is one."""
        notice = self._notice(state, headline, detail)
        if way is not None:
            button = notice.add_action(way[0])
            button.clicked.connect(lambda _checked=False: way[1]())
        self._closable(notice)

    def clear(self) -> None:
        """Nothing to say any more."""
        self.hide()

    def _notice(self, state: str, headline: str, detail: str) -> Notice:
        notice = Notice(self._theme, state, headline, detail)  # type: ignore[arg-type]
        self._column.replaceWidget(self._result, notice)
        self._result.deleteLater()
        self._result = notice
        self._show(notice)
        return notice

    def _closable(self, notice: Notice) -> None:
        cross = IconButton(self._theme, "x", say("shell.job.close"))
        cross.clicked.connect(self.clear)
        if layout := notice.layout():
            layout.addWidget(cross)

    def _show(self, part: QWidget) -> None:
        self._running.setVisible(part is self._running)
        self._result.setVisible(part is self._result)
        self.show()


class _Strip(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            box(painter, self.rect().toRectF(), 6, self._theme.colour("accent_soft"))
