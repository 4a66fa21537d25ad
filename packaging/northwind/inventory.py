"""The invented "Group AI inventory.xlsx": seven rows, imported by the app's own importer."""

from datetime import date
from pathlib import Path

from desktop.exchange.inventory import preview
from desktop.exchange.source import read_source
from desktop.exchange.suggest import suggest
from desktop.workbook import ImportBatch, System, Workbook

IMPORTED_ON = date(2026, 11, 2)
HEADERS = (
    "Ref",
    "System",
    "Business unit",
    "Purpose",
    "Status",
    "Project start",
    "In production since",
    "Retired on",
    "Rights or safety",
    "Contact",
    "Monitoring in place",
    "Fallback and escalation",
    "Operational testing",
    "Impact assessment",
    "Documentation",
    "Supplier",
    "Comment",
)
CLAIMS, BROKERS, FRAUD, HAIL, CALLS, MEDICAL, TELEMATICS = range(2, 9)  # rows of the sheet; row 1 holds the headers
ROWS = (
    (
        "AI-004", "Claims triage assistant", "Claims", "Sorts new claims by handler group and urgency",
        "PoC", "15.06.2026", "", "", "rights", "Maria Keller", "Manual, weekly look at a dashboard",
        "Yes, handlers sort by hand", "Planned", "Done with data protection, May 2026",
        "Partial, written for the version of June", "own development", "Board has asked for a decision in November",
    ),
    (
        "AI-021", "Broker e-mail routing", "Sales", "Sends broker e-mails to the team that answers them",
        "In development", "17.08.2026", "", "", "neither", "IT and Claims", "No", "", "No", "", "", "IT", "",
    ),
    (
        "AI-009", "Fraud ring detector", "Claims", "Finds groups of claims that look connected",
        "Pilot", "16.06.2025", "", "", "rights", "", "No", "to be discussed", "Benchmark on last year's claims",
        "In progress", "", "Vendor A", "",
    ),
    (
        "AI-011", "Hail damage estimator", "Property", "Estimates repair cost from photographs",
        "Pilot", "10.11.2025", "", "", "neither", "Lukas Weber", "", "Yes, an assessor drives out",
        "Yes, 50 cases in summer", "Not needed", "Partial, slides only", "Vendor B", "Seasonal",
    ),
    (
        "AI-014", "Call summary writer", "Customer service", "Writes a note after each call",
        "Live", "14.04.2025", "02.03.2026", "", "neither", "Priya Raman", "Automated, 20 notes a day",
        "Yes, agents write the note", "Yes, three weeks with one team", "n/a", "Complete, reviewed by IT", "Vendor C", "",
    ),
    (
        "AI-017", "Medical report reader", "Claims", "Extracts diagnoses and treatment dates from reports",
        "Pilot", "January 2026", "", "", "both", "", "None", "", "No", "Planned for 2027",
        "Partial, notes of the team", "own development", "",
    ),
    (
        "AI-002", "Telematics risk score", "Motor", "Scored driving behaviour for renewals",
        "Decommissioned", "04.09.2023", "01.03.2024", "27.02.2026", "rights", "Maria Keller", "", "", "", "", "",
        "Vendor D", "",
    ),
)  # fmt: skip


def write_inventory(path: Path) -> None:
    """Write the workbook, unless it already holds these cells: a new file would differ by its time stamps alone."""
    from openpyxl import Workbook as Sheets

    if path.exists() and _cells(path) == (HEADERS, ROWS):
        return
    sheets = Sheets()
    sheet = sheets.worksheets[0]
    sheet.title = "AI systems"
    for cells in (HEADERS, *ROWS):
        sheet.append(cells)
    sheet.freeze_panes = "C2"
    for column, width in zip("ABCDEFGHIJKLMNOPQ", (8, 26, 18, 44, 16, *[14] * 5, *[34] * 5, 18, 40), strict=True):
        sheet.column_dimensions[column].width = width
    sheets.save(path)


def _cells(path: Path) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    table = read_source(path)
    return table.headers, table.rows


def imported(path: Path, workbook: Workbook) -> tuple[ImportBatch, dict[int, System]]:
    """The batch and its systems by row, with the mapping that the app suggests by itself."""
    table = read_source(path)
    found = preview(table, suggest(table), workbook, IMPORTED_ON)
    return found.batch, {draft.row: draft.system for draft in found.systems}
