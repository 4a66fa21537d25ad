"""Where this app keeps what is not in the project's own folder: earlier versions, recovery copies, guards."""

import os
from pathlib import Path

OVERRIDE = "READINESS_HOME"


def home() -> Path:
    """The folder for this user's data; the environment variable ``READINESS_HOME`` moves it. It may not exist yet."""
    if chosen := os.environ.get(OVERRIDE):
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("Readiness Workbook", appauthor=False)


def private_folder(*parts: str) -> Path:
    """A folder under ``home()``, made where it is missing, that other users cannot look into."""
    folder = home().joinpath(*parts)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
