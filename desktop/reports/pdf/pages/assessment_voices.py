"""Five conditions, four voices: a heat map with the numbers in it, how far the voices lie apart, and what counts."""

from desktop.analysis.scoring import HIGHEST
from desktop.reports.assessment import Condition
from desktop.reports.palette import PAPER
from desktop.reports.pdf.figures.scale import Scale
from desktop.reports.pdf.fragment import Figure, Fragment
from desktop.reports.pdf.paper import INNER
from desktop.reports.pdf.words import CAPTION, CELL, CELL_STRONG, rich, wrap
from desktop.reports.report import SystemReport
from desktop.text import say
from desktop.text.formatting import number, percent
from desktop.workbook import Perspective

_HEAT_CUTS = (1.2, 1.8, 2.5)
_ROW, _CELL, _BETWEEN, _FIRST = 25.0, 40.0, 3.0, 112.0
_APART = (290.0, 328.0)  # the axis of the voices, 0 to 4
_COUNTS = (374.0, 408.0)  # the axis of what counts
_VOICES = tuple(view.value for view in Perspective)


def voices(one: SystemReport) -> Fragment:
    """The map with its two axes; blank answers are left out and never counted as zero."""
    block = Fragment()
    found = one.assessment
    apart = say("board-assessment.of", part=len(found.disagreements), all=len(found.standings))
    top = block.heading(say("board-assessment.voices-head"), say("board-assessment.voices-note", apart=apart))
    with block.within("Table"):
        with block.row("TH"):
            y = _header(block, top)
        for place, condition in enumerate(found.conditions, start=1):
            with block.row():
                _row(block, condition, place, y)
            y += _ROW
    with block.unspoken():
        for low, high in (_APART, _COUNTS):
            block.line(low, CAPTION.first_baseline(y), "0", CAPTION, None, "middle")
            block.line(high, CAPTION.first_baseline(y), f"{HIGHEST}", CAPTION, None, "middle")
    differ = any(condition.differs for condition in one.assessment.conditions)
    legend = say("board-assessment.voices-legend")
    legend = f"{say('board-assessment.voices-differ')} {legend}" if differ else legend
    block.height = block.paragraph(0, y, legend, CAPTION, _APART[0] - 12, 3)
    return block


def condition_figures(one: SystemReport) -> list[Figure]:
    """What counts of each condition with its bounds, and the voices that it was made from."""
    return [_figure(one, condition) for condition in one.assessment.conditions]


def _figure(one: SystemReport, condition: Condition) -> Figure:
    heard = "; ".join(
        f"{say(f'board-assessment.voice-{voice.perspective}')} {_mean(voice.mean, voice.answered)}"
        for voice in condition.voices
    )
    made = say(
        "board-assessment.made-condition", coverage=percent(condition.score.coverage, 0), voices=heard,
        questions=len(condition.score.questions),
    )  # fmt: skip
    value = say("board-assessment.bounds", score=_score(condition), bounds=_bounds(condition))
    return Figure(condition.group.name, value, made, say("board-assessment.entry"), one.system.id)


def _header(block: Fragment, top: float) -> float:
    heads = [(_x(place) + _CELL / 2, say(f"board-assessment.voice-{name}")) for place, name in enumerate(_VOICES)]
    block.nothing()
    for middle, text in heads:
        lines = _two_lines(text, _CELL + 7)
        with block.within("P"):
            for place, line in enumerate(lines):
                baseline = CAPTION.first_baseline(top + (2 - len(lines) + place) * CAPTION.leading)
                block.line(middle, baseline, line, CAPTION, None, "middle")
    baseline = CAPTION.first_baseline(top + CAPTION.leading)
    block.line(_APART[0], baseline, say("board-assessment.apart"), CAPTION)
    block.line(_COUNTS[0], baseline, say("board-assessment.counts"), CAPTION)
    block.line(INNER, baseline, say("board-assessment.answered"), CAPTION, None, "right")
    return top + 2 * CAPTION.leading + 4


def _two_lines(text: str, width: float) -> list[str]:
    """At most two lines of a column's head."""
    return ["".join(piece.text for piece in line) for line in wrap(rich((text, CAPTION)), width, 2)]


def _row(block: Fragment, condition: Condition, place: int, y: float) -> None:
    middle = y + (_ROW - _BETWEEN) / 2
    with block.within("P"):
        block.line(0, middle + 3.2, f"{place}", CELL_STRONG.coloured("accent"))
        lines = _two_lines(condition.group.name, _FIRST - 18)
        for at, line in enumerate(lines):
            top = middle - len(lines) * CAPTION.leading / 2 + at * CAPTION.leading
            block.line(12, CAPTION.first_baseline(top), line, CAPTION.coloured("text"), _FIRST - 14)
    for at, voice in enumerate(condition.voices):
        _cell(block, _x(at), y, (voice.mean, voice.answered))
    _dumbbell(block, condition, middle)
    _counting(block, condition, middle)


def _x(place: int) -> float:
    return _FIRST + place * (_CELL + _BETWEEN)


def _cell(block: Fragment, x: float, y: float, heard: tuple[float | None, int]) -> None:
    mean, answered = heard
    tall = _ROW - _BETWEEN
    if mean is None:
        block.bar(x + 0.3, y + 0.3, _CELL - 0.6, tall - 0.6, None, "edge")
        style = CAPTION if answered else CAPTION.coloured("risk")
        block.line(x + _CELL / 2, y + tall / 2 + 2.9, _mean(mean, answered), style, _CELL - 2, "middle")
        return
    step = sum(mean >= cut for cut in _HEAT_CUTS)
    block.bar(x, y, _CELL, tall, f"heat{step}")
    colour = PAPER.heat_text[step]
    block.line(x + _CELL / 2, y + tall / 2 + 3.2, number(mean, 1), CELL_STRONG.coloured(colour), None, "middle")


def _dumbbell(block: Fragment, condition: Condition, y: float) -> None:
    scale = Scale(0, HIGHEST, *_APART)
    block.rule(y, scale.start, scale.end)
    means = [voice.mean for voice in condition.voices if voice.mean is not None]
    if condition.spread is None:
        for mean in means:
            block.dot(scale.at(mean), y, 2.6, "quiet")
        block.line(_COUNTS[0] - 14, y + 3.2, say("board.none"), CELL.coloured("quiet"), None, "right")
        return
    colour = "risk" if condition.differs else "quiet"
    block.path((scale.at(min(means)), y), (scale.at(max(means)), y), colour=colour, width=2.0)
    for mean in (min(means), max(means)):
        block.dot(scale.at(mean), y, 2.6, colour)
    text = f"≠ {number(condition.spread, 1)}" if condition.differs else number(condition.spread, 1)
    style = (CELL_STRONG if condition.differs else CELL).coloured(colour)
    block.line(_COUNTS[0] - 14, y + 3.2, text, style, None, "right")


def _counting(block: Fragment, condition: Condition, y: float) -> None:
    """A band from the lowest to the highest possible score, an upright mark where it stands."""
    scale, score = Scale(0, HIGHEST, *_COUNTS), condition.score
    block.rule(y, scale.start, scale.end)
    if score.low is not None and score.high is not None:
        block.bar(scale.at(score.low), y - 3.5, scale.at(score.high) - scale.at(score.low), 7, "heat2")
    if score.score is not None:
        block.path((scale.at(score.score), y - 5), (scale.at(score.score), y + 5), colour="accent", width=2.0)
    with block.within("P"):
        block.line(_COUNTS[1] + 22, y + 3.2, _score(condition), CELL_STRONG, None, "right")
        if score.low != score.high:
            block.line(_COUNTS[1] + 26, y + 2.9, _bounds(condition), CAPTION)
    block.line(INNER, y + 2.9, percent(score.coverage, 0), CAPTION, None, "right")


def _mean(mean: float | None, answered: int) -> str:
    if mean is not None:
        return number(mean, 1)
    return say("board-assessment.does-not-apply" if answered else "board-assessment.no-voice")


def _score(condition: Condition) -> str:
    if condition.score.low is None:
        return say("board-assessment.does-not-apply")
    return say("board.none") if condition.score.score is None else number(condition.score.score, 1)


def _bounds(condition: Condition) -> str:
    low, high = condition.score.low, condition.score.high
    return say("board.none") if low is None or high is None else f"{number(low, 1)}–{number(high, 1)}"
