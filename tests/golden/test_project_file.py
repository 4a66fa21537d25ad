"""The project file of each released format still opens, says exactly what it said, and is written back byte for byte.

``project-MAJOR.MINOR.readiness.json`` is frozen with the release that first wrote it and is never written again; the
digest beside it is of the content as plain JSON without defaults, so that a field that a later version adds changes nothing.
"""

import hashlib
import json
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.files.codec import encode
from desktop.files.project import open_project, save_project
from desktop.files.schema import CURRENT
from desktop.workbook import Perspective, Workbook
from desktop.workbook.edits.places import set_value

FOLDER = Path(__file__).parent
FROZEN = tuple(sorted(FOLDER.glob("project-*.readiness.json")))
DIGESTS = json.loads((FOLDER / "project-digests.json").read_text(encoding="utf-8"))


def digest(workbook: Workbook) -> str:
    content = workbook.model_dump(mode="json", exclude_defaults=True)
    plain = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def test_every_released_format_is_here():
    assert sorted(DIGESTS) == [path.name for path in FROZEN]
    assert f"project-{CURRENT.major}.{CURRENT.minor}.readiness.json" in DIGESTS


@pytest.mark.parametrize("path", FROZEN, ids=lambda path: path.name)
def test_the_frozen_bytes_and_the_content_are_those_of_the_release(path):
    assert hashlib.sha256(path.read_bytes()).hexdigest() == DIGESTS[path.name]["bytes"]
    opened = open_project(path)
    assert digest(opened.workbook) == DIGESTS[path.name]["content"]
    assert (opened.read_only, opened.decoded.unknown) == (False, ())
    assert not opened.notices or opened.decoded.migrated


@pytest.mark.parametrize("path", FROZEN, ids=lambda path: path.name)
def test_a_file_of_the_present_format_is_written_back_byte_for_byte(path, tmp_path):
    opened = open_project(path)
    if opened.decoded.migrated:
        pytest.skip("an older format is carried up to the present one")
    assert encode(opened.workbook, opened.decoded, "")[0] == path.read_bytes()
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    known = open_project(copy)
    saved = save_project(copy, set_value(known.workbook, ("engagement", "client"), "Changed"), known).opened
    assert saved.envelope.project == opened.envelope.project
    assert saved.envelope.parent == opened.envelope.revision
    save_project(copy, opened.workbook, saved)
    assert digest(open_project(copy).workbook) == DIGESTS[path.name]["content"]


def test_values_that_a_reader_could_take_for_others_are_still_what_they_were():
    """A digest says that something changed; these say what must not: money, days, and *not answered*."""
    workbook = open_project(FOLDER / "project-1.0.readiness.json").workbook
    claims = workbook.systems["0001-claims-triage"]
    assert claims.sprint is not None
    costs = [line.amount.likely for line in claims.sprint.value.continuing.values()]
    assert costs
    assert all(isinstance(amount, Decimal) for amount in costs)
    assert workbook.engagement.start is not None
    assert workbook.engagement.start.isoformat() == "2026-11-02"
    states = {question: proposal.state for question, proposal in claims.proposals.items()}
    assert states["monitoring-in-production"] == "rejected"
    assert states["impact-assessed"] == "accepted"
    assert "open" in states.values()
    rating = claims.ratings["impact-assessed"].views[Perspective.DATA_GOVERNANCE]
    assert [proof.kind for proof in rating.evidence] == ["source-row"]
    starts = [system.sprint.start for system in workbook.systems.values() if system.sprint]
    assert None in starts
    assert any(starts)
