import csv
import io
import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.delimited import read_delimited
from desktop.exchange.problems import SourceRefusedError, sentence
from desktop.text import say

ROWS = (
    ("Chat", "Helpdesk", "Übermäßig viele Fragen"),
    ("Triage", "Klinik", "Größe; Gewicht, Alter"),
    ("Mailbot", "IT", "ß"),
)
TEXT = "Name,Unit,Note\r\n" + "".join(f'{a},{b},"{c}"\r\n' for a, b, c in ROWS)


@pytest.mark.parametrize(
    ("encoding", "mark", "found"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32-le"),
        ("cp1252", b"", "cp1252"),
        ("latin-1", b"", "cp1252"),
    ],
)
def test_encodings_are_found_and_cells_kept(encoding, mark, found):
    table = read_delimited(mark + TEXT.encode(encoding))
    assert (table.encoding, table.headers, table.rows) == (found, ("Name", "Unit", "Note"), ROWS)
    assert table.problems == ()


@pytest.mark.parametrize(
    "words",
    ["Żółć gęślą jaźń, część świąteczna", "Příliš žluťoučký kůň úpěl ďábelské ódy", "Árvíztűrő tükörfúrógép őrült"],
)
def test_central_european_text_is_told_from_western(words):
    table = read_delimited(f'Name,Text\nA,"{words}"\n'.encode("cp1250"))
    assert (table.encoding, table.rows[0][1]) == ("cp1250", words)


@pytest.mark.parametrize(
    "words", ["Ünïcödé façade – “naïve”", "Größe über Maß", "señor niño ¿qué?", "på ø ære", "coração não"]
)
def test_western_text_stays_western(words):
    table = read_delimited(f'Name,Text\nA,"{words}"\n'.encode("cp1252"))
    assert (table.encoding, table.rows[0][1]) == ("cp1252", words)


def test_undefined_bytes_are_kept_and_reported_with_their_row():
    table = read_delimited(b"Name,Text\nA,fine\nB,odd \x81 byte \x93quoted\x94\n")
    assert table.rows[1] == ("B", "odd \x81 byte “quoted”")
    (problem,) = table.problems
    assert (problem.code, problem.row) == ("stray-byte", 3)
    assert "cp1252" in sentence(problem)


def test_a_few_broken_bytes_do_not_turn_utf8_into_something_else():
    good = "Name,Text\n" + "".join(f"S{n},Größe übermäßig\n" for n in range(20))
    table = read_delimited(good.encode() + b"Last,caf\xe9\n")
    assert table.encoding == "utf-8"
    assert table.rows[0][1] == "Größe übermäßig"
    assert table.rows[-1] == ("Last", "café")
    assert [(problem.code, problem.row) for problem in table.problems] == [("stray-byte", 22)]


@pytest.mark.parametrize(("delimiter", "name"), [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "bar")])
def test_separators_are_found_by_consistent_rows(delimiter, name):
    rows = [["Name", "Unit", "Text"]] + [[f"S{n}", "a" if n % 2 else "b", "one, two; three | four"] for n in range(8)]
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    table = read_delimited(stream.getvalue().encode())
    assert (table.dialect, table.rows[0]) == (name, ("S0", "b", "one, two; three | four"))


def test_commas_in_prose_do_not_win_over_semicolons():
    text = "Name;Text\n" + "".join(f"S{n};a, b, c, d, e, f\n" for n in range(9))
    assert read_delimited(text.encode()).headers == ("Name", "Text")


def test_declared_separator_is_no_data():
    table = read_delimited(b"sep=|\r\nName|Text\r\nA|b,c;d\r\n")
    assert (table.headers, table.rows, table.row_numbers, table.lines) == (
        ("Name", "Text"),
        (("A", "b,c;d"),),
        (3,),
        (3,),
    )


def test_single_quotes_around_cells():
    text = "'Name','Text'\n'A','one, two'\n'B','three, four'\n'C','it''s'\n"
    assert read_delimited(text.encode()).rows == (("A", "one, two"), ("B", "three, four"), ("C", "it's"))


def test_one_column_is_a_table_too():
    assert read_delimited(b"Name\nChat\nTriage\n").rows == (("Chat",), ("Triage",))


def test_rows_and_lines_are_what_a_person_sees():
    table = read_delimited(b'Name,Text\nA,"one\ntwo\nthree"\n\nB,last\n')
    assert table.row_numbers == (2, 4)
    assert table.lines == (2, 6)
    assert table.rows[0][1] == "one\ntwo\nthree"


def test_ragged_rows_are_reported_and_keep_every_cell():
    table = read_delimited(b"Name,Unit,Text\nA,b,c\nB,b\nC,b,c,surplus,\nD,d,e\nE,e,f\n")
    assert table.headers == ("Name", "Unit", "Text", "")
    assert table.rows[1] == ("B", "b", "", "")
    assert table.rows[2] == ("C", "b", "c", "surplus")
    assert [(problem.code, problem.row) for problem in table.problems] == [("row-too-short", 3), ("row-too-long", 4)]


def test_unclosed_quotes_are_reported_where_they_open():
    table = read_delimited(b'Name,Text\nA,fine\nB,"never closed\nC,x\n')
    assert [(problem.code, problem.row) for problem in table.problems] == [("quotes", 3)]
    assert "C,x" in table.rows[-1][1]


def test_titles_above_the_header_are_kept_apart():
    table = read_delimited(b"AI inventory 2026,,\n,,\nName,Unit,Text\nA,b,c\n")
    assert table.preamble == (("AI inventory 2026", "", ""),)
    assert (table.headers, table.row_numbers) == (("Name", "Unit", "Text"), (4,))


def test_nulls_and_trailing_empty_rows_do_no_harm():
    table = read_delimited(b"Name,Text\nA,nu\x00ll and more text\n,\n,\n")
    assert table.rows == (("A", "nu\x00ll and more text"),)


@pytest.mark.parametrize(("data", "code"), [(b"\n\n ,, \n", "empty"), (b"Name\n" + b"x" * 200_001, "cell-too-long")])
def test_what_cannot_be_imported_is_refused(data, code):
    with pytest.raises(SourceRefusedError) as refused:
        read_delimited(data)
    assert refused.value.problem.code == code
    assert str(refused.value).endswith(".")


def test_too_large_is_refused_before_decoding(monkeypatch):
    monkeypatch.setattr("desktop.exchange.delimited.LARGEST", 10)
    with pytest.raises(SourceRefusedError, match="larger than"):
        read_delimited(b"Name,Text\nA,b\n")


def test_the_person_may_overrule():
    data = "Name;Tëxt, more\nA;b\n".encode("cp1250", "replace")
    assert read_delimited(data, encoding="latin-1", delimiter=",").headers[0].startswith("Name;T")
    assert read_delimited("Name,名前\nA,日本\n".encode("shift_jis"), encoding="shift_jis").rows == (("A", "日本"),)
    broken = read_delimited(b"Name,Text\nA,\x93\xfa\x96\n", encoding="shift_jis")
    assert [(problem.code, problem.row) for problem in broken.problems] == [("stray-byte", 2)]


@pytest.mark.parametrize("encoding", ["no-such-code", "hex", "rot13", "idna"])
def test_a_name_that_is_no_encoding_is_refused(encoding):
    with pytest.raises(SourceRefusedError, match="not known"):
        read_delimited(b"Name;T\xebxt\nA;b\n", encoding=encoding)


CELLS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
TABLES = st.integers(1, 5).flatmap(lambda n: st.lists(st.tuples(*[CELLS] * n), min_size=1, max_size=6))


@given(rows=TABLES, delimiter=st.sampled_from(",;\t|"), encoding=st.sampled_from(["utf-8-sig", "utf-8", "utf-16"]))
def test_whatever_is_written_is_read_back(rows, delimiter, encoding):
    header = tuple(f"Column {at}" for at in range(len(rows[0]) + 1))
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([header, *(("id", *row) for row in rows)])
    table = read_delimited(stream.getvalue().encode(encoding), delimiter=delimiter)
    assert table.headers == header
    assert table.rows == tuple(("id", *row) for row in rows)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_table_or_a_reason(data):
    with suppress(SourceRefusedError):
        table = read_delimited(data)
        assert all(len(row) == len(table.headers) for row in table.rows)


def test_memory_stays_in_proportion_to_the_file():
    data = ("Name,Unit,Text\n" + "".join(f"System {n},Unit,{'long text ' * 20}\n" for n in range(8_000))).encode()
    read_delimited(data[:2000])
    tracemalloc.start()
    read_delimited(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 6 * len(data)


@pytest.mark.parametrize(
    "data", [b"," * 3_000_000, b"Name\n" + b"x," * 60_000, b"a" + b",b" * 1_999 + b"\n" + b"c\n" * 6_000]
)
def test_more_cells_than_an_inventory_has_are_refused_before_they_are_made(data):
    tracemalloc.start()
    with pytest.raises(SourceRefusedError) as refused:
        read_delimited(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused.value.problem.code == "too-many-cells"
    assert peak < 150_000_000


def test_more_rows_than_an_inventory_has_are_refused_while_reading(monkeypatch):
    monkeypatch.setattr("desktop.exchange.delimited.MOST_ROWS", 100)
    with pytest.raises(SourceRefusedError, match="far more rows"):
        read_delimited(b"a\n" * 300)


def test_every_separator_has_a_name_that_can_be_shown():
    for sign in ",;\t|:":
        table = read_delimited(f"sep={sign}\nName{sign}Text\nA{sign}b\n".encode())
        assert (table.rows, say(f"exchange.dialect.{table.dialect}") != "") == ((("A", "b"),), True)
