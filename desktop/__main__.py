"""Where the program starts: a verb goes to the command line, anything else opens the window."""

import sys
from pathlib import Path


def main() -> int:
    """Run what the words of the call ask for; returns the exit code."""
    words = sys.argv[1:]
    from desktop.cli import VERBS

    if words and (words[0] in VERBS or words[0].startswith("-")):
        from desktop.cli import run as run_verb

        return run_verb(words)
    from desktop.app import run as open_window

    return open_window(Path(words[0]) if words else None)


if __name__ == "__main__":
    sys.exit(main())
