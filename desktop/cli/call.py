"""One call from its words to its exit code, and the last door before a traceback."""

import argparse
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

from desktop.cli.contract import DONE, REFUSED, WITH_PROBLEMS, CannotError, OutputError, finish_output, report
from desktop.cli.words import INPUTS, VERBS, parser
from desktop.text import say

_STOPPING = ("SIGTERM", "SIGHUP", "SIGBREAK")  # beside Ctrl+C; not every system has each


def run(words: Sequence[str]) -> int:
    """Carry out one verb; returns the exit code. Nothing escapes as a traceback."""
    if words and words[0] not in VERBS and not words[0].startswith("-"):
        report(_no_verb(words[0]))
        return REFUSED
    try:
        call = parser().parse_args(words)
    except SystemExit as ended:  # argparse has said why, or printed the help
        return int(ended.code or DONE)
    try:
        with _stoppable():
            return _carried_out(call)
    except OutputError as unheard:
        report(say("cli.output", why=str(unheard)))
        return WITH_PROBLEMS if _writes(call) else REFUSED
    except (KeyboardInterrupt, Exception) as failed:  # noqa: BLE001  # the last door: a sentence, never a traceback
        report(_why(failed))
        return REFUSED


def _carried_out(call: argparse.Namespace) -> int:
    _refuse_own_input(call)
    verb: Callable[[argparse.Namespace], int] = call.carry_out
    code = verb(call)
    finish_output()
    return code


def _no_verb(word: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, VERBS, 1)
    return say("cli.no-verb-near", word=word, near=near[0]) if near else say("cli.no-verb", word=word)


def _refuse_own_input(call: argparse.Namespace) -> None:
    """An output never replaces what the same call reads, not even with ``--force`` and through a link."""
    output: Path | None = getattr(call, "output", None)
    read: list[Path | None] = [getattr(call, name, None) for name in INPUTS]
    for given in read if output else ():
        with suppress(OSError, ValueError):
            if given and output and given.samefile(output):
                raise CannotError(say("cli.own-input", name=output.name))


def _writes(call: argparse.Namespace) -> bool:
    """Whether the verb has changed a file by the time it says what it did."""
    changes = call.verb in ("score", "task") or (call.verb == "answers" and not call.dry_run)
    return changes or getattr(call, "output", None) is not None or bool(getattr(call, "generate", False))


@contextmanager
def _stoppable() -> Iterator[None]:
    """While a verb runs, being told to end is like Ctrl+C: what is half written is taken away first."""
    before = {}
    for name in _STOPPING:
        with suppress(AttributeError, ValueError, OSError):  # not here, or not in the main thread
            number = signal.Signals[name] if name in signal.Signals.__members__ else None
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                before[number] = signal.signal(number, _stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


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
