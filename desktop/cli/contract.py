"""What every verb keeps: three exit codes, one sentence on stderr, one JSON document on stdout."""

import json
import sys
from typing import Any

DONE, WITH_PROBLEMS, REFUSED = 0, 1, 2


class CannotError(Exception):
    """A verb could not do its work; the message is one sentence for the user."""


def print_json(value: Any) -> None:
    """Write the one JSON document of a call."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=False) + "\n")


def print_line(text: str) -> None:
    """Write one line of a list to stdout; what came from a file cannot break it into two."""
    sys.stdout.write(" ".join(text.split()) + "\n")


def report(sentence: str) -> None:
    """Write one sentence to stderr, on one line whatever a file or path put into it."""
    sys.stderr.write(" ".join(sentence.split()) + "\n")
