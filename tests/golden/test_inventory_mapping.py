"""A mapping that a released version wrote is still read, still fits, and is written back byte for byte."""

from pathlib import Path

from desktop.exchange.mapping import dump_mapping, load_mapping, resolve
from tests.unit.exchange.builders import german

FIRST = Path(__file__).parent / "inventory-mapping-1.json"


def test_the_first_format_is_read_and_written_back():
    mapping = load_mapping(FIRST)
    assert dump_mapping(mapping) == FIRST.read_text(encoding="utf-8")
    assert resolve(mapping, german()).problems == ()
    assert mapping.fields["stage"].values["Eingefroren"] == "retired"
    assert (mapping.fields["purpose"].reason, mapping.fields["started"].date_order) == ("chosen", "day-first")
