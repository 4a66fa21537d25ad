"""The `test` command: everything that must hold, in the order in which a failure costs least time."""

import sys
from collections.abc import Sequence

from desktop.text import say
from environment import Environment
from system_parts import QT, TEST_TOOLS, install_missing

LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
# Modules and not scripts: a script holds the path of the folder in which it was installed.
CHECKS: dict[str, tuple[str, ...]] = {
    "ruff check": ("-m", "ruff", "check", "."),
    "ruff format": ("-m", "ruff", "format", "--check", "."),
    "mypy": ("-m", "mypy", "-p", "desktop"),
    "lint-imports": ("-c", LINT_IMPORTS),
}
MEASURED = ("--cov=desktop", "--cov-report=term:skip-covered", "-n", "2", "--dist", "loadfile")


def run_tests(environment: Environment, chosen: Sequence[str] = ()) -> int:
    """Runs all checks and tests, or only the tests that ``chosen`` names to pytest; pytest's closing line is the last."""
    install_missing((*QT, *TEST_TOOLS))
    environment.provide("test")
    for name, words in CHECKS.items() if not chosen else ():
        print(say("packaging.step", name=name), flush=True)
        if code := environment.run(*words):
            print(say("packaging.stopped", name=name), file=sys.stderr)
            return code
    return environment.run("-m", "pytest", *(chosen or MEASURED), QT_QPA_PLATFORM="offscreen")
