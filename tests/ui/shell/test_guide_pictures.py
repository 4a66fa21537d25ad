"""The guide's pictures: all there, small, of one size, and drawn by the program that is named for it."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.guide_pictures import IMAGES, LARGEST, draw_guide, named_pictures


def test_the_folder_holds_exactly_what_readme_and_guide_name() -> None:
    assert named_pictures()
    assert {path.name for path in IMAGES.iterdir()} == named_pictures()


def test_every_picture_is_a_window_and_small() -> None:
    for path in IMAGES.iterdir():
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == (1440, 900), path.name
        assert path.stat().st_size <= LARGEST, path.name


def test_drawing_them_anew_writes_each_of_them_and_nothing_of_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: object
) -> None:
    seen: list[str] = []
    monkeypatch.setattr("tests.guide_pictures._keep", lambda window, folder, name: seen.append(_texts(window, name)))
    draw_guide(tmp_path)
    assert {f"{text.partition(':')[0]}-light.png" for text in seen} == named_pictures()
    assert any("~/Engagements/Northwind" in text for text in seen)
    assert not any("/tmp" in text or str(Path.home()) in text for text in seen)


def _texts(window: object, name: str) -> str:
    from PySide6.QtWidgets import QWidget

    assert isinstance(window, QWidget)
    parts = [w for w in window.findChildren(QWidget) if w.isVisible()]
    return name + ":" + "\n".join(f"{w.accessibleName()} {w.accessibleDescription()}" for w in parts)
