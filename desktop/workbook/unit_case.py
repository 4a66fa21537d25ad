"""What one handled case costs: the inputs of the unit economics, at pilot and at target volume."""

from enum import StrEnum

from pydantic import Field

from desktop.workbook.base import Id, Leaf, Line, Map, Range


class CostBasis(StrEnum):
    """What a cost of running grows with."""

    MONTH = "month"
    CASE = "case"
    CALL = "call"


class UnitCost(Leaf):
    """One cost of running: an amount a month, a handled case or a call of the model, as ``basis`` says."""

    name: Line = ""
    basis: CostBasis | None = None
    amount: Range = Field(default_factory=Range)
    source: Line = ""
    owner: Id | None = None


class UnitFigure(Leaf):
    """One quantity with where it comes from; its unit is the field's to say."""

    amount: Range = Field(default_factory=Range)
    source: Line = ""
    owner: Id | None = None


class UnitCase(Leaf):
    """``case`` is what one handled case is called. Volumes are cases a month, ``worth`` is what one case saves or earns."""

    case: Line = ""
    costs: Map[UnitCost] = Field(default_factory=dict)
    calls: UnitFigure = Field(default_factory=UnitFigure)
    worth: UnitFigure = Field(default_factory=UnitFigure)
    pilot: UnitFigure = Field(default_factory=UnitFigure)
    target: UnitFigure = Field(default_factory=UnitFigure)
