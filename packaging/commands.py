"""The two commands of `start.py`, and how their failures are told."""

import sys
from collections.abc import Sequence
from pathlib import Path

from desktop.text import say
from environment import Environment, SetUpError
from opening import open_app
from proving import run_tests

CHECKOUT = Path(__file__).resolve().parent.parent
FAILED, WRONG_CALL, INTERRUPTED = 1, 2, 130


def main(words: Sequence[str]) -> int:
    """Carries out one of the two commands; returns the exit code. Every failure is one sentence on stderr."""
    try:
        return _carry_out(*words)
    except SetUpError as stopped:
        sentence = str(stopped)
    except OSError as failed:
        sentence = say(
            "packaging.system", why=failed.strerror or type(failed).__name__, file=failed.filename or CHECKOUT
        )
    except KeyboardInterrupt:
        print(say("packaging.interrupted"), file=sys.stderr)
        return INTERRUPTED
    print(sentence, file=sys.stderr)
    return FAILED


def _carry_out(command: str = "", *arguments: str) -> int:
    match command:
        case "app" if len(arguments) <= 1:
            return open_app(Environment(CHECKOUT), *(Path.cwd() / name for name in arguments))
        case "test":
            return run_tests(Environment(CHECKOUT), arguments)
        case "-h" | "--help":
            print(say("packaging.usage"))
            return 0
        case _:
            print(say("packaging.usage"), file=sys.stderr)
            return WRONG_CALL
