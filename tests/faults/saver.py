"""Saves once, between two marks in the system call trace, and says how it went. Started by the fault matrix.

usage: saver.py ROOT PATH PREVIOUS SIZE
"""

import os
import sys
from pathlib import Path

root, path, previous, size = sys.argv[1:]
sys.path.insert(0, root)

from desktop.files.atomic import replace_atomically  # noqa: E402
from desktop.files.problem import Refused  # noqa: E402

os.path.exists("/mark/begin")  # noqa: PTH110 - one system call
try:
    saved = replace_atomically(Path(path), b"n" * int(size), keep_previous=Path(previous))
    said = "SAVED durable" if saved.durable else "SAVED unproven"
except Refused as refused:
    said = f"REFUSED {refused.problem.code}"
os.path.exists("/mark/end")  # noqa: PTH110
sys.stdout.write(said)
