"""One open workbook: its present value, the way back and forward, and who wants to know when it changes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop.analysis.memo import Memo
from desktop.method import Method
from desktop.method.practice import load_practice
from desktop.session.editing import Edit
from desktop.session.method_upgrade import answered_with
from desktop.session.sealed import is_history, keep_sealed, seals_held
from desktop.workbook import Workbook
from desktop.workbook.path import Path


@dataclass(frozen=True)
class Step:
    """One undoable step: the values before and after, what it was, where, and on which page it was done."""

    name: str
    at: Path
    before: Workbook
    after: Workbook
    page: str = ""
    merges: bool = False


@dataclass(frozen=True)
class Change:
    """What listeners hear: the values before and after, and the step to show (None when a file was opened)."""

    before: Workbook
    after: Workbook
    step: Step | None


class Session:
    """Holds one workbook and every step since it was opened. Unsaved means: different from what was saved.

    ``memo`` remembers what the answers of each system say, for all that shows them.
    """

    def __init__(self, method: Method, workbook: Workbook, today: Callable[[], date], tag: Callable[[], str]) -> None:
        """``today`` gives the day that lateness is judged by; ``tag`` gives a short random text for new ids."""
        self.method = method
        self.memo = Memo(method, load_practice())
        self.today = today
        self.tag = tag
        self._workbook = workbook
        self._saved: Workbook | None = workbook
        self._sealed = seals_held(workbook)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._listeners: list[Callable[[Change], None]] = []

    @property
    def workbook(self) -> Workbook:
        """The present value."""
        return self._workbook

    @property
    def unsaved(self) -> bool:
        """The present value is different from the saved one."""
        return self._saved is None or (self._workbook is not self._saved and self._workbook != self._saved)

    @property
    def undo_name(self) -> str | None:
        """What undo would take back, or None. A seal that was saved is history: undo ends there."""
        step = self._last_undoable()
        return step.name if step else None

    @property
    def redo_name(self) -> str | None:
        """What redo would do again, or None."""
        return self._undone[-1].name if self._undone else None

    @property
    def edits(self) -> int:
        """How many steps can be undone."""
        return len(self._done)

    def listen(self, listener: Callable[[Change], None]) -> None:
        """Call ``listener`` after every change."""
        self._listeners.append(listener)

    def apply(self, edit: Edit, page: str = "") -> bool:
        """Do an edit; False where it changed nothing. Raises what the edit raises and then leaves everything as it was."""
        before = self._workbook
        after = answered_with(before, edit.change(before), self.method)
        keep_sealed(before, after)
        if after == before:
            return False
        last = self._done[-1] if self._done else None
        if (
            last
            and edit.merges
            and last.merges
            and last.at == edit.at
            and not self._undone
            and before is not self._saved
        ):
            self._done.pop()
            before = last.before
        self._done.append(step := Step(edit.name, edit.at, before, after, page, edit.merges))
        self._undone.clear()
        self._become(after, step)
        return True

    def undo(self) -> Step | None:
        """Take the last step back and return it, so that its page can be shown."""
        step = self._last_undoable()
        if step is None:
            return None
        self._undone.append(self._done.pop())
        self._become(step.before, step)
        return step

    def _last_undoable(self) -> Step | None:
        step = self._done[-1] if self._done else None
        return None if step is None or (self._sealed and is_history(self._sealed, step.before)) else step

    def redo(self) -> Step | None:
        """Do the last undone step again."""
        if not self._undone:
            return None
        self._done.append(step := self._undone.pop())
        self._become(step.after, step)
        return step

    def mark_saved(self, workbook: Workbook) -> None:
        """Remember what is on disk now."""
        self._saved, self._sealed = workbook, seals_held(workbook)
        self._tell(Change(self._workbook, self._workbook, None))

    def mark_never_saved(self) -> None:
        """The present value is on no disk yet, as after recovery or for a fresh import."""
        self._saved = None
        self._tell(Change(self._workbook, self._workbook, None))

    def _become(self, workbook: Workbook, step: Step | None) -> None:
        before, self._workbook = self._workbook, workbook
        self._tell(Change(before, workbook, step))

    def _tell(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)
