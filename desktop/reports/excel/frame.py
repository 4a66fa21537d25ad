"""How a sheet meets the reader: view, print set-up, footer and protection."""

from typing import TYPE_CHECKING, Any

from desktop.reports.excel.look import FONT, QUIET
from desktop.reports.excel.plain import one_line
from desktop.reports.report import Report
from desktop.text import say
from desktop.text.formatting import day

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_CODES = f'&"{FONT},Regular"&8&K{QUIET}'
_HALF = 90  # a footer holds 255 characters with its codes


def finish(
    sheet: "Worksheet", report: Report, *, head: int | None = None, above: int = 0, one_page: bool = False
) -> None:
    """Landscape A4, one page wide; the header row ``head`` and ``above`` rows over it are repeated on paper."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 1 if one_page else 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.6
    margins.top, margins.bottom, margins.header, margins.footer = 0.6, 0.7, 0.3, 0.35
    if head is not None:
        sheet.print_title_rows = f"{head - above}:{head}"
    footer: Any = sheet.oddFooter
    footer.left.text = _CODES + _escaped(_left(report))
    footer.right.text = _CODES + _escaped(_right(report)) + say("tracker.footer-page")


def shown_client(report: Report) -> str:
    """The client's name, marked where the engagement is invented and the name does not say so itself."""
    invented = report.workbook.engagement.fictitious and say("tracker.fictitious-word") not in report.client
    return say("tracker.fictitious", client=report.client) if invented else report.client


def protect(sheet: "Worksheet") -> None:
    """Guard formulas against slips. No password: whoever wants to change them may."""
    guard = sheet.protection
    guard.sheet = True
    guard.formatCells = guard.formatColumns = guard.formatRows = guard.autoFilter = guard.sort = False


def _left(report: Report) -> str:
    marking = report.workbook.engagement.confidentiality
    parts = (marking, "" if report.client in marking else shown_client(report))
    return _fitting(" · ".join(part for part in parts if part.strip()), _HALF)


def _right(report: Report) -> str:
    stamp = report.stamp
    parts = (say("tracker.footer-revision", revision=stamp.revision) if stamp.revision else "", day(stamp.as_of))
    return _fitting(" · ".join(part for part in parts if part), _HALF // 2)


def _fitting(text: str, room: int) -> str:
    """``text`` on one line that fits ``room`` also after each ``&`` has been doubled."""
    return one_line(text, max(room - text[:room].count("&"), room // 2))


def _escaped(text: str) -> str:
    """``&`` starts a code in footers; a space keeps leading digits from joining the code for the colour or size."""
    return " " + text.replace("&", "&&")
