"""The shape of the content files. Content is data: adding a page, a question or a figure needs no code."""

from enum import StrEnum
from typing import Literal

from pydantic import Field as Value

from desktop.workbook.base import Id, Leaf, Line, Map, Prose, Range
from desktop.workbook.rating import Level, Perspective


class Kind(StrEnum):
    """What a field holds, and so which editor the page shows for it."""

    TEXT = "text"
    PARAGRAPH = "paragraph"
    INTEGER = "integer"
    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    DATE = "date"
    CHOICE = "choice"
    CHOICES = "choices"
    TOGGLE = "toggle"
    PERSON = "person"
    PEOPLE = "people"
    WEEKDAYS = "weekdays"
    RANGE = "range"
    MONEY_RANGE = "money-range"
    TABLE = "table"
    RECORDS = "records"
    ASSIGNMENTS = "assignments"
    RACI = "raci"
    STATE = "state"


class Source(Leaf):
    """A publication that a figure or rule comes from. ``date`` is a year, month or day as published."""

    id: Id
    title: Line
    publisher: Line
    date: Line


class Benchmark(Leaf):
    """One published figure with what it measured. ``value`` None means that the source left it blank: not reported."""

    id: Id
    measures: Line
    value: Line | None
    population: Line
    reported_by: Line
    date: Line
    source: Id


class Option(Leaf):
    """One value of a choice."""

    value: Line
    label: Line
    help: Line = ""


class Field(Leaf):
    """One field of a page, bound to a place of the document relative to the page's scope.

    ``entries_from`` names a list of the method whose entries a list always shows; with ``add`` it takes own ones too. A
    ``ordered`` lists can be put in another order. ``width`` is a column's, in designed pixels, where its kind's does not fit.
    A field of kind ``state`` is computed and never edited: ``bind`` is then only its name.
    """

    id: Id
    kind: Kind
    bind: Line
    label: Line
    help: Line = ""
    placeholder: Line = ""
    unit: Line = ""
    optional: bool = False
    options: tuple[Option, ...] = ()
    options_from: Line = ""
    entries_from: Line = ""
    ordered: bool = False
    width: int | None = Value(default=None, ge=64, le=400)
    fields: tuple["Field", ...] = ()
    entry: Line = ""
    add: Line = ""
    empty: Line = ""


class Card(Leaf):
    """A group of fields that belong to one question. ``picture`` names a chart that is drawn beside them."""

    id: Id
    title: Line
    lead: Line = ""
    picture: Line = ""
    fields: tuple[Field, ...]


class Check(Leaf):
    """One line of *Done when*, and the task that gets it done. ``due`` counts working days from the week's first."""

    id: Id
    label: Line
    task: Line = ""
    deliverable: Line = ""
    role: Line = ""
    due: int = 5


class Why(Leaf):
    """Why a page matters: a short headline, what it means, and the published figure that it rests on."""

    headline: Line
    text: Prose
    benchmark: Id


class Page(Leaf):
    """One wizard page. ``title`` is its question, ``name`` its short name in the rail."""

    id: Id
    name: Line
    title: Line
    lead: Line
    scope: Literal["engagement", "system"]
    track: Literal["setup", "sprint", "plan"]
    week: int | None = None
    icon: Line = "circle"
    cards: tuple[Card, ...]
    checks: tuple[Check, ...] = ()
    why: tuple[Why, ...] = ()


class Remedy(Leaf):
    """A task that closes a gap. Effort is in person-days; ``band`` is the stretch of the twelve weeks it belongs to."""

    id: Id
    title: Line
    deliverable: Line
    role: Line
    effort: Range
    band: Literal["1-4", "5-8", "9-12"]
    after: tuple[Id, ...] = ()


class Blocks(Leaf):
    """The level below which a question blocks production, by risk tier; None: it never blocks there."""

    low: Level | None = None
    medium: Level | None = None
    high: Level | None = None


class Question(Leaf):
    """A question of the diagnosis with five anchored levels, 0 absent to 4 under control and verified.

    ``lenses`` says to which groups of which lens it belongs; ``best`` who can answer it best.
    """

    id: Id
    prompt: Line
    why: Prose
    source: Id
    evidence: Line
    levels: tuple[Line, Line, Line, Line, Line]
    best: Perspective | None = None
    lenses: Map[tuple[Id, ...]] = Value(default_factory=dict)
    blocks: Blocks = Value(default_factory=Blocks)
    tasks: tuple[Remedy, ...] = ()


class Group(Leaf):
    """One group of a lens."""

    id: Id
    name: Line
    about: Line


class Lens(Leaf):
    """A way to read the same answers: groups, how a group's score is made, and what the lens does not claim.

    ``needs`` (ladders only): the level with evidence that every question of a group must reach.
    """

    id: Id
    name: Line
    source: Id
    scoring: Prose
    not_claimed: Prose
    groups: tuple[Group, ...]
    crosswalk: bool = False
    needs: Level | None = None
