"""All tasks of both tracks: what is late, as a list to edit like a spreadsheet or as a board."""

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.session.all_tasks import (
    TaskFilter,
    TaskRow,
    TaskRows,
    exchanged,
    headline,
    lead,
    matching,
    ordered,
)
from desktop.session.entry import Unread
from desktop.session.task_edits import Known, TaskChange, TaskRef, TaskRefusedError, change_tasks
from desktop.session.task_paste import Pasted, Reader, read_cell
from desktop.text import count, say
from desktop.ui.fields.notation import region
from desktop.ui.pages.page import Page, Present
from desktop.ui.pages.wizard import sentence_for
from desktop.ui.steering.selection_bar import SelectionBar
from desktop.ui.steering.task_board import TaskBoard
from desktop.ui.steering.task_filters import TaskFilterBar
from desktop.ui.steering.task_model import TaskModel
from desktop.ui.steering.task_table import TaskTable
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Kind
from desktop.ui.widgets.notice import EmptyState, Notice
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.segments import SegmentedChoice
from desktop.ui.widgets.words import Words
from desktop.workbook.path import Path
from desktop.workbook.plan import TaskStatus

_ROOMY = 1_000  # pixels from which the keys are said beside the count
_SAID = 3  # reasons that are written out; how many more there are is said


class TasksPage(Page):
    """The list keeps its order while one works in it: a changed task does not run away from under the cursor."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._memory = theme, TaskRows()
        self._present: Present | None = None
        self._all: tuple[TaskRow, ...] = ()
        self._shown = False  # nothing was drawn yet, so that no tasks are news too
        self._order = ("due", False)
        self.model = TaskModel()
        self.model.reader = self._reader
        self.model.short = region().short
        self.head = PageHead(theme, say("tasks.kicker"))
        self.filters, self.table, self.board = TaskFilterBar(theme), TaskTable(theme, self.model), TaskBoard(theme)
        self.bar, self.notice = SelectionBar(theme), Notice(theme, "risk", "")
        self.shape = SegmentedChoice(
            theme, (("list", say("tasks.list")), ("board", say("tasks.board"))), say("tasks.shape")
        )
        scopes = (("system", say("tasks.this-system")), ("all", say("tasks.all-systems")))
        self.scope = SegmentedChoice(theme, scopes, say("tasks.scope"))
        self._empty = EmptyState(
            theme, "list-checks", say("tasks.empty"), say("tasks.empty.text"), say("tasks.empty.go")
        )
        self._none = EmptyState(theme, "search", say("tasks.none"), say("tasks.none.text"), say("tasks.filter.reset"))
        self._hint = Words(theme, say("tasks.keys"), "caption", "quiet", wrap=False)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(12)
        column.addWidget(self.head)
        self.head.right.addWidget(self.scope)
        self.head.right.addWidget(self.shape)
        column.addWidget(self.filters)
        column.addWidget(self.notice)
        for part in (self.table, self.board, self._empty, self._none):
            column.addWidget(part, 1)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.bar, 1)
        foot.addWidget(self._hint)
        column.addWidget(self._foot)
        self.notice.hide()
        close = self.notice.add_action(say("fields.close"), Kind.QUIET)
        close.clicked.connect(self.notice.hide)
        self.shape.set_value("list")
        self.scope.set_value("system")

    def _wire(self) -> None:
        self.filters.filtered.connect(lambda _wanted: self._arrange())
        self.table.sorted_by.connect(self._sort)
        self.table.pasted.connect(self._paste)
        self.table.chosen.connect(self._count_chosen)
        self.board.chosen.connect(self._count_chosen)
        self.board.moved.connect(self._move)
        self.board.opened.connect(self._open)
        self.model.edited.connect(self._send)
        self.model.refused.connect(lambda why: self._tell(say("tasks.not-taken"), why))
        self.bar.wanted.connect(self._change_chosen)
        self.shape.chosen.connect(lambda _value: self._show_shape())
        self.scope.chosen.connect(lambda _value: self._rescope())
        self._none.chosen.connect(self.filters.reset)
        self._empty.chosen.connect(self._begin)

    def show_present(self, present: Present) -> None:
        if present.system_id is None:
            self.scope.set_value("all")
        self.scope.setVisible(present.system_id is not None)
        self._present = present
        only = present.system_id if self.scope.value == "system" else None
        rows = self._memory.rows(present.workbook, present.method, present.today, only)
        if self._shown and rows == self._all:
            return
        self._shown = True
        fresh = exchanged(self._all, rows)
        self._all = rows
        self.head.set_words(say("tasks.kicker"), headline(rows), lead(rows))
        if fresh is not None:
            self._refresh(fresh)
        else:
            self._arrange()

    def _rescope(self) -> None:
        if self._present is not None:
            self.show_present(self._present)

    @property
    def known(self) -> Known:
        """What is known of each plan, so that a change of a day need not schedule it anew."""
        return self._memory.known

    def _several(self) -> bool:
        return len({row.task.system for row in self._all}) > 1

    def _sort(self, column: str, descending: bool) -> None:  # noqa: FBT001  # a Qt slot
        self._order = (column, descending)
        self._arrange()

    def _arrange(self) -> None:
        """Filter and sort anew."""
        column, descending = self._order
        self._show(ordered(matching(self._all, self.filters.filter), column, descending=descending))

    def _refresh(self, fresh: Mapping[TaskRef, TaskRow]) -> None:
        """The same tasks with other values, in the order in which they stand; nothing leaves from under the cursor."""
        self._show(tuple(fresh.get(row.ref, row) for row in self.model.rows))

    def _show(self, shown: tuple[TaskRow, ...]) -> None:
        chosen = {row.ref for row in self.table.chosen_rows()}
        reset = [row.ref for row in shown] != [row.ref for row in self.model.rows]
        self.table.show_several(several=self._several())
        self.model.show_rows(shown)
        if reset and chosen:
            self.table.choose_refs(tuple(chosen))
        self.filters.show_rows(self._all)
        self._show_shape()

    def _show_shape(self) -> None:
        """List or board; the board is filled only where it is seen."""
        some, listed = bool(self.model.rows), self.shape.value == "list"
        if not listed:
            self.board.show_rows(tuple(self.model.rows), several=self._several())
        self.table.setVisible(some and listed)
        self.board.setVisible(some and not listed)
        self._empty.setVisible(not self._all)
        self._none.setVisible(bool(self._all) and not some)
        for part in (self.filters, self.shape, self._foot):
            part.setVisible(bool(self._all))
        self._hint.setText(say("tasks.keys" if listed else "tasks.board.keys"))
        self._count_chosen()

    def _chosen(self) -> tuple[TaskRow, ...]:
        return self.table.chosen_rows() if self.shape.value == "list" else self.board.chosen_rows()

    def _count_chosen(self) -> None:
        if self._present is not None:
            chosen = len(self._chosen())
            self.bar.show_chosen(chosen, len(self.model.rows), self._present.workbook.people)
            self._hint.setVisible(not chosen and self.width() >= self._theme.scaled(_ROOMY))

    def _reader(self) -> Reader:
        present, here = self._now, region()
        return Reader(present.workbook.people, present.today, here.dates, here.numbers)

    @property
    def _now(self) -> Present:
        if self._present is None:
            raise RuntimeError("tasks")
        return self._present

    def _send(self, changes: tuple[TaskChange, ...]) -> None:
        self.notice.hide()
        self.edited.emit(change_tasks(changes, self._now.today, self._now.tag(), known=self.known))

    def _change_chosen(self, field: str, typed: str) -> None:
        rows = self._chosen()
        read = read_cell(self._reader(), field, typed)  # type: ignore[arg-type]  # the bar names fields
        if isinstance(read, Unread):
            self._tell(say("tasks.not-taken"), read.sentence)
        elif rows:
            self._send(tuple(TaskChange(row.ref, field, read) for row in rows))  # type: ignore[arg-type]

    def _move(self, rows: tuple[TaskRow, ...], status: TaskStatus) -> None:
        self._send(tuple(TaskChange(row.ref, "status", status) for row in rows))
        claimed = [row for row in rows if row.task.missing is not None and status is TaskStatus.DONE]
        if claimed and self.notice.isHidden():
            self._tell(count("tasks.claimed-note", len(claimed)), say("tasks.claimed-note.text"))

    def _paste(self, found: Pasted) -> None:
        if found.changes:
            self._send(found.changes)
        if found.wrong or found.beyond:
            said = [wrong.sentence for wrong in found.wrong[:_SAID]]
            if len(found.wrong) > _SAID:
                said.append(count("tasks.paste.more", len(found.wrong) - _SAID))
            if found.beyond:
                said.append(count("tasks.paste.beyond", found.beyond))
            self._tell(count("tasks.paste.taken", len(found.changes)), "\n".join(said))

    def _tell(self, headline_: str, detail: str) -> None:
        self.notice.say(headline_, detail)
        self.notice.show()

    def _begin(self) -> None:
        """Where tasks come from: the findings of the chosen system, else the portfolio."""
        self.left_for.emit("portfolio" if self._now.system_id is None else "sprint-1")

    def _open(self, ref: object) -> None:
        self.shape.set_value("list")
        self._show_shape()
        self.table.choose_refs((ref,))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> int:
        focus = self.focusWidget()
        if focus is not None and focus is not self.table and self.table.isAncestorOf(focus):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.model.stuck()

    def refuse(self, error: Exception) -> None:
        said = str(error) if isinstance(error, TaskRefusedError) else sentence_for(error)
        self._tell(say("tasks.not-taken"), said)

    def focus_first(self) -> None:
        if self.shape.value != "list":
            self.board.focus_first()
        elif self.model.rows:
            if not self.table.currentIndex().isValid():
                at = QItemSelectionModel.SelectionFlag.NoUpdate  # a cursor, and nothing chosen to be changed at once
                self.table.selectionModel().setCurrentIndex(self.model.index(0, 0), at)
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            (self._none if self._all else self._empty).action.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_place(self, path: Path) -> bool:
        """A task by its place in the document; the list is shown without a filter."""
        found = next((row for row in self._all if row.ref.path == path[: len(row.ref.path)]), None)
        if found is None:
            return False
        if found.ref not in {row.ref for row in self.model.rows}:
            self.filters.show_filter(TaskFilter())
        self._open(found.ref)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._count_chosen()
