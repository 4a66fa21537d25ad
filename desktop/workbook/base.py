"""What every part of the document has in common: frozen, unknown fields refused, nothing coerced when a file is read."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Value = TypeVar("Value")

if TYPE_CHECKING:
    Map = Mapping[str, Value]  # readers may not change a map in place ...
else:
    Map = dict[str, Value]  # ... while pydantic reads and writes plain dicts at full speed

Id = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[A-Za-z0-9][A-Za-z0-9._:-]*$")]
LONGEST_LINE = 2_000  # characters
Line = Annotated[str, StringConstraints(max_length=LONGEST_LINE)]
Prose = Annotated[str, StringConstraints(max_length=200_000)]
Share = Annotated[Decimal, Field(ge=0, le=100, allow_inf_nan=False)]
Number = Annotated[Decimal, Field(allow_inf_nan=False, max_digits=24)]
Amount = Annotated[Decimal, Field(ge=0, allow_inf_nan=False, max_digits=24)]


class Leaf(BaseModel):
    """A frozen part of the document. Maps are keyed by id, sequences are tuples, absence is ``None`` and never zero."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)


class Range(Leaf):
    """A quantity with what it is at the least, most likely and at the most; unit and sign are the owner's to say."""

    low: Number | None = None
    likely: Number | None = None
    high: Number | None = None

    @property
    def complete(self) -> bool:
        """All three stand and are in order."""
        low, likely, high = self.low, self.likely, self.high
        return low is not None and likely is not None and high is not None and low <= likely <= high
