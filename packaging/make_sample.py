"""Builds the sample engagement through the app's own models and writes it to ``resources/samples``.

Run from anywhere: ``python packaging/make_sample.py``. The result is the same byte for byte each time.
"""

import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "resources" / "samples"
PROJECT = SAMPLES / "northwind.readiness.json"
INVENTORY = SAMPLES / "Group AI inventory.xlsx"
PROJECT_ID = "5a3c0f5e-8d1b-4c55-9d43-6e6f72746877"
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from desktop.files.codec import encode  # noqa: E402  # the checkout has to be found first
from desktop.method import load_method  # noqa: E402
from desktop.session.method_upgrade import answered_with  # noqa: E402
from desktop.workbook import Perspective, Workbook  # noqa: E402
from desktop.workbook.edits.people import add_person  # noqa: E402
from desktop.workbook.edits.systems import accept_proposal, add_system, reject_proposal  # noqa: E402
from northwind.deciding import decided  # noqa: E402
from northwind.inventory import imported, write_inventory  # noqa: E402  # the checkout has to be found first
from northwind.people import ENGAGEMENT, KELLER, OSEI, PEOPLE  # noqa: E402
from northwind.portfolio import CLAIMS_TRIAGE, ENTRIES  # noqa: E402
from northwind.steering import steered  # noqa: E402


def build_sample() -> Workbook:
    """The whole sample as one workbook."""
    workbook = Workbook(engagement=ENGAGEMENT)
    for person in PEOPLE:
        workbook = add_person(workbook, person)
    batch, rows = imported(INVENTORY, workbook)
    workbook = workbook.model_copy(update={"imports": {batch.id: batch}})
    for entry in ENTRIES:
        workbook = add_system(workbook, entry.system(rows))
    method = load_method()
    answered = answered_with(workbook, _decide_on_proposals(workbook), method)
    return decided(steered(answered, method), CLAIMS_TRIAGE)  # last: the seal freezes all that was entered before


def _decide_on_proposals(workbook: Workbook) -> Workbook:
    """Two answers accepted, one rejected, the rest left open."""
    on, system = date(2026, 11, 9), CLAIMS_TRIAGE
    business, data = Perspective.BUSINESS_FUNCTION, Perspective.DATA_GOVERNANCE
    workbook = accept_proposal(workbook, system, "fallback-and-escalation", view=business, by=KELLER, on=on)
    workbook = accept_proposal(workbook, system, "impact-assessed", view=data, by=OSEI, on=on)
    return reject_proposal(workbook, system, "monitoring-in-production", by=KELLER, on=on)


def sample_bytes() -> bytes:
    """The project file as it ships."""
    return encode(build_sample(), None, PROJECT_ID)[0]


def main() -> None:
    """Write the inventory and the project that was made from it."""
    SAMPLES.mkdir(parents=True, exist_ok=True)
    write_inventory(INVENTORY)
    PROJECT.write_bytes(sample_bytes())
    print(PROJECT.relative_to(ROOT))


if __name__ == "__main__":
    main()
