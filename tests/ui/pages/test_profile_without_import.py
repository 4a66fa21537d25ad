"""A profile whose row names an import that the file lacks, as after a merge by hand, is shown all the same."""

from pytestqt.qtbot import QtBot

from desktop.workbook.edits.places import set_value
from tests.northwind import sample
from tests.window import open_window, settle

CLAIMS = "0001-claims-triage"


def test_it_opens_without_the_source_row(qtbot: QtBot) -> None:
    workbook = set_value(sample(), ("systems", CLAIMS, "source", "batch"), "gone")
    with open_window() as window:
        window.desk.begin(workbook, pristine=True)
        window.work.go("profile", CLAIMS)
        settle()
        assert window.work.host.place.page == "profile"
        proposals, source = window.work.host.page._extras
        assert proposals.isVisible()
        assert not source.isVisible()
