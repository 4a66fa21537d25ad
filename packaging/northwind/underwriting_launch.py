"""Underwriting notes, weeks 9 to 12: begun too early, with the gaps that the pages are there to show."""

from datetime import date
from decimal import Decimal

from desktop.workbook.launch import ChecklistItem, EscalationLevel, Forum, Launch, Rollback, RollbackStep, Training
from desktop.workbook.raci import Duty, Raci
from desktop.workbook.rollout import Cadence, Gate, Measured, Rollout, Watch
from desktop.workbook.workflow import HandOff, Part, Reviewers, Workflow
from northwind import people as who
from northwind.records import numbered, step

_WORKFLOW = Workflow(
    volume=1_150,
    today=numbered(
        [
            step("Read the submission", "Underwriter", "Mail", "54", errors="6"),
            step("Ask the broker for what is missing", "Assistant", "Mail", "18", volume=430),
            step("Write the note", "Underwriter", "Policy system", "25"),
        ]
    ),
    redesigned=numbered(
        [
            step("Draft the note", "Assistant", "Policy system", "0", Part.AUTOMATE),
            step("Compare draft and submission", "Underwriter", "Policy system", "32", Part.SUGGEST, "9", 863),
            step("Read the submission in full", "Underwriter", "Mail", "54", Part.ESCALATE, "6", 287),
            step("Ask the broker for what is missing", "Assistant", "Mail", "18", Part.PERSON, volume=430),
        ]
    ),
    bands=HandOff(
        high_from=Decimal(95),
        low_below=Decimal(70),
        automated=Decimal(0),
        suggested=Decimal(75),
        escalated=Decimal(25),
        suggest_minutes=Decimal(32),
        escalate_minutes=Decimal(54),
    ),
    reviewers=numbered([Reviewers(name="Underwriters, property and liability", people=9, hours=Decimal(14))]),
    queue_owner=who.WEBER,
    calibrated=False,
    reason_recorded=False,
)

_RACI = Raci(
    people=(who.WEBER, who.NOVAK, who.RAMAN, who.SHARED_DUTY),
    duties={
        "incidents": Duty(marks={who.SHARED_DUTY: "A", who.RAMAN: "R"}),
        "changes": Duty(marks={who.WEBER: "A", who.NOVAK: "AR"}),
        "benchmarks": Duty(marks={who.WEBER: "A", who.NOVAK: "R"}),
        "downstream": Duty(marks={who.WEBER: "A"}),
        "reporting": Duty(marks={who.WEBER: "R"}),
    },
)

LAUNCH = Launch(
    workflow=_WORKFLOW,
    raci=_RACI,
    training=numbered([Training(audience="Nine underwriters", content="", trainer=who.NOVAK)]),
    forums=numbered([Forum(name="Underwriting round", decides="", cadence=Cadence.MONTHLY, owner=who.WEBER)]),
    checklist={
        "owner-took-over": ChecklistItem(owner=who.WEBER, due=date(2027, 1, 15)),
        "rollback-tried": ChecklistItem(due=date(2027, 1, 15)),
    },
    escalation=numbered([EscalationLevel(when="The note is wrong", person=who.WEBER)]),
    rollback=Rollback(
        trigger="A quote went out on a wrong note.",
        owner=who.WEBER,
        steps=numbered([RollbackStep(name="Turn off the draft in the policy system", owner=who.RAMAN)]),
    ),
    rollout=Rollout(
        gates={
            "phase-1": Gate(
                users="9 underwriters",
                started_on=date(2026, 10, 12),
                passed_by=who.WEBER,
                passed_on=date(2026, 11, 16),
            ),
            "phase-2": Gate(users="Commercial lines", started_on=date(2026, 11, 23)),
        },
        criteria={
            "phase-1.uptime": Measured(
                value=Decimal("98.7"), on=date(2026, 11, 13), evidence="Status page, five weeks"
            ),
            "phase-1.latency": Measured(value=Decimal("1.8")),
            "phase-1.critical-errors": Measured(
                value=Decimal(2), on=date(2026, 11, 13), evidence="Two wrong limits of cover"
            ),
        },
        signals={
            "quality": Watch(threshold="Below 80 %", cadence=Cadence.MONTHLY, owner=who.WEBER),
            "user-feedback": Watch(cadence=Cadence.MONTHLY, owner=who.WEBER),
        },
    ),
)
