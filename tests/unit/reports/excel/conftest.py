"""The tracker of the made-up engagement, written once, and recalculated once by LibreOffice."""

import shutil
import subprocess

import pytest

from tests.unit.reports.excel.engagement import report
from tests.unit.reports.excel.opened import opened, written


@pytest.fixture(scope="session")
def three():
    return report()


@pytest.fixture(scope="session")
def content(three):
    return written(three)


@pytest.fixture
def book(content):
    return opened(content)


@pytest.fixture(scope="session")
def recalculate(tmp_path_factory):
    """A function that has LibreOffice compute a workbook and returns it with values."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("needs LibreOffice Calc, which computes the formulas")
    profile = tmp_path_factory.mktemp("profile")

    def run(content: bytes):
        folder = tmp_path_factory.mktemp("calc")
        (folder / "tracker.xlsx").write_bytes(content)
        target = folder / "out"
        command = [office, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx"]
        subprocess.run([*command, "--outdir", target, folder / "tracker.xlsx"], check=True, capture_output=True)
        return opened((target / "tracker.xlsx").read_bytes(), values=True)

    return run


@pytest.fixture(scope="session")
def computed(recalculate, content):
    return recalculate(content)
