"""The import from the window: reading and previewing beside it, importing as one step."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.session.editing import Edit
from desktop.session.importing import import_step
from desktop.session.settings import SettingsFile
from desktop.ui.importing import ImportPage
from desktop.ui.jobs import Jobs, Progress
from desktop.ui.pages.page import Page, Present
from desktop.ui.shell.desk import Desk
from desktop.ui.theme import Theme


class ImportHost(Page):
    """The import pages as a page of the shell."""

    def __init__(self, theme: Theme, desk: Desk, settings: SettingsFile) -> None:
        super().__init__()
        from PySide6.QtWidgets import QVBoxLayout

        self.inner = ImportPage(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.inner)
        self.desk = ImportDesk(self.inner, desk, settings, self)
        self.inner.left.connect(lambda: self.left_for.emit("portfolio"))
        self.desk.imported = self._imported

    def _imported(self, edit: object) -> None:
        self.edited.emit(edit)
        self.left_for.emit("portfolio")

    def show_present(self, present: Present) -> None:
        """Nothing here depends on the workbook before the preview asks for it."""

    def focus_first(self) -> None:
        self.inner.focus_first_problem()

    def finish(self) -> None:
        """Wait for a file that is being read."""
        self.desk.finish()


class ImportDesk(QObject):
    """Carries out what the import pages ask for, one thing at a time."""

    def __init__(self, page: ImportPage, desk: Desk, settings: SettingsFile, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._desk, self._settings = page, desk, settings
        self._jobs = Jobs(self)
        self._jobs.succeeded.connect(self._show)
        self._jobs.failed.connect(self._refuse)
        self.imported: Callable[[Edit], None] = lambda _edit: None
        page.file_wanted.connect(self.choose)
        page.read_wanted.connect(self._read)
        page.preview_wanted.connect(self._preview)
        page.import_wanted.connect(lambda preview: self.imported(import_step(preview)))
        page.load_mapping_wanted.connect(self._load_mapping)
        page.save_mapping_wanted.connect(self._save_mapping)

    def choose(self) -> None:
        """Ask for the file."""
        chosen = self._desk.dialogs.open_file("inventory", self._settings.folder("inventory"))
        if chosen is not None:
            self._settings.remember_folder("inventory", chosen)
            self._page.choose_file(chosen)

    def finish(self) -> None:
        """Wait for what is still running; its result is of no use any more."""
        self._jobs.cancel()
        self._jobs.wait()

    def _read(self, path: Path, encoding: str, delimiter: str, sheet: str) -> None:
        def work(_progress: Progress) -> tuple[object, ...]:
            from desktop.exchange.source import read_source
            from desktop.exchange.suggest import suggest

            table = read_source(path, encoding=encoding, delimiter=delimiter, sheet=sheet)
            return table, suggest(table)

        self._jobs.wait()
        self._jobs.start("read", work)

    def _preview(self, table: object, mapping: object) -> None:
        session = self._desk.session
        if session is None:
            return
        workbook, today = session.workbook, session.today()

        self._jobs.wait()
        self._jobs.start("preview", lambda _progress: _previewed(table, mapping, workbook, today))

    def _show(self, result: object) -> None:
        from desktop.exchange.inventory import Preview
        from desktop.exchange.mapping import Mapping
        from desktop.exchange.table import Table

        match result:
            case (Table() as table, Mapping() as mapping):
                self._page.show_table(table, mapping)
            case Preview():
                self._page.show_preview(result)

    def _refuse(self, error: BaseException) -> None:
        self._page.show_refused(self._desk.projects.sentence(error)[1])

    def _load_mapping(self) -> None:
        from desktop.exchange.mapping import load_mapping
        from desktop.exchange.problems import SourceRefusedError

        chosen = self._desk.dialogs.open_file("mapping", self._settings.folder("inventory"))
        if chosen is not None:
            try:
                self._page.show_mapping(load_mapping(chosen))
            except SourceRefusedError as error:
                self._desk.dialogs.tell(*self._desk.projects.sentence(error))

    def _save_mapping(self, mapping: object) -> None:
        from desktop.exchange.mapping import Mapping, save_mapping

        chosen = self._desk.dialogs.save_file("mapping", self._settings.folder("inventory") / "mapping.json")
        if chosen is not None and isinstance(mapping, Mapping):
            try:
                save_mapping(mapping, chosen)
            except OSError as error:
                self._desk.dialogs.tell(*self._desk.projects.sentence(error))


def _previewed(table: object, mapping: object, workbook: object, today: date) -> object:
    from desktop.exchange.inventory import preview
    from desktop.exchange.mapping import Mapping
    from desktop.exchange.table import Table
    from desktop.workbook import Workbook

    assert isinstance(table, Table)
    assert isinstance(mapping, Mapping)
    assert isinstance(workbook, Workbook)
    return preview(table, mapping, workbook, today)
