"""The value case in the rail: what it is worth, and whether something that was entered cannot stand."""

from desktop.analysis.progress import PageState
from desktop.analysis.value import three_numbers
from desktop.analysis.value_basis import basis, missing
from desktop.session.rail_entry import Around, RailEntry
from desktop.session.value import VALUE, value_of
from desktop.text import say
from desktop.text.formatting import money


def value_entry(around: Around) -> RailEntry:
    """The place of the value case; its note is the likely present value, or the net return while no rate is known."""
    value = value_of(around.system)
    found, gaps = three_numbers(value), missing(value)
    worth = found.npv or found.net
    note = money(worth.likely, around.workbook.engagement.currency) if worth and worth.likely is not None else ""
    sourced = all(part.sourced == part.lines for part in basis(value))
    state: PageState = "done" if not gaps and sourced else "started"
    if any(gap.why == "wrong" for gap in gaps):
        state = "problem"
    if not note and state == "started" and found.continuing is None and found.investment is None:
        state = "empty"
    return RailEntry(VALUE, say("value.rail"), "coins", note, state)
