"""What every verb keeps: three exit codes, one sentence on stderr, one JSON document on stdout.

What stands in a file goes out whatever the terminal or the program behind a pipe can take: characters that its encoding
lacks are escaped, bytes of a file name that are no text are replaced, and a reader that has enough ends nothing.
"""

import json
import os
import sys
from contextlib import suppress
from typing import Any, TextIO

DONE, WITH_PROBLEMS, REFUSED = 0, 1, 2


class CannotError(Exception):
    """A verb could not do its work; the message is one sentence for the user."""


class OutputError(Exception):
    """What a verb had to say did not get out; the message says why, in the system's words."""


def print_json(value: Any) -> None:
    """Write the one JSON document of a call; raises OutputError."""
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=False)
    if _escaped(text) != text:
        text = json.dumps(value, indent=1, sort_keys=False)
    _write(text + "\n")


def print_line(text: str) -> None:
    """Write one line of a list to stdout; what came from a file cannot break it into two. Raises OutputError."""
    _write(" ".join(text.split()) + "\n")


def finish_output() -> None:
    """Hand on what still waits in stdout; raises OutputError where nobody can take it."""
    if sys.stdout is not None:
        _written(sys.stdout, "")


def report(sentence: str) -> None:
    """Write one sentence to stderr, on one line whatever a file or path put into it. Without a stderr nobody is told."""
    line = " ".join(_text(sentence).split()) + "\n"
    if sys.stderr is not None:
        with suppress(OutputError):
            _written(sys.stderr, line)
            _written(sys.stderr, "")


def _write(text: str) -> None:
    if sys.stdout is None:
        raise OutputError(os.strerror(9))  # the descriptor was closed before the call began
    _written(sys.stdout, _escaped(text))


def _written(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        if not text:
            stream.flush()
    except BrokenPipeError:  # whoever reads has seen enough, as `head` has
        _to_nowhere(stream)
    except OSError as error:
        _to_nowhere(stream)
        raise OutputError(error.strerror or type(error).__name__) from error


def _to_nowhere(stream: TextIO) -> None:
    """Lead the stream away, or the interpreter would fail once more while it ends."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _escaped(text: str) -> str:
    """``text`` in characters that stdout can write, others escaped; JSON is then escaped in its own way instead."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return _text(text).encode(encoding, "backslashreplace").decode(encoding)


def _text(text: str) -> str:
    """``text`` without the half characters that stand for bytes of a file name."""
    return text.encode("utf-8", "surrogateescape" if _from_bytes(text) else "replace").decode("utf-8", "replace")


def _from_bytes(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" and not "\udc80" <= char <= "\udcff" for char in text)
