"""Texts that people enter stay texts, whatever they look like."""

import importlib.util
from io import BytesIO

import pytest
from openpyxl.utils.escape import unescape

from desktop.method import load_method
from desktop.reports.excel.plain import LONGEST, REPLACEMENT, one_line, plain
from desktop.workbook import Engagement, Person, Sprint, System, Workbook
from desktop.workbook.decision import Condition, Decision, Outcome
from desktop.workbook.sprint import Assignment, Connection, Figures, Metric, Run, Scoring, Tally
from tests.unit.reports.excel.engagement import report
from tests.unit.reports.excel.opened import opened, sheet, tables, word, written

TASKS = tuple(check.id for page in load_method().sprint_weeks for check in page.checks)[:12]


@pytest.fixture(scope="module")
def payloads(shared):
    script = shared / "trials" / "hostile" / "gen_text_hostile.py"
    if not script.is_file():
        pytest.skip(f"needs the hostile texts: {script} is not there")
    spec = importlib.util.spec_from_file_location("gen_text_hostile", script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert len(module.PAYLOADS) >= 137
    return [entry["value"] for entry in module.PAYLOADS]


@pytest.fixture(scope="module")
def hostile_book(payloads):
    return opened(written(report(hostile(payloads))))


def hostile(texts):
    """A workbook that carries each text where a person could have typed it, past what pydantic's surrogate check allows.

    Every text names a system; a dozen share one sprint, since each sprint brings whole sheets along.
    """
    names = {f"s{n}": _system(f"s{n}", text, None) for n, text in enumerate(texts)}
    for start in range(0, len(texts), len(TASKS)):
        names[f"s{start}"] = _system(f"s{start}", texts[start], _sprint(texts[start : start + len(TASKS)]))
    return _workbook(texts, names)


def _workbook(texts, systems):
    return Workbook.model_construct(
        engagement=_made(Engagement(), client=texts[0]),
        people={"p": Person(id="p", name="=1+1")},
        imports={},
        systems=systems,
    )


def _system(key, text, sprint):
    return _made(System(id=key, name="x"), name=text, unit=text, sprint=sprint)


def _sprint(texts):
    conditions = {f"d{n}": _made(Condition(), text=text) for n, text in enumerate(texts)}
    return _made(
        Sprint(),
        metrics={f"m{n}": _made(Metric(), name=text, unit=text, measured_how=text) for n, text in enumerate(texts)},
        scoring=Scoring(runs={f"r{n}": _run(n, text, texts) for n, text in enumerate(texts)}),
        connections={f"c{n}": _made(Connection(), name=text, fallback=text) for n, text in enumerate(texts)},
        decision=_made(Decision(), outcome=Outcome.CONDITIONAL, reason=texts[0], conditions=conditions),
        assignments={task: _made(Assignment(), owner="p", note=text) for task, text in zip(TASKS, texts, strict=False)},
    )


def _run(n, text, texts):
    """The texts as versions; the last run's kinds of case and the names of some further sets are hostile too."""
    if n > 12:
        return _made(Run(), version=text)
    tallies = tuple(_made(Tally(), name=name, scored=20, correct=9) for name in texts) if n == 0 else ()
    figures = _made(Figures(), slices=tallies)
    return _made(Run(), version=text, scored=200, correct=150, test_set=text if n else "", figures=figures)


def _made(blank, **fields):
    return type(blank).model_construct(**{**dict(blank), **fields})


def test_every_hostile_text_stays_a_text(payloads, hostile_book):
    rows = tables(sheet(hostile_book, "portfolio"), "stage")[0]
    assert len(rows) == len(payloads)
    for text, row in zip(payloads, rows, strict=True):
        assert (row[word("system")] or "") == plain(text).text
    for page in hostile_book:
        for line in page.iter_rows():
            for cell in line:
                assert cell.data_type != "e", (page.title, cell.coordinate)
    notes = {row[word("note")] for row in tables(sheet(hostile_book, "tasks"), "task")[0]}
    assert {plain(text).text for text in payloads if plain(text).text} <= notes


def test_user_texts_are_quoted_and_typed_as_strings(hostile_book):
    page = sheet(hostile_book, "portfolio")
    column = next(cell.column for cell in page[7] if cell.value == word("system"))
    for row in range(8, page.max_row + 1):
        cell = page.cell(row, column)
        if cell.value is not None:
            assert cell.data_type == "s"
            assert cell.quotePrefix


def test_hostile_texts_survive_recalculation_as_texts(payloads, recalculate):
    texts = [text for text in payloads if len(text) < 1000]
    computed = recalculate(written(report(hostile(texts))))
    rows = tables(sheet(computed, "portfolio"), "stage")[0]
    for text, row in zip(texts, rows, strict=True):
        shown = row[word("system")]
        assert isinstance(shown, str | None), (text, shown)
        if text.strip() and text == plain(text).text:
            assert shown == text
    assert not [cell for page in computed for line in page.iter_rows() for cell in line if cell.data_type == "e"]


def test_what_cannot_be_stored_is_replaced_visibly_and_said():
    system = System.model_construct(**{**dict(System(id="a", name="x")), "name": "a\x00b\uffff\ud800"})
    book = opened(written(report(Workbook.model_construct(**{**dict(Workbook()), "systems": {"a": system}}))))
    assert tables(sheet(book, "portfolio"), "stage")[0][0][word("system")] == f"a{REPLACEMENT}b{REPLACEMENT * 2}"
    said = {row[0].value: row[1].value for row in sheet(book, "readme").iter_rows(max_col=2)}
    assert "Portfolio A8" in said[word("readme-changed-name")]


def test_nothing_is_said_where_nothing_was_changed(book):
    assert word("readme-changed-name") not in {row[0].value for row in sheet(book, "readme").iter_rows()}


@pytest.mark.parametrize("text", ["x" * LONGEST, "x" * (LONGEST + 1), "😀" * 20_000, "_x0041_" * 6_000, "\n" * 40_000])
def test_no_cell_is_longer_than_excel_allows(text):
    stored = plain(text)
    assert len(stored.text.encode("utf-16-le")) // 2 <= LONGEST
    assert bool(stored.cut) == (len(stored.text) != len(text) and "[cut here" in stored.text)
    assert stored.changed == (stored.text != text)


def test_what_looks_like_an_escape_is_escaped_and_comes_back():
    for text in ("_x0041_", "a_x000D_b", "__x0041__", "_x00zz_"):
        assert unescape(plain(text).text) == text
    assert plain("_x00zz_").text == "_x00zz_"


def test_line_breaks_become_one_kind():
    assert plain("a\r\nb\rc\nd").text == "a\nb\nc\nd"


def test_one_line_is_flat_and_short():
    assert one_line(" a\n\tb\x00c ", 100) == "a b�c"
    assert len(one_line("😀" * 50, 21).encode("utf-16-le")) // 2 <= 21


def test_a_formula_in_a_name_is_not_computed_where_other_sheets_show_it(recalculate):
    systems = {"a": System(id="a", name="=1+1", sprint=Sprint())}
    people = {"p": Person(id="p", name="=2+2")}
    book = recalculate(written(report(Workbook(systems=systems, people=people))))
    assert sheet(book, "dashboard")["A1"].value == "=1+1"
    stream = BytesIO()
    book.save(stream)
    assert stream.getvalue()
