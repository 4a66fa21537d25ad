"""Asking for a file to read: the dialog begins where the last file for the same purpose was."""

from pathlib import Path

from desktop.session.settings import SettingsFile
from desktop.ui.dialogs import Dialogs


class AskedFile:
    """The dialog together with what is remembered of it."""

    def __init__(self, dialogs: Dialogs, settings: SettingsFile) -> None:
        self._dialogs, self._settings = dialogs, settings

    def choose(self, purpose: str) -> Path | None:
        """The file that a person chooses; None where they go back."""
        chosen = self._dialogs.open_file(purpose, self._settings.folder(purpose))
        if chosen is not None:
            self._settings.remember_folder(purpose, chosen)
        return chosen
