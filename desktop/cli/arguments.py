"""Words of a call as values: a name for an output, and text that an old terminal may have handed over as bytes."""

import argparse
from collections.abc import Callable
from pathlib import Path

from desktop.cli.contract import CannotError
from desktop.text import say

KINDS = (".json", ".xlsx", ".pdf", ".csv", ".ics")  # what the app writes; one kind is not given another's ending


def ending_in(ending: str) -> Callable[[str], Path]:
    """Reads the name of an output. A name that promises another kind of file would open as a damaged one, or replace it."""

    def path(text: str) -> Path:
        named = Path(text)
        if not text.strip():
            raise argparse.ArgumentTypeError(say("cli.no-name"))
        if named.suffix.lower() in KINDS and named.suffix.lower() != ending:
            raise argparse.ArgumentTypeError(say("cli.wrong-ending", name=named.name, ending=ending))
        return named

    return path


def as_text(word: str) -> str:
    """``word`` as it was typed; from a terminal of unknown encoding come bytes, which are UTF-8 nearly always."""
    try:
        return word.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:
        raise CannotError(say("cli.not-text")) from None
