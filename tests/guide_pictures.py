"""The pictures that README and guide name: drawn from the sample, in light, with few colours so that they stay small."""

import os
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from unittest.mock import patch

from tests.northwind import ROOT, sample

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

IMAGES = ROOT / "resources" / "guide" / "images"
INVENTORY = ROOT / "resources" / "samples" / "Group AI inventory.xlsx"
LARGEST = 120_000  # bytes of one picture
COLOURS = 192  # those used most; with the shades of the states a picture may have 256
PAGES = (
    "new-engagement",
    "portfolio",
    "profile",
    "sprint-1",
    "sprint-2",
    "evaluation",
    "kept-texts",
    "sprint-3",
    "integration",
    "sprint-4",
    "workflow",
    "raci",
    "decision",
    "governance",
    "value",
    "plan",
    "tasks",
    "checkin",
    "reports",
    "dashboard",
    "questions",
    "findings",
    "workshop",
)
_PLACES = {"new-engagement": "engagement", "kept-texts": "evaluation"}  # pictures of a part of another page
_NAMED = re.compile(r"!\[[^\]]*\]\((?:resources/guide/)?images/([\w-]+\.png)\)")
# Fictitious, like everything in them: name, folder, last opened, systems, in the sprint, done, all checks, late.
_RECENTS = (
    ("Northwind Insurance (fictitious)", "Northwind/northwind", "2026-11-21T09:58:00", 10, 3, 33, 66, 4),
    ("Harbour Savings Bank", "Harbour/harbour-savings", "2026-11-20T18:07:00", 6, 1, 22, 22, 0),
    ("Lindenhof Hospitals", "Lindenhof/diagnostics", "2026-11-12T14:20:00", 24, 0, 0, 0, 0),
)


def named_pictures() -> frozenset[str]:
    """The file names that README and the guide's pages refer to."""
    pages = (ROOT / "README.md", *(ROOT / "resources" / "guide").glob("*.md"))
    return frozenset(name for page in pages for name in _NAMED.findall(page.read_text("utf-8")))


def draw_guide(folder: Path = IMAGES) -> None:
    """Write every picture into ``folder``; the same program draws the same pixels again."""
    folder.mkdir(parents=True, exist_ok=True)
    with _own_home() as home:
        _remember_recents(home)
        _draw_start(folder)
        _draw_pages(folder)
        _draw_import(folder)


@contextmanager
def _own_home() -> Iterator[Path]:
    """A user without a past, whose folder is written ``~``."""
    with TemporaryDirectory() as name:
        kept = dict.fromkeys(("HOME", "USERPROFILE", "READINESS_HOME"), name)
        with patch.dict(os.environ, kept):
            yield Path(name)


def _remember_recents(home: Path) -> None:
    from desktop.session.recents import Recent, Recents

    recents = Recents(home / "recents.json")
    for name, place, opened, systems, entered, done, total, late in reversed(_RECENTS):
        path = home / "Engagements" / f"{place}.readiness.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        pinned = name.startswith("Northwind")
        recents.remember(Recent(str(path), name, opened, pinned, pinned, systems, entered, done, total, late))


def _draw_start(folder: Path) -> None:
    from tests.window import open_window

    with open_window() as window:
        _keep(window, folder, "start")


def _draw_pages(folder: Path) -> None:
    from desktop.ui.widgets.scroll_page import ScrollPage
    from tests.window import open_window, settle

    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        for name in PAGES:
            window.work.go(_PLACES.get(name, name))
            settle()
            if name == "kept-texts":
                bar = window.work.host.page.findChild(ScrollPage).verticalScrollBar()
                bar.setValue(bar.maximum())
            if name == "workshop":
                window.work.host.page.setup.begin.click()
            for beside in ("preview", "simulating", "outlook"):  # what is worked out beside the window
                running = getattr(window.work.host.page, beside, None)
                if running is not None and hasattr(running, "wait"):
                    running.wait()
            settle()
            _keep(window, folder, name)


def _draw_import(folder: Path) -> None:
    from desktop.ui.jobs import Jobs
    from desktop.ui.shell.import_desk import ImportHost
    from tests.window import open_window, settle

    with open_window() as window:
        window.import_from(INVENTORY)
        host = window.work.host.page
        assert isinstance(host, ImportHost)
        for name in ("import-mapping", "import-preview"):
            for jobs in host.findChildren(Jobs):
                jobs.wait()
            host.inner.next.click()
            for jobs in host.findChildren(Jobs):
                jobs.wait()
            settle()
            _keep(window, folder, name)


Colour = tuple[int, int, int]


def _keep(window: "MainWindow", folder: Path, name: str) -> None:
    """Save what the window shows as ``name-light.png``: the colours used most stay exact, the rest become the nearest."""
    from PIL import Image
    from PySide6.QtGui import QImage

    drawn = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size, step = (drawn.width(), drawn.height()), drawn.bytesPerLine()
    data = Image.frombytes("RGB", size, bytes(drawn.constBits()), "raw", "RGB", step).tobytes()
    pixels = list(zip(data[::3], data[1::3], data[2::3], strict=True))
    used = Counter(pixels)
    kept = list(dict.fromkeys([*(colour for colour, _ in used.most_common(COLOURS)), *_state_shades()]))
    place = {colour: _nearest(colour, kept) for colour in used}
    few = Image.frombytes("P", size, bytes(place[pixel] for pixel in pixels))
    few.putpalette([value for colour in kept for value in colour])
    few.save(folder / f"{name}-light.png", optimize=True)


def _nearest(colour: Colour, kept: list[Colour]) -> int:
    return min(range(len(kept)), key=lambda at: sum((a - b) ** 2 for a, b in zip(colour, kept[at], strict=True)))


def _state_shades() -> Iterator[Colour]:
    """The four states and their smoothed edges: rare in a picture, and nothing else may stand for them."""
    from desktop.reports.palette import LIGHT

    ground = _rgb(LIGHT.raised)
    for state in ("done", "track", "risk", "block"):
        ink = _rgb(LIGHT.colour(state))
        for share in (1, 2, 3, 4):
            red, green, blue = (round(g + (i - g) * share / 4) for i, g in zip(ink, ground, strict=True))
            yield red, green, blue


def _rgb(colour: str) -> Colour:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
