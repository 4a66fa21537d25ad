"""Writes the two lists of parts again from `uv.lock`. Needs uv; the app never runs this."""

import subprocess
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
LISTS = {"requirements.txt": ("--no-dev",), "requirements-test.txt": ()}


def exported(name: str) -> str:
    """What the list ``name`` must hold according to `uv.lock`; no registry and no path stands in it."""
    words = ("uv", "export", "--quiet", "--frozen", "--no-emit-project", "--no-header", *LISTS[name])
    return subprocess.run(words, cwd=CHECKOUT, check=True, capture_output=True, encoding="utf-8").stdout


if __name__ == "__main__":
    for name in LISTS:
        (CHECKOUT / "packaging" / name).write_text(exported(name), encoding="utf-8", newline="\n")
