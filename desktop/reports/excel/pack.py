"""The finished file as bytes: the same report always gives the same bytes."""

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from openpyxl import Workbook

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can name
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def packed(book: "Workbook") -> bytes:
    """The workbook as a file. openpyxl stamps the clock into the zip and ``core.xml``: both are set to fixed times."""
    raw, fixed = BytesIO(), BytesIO()
    created = f"{book.properties.created:%Y-%m-%dT%H:%M:%SZ}".encode()
    book.save(raw)
    with ZipFile(raw) as source, ZipFile(fixed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + created + rb"\g<2>", part)
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, 0, 0
            target.writestr(entry, part)
    return fixed.getvalue()
