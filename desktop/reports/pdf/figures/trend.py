"""The evaluation runs: a bar for each 95 % interval, a dot for the share, the threshold as a dashed line."""

from desktop.analysis.evaluation import Evaluation, ScoredRun
from desktop.reports.pdf.figures.scale import Scale, axis_number, round_scale, spread
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.words import CAPTION, CAPTION_STRONG, CELL, STRONG
from desktop.text import say
from desktop.text.formatting import day, number, percent

_TOP, _PLOT, _LEFT, _RIGHT = 14.0, 88.0, 36.0, 84.0
_LABELLED = 8  # runs that fit with a label each; of more, the last ones are labelled and all are drawn
_SHOWN = 40


def trend(found: Evaluation, width: float) -> Fragment:
    """The newest forty runs at even distances, oldest first. Needs one run at the least."""
    block, runs = Fragment(), found.runs[-_SHOWN:]
    ends = [end for run in runs for end in (run.interval.low * 100, run.interval.high * 100)]
    if found.threshold is not None:
        ends.append(found.threshold * 100)
    scale = round_scale(max(min(ends) - 1, 0), min(max(ends) + 1, 100), _TOP + _PLOT, _TOP, 4)
    right = width - _RIGHT
    for tick in scale.ticks:
        block.rule(scale.at(tick), _LEFT, right)
        block.line(_LEFT - 8, scale.at(tick) + 2.8, f"{axis_number(tick)} %", CAPTION, None, "right")
    _threshold(block, found, scale, right)
    _runs(block, runs, scale, right)
    block.height = _TOP + _PLOT + 27
    return block


def _threshold(block: Fragment, found: Evaluation, scale: Scale, right: float) -> None:
    if found.threshold is None:
        return
    y = scale.at(found.threshold * 100)
    block.path((_LEFT, y), (right, y), colour="risk", width=1.1, dash=(4, 2.5))
    label = say("board.threshold", share=percent(found.threshold, _places(found.threshold)))
    block.line(right + 4, y + 2.8, label, CAPTION_STRONG.coloured("risk"), _RIGHT - 4)


def _runs(block: Fragment, runs: tuple[ScoredRun, ...], scale: Scale, right: float) -> None:
    step = (right - _LEFT) / len(runs)
    xs = [_LEFT + step * (place + 0.5) for place in range(len(runs))]
    ys = [scale.at(run.interval.share * 100) for run in runs]
    thick = min(6.0, step * 0.6)
    for x, run in zip(xs, runs, strict=True):
        top, bottom = scale.at(run.interval.high * 100), scale.at(run.interval.low * 100)
        block.bar(x - thick / 2, top, thick, bottom - top, "heat2")
    if len(runs) > 1:
        block.path(*zip(xs, ys, strict=True), colour="accent", width=1.3)
    for x, y in zip(xs, ys, strict=True):
        block.dot(x, y, min(3.4, thick * 0.6), "accent", "surface")
    every = -(-len(runs) // _LABELLED)
    for place, (x, run) in enumerate(zip(xs, runs, strict=True)):
        if (len(runs) - 1 - place) % every == 0:
            _label(block, x, run, scale, step * every, last=place == len(runs) - 1)


def _label(block: Fragment, x: float, run: ScoredRun, scale: Scale, room: float, *, last: bool) -> None:
    interval, base = run.interval, _TOP + _PLOT
    on = day(run.on, year=False) if run.on else say("board.undated")
    block.line(x, base + 12, on, CAPTION, room - 4, "middle")
    block.line(x, base + 22, say("board.of", part=f"{run.correct:,}", whole=f"{run.scored:,}"), CAPTION, room, "middle")
    top = scale.at(interval.high * 100)
    if not last:
        block.line(x, top - 4, number(interval.share * 100, 1), CELL, room, "middle")
        return
    values = [(interval.high, CAPTION), (interval.share, STRONG), (interval.low, CAPTION)]
    places = spread([scale.at(value * 100) + 3 for value, _ in values], 11, _TOP - 4, base)
    for (value, style), y in zip(values, places, strict=True):
        block.line(x + 8, y, number(value * 100, 1), style)


def _places(share: float) -> int:
    return 0 if abs(share * 100 - round(share * 100)) < 1e-9 else 1
