"""Whether a window can be opened here. Asked before Qt is, for without a display Qt ends the whole process with a dump."""

import ctypes
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from desktop.text import say

_CURSOR = "libxcb-cursor.so.0"  # the one library of Qt's X11 part that few systems have from the start


def problem_of_display(variables: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """Why no window can be opened, in one sentence; empty where nothing speaks against it.

    Asks only where a display can be missing, and not where somebody chose Qt's platform.
    """
    if not platform.startswith("linux") or variables.get("QT_QPA_PLATFORM"):
        return ""
    if _wayland_answers(variables):
        return ""
    if not variables.get("DISPLAY") or not _x11_answers():
        return say("shell.no-display")
    return "" if _library(_CURSOR) else say("shell.no-cursor-library")


def _wayland_answers(variables: Mapping[str, str]) -> bool:
    if variables.get("WAYLAND_SOCKET"):
        return True
    name = variables.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    place = Path(variables.get("XDG_RUNTIME_DIR", "")) / name
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asked:
        try:
            asked.connect(str(place))
        except OSError:
            return False
    return True


def _x11_answers() -> bool:
    """Whether the X server of the environment lets us in. Without its library Qt could not ask it either."""
    xcb = _library("libxcb.so.1")
    if xcb is None:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _library(name: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(name)
    except OSError:
        return None
