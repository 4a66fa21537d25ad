"""Whether a process of this computer is still there."""

import os
import sys

_MOST = 2**31 - 1

if sys.platform == "win32":
    import ctypes

    _QUERY, _STILL_ACTIVE = 0x1000, 259

    def _exists(pid: int) -> bool:
        """``os.kill(pid, 0)`` would end the process on Windows."""
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_QUERY, False, pid)
        if not handle:
            return bool(kernel.GetLastError() == 5)  # access denied: it is there, and somebody else's
        try:
            code = ctypes.c_ulong()
            kernel.GetExitCodeProcess(handle, ctypes.byref(code))
            return code.value == _STILL_ACTIVE
        finally:
            kernel.CloseHandle(handle)

else:

    def _exists(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True


def is_alive(pid: int) -> bool:
    """Whether a process with this number runs. Numbers are used again, so True is a maybe and False is certain."""
    return 0 < pid <= _MOST and _exists(pid)
