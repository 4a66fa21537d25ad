"""What is remembered on this computer, and that losing it does no harm."""

from datetime import datetime
from pathlib import Path

import pytest

from desktop.session.recents import KEPT, Recent, Recents
from desktop.session.settings import Settings, SettingsFile


def entry(name: str, day: int = 1) -> Recent:
    return Recent(path=f"/somewhere/{name}.readiness.json", name=name, opened=datetime(2026, 11, day).isoformat())  # noqa: DTZ001


def test_settings_come_back(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    SettingsFile(file).change(theme="dark", text_scale=1.2)
    assert SettingsFile(file).present == Settings(theme="dark", text_scale=1.2)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"theme": 7, "folders": "x", "unknown": 1}',
        "\ud800".encode("utf-16", "surrogatepass").decode("latin-1"),
    ],
)
def test_unreadable_settings_are_defaults(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text, encoding="utf-8")
    assert SettingsFile(file).present == Settings()


def test_an_unwritable_folder_disturbs_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    settings = SettingsFile(tmp_path / "file" / "settings.json")
    settings.change(theme="light")
    assert settings.present.theme == "light"


def test_a_dialog_begins_where_the_last_file_for_its_purpose_lay(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "settings.json")
    assert settings.folder("export") == Path.home()
    settings.remember_folder("export", tmp_path / "board.pdf")
    assert settings.folder("export") == tmp_path
    assert settings.folder("project") == Path.home()


def test_pinned_files_come_first_and_then_the_newest(tmp_path: Path) -> None:
    recents = Recents(tmp_path / "recents.json")
    for name, day in (("old", 1), ("new", 9), ("middle", 5)):
        recents.remember(entry(name, day))
    recents.pin(entry("old").path, pinned=True)
    assert [one.name for one in Recents(tmp_path / "recents.json").all()] == ["old", "new", "middle"]


def test_opening_again_keeps_the_pin(tmp_path: Path) -> None:
    recents = Recents(tmp_path / "recents.json")
    recents.remember(entry("a"))
    recents.pin(entry("a").path, pinned=True)
    recents.remember(entry("a", 20))
    assert recents.all()[0].pinned


def test_the_list_stays_short_but_never_drops_a_pin(tmp_path: Path) -> None:
    recents = Recents(tmp_path / "recents.json")
    recents.remember(entry("pinned", 1))
    recents.pin(entry("pinned").path, pinned=True)
    for day in range(2, 28):
        recents.remember(entry(f"file-{day}", day))
    assert len(recents.all()) == KEPT + 1
    assert recents.all()[0].name == "pinned"


def test_a_moved_file_keeps_its_row_and_a_forgotten_one_goes(tmp_path: Path) -> None:
    recents = Recents(tmp_path / "recents.json")
    recents.remember(entry("a"))
    recents.relocate(entry("a").path, tmp_path / "b.readiness.json")
    assert [one.file for one in recents.all()] == [tmp_path / "b.readiness.json"]
    recents.forget(str(tmp_path / "b.readiness.json"))
    assert recents.all() == ()


def test_damaged_rows_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "recents.json"
    file.write_text('[{"path": "/x", "name": "x", "opened": "never"}, 3, {"path": "/y"}]', encoding="utf-8")
    assert Recents(file).all() == ()
