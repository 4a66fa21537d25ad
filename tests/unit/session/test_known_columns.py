"""Choices of columns outlive the window, and neither a heading nor a cell of a client is written down for it."""

import pytest

from desktop.session.known_columns import MOST, KnownColumns
from desktop.session.run_import import ROLES, ColumnChoice, ReadFile
from desktop.session.settings import SettingsFile


@pytest.fixture
def file(tmp_path):
    return tmp_path / "settings.json"


def read(headings, tmp_path, **chosen) -> ReadFile:
    columns = tuple(ColumnChoice(role, role, chosen.get(role, ""), "") for role in ROLES)
    return ReadFile(tmp_path / "run.csv", "csv", tuple(headings), columns, "", (), None, ())


def known(file) -> KnownColumns:
    return KnownColumns(SettingsFile(file))


def test_a_choice_is_known_in_the_next_window_in_any_order_of_columns(file, tmp_path):
    known(file).learn(read(["Fall", "Soll-Wert", "Antwort"], tmp_path, expected="Soll-Wert", predicted="Antwort"))
    better = known(file).better(read(["Antwort", "Fall", "Soll-Wert"], tmp_path))
    assert (better["expected"], better["predicted"], better["id"]) == ("Soll-Wert", "Antwort", "")
    assert set(better) == set(ROLES)


def test_other_headings_and_a_choice_that_is_made_already_ask_for_nothing(file, tmp_path):
    found = read(["a", "b"], tmp_path, correct="b")
    known(file).learn(found)
    assert known(file).better(found) is None
    assert known(file).better(read(["a", "c"], tmp_path)) is None
    assert known(file).better(read([], tmp_path)) is None


def test_no_heading_is_written_down(file, tmp_path):
    known(file).learn(read(["Zwirbelbart GmbH", "Soll"], tmp_path, expected="Soll", id="Zwirbelbart GmbH"))
    written = file.read_text("utf-8")
    assert "Zwirbelbart" not in written
    assert "Soll" not in written


def test_the_newest_choices_stay(file, tmp_path):
    for number in range(MOST + 5):
        known(file).learn(read([f"heading {number}"], tmp_path, correct=f"heading {number}"))
    assert len(SettingsFile(file).present.run_columns) == MOST
    assert known(file).better(read(["heading 4"], tmp_path)) is None
    assert known(file).better(read([f"heading {MOST + 4}"], tmp_path))["correct"] == f"heading {MOST + 4}"


@pytest.mark.parametrize("junk", ['{"run_columns": 3}', '{"run_columns": {"x": 4, "y": {"used": "many"}}}', "["])
def test_settings_that_were_damaged_do_no_harm(file, tmp_path, junk):
    file.write_text(junk, "utf-8")
    found = read(["a", "b"], tmp_path, correct="b")
    known(file).learn(found)
    assert known(file).better(read(["a", "b"], tmp_path))["correct"] == "b"
