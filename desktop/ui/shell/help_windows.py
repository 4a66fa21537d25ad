"""Help without a network: the guide, the list of shortcuts, and what this is made of."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPlainTextEdit, QTextBrowser, QVBoxLayout, QWidget

from desktop import __version__
from desktop.resources import resource
from desktop.text import say
from desktop.ui.shell.actions import DECLARED, plain
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.marks import Kbd
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.words import Words, heading, lead

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


class HelpWindow(QDialog):
    """A window with a headline and something to read; Escape closes it."""

    def __init__(self, theme: Theme, parent: QWidget, name: str, body: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 620)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 24, 24, 20)
        self.column.setSpacing(12)
        self.column.addWidget(heading(theme, name))
        self.column.addWidget(body, 1)
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        close = Button(theme, say("shell.help.close"), Kind.PRIMARY)
        close.clicked.connect(self.accept)
        self.foot.addWidget(close)
        self.column.addLayout(self.foot)


def show_help(window: "MainWindow", what: str) -> HelpWindow:
    """Open the guide, the shortcuts or *About*."""
    makers = {"guide": _guide, "shortcuts": _shortcuts, "about": _about}
    shown = HelpWindow(window.theme, window, say(f"shell.help.{what}"), makers[what](window))
    if what == "about":
        copy = Button(window.theme, say("shell.help.copy"), Kind.PLAIN, "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(_versions()))
        shown.foot.insertWidget(0, copy)
    shown.show()
    return shown


def guide_text() -> str:
    """All pages of the guide in their order, as Markdown; a sentence where this installation has none."""
    folder = resource("guide")
    pages = sorted(folder.glob("*.md"), key=_number) if folder.is_dir() else []
    return "\n\n---\n\n".join(page.read_text(encoding="utf-8") for page in pages) or say("shell.help.no-guide")


def _guide(_window: "MainWindow") -> QWidget:
    viewer = QTextBrowser()
    viewer.setOpenLinks(False)
    viewer.setSearchPaths([str(resource("guide"))])
    viewer.setMarkdown(guide_text())
    viewer.setAccessibleName(say("shell.help.guide"))
    return viewer


def _shortcuts(window: "MainWindow") -> QWidget:
    page = ScrollPage(0)
    page.column.setContentsMargins(0, 0, 0, 0)
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setColumnStretch(0, 1)
    grid.setVerticalSpacing(6)
    for line, declared in enumerate(d for d in DECLARED if d.keys):
        action = window.actions_.by_id[declared.id]
        grid.addWidget(Words(window.theme, plain(action.text()), wrap=False), line, 0)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        grid.addWidget(Kbd(window.theme, keys), line, 1, Qt.AlignmentFlag.AlignRight)
    page.column.addWidget(holder)
    page.column.addStretch(1)
    return page


def _about(window: "MainWindow") -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(lead(window.theme, say("shell.about", version=__version__)))
    words = QPlainTextEdit(f"{_versions()}\n\n{say('shell.about.qt')}\n\n{say('shell.about.parts')}")
    words.setReadOnly(True)
    words.setAccessibleName(say("shell.help.about"))
    column.addWidget(words, 1)
    return holder


def _versions() -> str:
    import platform

    from PySide6 import __version__ as qt_version

    return say(
        "shell.about.versions",
        version=__version__,
        qt=qt_version,
        python=platform.python_version(),
        system=platform.system(),
    )


def _number(page: Path) -> int:
    """The place of a guide page: the number its name begins with; pages without one come last."""
    head = page.name.partition("-")[0]
    return int(head) if head.isdigit() else 1_000
