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
_BESIDE = ("-n", "2", "--dist", "loadfile")
# What computes is measured by its own tests. The rest is only run: measuring every page drawn doubles the time of all.
_COMPUTING = ("analysis", "planning", "workbook")
LEAST_COVERED = 93  # percent of statements and branches
MEASURED = (
    *(f"--cov=desktop.{layer}" for layer in _COMPUTING),
    "--cov-report=term:skip-covered",
    f"--cov-fail-under={LEAST_COVERED}",
    *_BESIDE,
    *(f"tests/unit/{layer}" for layer in _COMPUTING),
)
RUNS: dict[str, tuple[str, ...]] = {
    "pytest, measured": MEASURED,
    "pytest, the rest": (*(f"--ignore=tests/unit/{layer}" for layer in _COMPUTING), *_BESIDE),
}


def run_tests(environment: Environment, chosen: Sequence[str] = ()) -> int:
    """Runs all checks and tests, or only the tests that ``chosen`` names to pytest; pytest's closing line is the last.

    Tests that fail do not keep the others from being run. Returns the exit code of the first that failed.
    """
    install_missing((*QT, *TEST_TOOLS))
    environment.provide("test")
    for name, words in CHECKS.items() if not chosen else ():
        if code := _run(environment, name, words):
            print(say("packaging.stopped", name=name), file=sys.stderr)
            return code
    runs = {"pytest": tuple(chosen)} if chosen else RUNS
    codes = [_run(environment, name, ("-m", "pytest", *words)) for name, words in runs.items()]
    return next((code for code in codes if code), 0)


def _run(environment: Environment, name: str, words: Sequence[str]) -> int:
    print(say("packaging.step", name=name), flush=True)
    return environment.run(*words, QT_QPA_PLATFORM="offscreen")
