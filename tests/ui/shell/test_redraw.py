"""An edit paints what it has changed and nothing beside it: what stands still costs nothing, however long the rail grows."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.session.editing import set_field
from desktop.session.pages import page_view
from desktop.ui.shell.side_column import CheckButton
from desktop.ui.widgets.rail import RailItem
from tests.northwind import sample
from tests.window import open_window, settle


class Painted(QObject):
    """Notes the words of every place of the rail and every check that is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.places, self.checks = list[str](), list[str]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            if isinstance(watched, RailItem):
                self.places.append(watched.text())
            if isinstance(watched, CheckButton):
                self.checks.append(watched.accessibleName())
        return False


def test_an_edit_paints_only_the_places_and_checks_that_say_something_else(qtbot: QtBot) -> None:
    painted, app = Painted(), QApplication.instance()
    assert app is not None
    with open_window() as window:
        window.resize(1440, 900)
        window.desk.begin(sample(), pristine=True)
        session, work = window.work.session, window.work
        assert session is not None
        system = next(key for key, one in session.workbook.systems.items() if one.sprint is not None)
        work.go("sprint-2", system)
        view = page_view(session.workbook, session.method, "sprint-2", system, session.today())
        row = next(row for card in view.cards for row in card.rows if row.id == "examples")
        for examples in (199, 198):  # both are too few: the second changes the words of that one check only
            settle()
            painted.places.clear()
            painted.checks.clear()
            app.installEventFilter(painted)
            work.apply(set_field(row, examples, "test"))
            settle()
            app.removeEventFilter(painted)
        assert painted.places == []
        assert len(set(painted.checks)) == 1
        assert "examples" in painted.checks[0]
