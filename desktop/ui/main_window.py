"""The window: the start page or one open document, with menus, title, questions on leaving, and files dropped on it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from desktop.text import say
from desktop.ui.pages.start import StartPage
from desktop.ui.shell.actions import DECLARED, Actions, plain
from desktop.ui.shell.desk import Desk
from desktop.ui.shell.export_desk import ExportDesk
from desktop.ui.shell.job_banner import JobBanner
from desktop.ui.shell.start_desk import Belongings, StartDesk
from desktop.ui.shell.window_actions import handlers
from desktop.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from desktop.session.finding import Find
    from desktop.session.session import Change
    from desktop.ui.shell.workspace import Workspace

KEEP_EVERY_MS = 8_000  # a recovery copy within ten seconds of an edit
SMALLEST = QSize(1024, 640)


class MainWindow(QMainWindow):
    """Puts the parts together; each part does its own work."""

    def __init__(self, desk: Desk, own: Belongings) -> None:
        super().__init__()
        self.desk, self.own, self.theme = desk, own, own.theme
        self.setMinimumSize(SMALLEST)
        self.setAcceptDrops(True)
        self.start = StartPage(self.theme)
        self.welcome = StartDesk(self.start, desk, own)
        self._work: Workspace | None = None
        self.banner = JobBanner(self.theme)
        self.exports = ExportDesk(desk, self.banner, own.settings)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self.setCentralWidget(self._stack)
        self.actions_ = Actions(self.theme, self, handlers(self))
        self.actions_.fill(self.menuBar())
        self._wire()
        self._restore()
        self.show_start()

    @property
    def work(self) -> "Workspace":
        """The open document on screen. Made with the first one, so that the start page need not wait for its parts."""
        if self._work is None:
            self._work = self._make_work()
        return self._work

    def _make_work(self) -> "Workspace":
        from desktop.ui.shell.places import page_makers
        from desktop.ui.shell.workspace import Workspace

        work = Workspace(self.theme, page_makers(self), self._findable_actions)
        work.above_page.addWidget(self.banner)
        work.asked.connect(self.do)
        work.moved.connect(self.refresh)
        self.desk.flush = work.flush
        self._stack.addWidget(work)
        return work

    def _wire(self) -> None:
        desk = self.desk
        desk.opened.connect(self._opened)
        desk.closed.connect(self.show_start)
        desk.changed.connect(self._changed)
        desk.saved.connect(self._remember)
        desk.saving.connect(lambda: self.refresh(saving=True))
        desk.failed.connect(self._trouble)
        desk.refused.connect(self._refused)
        self.start.chosen.connect(self.do)
        self._keeper = QTimer(self)
        self._keeper.setInterval(KEEP_EVERY_MS)
        self._keeper.timeout.connect(desk.keep)
        self._keeper.start()

    def do(self, action: str) -> None:
        """Carry out an action by its id."""
        self.actions_.by_id[action].trigger()

    def _findable_actions(self) -> "tuple[Find, ...]":
        from desktop.session.finding import Find

        native = QKeySequence.SequenceFormat.NativeText
        shown = [(d.id, self.actions_.by_id[d.id]) for d in DECLARED if not d.id.startswith("section-")]
        return tuple(
            Find("action", plain(action.text()), "", keys=action.shortcut().toString(native), action=action_id)
            for action_id, action in shown
            if action.isEnabled()
        )

    def show_start(self) -> None:
        """Show the start page."""
        if self._work is not None:
            self._work.end()
        self.banner.clear()
        self.welcome.show()
        self._stack.setCurrentWidget(self.start)
        self.refresh()

    def _opened(self) -> None:
        session, path = self.desk.session, self.desk.path
        if session is None:
            return
        workbook = session.workbook
        page, system = self.welcome.first_place(workbook, path)
        self._stack.setCurrentWidget(self.work)
        self.work.begin(session, page, system)
        if path is not None:
            self._remember()
        self._tell_notices()
        self.refresh()

    def _tell_notices(self) -> None:
        notices, copies = self.desk.notices, self.desk.copies
        if notices:
            way = (say("shell.copy.open"), lambda: self.desk.open(copies[0])) if copies else None
            self.banner.tell("risk", notices[0], " ".join(notices[1:]), way)

    def _changed(self, change: "Change") -> None:
        self.work.hear(change)
        self.refresh()

    def _remember(self) -> None:
        session, path = self.desk.session, self.desk.path
        if session is not None and path is not None:
            from desktop.session.standing import recent_of

            now = self.desk.clock.now()
            self.own.recents.remember(recent_of(session.workbook, session.method, path, session.today(), now))
        self.refresh()

    def refresh(self, *, saving: bool = False) -> None:
        """Show title, menus and save mark as they are now."""
        session, path = self.desk.session, self.desk.path
        app, unsaved = say("shell.app"), self.desk.unsaved
        present = {"project"} if session else set()
        present |= {"system"} if session and self.work.system_id else set()
        if session is None:
            self.setWindowTitle(app)
            self.setWindowFilePath("")
        else:
            name = self.desk.name or self.desk.client or say("shell.untitled")
            self.setWindowFilePath(str(path) if path else "")
            self.setWindowTitle(say("shell.window-title", name=name, app=app))
            present |= {word for word, step in (("undo", session.undo_name), ("redo", session.redo_name)) if step}
            from desktop.ui.shell.workspace import save_words

            state = save_words(saved_at=self.desk.saved_at, unsaved=unsaved, on_disk=path is not None, saving=saving)
            self.work.top.saved.show_state(*state)
            self.work.top.saved.setToolTip(plain_tip(str(path) if path else say("shell.no-file")))
            self.actions_.name_sections(tuple(s.title or s.entries[0].label for s in self.work.sections))
        self.menuBar().setVisible(session is None or not self.work.filled)
        self.setWindowModified(unsaved)
        self.actions_.name_steps(session.undo_name if session else None, session.redo_name if session else None)
        self.actions_.allow(frozenset(present))
        for mode in ("system", "light", "dark", "high_contrast"):
            self.actions_.by_id[f"theme-{mode}"].setChecked(self.theme.mode == mode)

    def _trouble(self, headline: str, detail: str) -> None:
        self.refresh()
        if self.desk.session is not None:
            self.banner.tell("block", headline, detail, (say("shell.job.save-as"), self.desk.save_as))
        else:
            self.desk.dialogs.tell(headline, detail)

    def _refused(self, headline: str, detail: str) -> None:
        if self.desk.session is not None:
            self.banner.tell("block", headline, detail)
        else:
            self.desk.dialogs.tell(headline, detail)

    def tell_unexpected(self, error: BaseException) -> None:
        """Something broke that nobody expected; a recovery copy has been written already."""
        self._trouble(*self.desk.projects.sentence(error))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            QTimer.singleShot(0, self, lambda: self.take_file(paths[0]))

    def take_file(self, path: Path) -> None:
        """Open a project, or begin the import of an inventory, that was dropped or named on the command line."""
        if path.suffix.lower() in (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls"):
            self.import_from(path)
        else:
            self.desk.open(path)

    def import_from(self, path: Path | None = None) -> None:
        """Show the import pages, in a new engagement where none is open, and have them read ``path``."""
        from desktop.ui.shell.import_desk import ImportHost
        from desktop.workbook import Workbook

        if self.desk.session is None and not self.desk.begin(Workbook(), pristine=True):
            return
        self.work.go("import")
        page = self.work.host.page
        if path is not None and isinstance(page, ImportHost):
            page.inner.choose_file(path)

    def _restore(self) -> None:
        saved = self.own.settings.present.geometry
        if not saved or not self.restoreGeometry(QByteArray.fromBase64(saved.encode())):
            self.resize(1440, 900)
        self.keep_on_screen()

    def keep_on_screen(self) -> None:
        """Move and shrink the window into the screens that there are now."""
        frame = self.frameGeometry()
        if not any(s.availableGeometry().intersects(frame) for s in QGuiApplication.screens()):
            room = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(frame.size().boundedTo(room.size()).expandedTo(SMALLEST))
            self.move(room.topLeft())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._work is not None and self._work.host.place and self.desk.path:
            self.welcome.note_place(self.desk.path, self._work.host.place.page, self._work.system_id)
        if not self.desk.close():
            event.ignore()
            return
        self.exports.jobs.cancel()
        self.exports.jobs.wait()
        self.desk.finish()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.own.settings.change(geometry=geometry)
        event.accept()
