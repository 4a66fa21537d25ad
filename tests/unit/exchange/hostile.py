"""Workbooks that must never reach a library: each a small archive that grows, loops or lies when it is read."""

import io
import struct
import warnings
import zipfile

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
HELLO = '<row r="1"><c r="A1" t="inlineStr"><is><t>hello</t></is></c></row>'


def sheet(rows: str = HELLO, *, before: str = "", after: str = "") -> str:
    return f"{before}<worksheet {MAIN}><sheetData>{rows}</sheetData>{after}</worksheet>"


def book(sheets: str = '<sheet name="One" sheetId="1" r:id="rId1"/>', *, before: str = "", inside: str = "") -> str:
    return f"{before}<workbook {MAIN} {LINKS}>{inside}<sheets>{sheets}</sheets></workbook>"


def relations(target: str = "worksheets/sheet1.xml") -> str:
    one = f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="{target}"/>'
    return f'<Relationships xmlns="{RELATIONS}">{one}</Relationships>'


def parts() -> dict[str, str | bytes]:
    """The parts of a workbook that is sound."""
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": book(),
        "xl/_rels/workbook.xml.rels": relations(),
        "xl/worksheets/sheet1.xml": sheet(),
    }


def archive(**changed: str | bytes) -> bytes:
    """A workbook; keys of ``changed`` are part names with ``__`` for ``/``."""
    names = {"sheet": "xl/worksheets/sheet1.xml", "book": "xl/workbook.xml", "rels": "xl/_rels/workbook.xml.rels"}
    return packed(parts() | {names.get(name, name): text for name, text in changed.items()})


def packed(parts: dict[str, str | bytes], *, twice: str = "") -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
        warnings.simplefilter("ignore")
        for name, text in parts.items():
            zipped.writestr(name, text)
        if twice:
            zipped.writestr(twice, "again")
    return stream.getvalue()


def laughs(root: str) -> str:
    inner = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))
    return f'<!DOCTYPE {root} [<!ENTITY a0 "lol">{inner}]>'


def lying() -> bytes:
    """The directory states 200 bytes for a sheet of five million."""
    data = bytearray(
        archive(sheet=sheet(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"A" * 5_000_000}</t></is></c></row>'))
    )
    at = data.rfind(b"xl/worksheets/sheet1.xml") - 46
    data[at + 24 : at + 28] = struct.pack("<I", 200)
    return bytes(data)


def overlapping() -> bytes:
    """Two names of the directory point at the same bytes."""
    data = bytearray(archive())
    places = []
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        places.append(at)
        at = data.find(b"PK\x01\x02", at + 4)
    data[places[-1] + 42 : places[-1] + 46] = data[places[-2] + 42 : places[-2] + 46]
    return bytes(data)


def huge_directory() -> bytes:
    """Thousands of empty parts, which cost memory before any of them is read."""
    return packed({f"xl/part{at}.xml": "" for at in range(3_000)})


def _cell(place: str) -> str:
    return f'<c r="{place}"><v>1</v></c>'


def hostile_cases() -> dict[str, tuple[bytes, str]]:
    """Name → workbook and the code under which it must be refused."""
    merge = '<mergeCells count="1"><mergeCell ref="{}"/></mergeCells>'
    cells = " ".join(f"A{at}" for at in range(1, 50_000))
    validation = f'<dataValidations><dataValidation type="list" sqref="{cells}"/></dataValidations>'
    deep = "<x>" * 5_000 + "</x>" * 5_000
    reference = '<row r="1"><c r="A1" t="str"><v>&a9;</v></c></row>'
    file_entity = '<!DOCTYPE workbook [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    sheets = "".join(f'<sheet name="s{at}" sheetId="{at + 1}" r:id="rId1"/>' for at in range(1_000))
    entities, much, twisted, damaged = "workbook-entities", "workbook-too-much", "workbook-twisted", "workbook-damaged"
    return {
        "entities in a sheet": (archive(sheet=sheet(reference, before=laughs("worksheet"))), entities),
        "entities in the workbook": (archive(book=book(before=laughs("workbook"))), entities),
        "a file as entity": (archive(book=book(before=file_entity)), entities),
        "entities in properties": (archive(**{"docProps/core.xml": laughs("x") + "<x>&a9;</x>"}), entities),
        "a harmless doctype": (archive(sheet=sheet(before="<!DOCTYPE worksheet>")), entities),
        "swollen rows": (archive(sheet=sheet("<row/>" * 3_000_000)), "unpacks-too-large"),
        "swollen comment": (archive(book=book(inside=f"<!--{'A' * 9_000_000}-->")), "unpacks-too-large"),
        "a far cell": (archive(sheet=sheet(f'<row r="1048576">{_cell("XFD1048576")}</row>')), much),
        "merged everything": (archive(sheet=sheet(after=merge.format("A1:XFD1048576"))), much),
        "merged much": (archive(sheet=sheet(after=merge.format("A1:KN3000"))), much),
        "deep in the workbook": (archive(book=book(inside=deep)), much),
        "deep in a sheet": (archive(sheet=sheet(after=deep)), much),
        "dense validation": (archive(sheet=sheet(after=validation)), much),
        "a thousand sheets": (archive(book=book(sheets)), much),
        "wrong sizes": (lying(), damaged),
        "overlapping parts": (overlapping(), twisted),
        "one part twice": (packed({"[Content_Types].xml": TYPES, "xl/a.xml": "<a/>"}, twice="xl/a.xml"), twisted),
        "one part in two cases": (archive(**{"XL/Workbook.xml": "<a/>"}), twisted),
        "a name that climbs": (archive(**{"../../evil.xml": "<a/>"}), twisted),
        "an absolute name": (archive(**{"/etc/evil.xml": "<a/>"}), twisted),
        "a drive": (archive(**{"C:evil.xml": "<a/>"}), twisted),
        "a relation that climbs": (archive(rels=relations("../../../../etc/hostname")), twisted),
        "thousands of parts": (huge_directory(), "too-many-parts"),
        "no sheet's place": (archive(sheet=sheet(f'<row r="1">{_cell("ZZZZ99999999")}</row>')), damaged),
        "a row below zero": (archive(sheet=sheet(f'<row r="-5">{_cell("A1")}</row>')), damaged),
        "a row that is no number": (archive(sheet=sheet('<row r="x"/>')), damaged),
        "rows out of order": (
            archive(sheet=sheet(f'<row r="3">{_cell("A3")}</row><row r="1">{_cell("A1")}</row>')),
            damaged,
        ),
        "one cell twice": (archive(sheet=sheet(f'<row r="1">{_cell("A1")}{_cell("A1")}</row>')), damaged),
        "a cell of another row": (archive(sheet=sheet(f'<row r="1">{_cell("A7")}</row>')), damaged),
        "an unknown encoding": (archive(sheet='<?xml version="1.0" encoding="UTF-7"?>' + sheet()), damaged),
        "a wrong encoding": (archive(sheet=b'<?xml version="1.0" encoding="UTF-16"?><a>h\xc3\xa9</a>'), damaged),
        "broken XML": (archive(sheet=sheet()[:-20]), damaged),
        "half a file": (archive()[:700], damaged),
        "nothing inside": (packed({}), "not-a-workbook"),
        "a text document": (packed({"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"}), "not-a-workbook"),
        "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_048), "old-or-locked-workbook"),
    }
