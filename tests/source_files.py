"""The project's own source as data, for the tests that read it instead of running it."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent


def python_files(*folders: str) -> tuple[Path, ...]:
    """Every Python file under the given folders, in a fixed order."""
    return tuple(sorted(path for folder in folders for path in (REPOSITORY / folder).rglob("*.py")))


def place(path: Path) -> str:
    """A path as the repository names it, with forward slashes."""
    return path.relative_to(REPOSITORY).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of one file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def modules() -> tuple[str, ...]:
    """The dotted name of every module of the app."""
    names = (
        place(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in python_files("desktop")
    )
    return tuple(sorted(names))


def constants(path: Path) -> Iterator[ast.Constant]:
    """Every string constant of one file but the docstrings, and no parts of f-strings."""
    inside_others = {
        id(part)
        for node in ast.walk(tree(path))
        for part in (node.values if isinstance(node, ast.JoinedStr) else _docstring(node))
    }
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside_others:
            yield node


def _docstring(node: ast.AST) -> list[ast.expr]:
    body = getattr(node, "body", None)
    first = body[0] if isinstance(body, list) and body else None
    return [first.value] if isinstance(first, ast.Expr) else []


def run_fresh(program: str) -> str:
    """What ``program`` prints in a new interpreter that has loaded nothing yet; fails with its error output."""
    done = subprocess.run([sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def tracked_files() -> tuple[str, ...]:
    """Every file that git knows or would know; empty outside a checkout."""
    if shutil.which("git") is None:
        return ()
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=REPOSITORY,
        capture_output=True,
        check=False,
    )
    names = listed.stdout.decode().split("\0") if listed.returncode == 0 else []
    return tuple(sorted(name for name in names if name and (REPOSITORY / name).is_file()))
