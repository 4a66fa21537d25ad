"""A small Gantt chart: black what sets the day, pale what has slack, dark what is done, grey the plan as it was agreed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.planning.all_tasks import TrackTask
from desktop.reports.pdf.figures.labels import diamond, labels
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.paper import INNER
from desktop.reports.pdf.states import draw_icon
from desktop.reports.pdf.words import (
    CAPTION,
    CAPTION_STRONG,
    CELL,
    CELL_STRONG,
    FOOT,
    Style,
    line_width,
    rich,
    set_line,
)
from desktop.text import say
from desktop.text.formatting import day
from desktop.workbook.checkin import FrozenSpan
from desktop.workbook.plan import TaskStatus

WINDOW = 12
_NAMES, _ROW, _AXIS, _BAR = 186.0, 22.5, 24.0, 7.0
_WEEK = timedelta(days=7)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Launch:
    """The row under the tasks: the launch as planned, as agreed, and its forecast."""

    planned: date
    agreed: date | None
    span: FrozenSpan | None


@dataclass(frozen=True)
class _Axis:
    first: date
    last: date

    def x(self, one: date) -> float:
        """The left edge of a day, within the chart."""
        days = max((self.last - self.first).days, 1)
        return _NAMES + min(max((one - self.first).days / days, 0.0), 1.0) * (INNER - _NAMES)


@dataclass(frozen=True)
class _Line:
    """Where one task's line begins, and where today runs through it."""

    y: float
    today: date
    through: float


def gantt(
    tasks: Sequence[TrackTask], people: Mapping[str, str], first: date, today: date, launch: Launch | None
) -> Fragment:
    """One line a task in the order given; ``people`` names owners by id, ``first`` is the first day of the plan."""
    block, axis = Fragment(), _axis(tasks, first, today, launch)
    rows = len(tasks) + (1.4 if launch else 0)
    bottom = _AXIS + _ROW * rows + 4
    _ground(block, axis, first, bottom)
    _weeks(block, axis, first)
    _today(block, axis, today, bottom)
    for place, task in enumerate(tasks):
        _task(
            block, axis, task, people.get(task.owner or "", ""), _Line(_AXIS + _ROW * place + 3, today, axis.x(today))
        )
    if launch is not None:
        _launch(block, axis, launch, _AXIS + _ROW * len(tasks) + 9)
    _legend(block, bottom + 4)
    block.height = bottom + 16
    return block


def _axis(tasks: Sequence[TrackTask], first: date, today: date, launch: Launch | None) -> _Axis:
    days = [task.finish for task in tasks if task.finish] + [task.planned for task in tasks if task.planned]
    days += [today, first + _WEEK * WINDOW]
    if launch is not None:
        days += [launch.planned, launch.agreed or launch.planned, launch.span.p90 if launch.span else launch.planned]
    starts = [task.start for task in tasks if task.start]
    return _Axis(min([first, *starts]), max(days) + timedelta(days=4))


def _ground(block: Fragment, axis: _Axis, first: date, bottom: float) -> None:
    """What lies after the twelve weeks is grey ground."""
    end = axis.x(first + _WEEK * WINDOW)
    block.bar(end, _AXIS, INNER - end, bottom - _AXIS, "sunk")


def _weeks(block: Fragment, axis: _Axis, first: date) -> None:
    """Numbers of the weeks where there is room, and the months above them."""
    block.rule(_AXIS, _NAMES, INNER, "edge")
    weeks = max(1, (axis.last - axis.first).days // 7)
    step = next(size for size in (1, 2, 4, 8, 16, 52) if (INNER - _NAMES) / weeks * size >= 13)
    month, edge, at, number = 0, 0.0, axis.first, (axis.first - first).days // 7 + 1
    while at <= axis.last:
        x = axis.x(at)
        block.upright(x, _AXIS, _AXIS + 3, "edge", 0.5)
        if (number - 1) % step == 0 and number > 0 and x + 2 + line_width(set_line(rich((str(number), FOOT)))) <= INNER:
            block.line(x + 2, FOOT.first_baseline(_AXIS - 11), str(number), FOOT)
        if at.month != month and x >= edge and x + 22 < INNER:
            edge = (
                x + 4 + block.line(x, CAPTION_STRONG.first_baseline(_AXIS - 23), _MONTHS[at.month - 1], CAPTION_STRONG)
            )
        month, at, number = at.month, at + _WEEK, number + 1
    block.line(0, CAPTION.first_baseline(_AXIS - 13), say("checkin.board.week"), CAPTION, _NAMES - 8)


def _today(block: Fragment, axis: _Axis, today: date, bottom: float) -> None:
    block.upright(axis.x(today), _AXIS, bottom, "risk", 1.1)


def _task(block: Fragment, axis: _Axis, task: TrackTask, owner: str, line: _Line) -> None:
    critical, y = task.critical, line.y
    block.line(0, CELL.first_baseline(y - 1), task.title, CELL_STRONG if critical else CELL, _NAMES - 8)
    named = owner or say("checkin.board.nobody")
    ink = FOOT if owner or task.done else FOOT.coloured("block")
    block.line(0, FOOT.first_baseline(y + 10.5), "" if task.done and not owner else named, ink, _NAMES - 8)
    if task.start is None or task.finish is None:
        return
    left, right = axis.x(task.start), axis.x(task.finish + timedelta(days=1))
    fill = "heat3" if task.done else "text" if critical else "heat2"
    block.bar(left, y + 2, max(right - left, 1.5), _BAR, fill)
    if not task.done and task.percent:
        block.bar(left, y + 2, max((right - left) * task.percent / 100, 1.0), 2.2, "heat4")
    _agreed(block, axis, task, y)
    _ending(block, task, (left, right), line)


def _agreed(block: Fragment, axis: _Axis, task: TrackTask, y: float) -> None:
    """The plan of record below the bar, as long as the task itself, ending where it was agreed to end."""
    if task.planned is None or task.start is None or task.finish is None:
        return
    length = axis.x(task.finish) - axis.x(task.start)
    end = axis.x(task.planned + timedelta(days=1))
    block.bar(max(end - length, _NAMES), y + _BAR + 3.5, end - max(end - length, _NAMES), 2.0, "edge")


def _ending(block: Fragment, task: TrackTask, place: tuple[float, float], line: _Line) -> None:
    """State, last day and slip at the bar's end; before the bar where there is no room after it."""
    (left, right), y = place, line.y
    late = task.late(line.today)
    state = "done" if task.done else "late" if late else "problem" if task.status is TaskStatus.BLOCKED else ""
    slip = f" {task.slip:+d}".replace("-", "−") if task.slip else ""
    style: Style = CAPTION_STRONG if late or task.critical else CAPTION.coloured("text")
    said = rich((day(task.finish, year=False) if task.finish else "", style), (slip, CAPTION_STRONG.coloured("risk")))
    room = line_width(set_line(said)) + (12 if state else 0) + 5
    x = right + 4 if right + room <= INNER else max(left - room, _NAMES)
    if x < line.through < x + room:
        block.bar(x - 1, y - 0.5, room - 2, 11.5, "surface")  # today's line stays clear of the words
    if state:
        draw_icon(block, x + 4, y + 5.5, state)
        x += 12
    block.line(x, CAPTION.first_baseline(y), said, CAPTION)


def _launch(block: Fragment, axis: _Axis, launch: Launch, y: float) -> None:
    """Forecast as a bar from one in ten to nine in ten, the planned day in the accent, the agreed one hollow."""
    block.rule(y - 5, 0, INNER)
    block.line(0, CELL_STRONG.first_baseline(y), say("checkin.board.launch"), CELL_STRONG, _NAMES - 8)
    if launch.span is not None:
        said = say("checkin.board.range", low=day(launch.span.p10), high=day(launch.span.p90))
        block.line(0, FOOT.first_baseline(y + 11.5), say("checkin.board.span", range=said), FOOT, _NAMES - 8)
        low, high = axis.x(launch.span.p10), axis.x(launch.span.p90)
        block.bar(low, y + 3.5, max(high - low, 2), _BAR, "heat2")
    diamond(block, _inside(axis.x(launch.planned)), y + 7, "accent")
    named = [(axis.x(launch.planned), day(launch.planned, year=False), CAPTION_STRONG.coloured("accent"))]
    if launch.agreed is not None and launch.agreed != launch.planned:
        diamond(block, _inside(axis.x(launch.agreed)), y + 7, "risk", hollow=True)
        text = say("checkin.board.agreed", day=day(launch.agreed, year=False))
        named.append((axis.x(launch.agreed), text, CAPTION.coloured("risk")))
    if launch.span is not None:
        named.append((axis.x(launch.span.p90), day(launch.span.p90, year=False), CAPTION))
    labels(block, named, CAPTION.first_baseline(y + 13), (_NAMES, INNER))


def _inside(x: float) -> float:
    return min(max(x, _NAMES + 5), INNER - 5)


def _legend(block: Fragment, y: float) -> None:
    x = _NAMES
    for ink, key in (("text", "critical"), ("heat2", "slack"), ("heat3", "done"), ("edge", "agreed-bar")):
        text = say(f"checkin.board.legend-{key}")
        thin = ink == "edge"
        block.bar(x, y + (4.5 if thin else 2), 12, 2.0 if thin else 6.0, ink)
        x += 16 + block.line(x + 16, FOOT.first_baseline(y), text, FOOT, 90) + 12
