import io
import random
import tracemalloc
import zipfile
from contextlib import suppress

import pytest

from desktop.exchange.preflight import inspect
from desktop.exchange.problems import SourceRefusedError
from desktop.exchange.spreadsheet import read_spreadsheet
from tests.unit.exchange.hostile import archive, book, hostile_cases, packed, sheet

CASES = hostile_cases()


@pytest.mark.parametrize("name", CASES)
def test_hostile_workbooks_are_refused_with_bounded_memory(name):
    data, code = CASES[name]
    tracemalloc.start()
    with pytest.raises(SourceRefusedError) as refused:
        read_spreadsheet(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused.value.problem.code == code
    assert str(refused.value).endswith(".")
    assert peak < 20_000_000


def test_a_sound_workbook_passes_and_is_counted():
    data = archive(sheet=sheet('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><v>3</v></c></row>'))
    findings = inspect(io.BytesIO(data), len(data))
    assert (findings.parts, findings.counts.cells, findings.counts.formulas) == (5, 2, 1)
    assert (findings.external_links, findings.macros) == (0, False)


def test_the_list_of_formulas_is_no_sheet():
    chain = (
        "<calcChain>" + "".join(f'<c r="{place}" i="1"/>' for place in ("XFD9", "A300000", "B1", "B1")) + "</calcChain>"
    )
    data = archive(**{"xl/calcChain.xml": chain})
    assert inspect(io.BytesIO(data), len(data)).counts.cells == 1


def test_cells_count_also_under_a_prefix():
    text = (
        sheet('<row r="1"><c r="A1"/><c r="B1"/></row>')
        .replace("<", "<x:")
        .replace("<x:/", "</x:")
        .replace("xmlns=", "xmlns:x=")
    )
    data = archive(sheet=text)
    assert inspect(io.BytesIO(data), len(data)).counts.cells == 2


def test_one_endless_tag_or_text_is_refused_without_waiting_for_its_end():
    noise = random.Random(7).randbytes(3_000_000).hex()  # does not compress, so that no ratio gives it away
    for text in (book(inside=f"<!--{noise}-->"), book(inside=f"<a>{noise}</a>"), book(inside=f'<a b="{noise}"/>')):
        data = archive(book=text)
        with pytest.raises(SourceRefusedError) as refused:
            inspect(io.BytesIO(data), len(data))
        assert refused.value.problem.code == "workbook-too-much"


def test_too_many_rows_and_cells_are_refused(monkeypatch):
    monkeypatch.setattr("desktop.exchange.sheet_scan.ROWS", 3)
    monkeypatch.setattr("desktop.exchange.sheet_scan.CELLS", 5)
    for rows in ("<row/>" * 4, "<row><c/><c/><c/></row>" * 2):
        data = archive(sheet=sheet(rows))
        with pytest.raises(SourceRefusedError):
            inspect(io.BytesIO(data), len(data))


def test_locked_parts_and_unknown_packing_are_refused():
    for flag, code in ((0x1, "old-or-locked-workbook"), (0, "workbook-damaged")):
        data = bytearray(archive())
        at = data.find(b"PK\x01\x02")
        data[at + 8] |= flag
        data[at + 10] = 0 if flag else 99
        with pytest.raises(SourceRefusedError) as refused:
            inspect(io.BytesIO(bytes(data)), len(data))
        assert refused.value.problem.code == code


def test_size_is_the_first_question():
    with pytest.raises(SourceRefusedError, match="larger than"):
        inspect(io.BytesIO(b""), 65 * 1024 * 1024)


@pytest.mark.parametrize("seed", range(40))
def test_damage_anywhere_is_refused_or_read_but_never_escapes(seed):
    chance = random.Random(seed)
    data = bytearray(archive())
    for _ in range(chance.randint(1, 6)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    with suppress(SourceRefusedError):
        read_spreadsheet(bytes(data))


def test_parts_that_are_no_xml_are_left_alone():
    data = archive(**{"xl/media/image1.png": b"\x89PNG" + bytes(100), "xl/vbaProject.bin": b"code"})
    assert inspect(io.BytesIO(data), len(data)).macros
    assert zipfile.is_zipfile(io.BytesIO(packed({"a": "b"})))
