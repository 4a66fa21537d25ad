"""One edit and one answer with everything derived and redrawn, and one keystroke in the filter, with 2,133 systems."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.files.codec import encode
from desktop.session.assess_edits import Answer, give
from desktop.session.editing import Edit, set_field
from desktop.session.pages import page_view
from desktop.ui.main_window import MainWindow
from desktop.workbook import Perspective, Workbook
from desktop.workbook.edits.ratings import Seat
from desktop.workbook.path import replace_at
from tests.benchmarks.analysing import rated
from tests.benchmarks.measure import Figure, milliseconds, percentile

_KEYS = ("d", "da", "dat", "data", "data ", "data m", "data mi", "data", "dat", "da", "d", "")


def editing(workbook: Workbook, folder: Path, rounds: int) -> Iterator[Figure]:
    """The 99th percentile of both, measured in the real window."""
    app, window = _window(workbook, folder)
    yield Figure("one edit, derived and redrawn, 99th percentile", _edits(app, window, rounds), None, "≤ 16 ms")
    yield Figure("one answer, derived and redrawn, 99th percentile", _answers(app, window, rounds), None, "≤ 33 ms")
    yield Figure("one keystroke in the portfolio filter, 99th percentile", _keys(app, window, rounds), None, "≤ 16 ms")
    if session := window.work.session:
        session.mark_saved(session.workbook)  # or closing would ask
    window.close()


def _window(workbook: Workbook, folder: Path) -> tuple[QApplication, MainWindow]:
    from desktop.app import make_window

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    path = folder / "editing.readiness.json"
    path.write_bytes(encode(workbook, None, "00000000-0000-4000-8000-000000000000")[0])
    window = make_window(app)
    window.resize(1440, 900)
    window.show()
    window.take_file(path)
    while window.work.session is None or not window.work.isVisible():
        app.processEvents()
    return app, window


def _edits(app: QApplication, window: MainWindow, rounds: int) -> float:
    session, work = window.work.session, window.work
    assert session is not None
    system = next(iter(session.workbook.systems))
    work.go("sprint-2", system)
    app.processEvents()
    taken = []
    for turn in range(rounds * 20):
        view = page_view(session.workbook, session.method, "sprint-2", system, session.today())
        row = next(row for card in view.cards for row in card.rows if row.id == "examples")

        def edit(row=row, turn=turn) -> None:
            work.apply(set_field(row, 150 + turn % 100, "bench"))
            app.processEvents()

        taken.append(milliseconds(edit))
    return percentile(taken, 0.99)


def _answers(app: QApplication, window: MainWindow, rounds: int) -> float:
    """A digit on the questions page of a system that all four perspectives have answered throughout."""
    session, work = window.work.session, window.work
    assert session is not None
    system = next(iter(session.workbook.systems))
    full = rated(session.workbook.systems[system], session.method, 0).ratings
    at = ("systems", system, "ratings")
    work.apply(Edit("bench", at, lambda workbook: replace_at(workbook, at, full)))
    work.go("questions", system)
    app.processEvents()
    question = session.method.questions[0].id
    taken = []
    for turn in range(rounds * 20):
        seat = Seat(system, question, tuple(Perspective)[turn % 4])
        answer = give(seat, Answer((turn // 4 + 1) % 5), session.today())

        def press(answer: Edit = answer) -> None:
            work.apply(answer)
            app.processEvents()

        taken.append(milliseconds(press))
    return percentile(taken, 0.99)


def _keys(app: QApplication, window: MainWindow, rounds: int) -> float:
    from desktop.ui.portfolio import PortfolioPage

    window.work.go("portfolio")
    app.processEvents()
    page = window.findChild(PortfolioPage)
    assert page is not None

    def press(text: str) -> None:
        page.filters.search.setText(text)
        app.processEvents()

    return percentile([milliseconds(lambda text=text: press(text)) for text in _KEYS * rounds], 0.99)
