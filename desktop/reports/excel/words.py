"""The few words that formulas compare, and formulas that need a word of their own."""

from dataclasses import dataclass
from functools import cache

from desktop.planning.all_tasks import TrackTask
from desktop.text import say
from desktop.workbook.plan import TaskStatus


@dataclass(frozen=True)
class States:
    """The states of a task. ``late`` and ``soon`` are computed from the day, all others are entered."""

    done: str
    problem: str
    open: str
    late: str
    soon: str
    progress: str
    blocked: str

    def of(self, state: str) -> str:
        """The word for a state of the report."""
        return str(getattr(self, state))

    def entered(self, task: TrackTask) -> str:
        """The word that stands in the entry cell of a task; a check that was not passed says so where nobody says more."""
        said = {TaskStatus.DONE: self.done, TaskStatus.IN_PROGRESS: self.progress, TaskStatus.BLOCKED: self.blocked}
        failed = task.missing is not None and task.missing.state == "failed"
        return said.get(task.status, self.problem if failed else self.open)

    @property
    def choices(self) -> tuple[str, ...]:
        """What can be entered."""
        return self.open, self.progress, self.blocked, self.problem, self.done


@cache
def states() -> States:
    """The states in words."""
    return States(
        *(say(f"tracker.state-{name}") for name in ("done", "problem", "open", "late", "soon", "progress", "blocked"))
    )


def quoted(word: str) -> str:
    """A word as a formula writes it."""
    return '"' + word.replace('"', '""') + '"'


def money_text(cell: str, currency: str) -> str:
    """A formula for an amount in reading form (``EUR 410k``, ``EUR 1.6M``), rounded as ``text.formatting.money`` does."""
    size = f"ABS({cell})"
    large = f'FIXED({size}/1000000,1)&"M"'
    middle = f'FIXED({size}/1000,IF({size}>=10000,0,1))&"k"'
    sign = f'IF({cell}<0,"−","")'
    body = f"IF(ROUND({size}/1000,0)>=1000,{large},IF({size}>=1000,{middle},FIXED({size},0)))"
    return f"{quoted(currency + ' ')}&{sign}&{body}"


def share_text(cell: str) -> str:
    """A formula for a share in per cent with one place; FIXED, because TEXT reads its pattern in the user's language."""
    return f"FIXED({cell}*100,1)"
