"""Any order of editing, undoing, saving, reopening and crashing: the disk, the marks and the recovery copy stay true.

The machine keeps its own account of what must stand where and compares it with the real parts after every step.
"""

from datetime import date
from decimal import Decimal
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import shiboken6
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from pydantic import ValidationError

from desktop.exchange.inventory import preview
from desktop.exchange.source import read_source
from desktop.exchange.suggest import suggest
from desktop.files.project import open_project
from desktop.files.recovery import RecoveryStore
from desktop.method import load_method
from desktop.method.schema import Kind
from desktop.session.documents import Documents
from desktop.session.editing import NewPerson, add_entry, remove_entry, set_field
from desktop.session.importing import import_step
from desktop.session.pages import page_view
from desktop.session.session import Session
from desktop.session.system_edits import new_system, remove_system, start_sprint
from desktop.ui.shell.desk import Clock, Desk
from desktop.workbook import Workbook
from tests.northwind import sample
from tests.window import NOW, TODAY, Answers

PAGES = ("engagement", "people", "profile", "sprint-1", "sprint-2", "sprint-3", "sprint-4")
DOINGS = (*("fill in",) * 6, "add", "add", "remove", "import", "new system", "start sprint", "remove system")
LISTS = (Kind.TABLE, Kind.RECORDS)
VALUES = {
    Kind.WEEKDAYS: ((5, 6), (4, 5), (), tuple(range(7)), (9,), None),
    Kind.TEXT: ("", "Plain", "=1+1", "<b>é\u202e", "x" * 2001, None),
    Kind.PARAGRAPH: ("", "Two\nlines", None),
    Kind.INTEGER: (0, 7, -1, None),
    Kind.NUMBER: (Decimal(0), Decimal("1.50"), Decimal(-3), None),
    Kind.PERCENT: (Decimal(0), Decimal(85), Decimal(101), None),
    Kind.MONEY: (Decimal(0), Decimal("12000.10"), None),
    Kind.DATE: (date(2026, 11, 3), date(1990, 1, 1), None),
    Kind.TOGGLE: (True, False),
    Kind.PERSON: (NewPerson("Ana Lima"), NewPerson(""), None),
    Kind.PEOPLE: ((NewPerson("Ana Lima"), NewPerson("Bo Berg")), ()),
    Kind.RANGE: ({"low": Decimal(1), "likely": Decimal(2), "high": Decimal(3)}, None),
    Kind.MONEY_RANGE: ({"low": Decimal(1), "likely": None, "high": Decimal(3)}, None),
}
INVENTORY = "Use case,Stage,Owner\nMeter reading,Pilot,Ana Lima\nCall notes,In production,\n"
number = st.integers(0, 10_000)


def end_of_process() -> None:
    """The system lets go of every lock of a process that ends."""
    store = RecoveryStore()
    for project in tuple(store._held):
        store.let_go(project)


class OneDocument(RuleBasedStateMachine):
    """One user, one document, one disk; a crash is a desk that is dropped without a word."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.outside = pytest.MonkeyPatch()
        self.outside.setenv("READINESS_HOME", self.folder.name)
        self.path = Path(self.folder.name) / "project.readiness.json"
        self.inventory = Path(self.folder.name) / "inventory.csv"
        self.inventory.write_text(INVENTORY, encoding="utf-8")
        self.tags = count(1)
        self.desk = self.new_desk()
        self.on_disk: Workbook | None = None
        self.kept: Workbook | None = None
        self.recovered = False

    def new_desk(self) -> Desk:
        def begin(workbook: Workbook, _path: Path | None) -> Session:
            self.seen = [workbook]
            return Session(load_method(), workbook, lambda: TODAY, lambda: f"t{next(self.tags):04d}")

        self.seen: list[Workbook] = []
        desk = Desk(Documents(), Answers(), begin, Clock(lambda: TODAY, lambda: NOW))
        desk.failed.connect(self.refuse)
        return desk

    def refuse(self, headline: str, detail: str) -> None:
        raise AssertionError((headline, detail))

    @property
    def session(self) -> Session:
        assert self.desk.session is not None
        return self.desk.session

    @initialize(saved=st.booleans())
    def begin(self, saved: bool) -> None:
        self.desk.begin(sample(), pristine=False)
        if saved:
            self.save()

    # Editing

    def try_edit(self, edit) -> None:
        before = self.session.workbook
        try:
            changed = self.session.apply(edit)
        except ValidationError:
            assert self.session.workbook is before
            return
        assert changed == (self.session.workbook != before)
        if changed:
            after = self.session.workbook
            self.session.undo()
            assert self.session.workbook in (before, *self.seen)
            self.session.redo()
            assert self.session.workbook is after
            self.seen.append(after)

    def rows(self, page: str, which: int):
        """The rows of a page for one of the systems, those in lists included."""
        systems = tuple(self.session.workbook.systems)
        system = systems[which % len(systems)] if systems else None
        if system is None and page not in ("engagement", "people"):
            return []
        view = page_view(self.session.workbook, self.session.method, page, system, TODAY)
        flat = [row for card in view.cards for row in card.rows]
        return flat + [inner for row in flat for entry in row.entries for inner in entry.rows]

    @rule(page=st.sampled_from(PAGES), which=number, at=number, value=number, what=st.sampled_from(DOINGS))
    def edit(self, page: str, which: int, at: int, value: int, what: str) -> None:
        match what:
            case "fill in":
                self.fill_in(page, which, at, value)
            case "add":
                self.add(page, which, at)
            case "remove":
                self.remove(page, which, at)
            case "import":
                self.import_an_inventory()
            case _:
                self.change_systems(which, what)

    def fill_in(self, page: str, which: int, at: int, value: int) -> None:
        rows = [row for row in self.rows(page, which) if row.kind not in (*LISTS, Kind.ASSIGNMENTS)]
        if rows:
            row = rows[at % len(rows)]
            values = VALUES.get(row.kind) or (*(choice.value for choice in row.choices[:9]), "no such choice", None)
            if row.kind == Kind.CHOICES:
                values = ((), tuple(choice.value for choice in row.choices[:2]))
            self.try_edit(set_field(row, values[value % len(values)], self.session.tag()))

    def add(self, page: str, which: int, at: int) -> None:
        rows = [row for row in self.rows(page, which) if row.kind in LISTS]
        if rows:
            self.try_edit(add_entry(rows[at % len(rows)], self.session.tag()))

    def remove(self, page: str, which: int, at: int) -> None:
        entries = [(row, entry.id) for row in self.rows(page, which) if row.kind in LISTS for entry in row.entries]
        if entries:
            row, entry = entries[at % len(entries)]
            self.try_edit(remove_entry(row, entry))

    def change_systems(self, which: int, what: str) -> None:
        systems = tuple(self.session.workbook.systems)
        if what == "new system" or not systems:
            self.try_edit(new_system(self.session.workbook, "Another", self.session.tag())[1])
            return
        system = systems[which % len(systems)]
        self.try_edit(start_sprint(system, None) if what == "start sprint" else remove_system(system))

    def import_an_inventory(self) -> None:
        table = read_source(self.inventory)
        self.try_edit(import_step(preview(table, suggest(table), self.session.workbook, TODAY)))

    @rule(times=st.integers(-3, 4))
    def undo_or_redo(self, times: int) -> None:
        for _ in range(times):
            step = self.session.undo()
            assert step is None or self.session.workbook is step.before
        for _ in range(-times):
            step = self.session.redo()
            assert step is None or self.session.workbook is step.after

    # The disk

    def begin_save(self) -> None:
        assert self.desk.save_to(self.path)
        self.written = self.session.workbook

    def end_save(self) -> None:
        self.desk._jobs.wait()
        self.on_disk, self.kept, self.recovered = self.written, None, False

    @rule(undo=st.booleans())
    def save(self, undo: bool = False) -> None:
        self.begin_save()
        self.end_save()
        if undo:
            self.session.undo()

    @rule(text=st.sampled_from(["Typed while it is saved", "Typed again"]), keep=st.booleans())
    def type_while_saving(self, text: str, keep: bool) -> None:
        if keep:
            self.keep()
        self.begin_save()
        row = next(row for row in self.rows("engagement", 0) if row.id == "client")
        self.try_edit(set_field(row, text, self.session.tag()))
        self.end_save()

    @rule()
    def keep(self) -> None:
        self.desk.keep()
        if self.session.unsaved:
            self.kept = self.session.workbook

    @precondition(lambda self: self.on_disk is not None)
    @rule()
    def reopen(self) -> None:
        self.desk.dialogs.leaving[:] = ["discard"]
        assert self.desk.close()
        self.kept = None
        assert self.desk.projects.lost() == ()
        assert self.desk.open(self.path)
        assert self.session.workbook == self.on_disk
        self.recovered = False

    @rule()
    def begin_anew(self) -> None:
        self.desk.dialogs.leaving[:] = ["discard"]
        self.path = self.path.with_name(f"{next(self.tags)}.readiness.json")
        assert self.desk.begin(sample(), pristine=False)
        assert self.desk.projects.lost() == ()
        self.on_disk, self.kept, self.recovered = None, None, False

    @rule(answer=st.sampled_from(["recover", "decline"]), keep=st.booleans())
    def crash(self, answer: str, keep: bool) -> None:
        if keep:
            self.keep()
        end_of_process()
        shiboken6.delete(self.desk)
        self.desk = self.new_desk()
        lost = self.desk.projects.lost()
        assert len(lost) == (self.kept is not None)
        if lost and answer == "recover":
            assert self.desk.recover(lost[0])
            assert self.session.workbook == self.kept
            assert self.desk.path == (self.path if self.on_disk else None)
            self.recovered = True
            return
        self.recovered, self.kept = False, None
        for one in lost:
            self.desk.projects.decline(one.id)
        assert self.desk.projects.lost() == ()
        if self.on_disk is not None:
            assert self.desk.open(self.path)
        else:
            self.desk.begin(sample(), pristine=False)

    # What always holds

    @invariant()
    def the_disk_holds_the_last_saved_state(self) -> None:
        if self.on_disk is None:
            assert not self.path.exists()
            return
        opened = open_project(self.path)
        assert opened.workbook == self.on_disk
        assert not opened.decoded.altered
        assert opened.notices == ()

    @invariant()
    def unsaved_means_different_from_the_disk(self) -> None:
        if self.desk.session is not None and not self.recovered:
            assert self.desk.unsaved == (self.session.workbook != self.on_disk)
        elif self.recovered:
            assert self.desk.unsaved

    def teardown(self) -> None:
        self.desk._jobs.wait()
        self.desk.projects.release()
        shiboken6.delete(self.desk)  # here and now: the collector might do it in the thread of some later job
        end_of_process()
        self.outside.undo()
        self.folder.cleanup()


def test_any_order_of_steps_keeps_disk_marks_and_recovery_true(qapp):
    """A failure is told as it was found: making the shortest one of it would take minutes. To have that, drop ``phases``."""
    steps = settings(
        phases=(Phase.generate,), report_multiple_bugs=False,
        max_examples=50, stateful_step_count=24, deadline=None, derandomize=True,
        suppress_health_check=(HealthCheck.too_slow,), database=None,
    )  # fmt: skip
    run_state_machine_as_test(OneDocument, settings=steps)
