"""Claims triage assistant, weeks 9 to 12: the redesigned triage, its RACI, the launch and the rollout.

The figures hang together with the value case: 9,400 claims a month and ten minutes less for each are the EUR 8 that
handling is to fall by at EUR 48 an hour; 15 % are escalated and take ten minutes.
"""

from datetime import date
from decimal import Decimal

from desktop.workbook.launch import (
    ChecklistItem,
    EscalationLevel,
    Forum,
    Launch,
    Rollback,
    RollbackStep,
    Training,
)
from desktop.workbook.raci import Duty, Raci
from desktop.workbook.rollout import Cadence, Gate, Measured, Rollout, Watch
from desktop.workbook.workflow import HandOff, Part, Reviewers, Workflow
from northwind import people as who
from northwind.records import numbered, step

WORKFLOW = Workflow(
    volume=9_400,
    today=numbered(
        [
            step("Read claim, letters and photographs", "Team lead", "Core claims system", "5.5"),
            step("Look up cover and earlier claims", "Team lead", "Core claims system", "3.5"),
            step("Choose group and urgency", "Team lead", "Handler work queue", "2.5", errors="14"),
            step("Hand on to the group", "Claims assistant", "Handler work queue", "1"),
            step("Sort again what went wrong", "Receiving handler", "Handler work queue", "25", volume=1_316),
        ]
    ),
    redesigned=numbered(
        [
            step("Read, compare with cover, propose group", "Assistant", "Core claims system", "0", Part.AUTOMATE),
            step("Sort claims it is sure of", "Assistant", "Handler work queue", "0", Part.AUTOMATE, "3", 4_888),
            step("Look at a sample of these", "Team lead", "Handler work queue", "4", Part.PERSON, volume=98),
            step(
                "Confirm or correct the suggestion", "Team lead", "Handler work queue", "1.5", Part.SUGGEST, "5", 3_102
            ),
            step(
                "Decide with the whole claim at hand",
                "Senior handler",
                "Core claims system",
                "10",
                Part.ESCALATE,
                "4",
                1_410,
            ),
            step("Complete the note for the handler", "Claims assistant", "Core claims system", "2.5", Part.PERSON),
            step(
                "Sort again what went wrong", "Receiving handler", "Handler work queue", "25", Part.PERSON, volume=564
            ),
        ]
    ),
    agreed_with=who.KELLER,
    agreed_on=date(2026, 11, 18),
    bands=HandOff(
        high_from=Decimal(90),
        low_below=Decimal(60),
        high_risk="Injury, litigation, suspected fraud, and damage above EUR 50,000.",
        automated=Decimal(52),
        suggested=Decimal(33),
        escalated=Decimal(15),
        sampled=Decimal(2),
        suggest_minutes=Decimal("1.5"),
        escalate_minutes=Decimal(10),
        sample_minutes=Decimal(4),
    ),
    reviewers=numbered(
        [
            Reviewers(name="Team leads, motor", people=4, hours=Decimal(9)),
            Reviewers(name="Team leads, property", people=2, hours=Decimal(10)),
            Reviewers(name="Senior handlers, injury", people=3, hours=Decimal(8)),
        ]
    ),
    queue_owner=who.KELLER,
    calibrated=True,
    calibrated_how="By tenths of confidence, runs of November: it holds from 90 % up; between 60 and 80 % it is too sure.",
    reason_recorded=True,
    reason_how="A list of nine reasons in the work queue; Tomas Novak reads them each Monday and changes prompt or test set.",
)

RACI = Raci(
    people=(who.BRANDT, who.KELLER, who.LINDQVIST, who.NOVAK, who.RAMAN, who.OSEI),
    duties={
        "incidents": Duty(marks={who.KELLER: "A", who.RAMAN: "R", who.NOVAK: "C", who.BRANDT: "I", who.OSEI: "I"}),
        "changes": Duty(marks={who.KELLER: "A", who.NOVAK: "R", who.RAMAN: "C", who.OSEI: "C", who.LINDQVIST: "I"}),
        "benchmarks": Duty(marks={who.OSEI: "A", who.NOVAK: "R", who.KELLER: "C"}),
        "downstream": Duty(marks={who.KELLER: "A", who.LINDQVIST: "R", who.RAMAN: "C"}),
        "reporting": Duty(marks={who.BRANDT: "A", who.KELLER: "R"}),
        "0001-nw26": Duty(name="Cost of each call", marks={who.RAMAN: "AR", who.KELLER: "C", who.BRANDT: "I"}),
        "0002-nw26": Duty(name="Even treatment of regions", marks={who.OSEI: "AR", who.NOVAK: "C", who.KELLER: "I"}),
    },
)

_TRAINING = numbered(
    [
        Training(
            audience="Team leads and senior handlers, 9 people",
            content="Confirming, correcting with a reason, the way up",
            trainer=who.KELLER,
            due=date(2027, 1, 15),
        ),
        Training(
            audience="Motor handlers, phase 1, 12 people",
            content="What a suggestion rests on, and when not to trust it",
            trainer=who.NOVAK,
            due=date(2027, 1, 22),
        ),
        Training(
            audience="On duty in Platform Operations",
            content="Alerts, rollback in 40 minutes, whom to call",
            trainer=who.RAMAN,
            due=date(2026, 12, 11),
        ),
        Training(
            audience="Claims assistants, 8 people",
            content="The new note, and what is no longer typed",
            trainer=who.LINDQVIST,
            due=date(2027, 1, 22),
        ),
    ]
)

_FORUMS = numbered(
    [
        Forum(
            name="Triage review",
            decides="Prompt changes, reasons of the week, size of the queue",
            cadence=Cadence.WEEKLY,
            owner=who.KELLER,
            first_on=date(2027, 1, 11),
        ),
        Forum(
            name="Model change board",
            decides="Another model, another threshold, new kinds of claim",
            cadence=Cadence.FORTNIGHTLY,
            owner=who.RAMAN,
            first_on=date(2027, 1, 13),
        ),
        Forum(
            name="Steering",
            decides="Passing a gate, money, stopping",
            cadence=Cadence.MONTHLY,
            owner=who.BRANDT,
            first_on=date(2026, 12, 16),
        ),
    ]
)

_CHECKLIST = {
    "owner-took-over": ChecklistItem(owner=who.KELLER, due=date(2027, 1, 29)),
    "real-data": ChecklistItem(owner=who.OSEI, due=date(2027, 1, 15)),
    "real-systems": ChecklistItem(owner=who.LINDQVIST, due=date(2027, 1, 29)),
    "baseline-measured": ChecklistItem(
        owner=who.ALBRECHT,
        due=date(2026, 11, 13),
        done_on=date(2026, 11, 12),
        evidence="Costing of October, EUR 41 a claim",
    ),
    "scored-daily": ChecklistItem(
        owner=who.RAMAN, due=date(2026, 11, 13), done_on=date(2026, 11, 11), evidence="Ten runs since 11 November"
    ),
    "alerts-reach": ChecklistItem(owner=who.RAMAN, due=date(2027, 1, 20)),
    "access-approved": ChecklistItem(owner=who.OSEI, due=date(2027, 1, 22)),
    "users-trained": ChecklistItem(owner=who.KELLER, due=date(2027, 1, 22)),
    "way-up-known": ChecklistItem(owner=who.RAMAN, due=date(2027, 1, 22)),
    "rollback-tried": ChecklistItem(owner=who.RAMAN, due=date(2026, 12, 11)),
    "cost-of-case": ChecklistItem(owner=who.ALBRECHT, due=date(2027, 1, 8)),
    "0001-nw26": ChecklistItem(name="Works council has agreed", owner=who.BRANDT, due=date(2027, 1, 15)),
    "0002-nw26": ChecklistItem(
        name="Rate limit of the core system reserved", owner=who.LINDQVIST, due=date(2027, 1, 29)
    ),
}

_ESCALATION = numbered(
    [
        EscalationLevel(when="A claim is in the wrong group", person=who.NOVAK, hours=Decimal(4)),
        EscalationLevel(when="More than five in an hour, or the queue stands", person=who.RAMAN, hours=Decimal(1)),
        EscalationLevel(when="An injury claim was delayed by it", person=who.KELLER, hours=Decimal("0.5")),
        EscalationLevel(when="It is to be stopped, or a regulator asks", person=who.BRANDT, hours=Decimal(2)),
    ]
)

_ROLLBACK = Rollback(
    trigger="The daily score falls below 85 %, an injury claim waits a day because of it, or the queue doubles.",
    meanwhile="Claims go to the manual inbox; twelve team leads sort them in two shifts, as they did until October.",
    owner=who.KELLER,
    steps=numbered(
        [
            RollbackStep(name="Stop writing to the work queue", owner=who.RAMAN, minutes=Decimal(5)),
            RollbackStep(name="Turn the mail gateway to the manual inbox", owner=who.RAMAN, minutes=Decimal(10)),
            RollbackStep(name="Call the second shift of team leads", owner=who.KELLER, minutes=Decimal(15)),
            RollbackStep(name="Tell handlers and steering", owner=who.KELLER, minutes=Decimal(10)),
        ]
    ),
)

_ROLLOUT = Rollout(
    gates={
        "phase-1": Gate(users="12 motor handlers", started_on=date(2027, 2, 8)),
        "phase-2": Gate(users="All of motor, 96 handlers"),
        "phase-3": Gate(users="Motor and property, 180 handlers"),
    },
    criteria={
        "phase-1.latency": Measured(
            value=Decimal("1.4"), on=date(2026, 11, 19), evidence="Load test, 2,000 claims in staging"
        ),
    },
    signals={
        "quality": Watch(
            threshold="Below 85 % on one day, or 3 points under the week before",
            cadence=Cadence.DAILY,
            owner=who.NOVAK,
            alert_to=who.KELLER,
        ),
        "latency-and-cost": Watch(
            threshold="95 of 100 answers above 2 s, or EUR 1.00 a claim",
            cadence=Cadence.CONTINUOUS,
            owner=who.RAMAN,
            alert_to=who.RAMAN,
        ),
        "input-drift": Watch(
            threshold="A kind of claim 5 points off the test set",
            cadence=Cadence.WEEKLY,
            owner=who.OSEI,
            alert_to=who.NOVAK,
        ),
        "user-feedback": Watch(
            threshold="More than 12 % corrected in a week",
            cadence=Cadence.WEEKLY,
            owner=who.KELLER,
            alert_to=who.KELLER,
        ),
        "error-categories": Watch(
            threshold="Any injury claim in the damage group",
            cadence=Cadence.DAILY,
            owner=who.NOVAK,
            alert_to=who.KELLER,
        ),
        "0001-nw26": Watch(
            name="Age of the review queue",
            threshold="A claim waits longer than four hours",
            cadence=Cadence.CONTINUOUS,
            owner=who.KELLER,
            alert_to=who.LINDQVIST,
        ),
    },
)

LAUNCH = Launch(
    workflow=WORKFLOW,
    raci=RACI,
    training=_TRAINING,
    forums=_FORUMS,
    checklist=_CHECKLIST,
    escalation=_ESCALATION,
    rollback=_ROLLBACK,
    rollout=_ROLLOUT,
)
