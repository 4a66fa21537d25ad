"""Which encoding a text file is in, by evidence: its marks, whether it is valid, and which letters its words then have.

Nothing is lost when it is not certain: bytes that an encoding does not define are kept as the control character of the
same number (as browsers do) and reported with their line.
"""

import codecs
import re
from dataclasses import dataclass

SAMPLE = 4_000_000  # bytes whose letters are looked at
STRAY_BYTES = 20  # this many broken places in valid UTF-8 are damage; more of them mean another encoding

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_BETWEEN_LETTERS = (
    "\u2018\u2019\u00b4\u2013\u2014\u00b7\u00ad\u00a0\u00ae\u2122"  # apostrophes, dashes, soft hyphen, marks
)
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The letters beyond a–z that the languages of each code page write with; a text is in the page whose letters it uses.
_LANGUAGES = {
    "cp1252": ("äöüß", "àâæçéèêëîïôùûüœÿ", "áéíñóúü", "åäöæøé", "ãáàâçéêíóôõú", "àèéìíîòóù", "áéíóúýþðæö", "éëïóöü"),
    "cp1250": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áéíóöőúüű", "čćđšž", "áäčďéíĺľňóôŕšťúýž", "ăâîşţ"),
}


@dataclass(frozen=True)
class Decoded:
    """A file as text, the name of its encoding, and where in ``text`` stand characters for bytes that do not belong."""

    text: str
    encoding: str
    strays: tuple[int, ...] = ()


def decode(data: bytes, encoding: str = "") -> Decoded:
    """``data`` as text; ``encoding`` overrides what the bytes suggest. A byte order mark is not part of the text."""
    for mark, name in _MARKS:
        if data.startswith(mark) and encoding in ("", name):
            return _decode_as(data[len(mark) :], name)
    return _decode_as(data, encoding or detect(data))


def detect(data: bytes) -> str:
    """The name of the encoding of ``data`` that has no byte order mark."""
    wide = _wide(data[:4096])
    if wide:
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-8" if _mostly_utf8(data[:SAMPLE]) else _code_page(data[:SAMPLE])
    return "utf-8"


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: text in it has a zero in (nearly) every second byte."""
    pairs = len(sample) // 2
    if pairs < 2:
        return ""
    even, odd = sample[0 : pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    if odd > 0.4 * pairs and even < 0.1 * pairs:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * pairs and odd < 0.1 * pairs else ""


def _mostly_utf8(sample: bytes) -> bool:
    """Many valid sequences of several bytes and a few broken places: UTF-8 that was damaged or glued together."""
    text, strays = _damaged_utf8(sample, STRAY_BYTES + 1)
    valid = sum(1 for char in text if ord(char) > 0x7F) - len(strays)
    return len(strays) <= STRAY_BYTES and valid > 4 * len(strays)


def _code_page(sample: bytes) -> str:
    scores = {name: _letters_that_fit(sample, name) for name in _LANGUAGES}
    return "cp1250" if scores["cp1250"] > scores["cp1252"] else "cp1252"


def _letters_that_fit(sample: bytes, name: str) -> float:
    """How many characters are letters of the one language that fits best, less the symbols that stand inside words."""
    text = _decode_as(sample, name).text
    beyond: dict[str, int] = {}
    broken = 0
    for found in _BEYOND_ASCII.finditer(text):
        char, at = found.group(), found.start()
        if char.isalpha():
            beyond[char.lower()] = beyond.get(char.lower(), 0) + 1
        elif char not in _BETWEEN_LETTERS and text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha():
            broken += 1
    best = max(sum(beyond.get(letter, 0) for letter in letters) for letters in _LANGUAGES[name])
    return best - broken


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text, strays = _damaged_utf8(data) if encoding == "utf-8" else _damaged(data, encoding)
        return Decoded(text, encoding, tuple(strays))


def _damaged_utf8(data: bytes, most: int = 100_000) -> tuple[str, list[int]]:
    """UTF-8 with broken places; each stray byte is read as Windows-1252, which it nearly always is."""
    parts: list[str] = []
    strays: list[int] = []
    length = position = 0
    view = memoryview(data)
    while position < len(data):
        try:
            text, used = codecs.utf_8_decode(view[position:], "strict", True)
        except UnicodeDecodeError as error:
            text, used = codecs.utf_8_decode(view[position : position + error.start], "strict", True)
            strays.append(length + len(text))
            text += _table("cp1252")[data[position + error.start]]
            used += 1
        parts.append(text)
        length += len(text)
        position += used
        if len(strays) >= most:  # not UTF-8 at all
            parts.append(codecs.charmap_decode(data[position:], "strict", _table("cp1252"))[0])
            break
    return "".join(parts), strays


def _damaged(data: bytes, encoding: str) -> tuple[str, list[int]]:
    if not _one_byte_a_character(encoding):
        text = data.decode(encoding, "replace")
        return text, [at for at, char in enumerate(text) if char == "\ufffd"]
    table = _table(encoding)
    text = codecs.charmap_decode(data, "strict", table)[0]
    undefined = {table[code] for code in range(256) if not _defined(encoding, code)}
    return text, [at for at, char in enumerate(text) if char in undefined]


def _table(encoding: str) -> str:
    """All 256 characters of a code page; a byte that it does not define stands for the control character of its number."""
    return "".join(bytes([code]).decode(encoding) if _defined(encoding, code) else chr(code) for code in range(256))


def _one_byte_a_character(encoding: str) -> bool:
    return codecs.lookup(encoding).name.startswith(("cp125", "iso8859", "latin", "mac", "koi8"))


def _defined(encoding: str, code: int) -> bool:
    try:
        bytes([code]).decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
