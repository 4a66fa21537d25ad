"""The integration sheet: what is missing, the order by formula, and doubled effort, as LibreOffice computes them."""

from datetime import date
from io import BytesIO

import pytest

from desktop.method import load_method
from desktop.reports.report import Stamp, build_report
from desktop.text import say
from tests.connected import alike, connected
from tests.northwind import sample
from tests.unit.reports.excel.opened import opened, sheet, tables, word, written

STAMP = Stamp(date(2026, 11, 21), "47", "0.1.0")
ORDER, PHASE, MISSING = "integration.sheet.rank", "integration.column.phase", "integration.column.flags"


def rows(book):
    listed = tables(sheet(book, "integration"), "record-id")[-1]
    return {(row[word("system-id")], row[word("record-id")]): row for row in listed if row[word("record-id")]}


@pytest.mark.parametrize("make", [sample, alike, lambda: connected(25)], ids=["sample", "alike", "25"])
def test_order_suggestion_and_phase_are_those_of_the_app(make, recalculate):
    report = build_report(make(), load_method(), STAMP)
    shown = rows(recalculate(written(report)))
    assert len(shown) == sum(len(system.sprint.connections) for system in report.systems)
    for system in report.systems:
        for entry in system.candidates:
            row = shown[system.system.id, entry.id]
            assert row[say(ORDER)] in ((entry.place,) if entry.viable else (None, "")), entry
            chosen, suggested = entry.id == system.sprint.phase_one, entry.id == system.suggested
            assert (row[word("first")] or "") == (
                word("first-chosen") if chosen else word("first-suggested") if suggested else ""
            )
            phase = next(plan.phase.id[-1] for plan in system.phases if entry.id in plan.connections)
            assert row[say(PHASE)] == f"Phase {phase}"


def test_a_changed_estimate_changes_the_order(recalculate):
    book = opened(written(build_report(sample(), load_method(), STAMP, "0001-claims-triage")))
    page = sheet(book, "integration")
    heads = {cell.value: cell.column for row in page.iter_rows() for cell in row if isinstance(cell.value, str)}
    name, likely = heads[word("connection")], heads["Days, likely"]
    for row in range(1, page.max_row + 1):
        if page.cell(row, name).value == "Core claims system" and page.cell(row, likely).value == 22:
            page.cell(row, likely).value = 1
            page.cell(row, likely - 1).value = 1
    stream = BytesIO()
    book.save(stream)
    after = {row[word("connection")]: row for row in rows(recalculate(stream.getvalue())).values()}
    assert after["Core claims system"][say(ORDER)] == 1
    assert after["Claims mail gateway"][say(ORDER)] == 2
    assert after["Core claims system"]["Doubled, likely"] == 2
    assert after["Core claims system"][word("first")] == word("first-suggested")


def test_what_is_missing_stands_in_words(recalculate):
    report = build_report(sample(), load_method(), STAMP, "0002-underwriting-notes")
    shown = {row[word("connection")]: row for row in rows(recalculate(written(report))).values()}
    assert shown["Policy administration system"][say(MISSING)] == "No fallback"
    assert shown["Sanctions screening service"][say(MISSING)] == "Not a person"
    assert shown["Regulatory archive"][say(MISSING)] == "No owner or fallback"
    assert shown["Rating engine"][say(MISSING)] in (None, "")
    assert shown["Regulatory archive"]["Doubled, likely"] in (None, ""), "not estimated is not zero"
