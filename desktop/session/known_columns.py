"""Choices of columns that were made for runs before: the next file of the same tool needs none.

They are kept in the settings of this computer, told apart by the set of headings that they were made for. Headings may say
something about a client, so neither they nor any cell is written down, only their hashes.
"""

import hashlib
from collections.abc import Iterable, Mapping

from desktop.session.run_import import ROLES, ReadFile
from desktop.session.settings import SettingsFile

MOST = 40  # choices, the newest ones
_USED = "used"  # a running number
_DIGITS = 24  # of a hash: enough to tell headings apart


class KnownColumns:
    """The choices in ``settings``."""

    def __init__(self, settings: SettingsFile) -> None:
        self._settings = settings

    def learn(self, found: ReadFile) -> None:
        """A file was imported with this choice."""
        if not found.headings:
            return
        key = _hash(sorted(found.headings))
        choice = {role: _hash([heading]) if heading else "" for role, heading in found.mapping.items()}
        known = self._settings.present.run_columns
        others = sorted((name for name in known if name != key), key=self._used)[-(MOST - 1) :]
        used = {_USED: str(1 + max(map(self._used, others), default=0))}
        self._settings.change(run_columns={**{name: known[name] for name in others}, key: {**choice, **used}})

    def better(self, found: ReadFile) -> dict[str, str] | None:
        """The choice for a file that was read by its headings; None where that is the known one, or there is none."""
        if not found.headings:
            return None
        chosen = self._settings.present.run_columns.get(_hash(sorted(found.headings)))
        if not isinstance(chosen, Mapping):
            return None
        known = {_hash([heading]): heading for heading in reversed(found.headings)}
        choice = {role: known.get(str(chosen.get(role, "")), "") for role in ROLES}
        return None if choice == found.mapping else choice

    def _used(self, name: str) -> int:
        """The place of a choice among the others by age; what cannot be read is the oldest."""
        choice = self._settings.present.run_columns[name]
        used = choice.get(_USED, "") if isinstance(choice, Mapping) else ""
        return int(used) if isinstance(used, str) and used.isdecimal() else 0


def _hash(texts: Iterable[str]) -> str:
    seen = hashlib.sha256()
    for text in texts:
        seen.update(len(text).to_bytes(4, "big") + text.encode("utf-8", "surrogatepass"))
    return seen.hexdigest()[:_DIGITS]
