"""What pip cannot bring: asked for by what it does, installed only by root, told in one line otherwise."""

import subprocess
import sys
from collections.abc import Callable

import pytest

import system_parts
from system_parts import QT, TEST_TOOLS, SystemPart, file, install_missing, library, program

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has such packages")


class Apt:
    """Stands in for apt-get: remembers how it was called and answers with the next exit code."""

    def __init__(self, *answers: tuple[int, str]) -> None:
        self.calls: list[list[str]] = []
        self.answers = list(answers)

    def __call__(self, words: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        self.calls.append(words)
        code, error = self.answers.pop(0) if self.answers else (0, "")
        return subprocess.CompletedProcess(words, code, stderr=error)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Apt]:
    def arrange(*answers: tuple[int, str], root: bool = True, debian: bool = True) -> Apt:
        apt = Apt(*answers)
        monkeypatch.setattr(system_parts.subprocess, "run", apt)
        monkeypatch.setattr(system_parts.os, "geteuid", lambda: 0 if root else 1000)
        monkeypatch.setattr(
            system_parts.shutil, "which", lambda name, path=None: "/usr/bin/apt-get" if debian else None
        )
        monkeypatch.setattr(system_parts, "PAUSE", 0.0)
        return apt

    return arrange


MISSING = SystemPart("libmissing1", lambda: False)
PRESENT = SystemPart("libpresent1", lambda: True)


def test_root_installs_only_what_is_missing(machine: Callable[..., Apt]):
    apt = machine()
    assert install_missing([PRESENT, MISSING]) == [MISSING]
    assert [call[call.index("update" if "update" in call else "install") :] for call in apt.calls] == [
        ["update"],
        ["install", "--yes", "--no-install-recommends", "libmissing1"],
    ]


def test_nothing_missing_asks_nobody(machine: Callable[..., Apt]):
    apt = machine()
    assert install_missing([PRESENT]) == []
    assert apt.calls == []


def test_others_are_told_the_very_line(machine: Callable[..., Apt], capsys: pytest.CaptureFixture[str]):
    apt = machine(root=False)
    install_missing([MISSING, SystemPart("other", lambda: False)])
    assert "sudo apt-get install --no-install-recommends libmissing1 other\n" in capsys.readouterr().err
    assert apt.calls == []


def test_other_systems_are_told_the_names(machine: Callable[..., Apt], capsys: pytest.CaptureFixture[str]):
    machine(debian=False)
    install_missing([MISSING])
    assert "Debian calls them: libmissing1." in capsys.readouterr().err


def test_a_held_lock_is_waited_for(machine: Callable[..., Apt]):
    apt = machine((100, "E: Could not get lock /var/lib/apt/lists/lock"), (0, ""))
    install_missing([MISSING])
    assert ["update" in call for call in apt.calls] == [True, True, False]


def test_another_failure_is_told_once_and_not_tried_again(
    machine: Callable[..., Apt], capsys: pytest.CaptureFixture[str]
):
    apt = machine((100, "E: no network\n"))
    install_missing([MISSING])
    assert len(apt.calls) == 1
    assert capsys.readouterr().err == "E: no network\napt-get could not install libmissing1; going on without them.\n"


def test_each_kind_of_part_sees_what_is_there_and_what_is_not():
    assert library("libc6", "libc.so.6").present()
    assert not library("nothing", "libnothing-of-that-name.so.9").present()
    assert program("bash", "sh").present()
    assert not program("nothing", "nothing-of-that-name").present()
    assert file("base-files", "/etc/passwd").present()
    assert not file("nothing", "/etc/nothing-of-that-name").present()


def test_no_package_is_named_twice():
    names = [part.package for part in (*QT, *TEST_TOOLS)]
    assert len(names) == len(set(names))
