"""Where this app keeps what is not in the project's own folder: earlier versions, recovery copies, guards."""

import os
from pathlib import Path

OVERRIDE = "READINESS_HOME"
RECOVERY = "recovery"


def home() -> Path:
    """The folder for this user's data; the environment variable ``READINESS_HOME`` moves it. It may not exist yet."""
    if chosen := os.environ.get(OVERRIDE):
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("Readiness Workbook", appauthor=False)


def has_copies() -> bool:
    """Something may be there to recover: most starts find nothing, and need not load what reads it."""
    folder = home() / RECOVERY
    return folder.is_dir() and any(folder.iterdir())


def private_folder(*parts: str) -> Path:
    """A folder under ``home()``, made where it is missing, that other users cannot look into."""
    folder = home().joinpath(*parts)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
