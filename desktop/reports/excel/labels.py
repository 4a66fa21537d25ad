"""The words for choices, as the pages of the method name them."""

from enum import StrEnum

from desktop.method import Method
from desktop.method.schema import Field


def choice(method: Method, bind: str, value: StrEnum | str | None) -> str | None:
    """The label of ``value`` in the field bound to ``bind`` (``sprint.connections/direction`` for a field of records)."""
    if value is None:
        return None
    found = _field(method, bind)
    labels = {option.value: option.label for option in found.options} if found else {}
    return labels.get(str(value), str(value))


def labels(method: Method, bind: str) -> tuple[str, ...]:
    """All labels of a choice in their order."""
    found = _field(method, bind)
    return tuple(option.label for option in found.options) if found else ()


def _field(method: Method, bind: str) -> Field | None:
    outer, _, inner = bind.partition("/")
    fields = (field for page in method.pages for card in page.cards for field in card.fields if field.bind == outer)
    if not inner:
        return next(fields, None)
    return next((field for parent in fields for field in parent.fields if field.bind == inner), None)
