"""From process start to the first painted window, against a bare PySide6 window."""

import os
import statistics
import subprocess
import sys
import tempfile
import time

from tests.benchmarks.measure import Figure

_PAINTED = """
from PySide6.QtCore import QEvent, QObject, QTimer
class Eye(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, app.quit)
        return False
eye = Eye(); window.installEventFilter(eye); window.resize(1280, 800); window.show(); app.exec()
"""
_BARE = (
    "import sys\nfrom PySide6.QtWidgets import QApplication, QMainWindow\n"
    "app = QApplication(sys.argv)\nwindow = QMainWindow()\n"
)
_APP = (
    "import sys\nfrom PySide6.QtWidgets import QApplication\napp = QApplication(sys.argv)\n"
    "from desktop.app import make_window\nwindow = make_window(app)\n"
)


def starting(rounds: int) -> Figure:
    """Medians over whole processes, in turn."""
    pairs = [(_run(_BARE), _run(_APP)) for _ in range(rounds + 1)][1:]
    value, floor = (statistics.median(pair[at] for pair in pairs) for at in (1, 0))
    return Figure("process start to first painted window", value, floor, "≤ 2 ×")


def _run(make: str) -> float:
    with tempfile.TemporaryDirectory() as home:
        around = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "READINESS_HOME": home}
        around.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed app is compiled once, not at every start
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", make + _PAINTED], check=True, env=around, capture_output=True)
        return (time.perf_counter() - begun) * 1000
