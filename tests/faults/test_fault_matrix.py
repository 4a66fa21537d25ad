"""Every system call of a save fails in every plausible way, and the process is killed at each of them."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAVER = Path(__file__).with_name("saver.py")
SIZE = 300_000
OLD, NEW = b"o" * 500, b"n" * SIZE
ERRORS = {
    "openat": ("EACCES", "ENOSPC", "EROFS", "EMFILE", "EIO"),
    "write": ("ENOSPC", "EIO", "EDQUOT", "EFBIG"),
    "fsync": ("EIO", "ENOSPC", "EDQUOT", "EINVAL"),
    "rename": ("EACCES", "EBUSY", "ENOSPC", "EIO", "EXDEV"),
    "link": ("EPERM", "EMLINK", "EOPNOTSUPP", "EXDEV"),
    "linkat": ("EPERM", "EOPNOTSUPP"),
    "close": ("EIO", "ENOSPC"),
    "fchmod": ("EPERM",),
    "mkdir": ("EACCES",),
    "read": ("EIO",),
    "lseek": ("EINVAL",),
    "lstat": ("EIO", "EACCES"),
    "newfstatat": ("EIO", "EACCES", "ESTALE"),
    "fstat": ("EIO",),
    "readlink": ("EIO",),
}
IGNORED = {
    "mmap",
    "munmap",
    "brk",
    "mprotect",
    "mremap",
    "rt_sigaction",
    "rt_sigprocmask",
    "getrandom",
    "futex",
    "geteuid",
    "getegid",
}
_CALL = re.compile(r"^(\w+)\(")


@dataclass(frozen=True)
class Place:
    """A project behind a link, its earlier version in another folder."""

    folder: Path

    @property
    def project(self):
        return self.folder / "link.json"

    @property
    def real(self):
        return self.folder / "real" / "project.json"

    @property
    def previous(self):
        return self.folder / "versions" / "1.json"

    def reset(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.real.parent.mkdir(parents=True)
        self.previous.parent.mkdir()
        self.real.write_bytes(OLD)
        self.project.symlink_to(self.real)

    def left_over(self):
        return [one.name for one in self.real.parent.iterdir() if one != self.real]


def strace(place, trace, *options):
    place.reset()
    command = ["strace", "-qq", "-o", str(trace), *options, sys.executable, "-I", "-S", "-B", str(SAVER)]
    arguments = [str(ROOT), str(place.project), str(place.previous), str(SIZE)]
    return subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)


@pytest.fixture
def place(tmp_path):
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    here = Place(tmp_path / "here")
    done = strace(here, tmp_path / "probe")
    if "PTRACE" in done.stderr or "ptrace" in done.stderr:
        pytest.skip("this machine does not allow tracing")
    assert done.stdout == "SAVED durable", done.stderr
    return here


def injection_points(trace):
    """Name and running number of each system call between the marks."""
    numbers, points, inside = Counter(), [], False
    for line in trace.read_text(errors="replace").splitlines():
        match = _CALL.match(line)
        if not match:
            continue
        name = match[1]
        numbers[name] += 1
        if "/mark/end" in line:
            return points
        if inside and name not in IGNORED:
            points.append((name, numbers[name]))
        inside = inside or "/mark/begin" in line
    raise AssertionError("the trace has no end mark")


def verdict(place, done, *, killed):
    """What is wrong after one run, or an empty text."""
    if not place.project.is_symlink():
        return "the link was replaced"
    present = place.real.read_bytes() if place.real.exists() else None
    if present not in (OLD, NEW):
        return "torn or missing"
    if place.previous.exists() and place.previous.read_bytes() != OLD:
        return "the earlier version is torn"
    return "" if killed else wrong_answer(place, done, present)


def wrong_answer(place, done, present):
    if "Traceback" in done.stderr or not done.stdout.startswith(("SAVED", "REFUSED")):
        return f"no answer: {done.stderr[-200:]}"
    if done.stdout.startswith("SAVED") != (present == NEW):
        return f"said {done.stdout}, but the disk says otherwise"
    return f"left {place.left_over()}" if place.left_over() else ""


def test_every_system_call_of_a_save_may_fail_or_be_the_last(place, tmp_path):
    trace = tmp_path / "trace"
    assert strace(place, trace).returncode == 0
    points = injection_points(trace)
    assert len(points) > 12
    assert {"rename", "fsync", "write"} <= {name for name, _ in points}
    wrong, runs = [], 0
    for name, number in points:
        for how in (*(f"error={error}" for error in ERRORS.get(name, ())), "signal=KILL"):
            done = strace(place, trace, "-e", f"trace={name}", "-e", f"inject={name}:{how}:when={number}")
            runs += 1
            found = verdict(place, done, killed="KILL" in how)
            if found:
                wrong.append(f"{name} #{number} {how}: {found}")
    assert runs > 40
    assert not wrong, "\n".join(wrong)


def test_the_file_is_on_the_disk_before_it_gets_its_name_and_the_name_after(place, tmp_path):
    trace = tmp_path / "trace"
    strace(place, trace)
    names = [name for name, _ in injection_points(trace)]
    before, after = names[: names.index("rename")], names[names.index("rename") :]
    assert before[before.index("write") :].count("fsync") == 1
    assert before.index("fsync") < len(before) - 1 - before[::-1].index("read")
    assert after.count("fsync") == 1


def test_a_write_that_only_pretends_is_noticed(place, tmp_path):
    trace = tmp_path / "trace"
    strace(place, trace)
    number = next(number for name, number in injection_points(trace) if name == "write")
    done = strace(place, trace, "-e", "trace=write", "-e", f"inject=write:retval={SIZE}:when={number}")
    assert done.stdout == "REFUSED written-wrongly"
    assert place.real.read_bytes() == OLD
    assert not place.left_over()


def test_a_failing_folder_sync_is_saved_but_not_proven(place, tmp_path):
    trace = tmp_path / "trace"
    strace(place, trace)
    last = [number for name, number in injection_points(trace) if name == "fsync"][-1]
    done = strace(place, trace, "-e", "trace=fsync", "-e", f"inject=fsync:error=EIO:when={last}")
    assert done.stdout == "SAVED unproven"
    assert place.real.read_bytes() == NEW
