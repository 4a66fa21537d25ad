"""The figures of weeks 9 to 12 as the charts take them, with their words: read alike by screen and board summary."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.analysis.phase_days import PhaseDays
from desktop.analysis.workflow import Flow, Queue, flow
from desktop.reports.launch_words import flow_figure, part_word, step_detail
from desktop.text import say
from desktop.text.formatting import day, number
from desktop.workbook.workflow import Workflow

if TYPE_CHECKING:  # the charts bring reportlab, which is loaded when something is drawn
    from desktop.reports.charts.flows import FlowColumn
    from desktop.reports.charts.handoff import Load, QueueWords
    from desktop.reports.charts.phases import PhaseBar

_PARTS = ("suggest", "escalate", "automate")


def flow_columns(work: Workflow) -> "tuple[FlowColumn, FlowColumn]":
    """Today's and the redesigned way of working, on one scale."""
    today, then = flow(work.today, work.volume), flow(work.redesigned, work.volume)
    longest = max((step.hours or Decimal(0) for one in (today, then) for step in one.steps), default=Decimal(0))
    return _column("today", today, longest), _column("then", then, longest)


def _column(name: str, one: Flow, longest: Decimal) -> "FlowColumn":
    from desktop.reports.charts.flows import FlowBox, FlowColumn

    steps = tuple(
        FlowBox(
            step.name or say("launch.flow.unnamed"),
            step_detail(step),
            say("launch.flow.step-hours", hours=number(step.hours, 0)) if step.hours is not None else "–",
            float(step.hours / longest) if step.hours and longest else 0.0,
            step.part.value if step.part else "",
            part_word(step.part.value) if step.part else "",
        )
        for step in one.steps
    )
    return FlowColumn(say(f"launch.flow.{name}"), flow_figure(one), steps)


def queue_loads(found: Queue) -> "tuple[Load, ...]":
    """The kinds of review work that take time."""
    from desktop.reports.charts.handoff import Load

    hours = dict(zip(_PARTS, (found.suggested, found.escalated, found.sampled), strict=True))
    known = {part: taken for part, taken in hours.items() if taken}
    return tuple(Load(part, float(taken), _hours(f"launch.queue.part.{part}", taken)) for part, taken in known.items())


def queue_heads(found: Queue) -> "QueueWords":
    """What stands beside the two bars of the queue."""
    from desktop.reports.charts.handoff import QueueWords

    return QueueWords(
        say("launch.queue.needed"),
        _hours("launch.queue.hours", found.needed),
        say("launch.queue.there"),
        _hours("launch.queue.hours", found.capacity),
        _hours("launch.queue.short", found.over) if found.over else "",
    )


def _hours(key: str, hours: Decimal) -> str:
    return say(key, hours=number(hours, 1))


def phase_rows(days: tuple[PhaseDays, ...], today: date) -> "tuple[PhaseBar, ...]":
    """The phases in weeks from the first day on."""
    from desktop.reports.charts.phases import PhaseBar

    first = days[0].start
    return tuple(
        PhaseBar(
            entry.state.phase.name,
            (entry.start - first).days / 7,
            (entry.earliest - first).days / 7,
            (entry.latest - first).days / 7,
            gate_days(entry),
            entry.state.state,
            started=entry.start <= today,
        )
        for entry in days
    )


def gate_days(entry: PhaseDays) -> str:
    """When the gate is, or was."""
    first, last = day(entry.earliest, year=False), day(entry.latest, year=False)
    if entry.state.gate.passed_on:
        return say("launch.phases.passed", first=first)
    return say("launch.phases.gate", first=first, last=last)
