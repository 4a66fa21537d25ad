"""The rows that came from the invented "Group AI inventory.xlsx", and what they let us propose."""

from datetime import date

from desktop.workbook import ImportBatch, Proposal, SourceRecord

BATCH = ImportBatch(
    id="0001-nw26",
    source="Group AI inventory.xlsx",
    sheet="AI systems",
    imported_on=date(2026, 11, 2),
    columns=(
        "Ref",
        "System",
        "Business unit",
        "Purpose",
        "Status",
        "Start of project",
        "In use since",
        "Contact",
        "Monitoring of live quality",
        "When it fails",
        "Tested under real conditions",
        "Impact assessment",
        "Documentation",
        "Supplier",
    ),
)
MONITORING, FALLBACK, TESTED, IMPACT, DOCUMENTED = 8, 9, 10, 11, 12

_ROWS = (
    (
        "AI-004", "Claims triage assistant", "Claims", "Sorts new claims by handler group and urgency",
        "PoC running", "June 2026", "", "M. Keller", "Dashboard, weekly look", "Handlers sort by hand", "planned",
        "Done with data protection, May 2026", "Confluence, version of June", "own development",
    ),
    (
        "AI-009", "Fraud ring detector", "Claims", "Finds groups of claims that look connected",
        "Pilot", "16.06.2025", "", "", "none", "not discussed", "on last year's claims", "in progress", "", "Vendor A",
    ),
    (
        "AI-011", "Hail damage estimator", "Property", "Estimates repair cost from photographs",
        "Pilot", "10.11.2025", "", "L. Weber", "", "Assessor drives out", "50 cases in summer", "not needed",
        "Slides", "Vendor B",
    ),
    (
        "AI-014", "Call summary writer", "Customer service", "Writes a note after each call",
        "live", "14.04.2025", "02.03.2026", "P. Raman", "Daily sample of 20 notes, results stored",
        "Agents write the note", "Three weeks with one team", "n/a", "Complete, reviewed by IT", "Vendor C",
    ),
    (
        "AI-017", "Medical report reader", "Claims", "Extracts diagnoses and treatment dates from reports",
        "Pilot", "Q1 2026", "", "", "none", "", "no", "planned for 2027", "README of the team", "own development",
    ),
    (
        "AI-002", "Telematics risk score", "Motor", "Scored driving behaviour for renewals",
        "switched off 02/2026", "04.09.2023", "01.03.2024", "M. Keller", "Monthly report until 2025",
        "Tariff without the score", "yes", "yes", "archived", "Vendor D",
    ),
)  # fmt: skip
FIRST_ROW = 2  # row 1 of the sheet holds the headers


def source(row: int) -> SourceRecord:
    """The cells of one row of the sheet, counted as the sheet counts them."""
    return SourceRecord(batch=BATCH.id, row=row, cells=_ROWS[row - FIRST_ROW])


def _proposed(level: int | None, column: int, reason: str, *, not_applicable: bool = False) -> Proposal:
    return Proposal(level=level, not_applicable=not_applicable, reason=reason, column=column)


PROPOSALS: dict[int, dict[str, Proposal]] = {
    2: {
        "monitoring-in-production": _proposed(1, MONITORING, "Somebody looks, but no result is stored."),
        "fallback-and-escalation": _proposed(
            1, FALLBACK, "A way to go on is named, and nothing says that it was tried."
        ),
        "tested-in-operation": _proposed(0, TESTED, "Planned means not done yet."),
        "impact-assessed": _proposed(2, IMPACT, "Done once, with a date."),
        "model-documented": _proposed(2, DOCUMENTED, "Written down, for an older version."),
    },
    3: {
        "monitoring-in-production": _proposed(0, MONITORING, "The inventory says that there is none."),
        "tested-in-operation": _proposed(1, TESTED, "Tested on old claims, not in live work."),
        "impact-assessed": _proposed(1, IMPACT, "Begun, not finished."),
    },
    4: {
        "fallback-and-escalation": _proposed(2, FALLBACK, "An assessor takes over, as before."),
        "tested-in-operation": _proposed(2, TESTED, "Shown once, on 50 cases."),
        "model-documented": _proposed(1, DOCUMENTED, "Slides describe the idea, not the model."),
    },
    5: {
        "monitoring-in-production": _proposed(2, MONITORING, "A daily sample with stored results, seen in one report."),
        "tested-in-operation": _proposed(2, TESTED, "Three weeks with one team."),
        "impact-assessed": _proposed(None, IMPACT, "Entered as not applicable.", not_applicable=True),
    },
    6: {
        "monitoring-in-production": _proposed(0, MONITORING, "The inventory says that there is none."),
        "tested-in-operation": _proposed(0, TESTED, "The inventory says no."),
        "impact-assessed": _proposed(0, IMPACT, "Planned means not done yet."),
        "model-documented": _proposed(1, DOCUMENTED, "Notes of the team."),
    },
    7: {},
}
