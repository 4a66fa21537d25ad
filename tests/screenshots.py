"""Draws every page of the sample in both themes into a folder: ``python -m tests.screenshots FOLDER [PAGE …]``.

``python -m tests.screenshots --guide`` draws the pictures of README and guide anew, where they lie. Whoever changes how
something looks does both, and opens them.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.every_page import PAGES

SIZES = {"": (1440, 900), "-small": (1280, 720)}


def draw(folder: Path, pages: tuple[str, ...]) -> None:
    """Every page in light and dark at both sizes, the start page, and the palette."""
    from PySide6.QtWidgets import QApplication

    from desktop.ui.theme import Mode
    from tests.northwind import sample
    from tests.window import open_window, settle

    app = QApplication.instance() or QApplication([])
    assert app is not None
    for mode in (Mode.LIGHT, Mode.DARK):
        with open_window(mode=mode) as window:
            window.grab().save(str(folder / f"{mode.value}-start.png"))
            window.desk.begin(sample(), pristine=True)
            for suffix, (width, height) in SIZES.items():
                window.resize(width, height)
                for page in pages or PAGES:
                    window.work.go(page)
                    settle()
                    shown = window.work.host.page
                    running = (getattr(shown, name, None) for name in ("preview", "outlook", "simulating"))
                    beside = next(filter(None, running), None)
                    if beside is not None:  # what is worked out beside the window
                        settle()
                        beside.wait()
                        settle()
                    window.grab().save(str(folder / f"{mode.value}-{page}{suffix}.png"))
            window.work.find_anything()
            settle()
            window.work.finder.grab().save(str(folder / f"{mode.value}-palette.png"))
            window.work.finder.close()


def draw_guide_pictures() -> None:
    """The pictures that README and guide show."""
    from PySide6.QtWidgets import QApplication

    from tests.guide_pictures import draw_guide

    app = QApplication.instance() or QApplication([])
    assert app is not None
    draw_guide()


def main() -> None:
    """Draw into the folder that is named; ``QT_SCALE_FACTOR=2`` draws at twice the pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.argv[1:] == ["--guide"]:
        draw_guide_pictures()
        return
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home:
        os.environ["READINESS_HOME"] = home
        draw(folder, tuple(sys.argv[2:]))


if __name__ == "__main__":
    main()
