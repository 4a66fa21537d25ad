"""Everything a user can do, declared once: menus, palette, tool tips and the list of shortcuts all read this."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.tips import plain_tip

Standard = QKeySequence.StandardKey


@dataclass(frozen=True)
class Declared:
    """One action. ``needs``: what must be there for it: nothing, an open project, a system, or a step to undo or redo."""

    id: str
    menu: str
    keys: str | Standard = ""
    needs: str = ""
    sign: str = ""
    checkable: bool = False


MENUS = ("file", "edit", "go", "view", "help")
SECTIONS = 9
DECLARED = (
    Declared("new", "file", Standard.New, sign="file-plus"),
    Declared("open", "file", Standard.Open, sign="folder-open"),
    Declared("sample", "file", sign="book-open"),
    Declared("import", "file", "Ctrl+I", sign="import"),
    Declared("save", "file", Standard.Save, "project", "save"),
    Declared("save-as", "file", "Ctrl+Shift+S", "project"),
    Declared("versions", "file", "", "project", "history"),
    Declared("tracker", "file", "Ctrl+E", "project", "file-spreadsheet"),
    Declared("board", "file", "Ctrl+P", "project", "file-text"),
    Declared("calendar", "file", "", "project", "calendar-days"),
    Declared("close", "file", "Ctrl+W", "project", "x"),
    Declared("quit", "file", "Ctrl+Q", sign="log-out"),
    Declared("undo", "edit", "Ctrl+Z", "undo", "undo-2"),
    Declared("redo", "edit", "Ctrl+Shift+Z", "redo", "redo-2"),
    Declared("add-system", "edit", "Ctrl+Shift+N", "project", "plus"),
    Declared("import-run", "edit", "", "system", "flask-conical"),
    Declared("remove-system", "edit", "", "system", "trash-2"),
    Declared("find", "edit", "Ctrl+K", sign="search"),
    Declared("back", "go", "Alt+Left", "project", "arrow-left"),
    Declared("next", "go", "Alt+Right", "project", "arrow-right"),
    Declared("switch-system", "go", "Ctrl+L", "project", "layers"),
    *(Declared(f"section-{n}", "go", f"Ctrl+{n}", "project") for n in range(1, SECTIONS + 1)),
    Declared("theme-system", "view", checkable=True, sign="monitor"),
    Declared("theme-light", "view", checkable=True, sign="sun"),
    Declared("theme-dark", "view", checkable=True, sign="moon"),
    Declared("theme-high_contrast", "view", checkable=True, sign="eye"),
    Declared("larger", "view", "Ctrl+="),
    Declared("smaller", "view", "Ctrl+-"),
    Declared("side", "view", "Ctrl+Shift+D", "project", "list-checks"),
    Declared("full-screen", "view", "F11", sign="maximize"),
    Declared("guide", "help", Standard.HelpContents, sign="book-open"),
    Declared("shortcuts", "help", "Ctrl+/", sign="keyboard"),
    Declared("about", "help", sign="info"),
)
_BREAK_BEFORE = frozenset(
    {"import", "save", "tracker", "close", "add-system", "find", "section-1", "larger", "side", "about"}
)
_SECTION_NAMES = "section-"


class Actions(QObject):
    """The declared actions as Qt actions, with ``handlers`` by id; call ``allow`` when the situation has changed."""

    def __init__(self, theme: Theme, owner: QWidget, handlers: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(owner)
        self._theme = theme
        self.by_id: dict[str, QAction] = {}
        for declared in DECLARED:
            self.by_id[declared.id] = self._make(declared, owner, handlers[declared.id])
        self._dressed = ""

    def _make(self, declared: Declared, owner: QWidget, handler: Callable[[], object]) -> QAction:
        action = QAction(_text(declared), owner)
        keys = declared.keys
        action.setShortcut(QKeySequence(keys) if isinstance(keys, Standard) else QKeySequence.fromString(keys))
        action.setCheckable(declared.checkable)
        shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        name = plain(action.text())
        action.setToolTip(plain_tip(say("shell.tip", text=name, keys=shortcut) if shortcut else name))
        action.triggered.connect(lambda _checked=False: handler())
        owner.addAction(action)
        return action

    def fill(self, bar: QMenuBar) -> None:
        """Put every action into its menu."""
        for menu_id in MENUS:
            menu = bar.addMenu(say(f"shell.menu.{menu_id}"))
            menu.aboutToShow.connect(self.dress)  # three hundred small pictures are not drawn before they are seen
            for declared in DECLARED:
                if declared.menu == menu_id:
                    if declared.id in _BREAK_BEFORE:
                        menu.addSeparator()
                    menu.addAction(self.by_id[declared.id])

    def allow(self, present: frozenset[str]) -> None:
        """Enable what the situation allows; ``present`` holds ``project``, ``undo`` and ``redo`` where there is one."""
        for declared in DECLARED:
            self.by_id[declared.id].setEnabled(not declared.needs or declared.needs in present)

    def name_steps(self, undo: str | None, redo: str | None) -> None:
        """Say in the menu what undo and redo would do."""
        for action_id, step in (("undo", undo), ("redo", redo)):
            named = (
                say(f"shell.{action_id}-named", step=step.replace("&", "&&"))
                if step
                else say(f"shell.action.{action_id}")
            )
            self.by_id[action_id].setText(named)

    def name_sections(self, titles: tuple[str, ...]) -> None:
        """Show one entry for each section of the rail that a shortcut leads to."""
        for n in range(1, SECTIONS + 1):
            action = self.by_id[f"section-{n}"]
            action.setVisible(n <= len(titles))
            if n <= len(titles):
                action.setText(say("shell.section", n=n, name=titles[n - 1].replace("&", "&&")))

    def dress(self) -> None:
        """Tint the icons for the theme that is on."""
        if self._dressed == self._theme.palette.name:
            return
        self._dressed = self._theme.palette.name
        for declared in DECLARED:
            if declared.sign:
                self.by_id[declared.id].setIcon(self._theme.icon(declared.sign))


def plain(text: str) -> str:
    """The words of an action without the mark of its mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _text(declared: Declared) -> str:
    if declared.id.startswith(_SECTION_NAMES):
        n = declared.id.removeprefix(_SECTION_NAMES)
        return say("shell.section", n=n, name=n)
    return say(f"shell.action.{declared.id}")
