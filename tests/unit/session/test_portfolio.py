"""The portfolio's rows, filters and order."""

from datetime import date

from desktop.analysis.portfolio import summarise
from desktop.method import load_method
from desktop.session.assess import assess
from desktop.session.portfolio import Filter, PortfolioRows, headline, ordered
from desktop.workbook import Person, Stage, System, Workbook
from desktop.workbook.edits.places import set_value
from tests.northwind import sample

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


def test_each_key_finds_what_a_search_anew_finds():
    """Forwards, back and over to other words: what is taken over from the key before is never too little or too much."""
    memory = PortfolioRows()
    rows = memory.rows(sample(), TODAY)
    for text in ("c", "cl", "cla", "cl", "claims ", "claims t", "claims tr", "t", "", "tr cl", "TR", "c"):
        anew = PortfolioRows()
        wanted = Filter(text=text)
        assert memory.matching(rows, wanted) == anew.matching(anew.rows(sample(), TODAY), wanted)


def test_a_changed_purpose_is_found_though_no_row_shows_it():
    memory = PortfolioRows()
    rows = memory.rows(WORKBOOK, TODAY)
    assert not memory.matching(rows, Filter(text="leak"))
    memory.rows(set_value(WORKBOOK, ("systems", "d", "purpose"), "finds leaks"), TODAY)
    assert names(memory.matching(rows, Filter(text="leak"))) == ["Delta"]


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


def test_rungs_stand_beside_the_systems_and_blank_ones_come_last():
    method, workbook = load_method(), sample()
    rows = PortfolioRows().rows(workbook, TODAY, method)
    assert {row.id: row.rung for row in rows if row.rung is not None} == {
        name: assess(workbook, method, name, TODAY).rung.rung
        for name, system in workbook.systems.items()
        if system.ratings or system.rung_override
    }
    assert [row.rung for row in ordered(rows, "rung", descending=True)][:4] == [4, 2, 1, None]
    assert [row.rung for row in ordered(rows, "rung", descending=False)][:4] == [1, 2, 4, None]


def test_a_rung_is_worked_out_once_and_again_where_a_system_changed():
    memory, method, workbook = PortfolioRows(), load_method(), sample()
    before = memory.rows(workbook, TODAY, method)
    assert all(new is old for new, old in zip(memory.rows(workbook, TODAY, method), before, strict=True))
    name = next(iter(workbook.systems))
    changed = memory.rows(set_value(workbook, ("systems", name, "ratings"), {}), TODAY, method)
    assert [row.rung for row in changed if row.id == name] == [None]
    assert sum(new is not old for new, old in zip(changed, before, strict=True)) == 1


def test_the_headline_does_not_praise_what_nobody_knows():
    bare = Workbook(systems={"c": WORKBOOK.systems["c"]})
    assert headline(summarise(PortfolioRows().rows(bare, TODAY))) == "One system, and its start is not known"
