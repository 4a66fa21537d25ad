"""The board summary as it will be written, page by page: drawn from the very bytes that the export writes."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.method import Method
from desktop.text import say
from desktop.ui.jobs import Jobs, Progress
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.words import caption
from desktop.workbook import Workbook

_SCALE = 2.0  # pixels a point: sharp on a screen with twice the pixels


@dataclass(frozen=True)
class Drawn:
    """A document and its pages as pictures."""

    data: bytes
    pages: tuple[QImage, ...]


@dataclass(frozen=True)
class Wanted:
    """What is to be drawn: exactly what the export would be given, the project's own packs included."""

    workbook: Workbook
    revision: str
    today: date
    system_id: str | None
    method: Method


def board_bytes(wanted: Wanted, progress: Progress) -> bytes:
    """The bytes of the board summary; raises what the writer raises, and Cancelled."""
    from io import BytesIO

    from desktop.reports.pdf.board import write_board
    from desktop.session.exporting import make_report

    stream = BytesIO()
    report = make_report(wanted.workbook, wanted.revision, wanted.today, wanted.system_id, wanted.method)
    write_board(report, stream, progress)
    return stream.getvalue()


def draw(data: bytes) -> Drawn:
    """The pages of a PDF as pictures."""
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(data)
    pages = []
    for page in document:
        bitmap = page.render(scale=_SCALE, rev_byteorder=True)
        image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB888)
        pages.append(image.copy())
    document.close()
    return Drawn(data, tuple(pages))


class PageSheet(QWidget):
    """One page of paper, as wide as there is room for."""

    def __init__(self, theme: Theme, image: QImage, name: str) -> None:
        super().__init__()
        self._theme, self._picture = theme, QPixmap.fromImage(image)
        announce(self, name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        return round(width * self._picture.height() / self._picture.width())

    def sizeHint(self) -> QSize:
        return QSize(640, self.heightForWidth(640))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self.rect(), self._picture)
            painter.setPen(self._theme.colour("line"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class BoardPreview(QWidget):
    """Draws in the background what was asked for last; the pages shown before stay until the new ones are there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.drawn: Drawn | None = None
        self._asked: tuple[object, ...] | None = None
        self._wanted: Wanted | None = None
        self._jobs = Jobs(self)
        self._jobs.succeeded.connect(self._show)
        self._jobs.failed.connect(self._fail)
        self._jobs.cancelled.connect(self._next)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._note = caption(theme, "")
        self._note.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._note)
        self._sheets: list[PageSheet] = []
        self._column.addStretch(1)

    def ask(self, wanted: Wanted) -> None:
        """Draw this state, unless it is what is shown already."""
        asked = (id(wanted.workbook), wanted.revision, wanted.today, wanted.system_id, id(wanted.method))
        if asked == self._asked:
            return
        self._asked, self._wanted = asked, wanted
        self._note.setText(say("reports.drawing"))
        self._note.show()
        self._jobs.cancel()
        if not self._jobs.busy:
            QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        if self._wanted is None or self._jobs.busy:
            return
        wanted, self._wanted = self._wanted, None
        self._jobs.start("preview", lambda progress: draw(board_bytes(wanted, progress)))

    def _show(self, result: object) -> None:
        if self._wanted is not None:
            self._next()
            return
        if not isinstance(result, Drawn):
            return
        self.drawn = result
        self._note.hide()
        for sheet in self._sheets:
            sheet.deleteLater()
        total = len(result.pages)
        self._sheets = [
            PageSheet(self._theme, page, say("reports.page", n=n, total=total))
            for n, page in enumerate(result.pages, start=1)
        ]
        for sheet in self._sheets:
            self._column.insertWidget(self._column.count() - 1, sheet)

    def _fail(self, error: BaseException) -> None:
        self._note.setText(say("reports.not-drawn", why=type(error).__name__))

    def wait(self) -> None:
        """Block until what was asked for is drawn."""
        self._next()
        self._jobs.wait()

    def finish(self) -> None:
        """Wait for a drawing that still runs."""
        self._wanted = None
        self._jobs.cancel()
        self._jobs.wait()
