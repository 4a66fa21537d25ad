import random

import pytest

from desktop.exchange.suggest import reason_text, suggest, target_name
from desktop.exchange.table import Table
from desktop.exchange.vocabulary import targets
from tests.unit.exchange.builders import german, table_of

PLAIN = "System,Line of business,Lifecycle stage,Go-live date,Owner,What does it do,Vendor\n" + "".join(
    f"System {name},Claims,{stage},2024-0{n + 1}-1{n},Ann Lee{name},{'reads letters and sorts them by urgency ' * 3},Acme\n"
    for n, (name, stage) in enumerate(
        [("a", "Live"), ("b", "Pilot"), ("c", "Retired"), ("d", "In development"), ("e", "Live")]
    )
)


def chosen(table: Table) -> dict[str, str]:
    return {target: entry.column.header for target, entry in suggest(table).fields.items()}


def test_german_headers_and_dates_are_understood():
    mapping = suggest(german())
    assert chosen(german()) == {
        "name": "Anwendung",
        "unit": "Abteilung",
        "purpose": "Beschreibung",
        "stage": "Projektstatus",
        "started": "Projektstart",
        "implemented": "Produktiv seit",
        "owner": "Verantwortlich",
        "impact_assessment": "Folgenabschätzung",
    }
    assert mapping.fields["implemented"].date_order == "day-first"
    assert mapping.fields["started"].date_order == "day-first"
    assert mapping.fields["stage"].values["Stillgelegt"] == "retired"


def test_other_english_headers_are_understood():
    assert chosen(table_of(PLAIN)) == {
        "name": "System",
        "unit": "Line of business",
        "stage": "Lifecycle stage",
        "implemented": "Go-live date",
        "owner": "Owner",
        "purpose": "What does it do",
        "built_by": "Vendor",
    }


def test_meaningless_headers_leave_it_to_the_cells():
    pairs = [("Live", "Both"), ("Pilot", "Neither"), ("Retired", "Rights-impacting"), ("Planned", "Safety")] * 3
    rows = [f"Reader of letters {n},{stage},{impact},text" for n, (stage, impact) in enumerate(pairs)]
    mapping = suggest(table_of("c1,c2,c3,c4\n" + "\n".join(rows) + "\n"))
    assert {target: entry.column.header for target, entry in mapping.fields.items()} == {
        "name": "c1",
        "stage": "c2",
        "impact": "c3",
    }
    assert all(entry.reason == "cells" and entry.confidence < 0.65 for entry in mapping.fields.values())


def test_a_header_that_its_cells_deny_is_not_taken():
    text = "Name,Status\n" + "".join(f"System {n},{n * 17 % 101}.{n}\n" for n in range(12))
    assert "stage" not in chosen(table_of(text))


def test_headers_of_repeated_columns_are_told_apart():
    text = "Name,If other,Status,If other\n" + "".join(f"System {n},a,Live,b\n" for n in range(4))
    table = table_of(text)
    assert [str(key) for key in table.columns] == ["Name", "If other", "Status", "If other (2)"]


def test_published_inventory(federal):
    mapping = suggest(federal)
    found = {target: federal.columns.index(_key(federal, entry)) for target, entry in mapping.fields.items()}
    assert found == EXPECTED
    assert {
        mapping.fields[target].date_order for target in ("started", "development_began", "implemented", "retired")
    } == {"month-first"}
    assert all(entry.confidence > 0.6 for entry in mapping.fields.values())


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_columns_does_not_matter(federal, seed):
    order = list(range(62))
    random.Random(seed).shuffle(order)
    shuffled = Table(
        headers=tuple(federal.headers[at] for at in order),
        rows=tuple(tuple(row[at] for at in order) for row in federal.rows[::3]),
        row_numbers=federal.row_numbers[::3],
    )
    mapping = suggest(shuffled)
    found = {target: order[shuffled.columns.index(_key(shuffled, entry))] for target, entry in mapping.fields.items()}
    assert found == EXPECTED


def test_names_that_repeat_are_still_names():
    text = "Use case name,Stage\n" + "".join(f"Chat {n % 3},Live\nMail,Pilot\n" for n in range(60))
    assert chosen(table_of(text)) == {"name": "Use case name", "stage": "Stage"}


def test_every_target_and_reason_has_words():
    assert all(target_name(target.id) for target in targets())
    assert reason_text(suggest(german()).fields["name"])


EXPECTED = {
    "name": 0, "organisation": 1, "unit": 3, "purpose": 7, "decisions": 8, "data": 26, "built_by": 15, "stage": 9,
    "impact": 10, "started": 11, "development_began": 12, "implemented": 13, "retired": 14, "monitoring": 49,
    "fallback_escalation": 58, "operational_testing": 46, "impact_assessment": 45, "documentation": 43,
    "autonomy": 50, "independent_evaluation": 48,
}  # fmt: skip


def _key(table: Table, entry):
    return next(
        key for key in table.columns if (key.header, key.occurrence) == (entry.column.header, entry.column.occurrence)
    )
