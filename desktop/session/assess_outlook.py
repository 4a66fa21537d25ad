"""When a system can be launched: what the plan and its forecast say, in finished sentences."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop.planning.forecast import forecast, never
from desktop.planning.schedule import frame_of, plan_start, schedule
from desktop.planning.schedule_days import WEEK
from desktop.text import count, say
from desktop.text.formatting import day
from desktop.workbook import Workbook
from desktop.workbook.plan import Plan

_SHARE = 80  # per cent of the draws that lie between the ends of the range


@dataclass(frozen=True)
class Outlook:
    """The likely day of the launch with its range, and the day that it is held against.

    ``target`` is the launch that was agreed in the last baseline, else the last day of the twelve weeks.
    """

    likely: date
    first: date
    last: date
    target: date
    agreed: bool
    draws: int

    @property
    def late(self) -> int:
        """Calendar days after the target; 0 or less: in time."""
        return (self.likely - self.target).days

    @property
    def day(self) -> str:
        """The likely day in words."""
        return day(self.likely)

    @property
    def target_name(self) -> str:
        """What the target is, with its day."""
        key = "assess.launch.target-agreed" if self.agreed else "assess.launch.target-window"
        return say(key, day=day(self.target, year=False))

    @property
    def verdict(self) -> str:
        """Whether that is in time."""
        against = say("assess.launch.agreed" if self.agreed else "assess.launch.window")
        if self.late > WEEK:
            return count("assess.launch.weeks-late", round(self.late / WEEK), against=against)
        if self.late > 0:
            return count("assess.launch.days-late", self.late, against=against)
        return say("assess.launch.in-time", against=against)

    @property
    def rests_on(self) -> str:
        """The range, and what it was made from."""
        values = {"first": day(self.first), "last": day(self.last), "draws": f"{self.draws:,}"}
        return say("assess.launch.range", share=_SHARE, **values)


def launch_outlook(workbook: Workbook, system_id: str, today: date, rest: Callable[[], None] = never) -> Outlook | None:
    """The outlook of a system's plan, about a second of work; None without tasks. KeyError for an unknown system."""
    system = workbook.systems[system_id]
    start = plan_start(workbook, system.plan) if system.plan else None
    if system.plan is None or start is None:
        return None
    frame = frame_of(workbook, start)
    found = forecast(system.plan.tasks, frame, today, rest=rest)
    if found is None:
        return None
    agreed = _agreed(system.plan)
    target = agreed or schedule(system.plan.tasks, frame).window_end
    return Outlook(found.launch.p50, found.launch.p10, found.launch.p90, target, agreed is not None, found.draws)


def _agreed(plan: Plan) -> date | None:
    """The launch of the baseline that was taken last."""
    taken = [baseline for baseline in plan.baselines.values() if baseline.launch is not None]
    return max(taken, key=lambda baseline: baseline.taken_on).launch if taken else None
