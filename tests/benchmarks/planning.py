"""Five hundred tasks: scheduled, dragged with everything redrawn, forecast beside the window, and scrolled."""

from collections.abc import Iterator
from random import Random
from time import thread_time

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.planning.forecast import DRAWS, forecast
from desktop.planning.schedule import frame_of, schedule
from desktop.planning.working_days import WorkingDays
from desktop.session.plan_page_cells import PERCENT
from desktop.session.plan_page_edits import move, set_cell
from desktop.session.plan_page_outlook import outlook
from desktop.session.task_edits import TaskChange, change_tasks
from desktop.ui.jobs import Jobs, Turns
from desktop.ui.main_window import MainWindow
from desktop.ui.plan.page import PlanPage
from desktop.ui.steering.tasks_page import TasksPage
from desktop.workbook import Workbook
from tests.benchmarks.inventory import TODAY
from tests.benchmarks.measure import Figure, in_turn, milliseconds, percentile
from tests.planned import START, large
from tests.window import open_window, settle

TASKS, MANY = 500, 2_000
_STEPS = 40


def planning(rounds: int) -> Iterator[Figure]:
    """Scheduling and forecasting against bare arithmetic of the same size, then the hand and the wheel in the window."""
    workbook = large(TASKS)
    yield _scheduling(workbook, rounds)
    yield _forecasting(workbook, rounds)
    with open_window() as window:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        window.desk.begin(workbook, pristine=True)
        window.work.go("plan", "s1")
        settle()
        page = window.work.host.page
        assert isinstance(page, PlanPage)
        page.outlook.wait()
        settle()
        yield Figure(f"one drag among {TASKS}, redrawn, 99th percentile", _drags(app, page, rounds), None, "≤ 33 ms")
        yield Figure(f"one step of the wheel over {TASKS}, 99th percentile", _wheel(app, page, rounds), None, "≤ 16 ms")
        yield Figure("longest pause of the window during a forecast", _pause(app, page, workbook), None, "≤ 100 ms")
    yield from _many(rounds)


def _many(rounds: int) -> Iterator[Figure]:
    """One edit of one task in a very long plan, derived and redrawn: in time of the processor, whoever else has work."""
    with open_window() as window:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        window.desk.begin(large(MANY), pristine=True)
        for page in ("tasks", "plan"):
            window.work.go(page, "s1")
            settle()
            shown = window.work.host.page
            if isinstance(shown, PlanPage):
                shown.outlook.wait()
                settle()
            for what in ("progress", "days"):
                names = [f"t{MANY // 2 + turn:04d}" for turn in range(rounds + 2)]
                taken = [_edit(app, window, name, what) for name in names]
                name = f"one edit of {what} among {MANY:,}, {page} page, median"
                yield Figure(name, percentile(taken, 0.5), None, "≤ 33 ms")
            if isinstance(shown, PlanPage):
                shown.outlook.finish()


def _edit(app: QApplication, window: MainWindow, name: str, what: str) -> float:
    """As the page in front sends it: another per cent, or three working days later."""
    session, page = window.work.session, window.work.host.page
    assert session is not None
    if isinstance(page, PlanPage):
        page.outlook.finish()  # a forecast of the edit before is not what is measured
        view = page.model.settled
        assert view is not None
        edit = move(view, name, 3) if what == "days" else set_cell(view, name, PERCENT, 60, "bench")
    else:
        assert isinstance(page, TasksPage)
        row = next(row for row in page.model.rows if row.ref.id == name)
        later = WorkingDays(session.workbook.engagement.calendar).moved(row.task.finish or TODAY, 3)
        change = TaskChange(row.ref, "due", later) if what == "days" else TaskChange(row.ref, "percent", 40)
        edit = change_tasks((change,), session.today(), "bench", known=page.known)
    begun = thread_time()
    window.work.apply(edit)
    app.processEvents()
    return (thread_time() - begun) * 1000


def _scheduling(workbook: Workbook, rounds: int) -> Figure:
    """Against finding the longest way through the same network with plain numbers."""
    plan, frame = workbook.systems["s1"].plan, frame_of(workbook, START)
    assert plan is not None
    waits = [(name, plan.tasks[name].after) for name in sorted(plan.tasks)]

    def floor() -> None:
        last: dict[str, int] = {}
        for name, after in waits:
            last[name] = max((last[one] for one in after), default=0) + 2

    taken, least = in_turn(lambda: schedule(plan.tasks, frame), floor, rounds * 3)
    return Figure(f"schedule {TASKS} tasks", taken, least, "≤ 16 ms")


def _forecasting(workbook: Workbook, rounds: int) -> Figure:
    """Against drawing as many random numbers."""
    plan, frame = workbook.systems["s1"].plan, frame_of(workbook, START)
    assert plan is not None

    def floor() -> None:
        draw = Random(1).random
        for _ in range(TASKS * DRAWS):
            draw()

    taken, least = in_turn(lambda: forecast(plan.tasks, frame, TODAY), floor, min(rounds, 3))
    return Figure(f"forecast {TASKS} tasks, {DRAWS:,} draws", taken, least, "≤ 1 s")


def _drags(app: QApplication, page: PlanPage, rounds: int) -> float:
    """A bar taken in the middle of the view and moved day by day, scheduled and painted at each step."""
    table = page.table
    name = page.model.rows[6][1]
    scene, row = table.scene(), page.model.row_of(name)
    assert scene is not None
    assert row is not None
    at = scene.bar(scene.view.schedule.tasks[name], table.rowViewportPosition(row)).center().toPoint()
    width = scene.axis.day_width
    taken = []
    for _ in range(max(2, rounds // 2)):
        QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        for step in range(1, _STEPS):

            def move(step: int = step) -> None:
                QTest.mouseMove(table.viewport(), at + QPoint(round(width * step), 0))
                app.processEvents()

            taken.append(milliseconds(move))
        QTest.keyClick(table, Qt.Key.Key_Escape)
        QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    return percentile(taken, 0.99)


def _wheel(app: QApplication, page: PlanPage, rounds: int) -> float:
    bar = page.table.verticalScrollBar()

    def scroll(value: int) -> None:
        bar.setValue(value)
        app.processEvents()

    furthest = bar.maximum()
    values = [furthest * step // _STEPS for step in range(_STEPS)] * max(2, rounds // 2)
    return percentile([milliseconds(lambda value=value: scroll(value)) for value in values], 0.99)


def _pause(app: QApplication, page: PlanPage, workbook: Workbook) -> float:
    """How long the event loop is away at the most while the forecast is worked out in its own thread."""
    jobs, pauses = Jobs(page), [0.0]
    jobs.start("benchmark", lambda _progress: outlook(workbook, "s1", TODAY, Turns()))
    while jobs.busy:
        page.table.viewport().update()
        pauses.append(milliseconds(app.processEvents))
    return max(pauses)
