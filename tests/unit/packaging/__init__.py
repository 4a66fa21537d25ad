"""The scripts under `packaging` are run, not imported, by name; the tests reach them as their own folder does."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[3] / "packaging"))
