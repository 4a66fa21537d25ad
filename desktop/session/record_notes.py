"""The few words beside a folded record, from its own values, so that one need not unfold it to tell it from others."""

from collections.abc import Mapping
from decimal import Decimal

from desktop.method.schema import Field
from desktop.text import say
from desktop.text.formatting import number
from desktop.workbook import Person
from desktop.workbook.rollout import Watch
from desktop.workbook.sprint import Connection, Metric

_BETWEEN = " · "


def record_note(field: Field, record: object, people: Mapping[str, Person]) -> str:
    """What ``record`` of the list ``field`` says of itself; empty where it says nothing yet."""
    parts: tuple[str, ...] = ()
    match record:
        case Metric():
            parts = (_from_to(record), _label(field, "kind", record.kind))
        case Person():
            parts = (record.role, record.team)
        case Connection():
            owner = people.get(record.owner or "")
            environment = _label(field, "environment", record.environment)
            parts = (environment, owner.name if owner else "", _effort(record.effort.likely))
        case Watch():
            called = people.get(record.alert_to or "")
            calls = say("launch.signal.calls", name=called.name) if called else ""
            parts = (_label(field, "cadence", record.cadence), calls)
    return _BETWEEN.join(part for part in parts if part)


def _from_to(metric: Metric) -> str:
    if metric.baseline is None or metric.target is None:
        return ""
    before, after = number(metric.baseline), number(metric.target)
    return say("pages.note.metric", before=before, after=after, unit=metric.unit).strip()


def _effort(likely: Decimal | None) -> str:
    """Person-days as estimated, before they are doubled."""
    if likely is None:
        return ""
    return say("pages.note.one-day") if likely == 1 else say("pages.note.days", n=number(likely))


def _label(field: Field, bind: str, value: str | None) -> str:
    options = next((inner.options for inner in field.fields if inner.bind == bind), ())
    return next((option.label for option in options if option.value == value), "")
