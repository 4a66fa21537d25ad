"""The sample as it was before anybody drafted a plan, for tests that draft one themselves."""

from functools import cache

from desktop.workbook import Workbook
from desktop.workbook.edits.systems import add_system
from tests.northwind import sample

CLAIMS = "0001-claims-triage"


@cache
def unplanned() -> Workbook:
    """The sample, its first system without a plan."""
    return add_system(sample(), sample().systems[CLAIMS].model_copy(update={"plan": None}))
