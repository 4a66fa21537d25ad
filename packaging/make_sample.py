"""Builds the sample engagement through the app's own models and writes it to ``resources/samples``.

Run from anywhere: ``python packaging/make_sample.py``. The result is the same byte for byte each time.
"""

import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "samples" / "northwind.readiness.json"
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from desktop.workbook import Perspective, Workbook  # noqa: E402  # the checkout has to be found first
from desktop.workbook.edits.people import add_person  # noqa: E402
from desktop.workbook.edits.systems import accept_proposal, add_system, reject_proposal  # noqa: E402
from northwind.inventory import BATCH  # noqa: E402
from northwind.people import ENGAGEMENT, KELLER, OSEI, PEOPLE  # noqa: E402
from northwind.portfolio import CLAIMS_TRIAGE, SYSTEMS  # noqa: E402


def build_sample() -> Workbook:
    """The whole sample as one workbook."""
    workbook = Workbook(engagement=ENGAGEMENT, imports={BATCH.id: BATCH})
    for person in PEOPLE:
        workbook = add_person(workbook, person)
    for system in SYSTEMS:
        workbook = add_system(workbook, system)
    return _decide_on_proposals(workbook)


def _decide_on_proposals(workbook: Workbook) -> Workbook:
    """Two answers accepted, one rejected, the rest left open."""
    on, system = date(2026, 11, 9), CLAIMS_TRIAGE
    workbook = accept_proposal(
        workbook, system, "fallback-and-escalation", view=Perspective.BUSINESS_FUNCTION, by=KELLER, on=on
    )
    workbook = accept_proposal(workbook, system, "impact-assessed", view=Perspective.DATA_GOVERNANCE, by=OSEI, on=on)
    return reject_proposal(workbook, system, "monitoring-in-production", by=KELLER, on=on)


def main() -> None:
    """Write the sample."""
    SAMPLE.parent.mkdir(parents=True, exist_ok=True)
    SAMPLE.write_text(build_sample().model_dump_json(indent=1) + "\n", encoding="utf-8")
    print(SAMPLE.relative_to(ROOT))


if __name__ == "__main__":
    main()
