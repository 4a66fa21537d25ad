"""Excel finds nothing to repair."""

import pytest
from openxml_audit import OpenXmlValidator, ValidationSeverity

from desktop.workbook import Workbook
from tests.northwind import sample
from tests.unit.reports.excel.engagement import report
from tests.unit.reports.excel.opened import written


@pytest.mark.parametrize(
    "made",
    [report, lambda: report(Workbook()), lambda: report(system_id="0001-ab"), lambda: report(sample())],
    ids=["three systems", "nothing yet", "one system", "sample"],
)
def test_the_file_is_sound(made, tmp_path):
    file = tmp_path / "tracker.xlsx"
    file.write_bytes(written(made()))
    found = OpenXmlValidator().validate(str(file)).errors
    wrong = [error for error in found if error.severity is ValidationSeverity.ERROR]
    assert [(error.description, error.path) for error in wrong if not _order_in_a_font(error)] == []


def _order_in_a_font(error):
    """ECMA-376 lets the parts of a font stand in any order (a choice, not a sequence); the validator does not."""
    return error.part_uri == "/xl/styles.xml" and "/font[" in str(error.path)
