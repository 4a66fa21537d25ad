"""One call from its words to its exit code, and the last door before a traceback."""

import argparse
from collections.abc import Callable, Sequence

from desktop.cli.contract import DONE, REFUSED, CannotError, report
from desktop.cli.words import parser
from desktop.text import say


def run(words: Sequence[str]) -> int:
    """Carry out one verb; returns the exit code. Nothing escapes as a traceback."""
    try:
        call = parser().parse_args(words)
    except SystemExit as ended:  # argparse has said why, or printed the help
        return int(ended.code or DONE)
    try:
        verb: Callable[[argparse.Namespace], int] = call.carry_out
        return verb(call)
    except (KeyboardInterrupt, Exception) as failed:  # noqa: BLE001  # the last door: a sentence, never a traceback
        report(_why(failed))
        return REFUSED


def _why(failed: BaseException) -> str:
    from desktop.exchange.problems import SourceRefusedError
    from desktop.files.problem import Refused, sentence

    match failed:
        case CannotError() | SourceRefusedError():
            return str(failed)
        case Refused():
            return sentence(failed.problem)
        case KeyboardInterrupt():
            return say("cli.interrupted")
        case MemoryError():
            return say("cli.memory")
        case OSError():
            return say("cli.system", why=failed.strerror or type(failed).__name__)
        case _:
            return say("cli.unexpected", kind=type(failed).__name__)
