"""The small pictures of the dashboard: the gaps that keep a system from its next rung, and the three numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from desktop.analysis.ladder import LADDER
from desktop.analysis.scoring import Score
from desktop.analysis.value import three_numbers
from desktop.session.assess import Assessment
from desktop.text import count, say
from desktop.text.formatting import money, number
from desktop.workbook import Sprint
from desktop.workbook.base import Range

GAPS = "gaps"
_MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class GapRow:
    """One of the six gaps: its score with bounds, how many criteria of the next rung it holds back, and the work."""

    group: str
    name: str
    score: Score
    unmet: int
    blocking: int
    work: str

    @property
    def words(self) -> str:
        """The row said aloud."""
        figure = "–" if self.score.score is None else number(self.score.score, 1)
        held = count("assess.gaps.unmet", self.unmet) if self.unmet else say("assess.gaps.nothing")
        blocks = count("assess.gaps.blocking", self.blocking) if self.blocking else ""
        return ". ".join(part for part in (say("assess.gaps.row", name=self.name, score=figure), held, blocks) if part)


@dataclass(frozen=True)
class Amount:
    """One of the three numbers: what it is, the likely figure, and what stands beside it. ``None`` figure: not known."""

    name: str
    figure: str | None
    beside: str
    state: str = "text"


def gap_rows(now: Assessment) -> tuple[GapRow, ...]:
    """The six gaps, those first that hold back most of the next rung."""
    unmet = {entry.question for entry in now.rung.unmet}
    blocking = {gap.question for gap in now.gaps if gap.blocking}
    rows = []
    for group in now.method.lens[GAPS].groups:
        members = set(now.method.group(GAPS, group.id))
        held = members & unmet
        score = now.seen.lenses[GAPS][group.id]
        rows.append(GapRow(group.id, group.name, score, len(held), len(members & blocking), _work(now, held)))
    return tuple(sorted(rows, key=lambda row: (-row.unmet, row.score.score if row.score.score is not None else 0)))


def needed(now: Assessment) -> int:
    """The level that every criterion of a rung needs."""
    return now.method.lens[LADDER].needs or 0


def _work(now: Assessment, held: set[str]) -> str:
    """Person-days of the tasks that close these questions, low to high."""
    efforts = [task.effort for task in now.rung.tasks if now.method.remedy[task.id][0] in held]
    if not efforts:
        return "–"
    low, high = (
        sum((e.low or Decimal(0) for e in efforts), Decimal(0)),
        sum((e.high or Decimal(0) for e in efforts), Decimal(0)),
    )
    return say("assess.gaps.days", low=number(low, 0), high=number(high, 0))


def amounts(now: Assessment) -> tuple[Amount, ...]:
    """What it costs to wait, what it takes, and what it brings: the three numbers of the board."""
    sprint, currency = now.system.sprint or Sprint(), now.workbook.engagement.currency
    found = three_numbers(sprint.value)
    waiting = _amount("assess.money.waiting", found.continuing, currency)
    if found.continuing and found.continuing.likely:
        year = money(found.continuing.likely * _MONTHS_A_YEAR, currency)
        waiting = Amount(waiting.name, waiting.figure, say("assess.money.year", range=waiting.beside, year=year))
    back = found.likely.payback_month if found.likely else None
    net = _amount("assess.money.return", found.net, currency, {"months": found.horizon})
    if net.figure:
        paid = say("assess.money.payback" if back else "assess.money.no-payback", month=back, months=found.horizon)
        loss = found.net is not None and (found.net.likely or 0) < 0
        net = Amount(
            net.name, net.figure, say("assess.money.and", range=net.beside, payback=paid), "block" if loss else "text"
        )
    return (waiting, _amount("assess.money.investment", found.investment, currency), net)


def _amount(key: str, found: Range | None, currency: str, values: Mapping[str, object] | None = None) -> Amount:
    name = say(key, **(values or {}))
    if found is None or found.likely is None or found.low is None or found.high is None:
        return Amount(name, None, say("assess.money.unknown"), "quiet")
    low, high = money(found.low, currency), money(found.high, currency)
    return Amount(name, money(found.likely, currency), say("assess.money.range", low=low, high=high))
