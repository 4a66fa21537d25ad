"""The whole project as one value."""

from pydantic import Field

from desktop.workbook.base import Leaf, Line, Map
from desktop.workbook.engagement import Engagement, Person
from desktop.workbook.system import ImportBatch, System


class Workbook(Leaf):
    """Everything that a project file holds. Two workbooks with equal content are equal.

    ``methods`` are the content packs that the questions were answered with, each with its version; ``base`` is the app's.
    """

    engagement: Engagement = Field(default_factory=Engagement)
    methods: Map[Line] = Field(default_factory=dict)
    people: Map[Person] = Field(default_factory=dict)
    imports: Map[ImportBatch] = Field(default_factory=dict)
    systems: Map[System] = Field(default_factory=dict)
