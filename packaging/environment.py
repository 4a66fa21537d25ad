"""The Python environment in the checkout: made once, brought up to date when a list of parts changes."""

import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop.text import say
from system_parts import SystemPart, install_missing

# Variables that would lead Python or pip to other places than the environment.
MISLEADING = (
    "PYTHONHOME",
    "PYTHONPATH",
    "PYTHONSTARTUP",
    "PIP_USER",
    "PIP_TARGET",
    "PIP_PREFIX",
    "PIP_ROOT",
    "VIRTUAL_ENV",
)
# By purpose; the parts of "test" contain those of "app", from the same lock.
LISTS = {"app": "requirements.txt", "test": "requirements-test.txt"}
SATISFIED_BY = {"app": ("app", "test"), "test": ("test",)}


class SetUpError(Exception):
    """Something could not be set up; the message is one sentence for the user."""


class Environment:
    """`.venv` in a checkout, and how to run things in it."""

    def __init__(self, checkout: Path) -> None:
        self.checkout = checkout
        self.folder = checkout / ".venv"
        in_folder = ("Scripts", "python.exe") if sys.platform == "win32" else ("bin", "python")
        self.python = self.folder.joinpath(*in_folder)

    def provide(self, purpose: str) -> None:
        """Makes the environment hold every part for ``purpose``; quick when it already does."""
        if self._holds(purpose):
            return
        if not self._works():
            self._make()
        print(say(f"packaging.installing.{purpose}"), flush=True)
        wanted = self.checkout / "packaging" / LISTS[purpose]
        install = ("install", "--quiet", "--require-hashes", "--only-binary", ":all:", "--requirement", str(wanted))
        if self.run("-m", "pip", "--disable-pip-version-check", *install):
            raise SetUpError(say("packaging.pip"))
        self._stamp(purpose).write_text(self._digest(purpose), encoding="ascii")

    def run(self, *words: str | Path, **variables: str) -> int:
        """Runs the environment's Python in the checkout; returns its exit code."""
        return subprocess.run(
            [self.python, *words], cwd=self.checkout, env=self.variables(**variables), check=False
        ).returncode

    def succeeds(self, *words: str, seconds: float = 60, **variables: str) -> bool:
        """True where the environment's Python ends well within the time, which is in seconds; its output is dropped."""
        try:
            done = subprocess.run(
                [self.python, *words],
                cwd=self.checkout,
                env=self.variables(**variables),
                check=False,
                capture_output=True,
                timeout=seconds,
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
        return done.returncode == 0

    @staticmethod
    def variables(**more: str) -> dict[str, str]:
        """This process's variables without those that mislead, and with ``more``."""
        kept = {name: value for name, value in os.environ.items() if name not in MISLEADING}
        return kept | more

    def _digest(self, purpose: str) -> str:
        return hashlib.sha256((self.checkout / "packaging" / LISTS[purpose]).read_bytes()).hexdigest()

    def _stamp(self, purpose: str) -> Path:
        return self.folder / f"installed-{purpose}"

    def _holds(self, purpose: str) -> bool:
        stamped = any(_text(self._stamp(name)) == self._digest(name) for name in SATISFIED_BY[purpose])
        return stamped and self.succeeds("-c", "")

    def _works(self) -> bool:
        return self.succeeds("-c", "import sys, pip; sys.exit(sys.version_info < (3, 11))")

    def _make(self) -> None:
        if importlib.util.find_spec("ensurepip") is None:
            _provide_ensurepip()
        print(say("packaging.making", folder=self.folder), flush=True)
        if self.folder.exists():
            shutil.rmtree(self.folder)
        made = subprocess.run(
            [sys.executable, "-m", "venv", self.folder], env=self.variables(), check=False, stdout=subprocess.DEVNULL
        )
        if made.returncode:
            raise SetUpError(say("packaging.venv", folder=self.folder))


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii")
    except (OSError, ValueError):
        return ""


def _provide_ensurepip() -> None:
    """Debian keeps what a new environment needs in a package of its own."""
    package = f"python3.{sys.version_info.minor}-venv"

    def present() -> bool:
        importlib.invalidate_caches()
        return importlib.util.find_spec("ensurepip") is not None

    still_missing: Sequence[SystemPart] = install_missing([SystemPart(package, present)])
    if still_missing:
        raise SetUpError(say("packaging.ensurepip"))
