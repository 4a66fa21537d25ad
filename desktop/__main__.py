"""Where the program starts: a verb goes to the command line, anything else opens the window."""

import sys
from collections.abc import Sequence
from pathlib import Path


def main() -> int:
    """Run what the words of the call ask for; returns the exit code."""
    words = sys.argv[1:]
    if not _is_for_window(words):
        from desktop.cli import run as run_verb

        return run_verb(words)
    from desktop.ui.shell.display import problem_of_display

    if problem := problem_of_display():
        from desktop.cli.contract import REFUSED, report

        report(problem)
        return REFUSED
    from desktop.app import run as open_window

    return open_window(Path(words[0]) if words else None)


def _is_for_window(words: Sequence[str]) -> bool:
    """No word, or one that can name a file: a verb typed wrongly is not looked for as a file."""
    from desktop.cli import VERBS

    if len(words) != 1:
        return not words
    (word,) = words
    if word in VERBS or word.startswith("-"):
        return False
    return not word.isalpha() or Path(word).exists()


if __name__ == "__main__":
    sys.exit(main())
