"""What every test stands on: no screen, no real user folders, and the shared material where it lies beside the checkout."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
# Set before pytest-qt makes the application; a screen is used only where somebody asks for one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Where each system and this app look for a user's own files.
USER_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/roaming",
    "LOCALAPPDATA": "home/local",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_DATA_HOME": "home/data",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_STATE_HOME": "home/state",
    "READINESS_HOME": "home/readiness",
}


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test, outside its ``tmp_path``; nothing is read from or written to the real one."""
    home = tmp_path_factory.mktemp("user")
    for variable, place in USER_FOLDERS.items():
        folder = home / place
        folder.mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(variable, str(folder))
    return home


@pytest.fixture(autouse=True)
def same_working_directory() -> Iterator[None]:
    """A test that changes the working directory and leaves it changed would disturb those after it."""
    before = Path.cwd()
    yield
    os.chdir(before)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real input that lies beside a checkout of the project's workplace; without it the test is skipped."""
    named = os.environ.get("READINESS_SHARED")
    folder = Path(named) if named else REPOSITORY.parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"needs the shared material: {folder} is not there (set READINESS_SHARED)")
    return folder
