"""The document: one immutable value. Edits turn a workbook into the next; nothing here reads a clock, disk or widget."""

from desktop.workbook.document import Workbook
from desktop.workbook.engagement import Calendar, Engagement, Industry, Person
from desktop.workbook.rating import Evidence, Perspective, Rating
from desktop.workbook.sprint import Sprint
from desktop.workbook.system import Impact, ImportBatch, Proposal, SourceRecord, Stage, System

__all__ = [
    "Calendar",
    "Engagement",
    "Evidence",
    "Impact",
    "ImportBatch",
    "Industry",
    "Person",
    "Perspective",
    "Proposal",
    "Rating",
    "SourceRecord",
    "Sprint",
    "Stage",
    "System",
    "Workbook",
]
