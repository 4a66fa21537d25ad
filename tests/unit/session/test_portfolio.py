"""The portfolio's rows, filters and order."""

from datetime import date

from desktop.analysis.portfolio import summarise
from desktop.session.portfolio import Filter, PortfolioRows, headline, ordered
from desktop.workbook import Person, Stage, System, Workbook
from desktop.workbook.edits.places import set_value

TODAY = date(2026, 11, 21)
WORKBOOK = Workbook(
    people={"p1": Person(id="p1", name="Ana Lima"), "p2": Person(id="p2", name="Claims team")},
    systems={
        "a": System(
            id="a", name="Zebra finder", unit="Claims", stage=Stage.PILOT, started=date(2025, 1, 1), owner="p1"
        ),
        "b": System(id="b", name="alpha", stage=Stage.IDEA, started=date(2026, 11, 1), owner="p2"),
        "c": System(id="c", name="Beta", stage=None, purpose="finds fraud"),
        "d": System(id="d", name="Delta", stage=Stage.OPERATION, started=date(2020, 1, 1)),
    },
)


def names(rows):
    return [row.name for row in rows]


def test_words_are_found_in_name_unit_owner_and_purpose_in_any_order():
    memory = PortfolioRows()
    rows = memory.rows(WORKBOOK, TODAY)
    assert names(memory.matching(rows, Filter(text="claims zebra"))) == ["Zebra finder"]
    assert names(memory.matching(rows, Filter(text="FRAUD"))) == ["Beta"]
    assert names(memory.matching(rows, Filter(text="lima"))) == ["Zebra finder"]
    assert not memory.matching(rows, Filter(text="nothing like it"))


def test_filters_narrow_together():
    memory = PortfolioRows()
    rows = memory.rows(WORKBOOK, TODAY)
    assert names(memory.matching(rows, Filter(stalled=True))) == ["Zebra finder"]
    assert names(memory.matching(rows, Filter(owned=True))) == ["Zebra finder"]
    assert names(memory.matching(rows, Filter(stages=frozenset({None})))) == ["Beta"]
    assert not memory.matching(rows, Filter(stalled=True, owned=False))


def test_unknown_values_come_last_in_both_directions():
    rows = PortfolioRows().rows(WORKBOOK, TODAY)
    assert names(ordered(rows, "months", descending=True)) == ["Delta", "Zebra finder", "alpha", "Beta"]
    assert names(ordered(rows, "months", descending=False)) == ["alpha", "Zebra finder", "Delta", "Beta"]
    assert names(ordered(rows, "name", descending=False)) == ["alpha", "Beta", "Delta", "Zebra finder"]


def test_only_the_system_that_changed_gets_a_new_row():
    memory = PortfolioRows()
    before = memory.rows(WORKBOOK, TODAY)
    after = memory.rows(set_value(WORKBOOK, ("systems", "c", "name"), "Beta 2"), TODAY)
    assert [new is old for new, old in zip(after, before, strict=True)] == [True, True, False, True]


def test_a_renamed_owner_renews_their_rows_only():
    memory = PortfolioRows()
    before = memory.rows(WORKBOOK, TODAY)
    after = memory.rows(set_value(WORKBOOK, ("people", "p1", "name"), "Ana Costa"), TODAY)
    assert [new is old for new, old in zip(after, before, strict=True)] == [False, True, True, True]


def test_the_headline_answers():
    assert headline(summarise(PortfolioRows().rows(WORKBOOK, TODAY))) == "1 of 4 systems has stood still for too long"
    assert headline(summarise(())) == "No AI system yet"
