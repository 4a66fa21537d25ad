"""What a user has set on this computer: look, window and last folders. No project content; lost settings do no harm."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Settings:
    """``theme``: system, light, dark or high_contrast. ``geometry``: Qt's own description of the window, base64.

    ``run_columns``: see ``session.known_columns``; hashes of headings, for headings may say something about a client.
    """

    theme: str = "system"
    text_scale: float = 1.0
    geometry: str = ""
    side_open: bool = True
    folders: Mapping[str, str] = field(default_factory=dict)
    last_pages: Mapping[str, str] = field(default_factory=dict)
    run_columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class SettingsFile:
    """The settings on disk. What cannot be read is replaced by defaults, what cannot be written is let go."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.present = _read(file)

    def change(self, **values: Any) -> None:
        """Replace some settings and write them."""
        changed = replace(self.present, **values)
        if changed != self.present:
            self.present = changed
            write_json(self._file, asdict(changed))

    def folder(self, purpose: str) -> Path:
        """Where the last file for ``purpose`` was chosen; the user's home at first."""
        known = Path(self.present.folders.get(purpose, ""))
        return known if self.present.folders.get(purpose) and known.is_dir() else Path.home()

    def remember_folder(self, purpose: str, chosen: Path) -> None:
        """Begin the next dialog for ``purpose`` where ``chosen`` lies."""
        self.change(folders={**self.present.folders, purpose: str(chosen.parent)})


def write_json(file: Path, value: Any) -> None:
    """Write a small file of the app's own in one step; an unwritable disk is no reason to disturb anybody."""
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)
    beside = file.with_name(f".{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8")
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            beside.unlink()


def read_json(file: Path) -> Any:
    """What ``write_json`` wrote, or None."""
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _read(file: Path) -> Settings:
    found = read_json(file)
    if not isinstance(found, dict):
        return Settings()
    defaults = Settings()
    known = {
        each.name: found[each.name]
        for each in fields(Settings)
        if each.name in found and isinstance(found[each.name], type(getattr(defaults, each.name)))
    }
    return replace(defaults, **known)
