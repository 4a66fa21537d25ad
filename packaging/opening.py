"""The `app` command: the window where there is a screen, else the sample's JSON, Excel and PDF."""

import json
import os
import sys
from pathlib import Path

from desktop.text import say
from environment import Environment, SetUpError
from system_parts import QT, install_missing

PROBE = "from PySide6.QtWidgets import QApplication; QApplication([])"


def open_app(environment: Environment, file: Path | None = None) -> int:
    """Opens ``file``, or a fresh copy of the sample; without a display the sample is written to `out` instead."""
    environment.provide("app")
    if not _has_display(environment):
        print(say("packaging.no_display"), flush=True)
        return _write_documents(environment, file or _fresh_sample(environment))
    return environment.run("-m", "desktop", file or _fresh_sample(environment))


def _has_display(environment: Environment) -> bool:
    if not sys.platform.startswith("linux"):
        return True
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        return False
    install_missing(QT)
    return environment.succeeds("-c", PROBE, seconds=30)


def _fresh_sample(environment: Environment) -> Path:
    """A sample nobody has edited. One that was edited is never replaced: the new one takes the next free name."""
    out = environment.checkout / "out"
    out.mkdir(exist_ok=True)
    new = out / "sample.new.readiness.json"
    if environment.run("-m", "desktop", "sample", "-o", new, "--force"):
        raise SetUpError(say("packaging.no_sample", folder=out))
    number = 1
    while True:
        target = out / f"sample{'' if number == 1 else f'-{number}'}.readiness.json"
        if not target.exists():
            return new.replace(target)
        if _content(target) == _content(new):
            new.unlink()
            return target
        number += 1


def _content(project: Path) -> object:
    """What a project file says, without the identity that every copy gets for itself."""
    try:
        head = json.loads(project.read_text(encoding="utf-8"))
        return head["content"]
    except (ValueError, KeyError, TypeError):
        return None  # not a project any more: somebody's own text, equal to no sample


def _write_documents(environment: Environment, project: Path) -> int:
    """Tracker and board summary of ``project`` in `out`; returns the worst of the two exit codes."""
    out = environment.checkout / "out"
    out.mkdir(exist_ok=True)
    name = project.name.removesuffix(".json").removesuffix(".readiness")
    written = {"tracker": out / f"{name}-tracker.xlsx", "board": out / f"{name}-board.pdf"}
    ended = [environment.run("-m", "desktop", verb, project, "-o", to, "--force") for verb, to in written.items()]
    for path in (project, *written.values()):
        if path.exists():
            print(path)
    return max(ended)
