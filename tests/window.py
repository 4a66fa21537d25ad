"""The real window for tests: real parts on a temporary home, with answers where a user would be asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QWidget

from desktop.files.home import home
from desktop.session.documents import Documents
from desktop.session.method_packs import installed
from desktop.session.recents import Recents
from desktop.session.session import Session
from desktop.session.settings import SettingsFile
from desktop.ui.main_window import MainWindow
from desktop.ui.shell.desk import Clock, Desk
from desktop.ui.shell.start_desk import Belongings
from desktop.ui.theme import Mode, Theme, apply

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 10, 42)  # noqa: DTZ001  # the wall clock of the test


@dataclass
class Answers:
    """A dialogs port that answers from lists; a question without an answer counts as going back."""

    files: list[Path | None] = field(default_factory=list)
    leaving: list[str] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    suggested: list[Path] = field(default_factory=list)

    def open_file(self, kind: str, folder: Path) -> Path | None:
        return self.files.pop(0) if self.files else None

    def save_file(self, kind: str, suggested: Path) -> Path | None:
        self.suggested.append(suggested)
        return self.files.pop(0) if self.files else None

    def leave(self, name: str, unread: int) -> Any:
        return self.leaving.pop(0) if self.leaving else "cancel"

    def locked(self, state: Any) -> Any:
        self.told.append((state.kind, ""))
        return self.leaving.pop(0) if self.leaving else "cancel"

    def tell(self, headline: str, detail: str) -> None:
        self.told.append((headline, detail))


_THEMES: list[Theme] = []


def theme(mode: Mode = Mode.LIGHT) -> Theme:
    """The one theme of the test process: it is put on the application once."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if not _THEMES:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        _THEMES.append(Theme(mode, parent=app))
        apply(app, _THEMES[0])
    _THEMES[0].set_mode(mode)
    return _THEMES[0]


@contextmanager
def open_window(answers: Answers | None = None, mode: Mode = Mode.LIGHT) -> Iterator[MainWindow]:
    """The window, shown; it is closed without saving at the end."""
    tags = count(1)

    def session(workbook: Any, path: Path | None) -> Session:
        return Session(installed(path, workbook).method, workbook, lambda: TODAY, lambda: f"t{next(tags):03d}")

    given = answers or Answers()
    desk = Desk(Documents(), given, session, Clock(lambda: TODAY, lambda: NOW))
    own = Belongings(theme(mode), SettingsFile(home() / "settings.json"), Recents(home() / "recents.json"))
    window = MainWindow(desk, own)
    window.resize(1440, 900)
    window.show()
    settle()
    try:
        yield window
    finally:
        given.leaving[:] = ["discard"]
        window.close()
        window.deleteLater()
        # Outside an event loop nothing is deleted later: windows would pile up and all hear of the next change of theme.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        settle()


def settle() -> None:
    """Let Qt do what it has put off."""
    for _ in range(4):
        QApplication.processEvents()


def named(root: QWidget, kind: type[Any], name: str) -> Any:
    """The visible widget of ``kind`` with the accessible name or text ``name``."""
    fitting = [w for w in root.findChildren(kind) if w.isVisible() and name in (w.accessibleName(), _text(w))]
    assert fitting, f"no visible {kind.__name__} is called {name!r}"
    return fitting[0]


def _text(widget: QWidget) -> str:
    return str(widget.text()).replace("&", "") if hasattr(widget, "text") else ""
