"""The few words that formulas compare, and formulas that need a word of their own."""

from dataclasses import dataclass
from functools import cache

from desktop.text import say


@dataclass(frozen=True)
class States:
    """The states of a task. The first three are entered, ``late``, ``soon`` and the rest are computed from them."""

    done: str
    problem: str
    open: str
    late: str
    soon: str

    def of(self, state: str) -> str:
        """The word for a state of the report."""
        return str(getattr(self, state))

    def entered(self, state: str) -> str:
        """The word that stands in the entry cell for a verdict's state."""
        return {"met": self.done, "failed": self.problem}.get(state, self.open)


@cache
def states() -> States:
    """The states in words."""
    return States(*(say(f"tracker.state-{name}") for name in ("done", "problem", "open", "late", "soon")))


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
