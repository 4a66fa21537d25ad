"""Who answers for what in production: responsible, accountable, consulted, informed (sprint guide, domain 4)."""

from typing import Literal

from pydantic import Field

from desktop.workbook.base import Id, Leaf, Line, Map

Mark = Literal["R", "A", "AR", "C", "I"]


class Duty(Leaf):
    """One row. ``marks`` by person; ``AR`` is accountable and does it too. ``name`` is empty for the method's own rows."""

    name: Line = ""
    marks: Map[Mark] = Field(default_factory=dict)


class Raci(Leaf):
    """The matrix. ``people`` are its columns in their order; rows of the method come to life with their first mark."""

    people: tuple[Id, ...] = ()
    duties: Map[Duty] = Field(default_factory=dict)
