"""The whole project as one value."""

from pydantic import Field

from desktop.workbook.base import Leaf, Map
from desktop.workbook.engagement import Engagement, Person
from desktop.workbook.system import ImportBatch, System


class Workbook(Leaf):
    """Everything that a project file holds. Two workbooks with equal content are equal."""

    engagement: Engagement = Field(default_factory=Engagement)
    people: Map[Person] = Field(default_factory=dict)
    imports: Map[ImportBatch] = Field(default_factory=dict)
    systems: Map[System] = Field(default_factory=dict)
