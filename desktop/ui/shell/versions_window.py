"""The earlier versions of the open project: restore one as a step that can be undone, or look at it as a copy."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.session.versions import Kept, kept_versions, read_version, restoring
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Line
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.words import Words, caption, heading, lead

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow
    from desktop.workbook import Workbook


class VersionsWindow(QDialog):
    """A line for each version, the latest first. Escape closes it and changes nothing."""

    def __init__(
        self, theme: Theme, parent: QWidget, kept: tuple[Kept, ...], take: Callable[[Kept, str], None]
    ) -> None:
        """``take`` is called with the version and ``restore`` or ``copy``."""
        super().__init__(parent)
        self._theme, self._take = theme, take
        self.setWindowTitle(say("versions.title"))
        self.setAccessibleName(say("versions.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 520)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 24, 8, 20)
        column.setSpacing(12)
        head, foot = QVBoxLayout(), QHBoxLayout()
        for part in (head, foot):
            part.setContentsMargins(16, 0, 16, 0)  # the list keeps as much by itself
        head.addWidget(heading(theme, say("versions.title")))
        head.addWidget(lead(theme, say("versions.lead" if kept else "versions.none")))
        column.addLayout(head)
        column.addWidget(self._list(kept), 1)
        foot.addStretch(1)
        close = Button(theme, say("versions.close"), Kind.PLAIN)
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        column.addLayout(foot)

    def _list(self, kept: tuple[Kept, ...]) -> ScrollPage:
        page = ScrollPage(0)
        page.column.setContentsMargins(16, 0, 16, 0)
        page.column.setSpacing(8)
        for version in kept:
            page.column.addLayout(self._row(version))
            page.column.addWidget(Line(self._theme))
        page.column.addStretch(1)
        return page

    def _row(self, version: Kept) -> QHBoxLayout:
        row, words = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(8)
        words.setSpacing(0)
        words.addWidget(Words(self._theme, version.when, "strong"))
        size = QLocale().formattedDataSize(version.size, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        words.addWidget(caption(self._theme, size))
        row.addLayout(words, 1)
        for answer in ("copy", "restore"):
            button = Button(self._theme, say(f"versions.{answer}"), Kind.PLAIN, small=True)
            announce(button, say(f"versions.{answer}-named", when=version.when))
            button.clicked.connect(partial(self._chosen, version, answer))
            row.addWidget(button)
        return row

    def _chosen(self, version: Kept, answer: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # a Qt slot
        self.accept()
        self._take(version, answer)


def show_versions(window: "MainWindow") -> VersionsWindow:
    """Open the list for the project on the desk."""
    kept = kept_versions(window.desk.project)
    shown = VersionsWindow(window.theme, window, kept, partial(_take, window))
    shown.show()
    return shown


def _take(window: "MainWindow", version: Kept, answer: str) -> None:
    try:
        workbook = read_version(version)
    except Exception as error:  # noqa: BLE001  # whatever is wrong with it is said, and nothing has changed
        window.tell_unexpected(error)
        return
    if answer == "copy":
        window.desk.begin(workbook, pristine=False)
    else:
        _restore(window, version, workbook)


def _restore(window: "MainWindow", version: Kept, workbook: "Workbook") -> None:
    window.work.flush()
    if window.work.apply(restoring(version, workbook)):
        window.work.undo_bar.offer(say("versions.restored", when=version.when))
    else:
        window.work.undo_bar.offer(say("versions.same", when=version.when), undo=False)
