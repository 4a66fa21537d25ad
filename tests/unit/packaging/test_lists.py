"""The lists of parts: as the lock has them, every part with hashes, and nobody's own registry in them."""

import re
import shutil
from pathlib import Path

import pytest

from export_requirements import LISTS, exported

REPOSITORY = Path(__file__).resolve().parents[3]
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)", re.MULTILINE)
PUBLIC_HOSTS = {"https://pypi.org", "https://files.pythonhosted.org"}


def text(name: str) -> str:
    return (REPOSITORY / "packaging" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_what_the_lock_says(name: str):
    if shutil.which("uv") is None:
        pytest.skip("needs uv to export the lock")
    assert text(name) == exported(name)


@pytest.mark.parametrize("name", LISTS)
def test_every_part_is_pinned_with_hashes(name: str):
    parts = re.split(r"\n(?=\S)", text(name).strip())
    assert len(parts) > 5
    assert [part.splitlines()[0] for part in parts if not (PIN.match(part) and "--hash=sha256:" in part)] == []


@pytest.mark.parametrize("name", LISTS)
def test_a_list_names_no_registry_and_no_path(name: str):
    assert re.findall(r"://|--index|--find-links|file:|^-e", text(name)) == []


def test_the_lock_names_only_the_public_registry():
    lock = (REPOSITORY / "uv.lock").read_text(encoding="utf-8")
    assert set(re.findall(r"https?://[^/\"]+", lock)) == PUBLIC_HOSTS


def test_the_app_runs_with_the_versions_that_are_tested():
    app, test = (dict(PIN.findall(text(name))) for name in ("requirements.txt", "requirements-test.txt"))
    assert app.items() <= test.items()


def test_qt_is_a_version_that_does_not_abort():
    """6.12.0 drops a reference to None on every void call; see decision 3."""
    assert dict(PIN.findall(text("requirements.txt")))["pyside6-essentials"].startswith("6.11.")
