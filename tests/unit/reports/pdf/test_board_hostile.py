"""User text is data: no text breaks the file, turns into markup, reaches outside or vanishes unseen."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from desktop.reports.pdf import typefaces
from desktop.reports.pdf.board import compose
from desktop.reports.pdf.marks import Words
from tests.unit.reports.pdf.measure import outside, overlaps
from tests.unit.reports.pdf.printed import words, written
from tests.unit.reports.pdf.variants import full, report_of

MARKUP = (
    "<b>bold</b>",
    "a < b & c > d",
    "R&D &nbsp; &foo; &#0;",
    "x</b>",
    "Bob <bob@x.test>",
    '<font color="red">x</font>',
    '<font size="1e9">x</font>',
    '<img src="/etc/hostname"/>',
    '<img src="http://evil.test/x.png">',
    '<a href="javascript:app.alert(1)">x</a>',
    '<para fontSize="99999">x</para>',
    '<onDraw name="x" label="y"/>',
    "<!-- x",
    "<![CDATA[x]]>",
    "{0} {x!r} %s %(n)d ${HOME} %1",
    "=HYPERLINK(1,2)",
    "\\\\evil\\share (unbalanced ( brackets \\",
    "../../etc/passwd",
    "'; DROP TABLE x;--",
)
LETTERS = ("Übermäßig", "Žluťoučký kůň", "Ελληνικά", "Кириллица", "Ŀİıß", "Ϣϫ", "ğşçłø", "½ ² €", "e\u0301 und n\u0303")
UNCOVERED = ("العربية שלום", "中文", "日本語", "हिन्दी", "😀", "👨\u200d👩\u200d👧")
STRANGE = (
    "\u202egnp.exe",
    "\u2066\u2069",
    "a\x00b\x07\x1b[31m",
    "\ufffe\uffff\U0010ffff",
    "\u2028\u2029\u0085",
    "a\r\nb\rc\nd",
    "\u200b\u200b",
    "\ufeffx",
    " ",
    "",
    "\n" * 500,
    "W" * 5_000,
    "word " * 3_000,
    "x " * 50_000,
    "a\u0300" * 200,
    "Z" + "\u0336" * 300,
    "<br>" * 500,
)


def _short(text: str) -> str:
    """What fits into every field of the model that takes it."""
    return text[:1_900]


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_printed_as_it_was_typed(text):
    report = report_of(full(text, many=1))
    assert text in words(report)


@pytest.mark.parametrize("text", LETTERS)
def test_covered_letters_are_printed(text):
    assert typefaces.plain(text) in words(report_of(full(text, many=1)))


@pytest.mark.parametrize("text", UNCOVERED)
def test_what_cannot_be_shown_is_replaced_and_said(text):
    printed = words(report_of(full(f"Ab {text} yz", many=1)))
    assert f"Ab {typefaces.REPLACEMENT}" in printed
    assert "□ stands for a character that this document cannot show" in printed


def test_no_note_where_everything_is_shown():
    assert "stands for a character" not in words(report_of(full("Plain", many=1)))


@pytest.mark.parametrize("text", STRANGE, ids=lambda text: ascii(text[:12]))
def test_strange_texts_break_nothing(text):
    report = report_of(full(_short(text), many=2))
    for page in compose(report).pages:
        assert outside(page) == []
        assert overlaps(page.marks) == []
    assert PdfReader(BytesIO(written(report))).pages


def test_texts_up_to_the_models_limit_are_cut_with_an_ellipsis():
    workbook = full("x", many=1)
    sprint = workbook.systems["s1"].sprint
    assert sprint is not None
    decision = sprint.decision.model_copy(update={"reason": "word " * 40_000})
    system = workbook.systems["s1"].model_copy(update={"sprint": sprint.model_copy(update={"decision": decision})})
    book = compose(report_of(workbook.model_copy(update={"systems": {"s1": system}})))
    lines = [mark.line for page in book.pages for mark in page.marks if isinstance(mark, Words)]
    assert any(line[0].text.startswith("word word") and line[-1].text.endswith("…") for line in lines)


WITHIN = {"/Type", "/Subtype", "/Rect", "/Border", "/Contents", "/Dest", "/StructParent"}  # no action of any kind


@pytest.mark.parametrize("text", [*MARKUP, *UNCOVERED])
def test_nothing_leads_outside(text):
    data = written(report_of(full(text, many=2)))
    reader = PdfReader(BytesIO(data))
    links = [entry.get_object() for page in reader.pages for entry in page.get("/Annots") or ()]
    assert all(set(link) <= WITHIN for link in links)
    assert all(not page.images for page in reader.pages)
    outline = re.sub(rb"stream\r?\n.*?endstream", b"", data, flags=re.DOTALL)
    assert re.search(rb"/(URI|JavaScript|JS|Launch|EmbeddedFile|OpenAction|AA)\b", outline) is None


def test_all_hostile_texts_of_the_workplace(shared):
    folder = shared / "trials" / "hostile"
    source = folder / "gen_text_hostile.py"
    if not source.is_file():
        pytest.skip("the collection of hostile texts is not there")
    namespace: dict[str, object] = {"__name__": "payloads"}
    exec(compile(source.read_text(encoding="utf-8"), str(source), "exec"), namespace)
    payloads = namespace["PAYLOADS"]
    assert isinstance(payloads, list)
    assert len(payloads) >= 137
    for payload in payloads:
        _check(_storable(payload["value"]))


def _storable(text: str) -> str:
    """What the model takes: no lone surrogates, and no longer than a line may be."""
    return _short(text.encode("utf-8", "replace").decode("utf-8"))


def _check(text: str) -> None:
    shown = typefaces.plain(text)
    covered = not any(piece.replaced for piece in typefaces.stretches(shown, typefaces.REGULAR))
    report = report_of(full(text, many=1))
    printed = words(report)
    if covered and shown and len(shown) < 60:
        assert "".join(shown.split()) in "".join(printed.split()), text
    elif not covered:
        assert typefaces.REPLACEMENT in printed, text
