"""System libraries and programs that pip cannot bring: what is missing, and how Debian and Ubuntu install it."""

import ctypes
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop.text import say

TRIES = 20
PAUSE = 6.0  # seconds between tries while another program holds apt's lock
ADMIN_FOLDERS = ("/usr/local/sbin", "/usr/sbin", "/sbin")


@dataclass(frozen=True)
class SystemPart:
    """One Debian package and a question that tells whether what it brings is there."""

    package: str
    present: Callable[[], bool]


def library(package: str, name: str) -> SystemPart:
    """A shared library; asked for by loading it, because package names differ between releases."""

    def present() -> bool:
        try:
            ctypes.CDLL(name)
        except OSError:
            return False
        return True

    return SystemPart(package, present)


def program(package: str, name: str) -> SystemPart:
    """A program on the path."""
    return SystemPart(package, lambda: shutil.which(name) is not None)


def file(package: str, path: str) -> SystemPart:
    """A file at a fixed place."""
    return SystemPart(package, Path(path).exists)


QT = (
    library("libglib2.0-0", "libglib-2.0.so.0"),
    library("libegl1", "libEGL.so.1"),
    library("libgl1", "libGL.so.1"),
    library("libdbus-1-3", "libdbus-1.so.3"),
    library("libfontconfig1", "libfontconfig.so.1"),
    library("libxkbcommon0", "libxkbcommon.so.0"),
    library("libxcb-cursor0", "libxcb-cursor.so.0"),
    library("libxcb-icccm4", "libxcb-icccm.so.4"),
    library("libxcb-image0", "libxcb-image.so.0"),
    library("libxcb-keysyms1", "libxcb-keysyms.so.1"),
    library("libxcb-render-util0", "libxcb-render-util.so.0"),
    library("libxcb-util1", "libxcb-util.so.1"),
    library("libxcb-shape0", "libxcb-shape.so.0"),
    library("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
    library("libwayland-cursor0", "libwayland-cursor.so.0"),
    library("libwayland-egl1", "libwayland-egl.so.1"),
)
TEST_TOOLS = (
    program("libreoffice-calc", "localc"),  # recalculates and prints the tracker
    file("fonts-crosextra-carlito", "/usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf"),  # as wide as Calibri
    program("qpdf", "qpdf"),
    program("poppler-utils", "pdftotext"),
    program("xvfb", "Xvfb"),
    program("xauth", "xauth"),
    program("strace", "strace"),  # fails system calls under a save
)


def install_missing(parts: Iterable[SystemPart]) -> list[SystemPart]:
    """Installs what is missing where that is possible, else prints the line that does; returns what is still missing."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [part for part in parts if not part.present()]
    if not missing:
        return []
    packages = [part.package for part in missing]
    if shutil.which("apt-get", path=_path()) is None:
        print(say("packaging.not_debian", packages=", ".join(packages)), file=sys.stderr)
    elif os.geteuid() != 0:
        print(say("packaging.as_root", packages=" ".join(packages)), file=sys.stderr)
    else:
        _install(packages)
    return [part for part in missing if not part.present()]


def _install(packages: list[str]) -> None:
    print(say("packaging.apt", packages=" ".join(packages)), flush=True)
    if not (_apt("update") and _apt("install", "--yes", "--no-install-recommends", *packages)):
        print(say("packaging.apt_failed", packages=" ".join(packages)), file=sys.stderr)


def _apt(*words: str) -> bool:
    """One call of apt-get, without questions; waits while another program holds its lock."""
    for _ in range(TRIES):
        done = subprocess.run(
            ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=60", *words],
            env=os.environ | {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C", "PATH": _path()},
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
        )
        if done.returncode == 0:
            return True
        if "lock" not in done.stderr:
            break
        time.sleep(PAUSE)
    sys.stderr.write(done.stderr)
    return False


def _path() -> str:
    """The search path with the folders that dpkg needs; an almost empty environment lacks them."""
    return os.pathsep.join((os.environ.get("PATH", os.defpath), *ADMIN_FOLDERS))
