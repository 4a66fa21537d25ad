"""The file itself: sound, the same each time, all faces embedded, nothing in it that leads outside."""

import shutil
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.method import load_method
from desktop.reports.cancel import Cancelled
from desktop.reports.pdf.board import write_board
from desktop.reports.report import Stamp, build_report
from desktop.workbook.path import replace_at
from tests.northwind import sample
from tests.unit.reports.pdf.printed import pages, written
from tests.unit.reports.pdf.variants import CLAIMS, VARIANTS, report_of


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"needs {name}, which is not installed")
    return found


@pytest.mark.parametrize("name", VARIANTS)
def test_qpdf_finds_nothing_wrong(name, tmp_path: Path):
    tool = _tool("qpdf")
    file = tmp_path / "board.pdf"
    file.write_bytes(written(VARIANTS[name]()))
    done = subprocess.run([tool, "--check", str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["sample", "overfull", "nothing"])
def test_every_face_is_embedded_and_ours(name, tmp_path: Path):
    tool = _tool("pdffonts")
    file = tmp_path / "board.pdf"
    file.write_bytes(written(VARIANTS[name]()))
    lines = subprocess.run([tool, str(file)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert lines
    for line in lines:
        face, *_rest, embedded, _subset, _unicode, _object, _generation = line.split()
        assert face.partition("+")[2].startswith(("Inter", "DejaVu")), line
        assert embedded == "yes", line


def test_the_same_report_gives_the_same_bytes():
    assert written(report_of(sample())) == written(report_of(sample()))


def test_another_day_is_printed_and_changes_the_bytes():
    other = build_report(sample(), load_method(), Stamp(date(2026, 11, 22), "48", "0.1.0"))
    assert written(other) != written(report_of(sample()))
    assert all("22 November 2026 · revision 48" in page for page in pages(other))


@pytest.mark.parametrize("stop", range(8))
def test_cancelling_at_any_step_writes_nothing(stop):
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        seen.append((done, total))
        if done >= stop:
            raise Cancelled

    stream = BytesIO()
    with pytest.raises(Cancelled):
        write_board(report_of(sample()), stream, progress)
    assert stream.getvalue() == b""
    assert {total for _, total in seen} == {8}


def test_progress_rises_to_its_end():
    seen: list[tuple[int, int]] = []
    write_board(report_of(sample()), BytesIO(), lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]


def test_title_language_and_no_author():
    reader = PdfReader(BytesIO(written(report_of(sample(), CLAIMS))))
    assert reader.metadata is not None
    assert reader.metadata.title == "Board summary: Claims triage assistant, Northwind Insurance (fictitious)"
    assert not reader.metadata.author
    assert reader.metadata.producer == "Readiness Workbook 0.1.0"
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"


STANDING = ("Where we stand", "Where the voices stand")


def test_bookmarks_name_systems_and_sections():
    reader = PdfReader(BytesIO(written(report_of(sample()))))
    titles = [
        entry.title if not isinstance(entry, list) else [inner.title for inner in entry] for entry in reader.outline
    ]
    assert titles == [
        "Portfolio",
        "Claims triage assistant",
        [*STANDING, "Integration", "Plan and progress", "Value", "Governance", "Launch readiness"],
        "Underwriting notes",
        [*STANDING, "Integration", "Plan and progress", "Value", "Governance", "Launch readiness"],
        "Broker e-mail routing",
        ["Where we stand"],
        "Appendix",
    ]


def test_every_page_says_what_it_is_and_that_the_client_is_made_up():
    workbook = replace_at(sample(), ("engagement", "client"), "Example Ltd")
    workbook = replace_at(workbook, ("engagement", "confidentiality"), "For the board only")
    found = pages(report_of(workbook))
    for number, page in enumerate(found, start=1):
        assert page.count("Example Ltd (fictitious)") >= 2, number
        assert "For the board only · Example Ltd (fictitious)" in page
        assert "Prepared 21 November 2026 · revision 47 · Readiness Workbook 0.1.0" in page
        assert f"Page {number} of {len(found)}" in page


def test_a_real_client_is_not_called_fictitious():
    workbook = replace_at(sample(), ("engagement", "client"), "Example Ltd")
    real = replace_at(workbook, ("engagement", "fictitious"), value=False)
    real = replace_at(real, ("engagement", "confidentiality"), "Confidential")
    assert all("(fictitious)" not in page.split("\n")[0] for page in pages(report_of(real)))


def test_the_name_that_already_says_so_is_not_marked_twice():
    assert all("(fictitious) (fictitious)" not in page for page in pages(report_of(sample())))
