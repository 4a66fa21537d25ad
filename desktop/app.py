"""The composition root of the window: makes every part, gives each what it needs, and stays up when something breaks."""

import faulthandler
import gc
import logging
import signal
import string
import sys
import threading
from collections.abc import Callable
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QLocale, QMessageLogContext, QObject, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop.files.home import home, private_folder
from desktop.session.recents import Recents
from desktop.session.settings import SettingsFile
from desktop.ui.theme import Mode, Theme, apply

if TYPE_CHECKING:
    from desktop.files.handover import Handover
    from desktop.session.session import Session
    from desktop.ui.main_window import MainWindow
    from desktop.ui.shell.desk import Clock, Desk
    from desktop.workbook import Workbook

_LOG = logging.getLogger("readiness")
_LETTERS = string.ascii_lowercase + string.digits


def run(file: Path | None) -> int:
    """Open the window, and ``file`` in it; returns the exit code."""
    handover = _handover()
    if handover is not None and not handover.first and handover.ask(file.absolute() if file else None):
        return 0
    crash_log = _watch_for_crashes()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Readiness Workbook")
    app.setDesktopFileName("readiness-workbook")
    window = make_window(app)
    _catch(window)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends it; the recovery copy is seconds old
    if sys.platform == "darwin":  # nowhere else do such events come, and a filter sees every event there is
        app.installEventFilter(_file_requests(window))
    window.show()
    if handover is not None and handover.first:
        _take_notes(window, handover)
    if file is not None:
        QTimer.singleShot(0, window, lambda: window.take_file(file.absolute()))
    QTimer.singleShot(0, window, _warm_up)
    try:
        return app.exec()
    finally:
        faulthandler.disable()
        if crash_log is not None:
            crash_log.close()
        if handover is not None:
            handover.end()


def _handover() -> "Handover | None":
    from desktop.files.handover import Handover

    try:
        return Handover()
    except OSError:  # every start has a window of its own then
        return None


def _take_notes(window: "MainWindow", handover: "Handover") -> None:
    from desktop.ui.shell.file_requests import Notes

    def take(path: Path | None) -> None:
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        if path is not None:
            window.take_file(path)

    Notes(window, handover, take)


def _file_requests(window: "MainWindow") -> QObject:
    from desktop.ui.shell.file_requests import FileRequests

    return FileRequests(window, window.take_file)


def _warm_up() -> None:
    """Load what the first document needs while the start page is being read; the window is painted already."""
    load = threading.Thread(target=lambda: import_module("desktop.ui.shell.places"), name="warm-up", daemon=True)
    load.start()


def make_window(app: QApplication) -> "MainWindow":
    """The window with everything that it needs, not shown yet."""
    from desktop.session.documents import Documents
    from desktop.ui.dialogs import QtDialogs
    from desktop.ui.main_window import MainWindow
    from desktop.ui.shell.desk import Clock, Desk
    from desktop.ui.shell.start_desk import Belongings

    if (
        QLocale().language() is QLocale.Language.C
    ):  # no region is set: days and numbers still read like days and numbers
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    settings = SettingsFile(home() / "settings.json")
    theme = Theme(_mode(settings.present.theme), settings.present.text_scale, parent=app)
    apply(app, theme)
    clock = Clock(date.today, datetime.now)
    dialogs = QtDialogs(theme)
    desk = Desk(Documents(), dialogs, lambda workbook, path: _session(workbook, path, clock), clock)
    window = MainWindow(desk, Belongings(theme, settings, Recents(home() / "recents.json")))
    dialogs.over(window)
    _settle_memory(desk)
    return window


def _settle_memory(desk: "Desk") -> None:
    """Keep the collector away from what a document was opened with; what is made later is still collected.

    Walking thousands of systems would stop the window for 0.1 s, and frozen values hold no circles that it could find.
    """
    desk.opened.connect(gc.freeze)
    desk.closed.connect(gc.unfreeze)


def _session(workbook: "Workbook", path: Path | None, clock: "Clock") -> "Session":
    from desktop.session.method_packs import installed
    from desktop.session.session import Session

    return Session(installed(path, workbook).method, workbook, clock.today, short_tag)


def short_tag() -> str:
    """Four letters or digits, so that two people who add a record at the same time do not meet."""
    from secrets import choice  # loads the cryptography of the system, which the start page does not need

    return "".join(choice(_LETTERS) for _ in range(4))


def _mode(name: str) -> Mode:
    return Mode(name) if name in set(Mode) else Mode.SYSTEM


def _watch_for_crashes() -> TextIO | None:
    """Log to a file, and have the interpreter write where it stood when it is killed by a fault."""
    try:
        folder = private_folder("logs")
        logging.basicConfig(
            filename=folder / "readiness.log", level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s"
        )
        file = (folder / "crash.log").open("a", encoding="utf-8")
    except OSError:  # without a log the app still works
        return None
    faulthandler.enable(file)
    return file


def _catch(window: "MainWindow") -> None:
    """Every exception that nobody caught: logged, the work kept, and only then said. Never a traceback first."""

    def report(error: BaseException | None, told: Callable[[BaseException], None]) -> None:
        if error is None or isinstance(error, KeyboardInterrupt):
            return
        window.desk.keep(at_once=True)
        _LOG.error("not caught", exc_info=error)
        told(error)

    def from_window(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        report(error, window.tell_unexpected)

    sys.excepthook = from_window
    threading.excepthook = lambda args: report(args.exc_value, lambda _error: None)
    sys.unraisablehook = lambda args: report(args.exc_value, lambda _error: None)
    qInstallMessageHandler(_log_qt)


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    level = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO}.get(kind, logging.WARNING)
    _LOG.log(level, "qt: %s", message)
