"""A method small enough to work through on paper: three rungs, five questions, and tasks that wait for each other.

rung-1: a        rung-2: b, c        rung-3: d, e
task of c waits for that of a, task of d for those of b and c; e blocks production: low 1, medium 2, high 3.
"""

from decimal import Decimal

from desktop.method import Method
from desktop.method.schema import Blocks, Group, Lens, Question, Remedy
from desktop.workbook.base import Range

RUNGS = {"a": "rung-1", "b": "rung-2", "c": "rung-2", "d": "rung-3", "e": "rung-3"}
AFTER = {"c": ("a-task",), "d": ("b-task", "c-task")}
EFFORT = {"a": 5, "b": 3, "c": 8, "d": 2, "e": 1}
BLOCKS = {"e": Blocks(low=1, medium=2, high=3)}


def _question(name: str) -> Question:
    days = EFFORT[name]
    effort = Range(low=Decimal(days), likely=Decimal(days), high=Decimal(2 * days))
    task = Remedy(
        id=f"{name}-task",
        title=f"Close {name}",
        deliverable="Paper",
        role="Owner",
        effort=effort,
        band="1-4",
        after=AFTER.get(name, ()),
    )
    return Question(
        id=name,
        prompt=f"{name}?",
        why="Why",
        source="ops",
        evidence="Paper",
        levels=("0", "1", "2", "3", "4"),
        lenses={"ladder": (RUNGS[name],), "conditions": ("only",)},
        blocks=BLOCKS.get(name, Blocks()),
        tasks=(task,),
    )


def _lens(name: str, groups: tuple[str, ...], needs: int | None) -> Lens:
    entries = tuple(Group(id=group, name=group, about=group) for group in groups)
    return Lens(id=name, name=name, source="ops", scoring="Mean", not_claimed="More", groups=entries, needs=needs)


SMALL = Method(
    version="test",
    sources=(),
    benchmarks=(),
    questions=tuple(_question(name) for name in RUNGS),
    lenses=(_lens("ladder", ("rung-1", "rung-2", "rung-3"), 3), _lens("conditions", ("only",), None)),
    pages=(),
)
