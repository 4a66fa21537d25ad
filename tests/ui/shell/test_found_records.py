"""What *Find anything* finds is where it leads."""

from pytestqt.qtbot import QtBot

from desktop.session.finding import findable
from tests.northwind import sample
from tests.window import TODAY, open_window, settle


def test_every_kind_of_record_leads_to_its_entry(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("portfolio")
        present = window.work.present()
        system = next(iter(present.workbook.systems))
        found = [one for one in findable(present.workbook, present.method, system, TODAY) if one.kind == "record"]
        kinds = {(one.page, one.detail.split(",")[0]): one for one in found}
        lost = []
        for one in kinds.values():
            window.work._take(one)
            settle()
            if window.work.host.place.page != one.page or not window.work.host.page.focus_place(one.at):
                lost.append((one.page, one.title))
        assert not lost
