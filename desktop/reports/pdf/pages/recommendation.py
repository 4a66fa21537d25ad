"""The decision as one of three, what it rests on, and what ends it; undecided, it says so and names what is missing."""

from desktop.reports.pdf.figures.trend import threshold_words
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.pages.findings import DECISION_CHECKS, decided, gaps, person
from desktop.reports.pdf.paper import INNER, column
from desktop.reports.pdf.states import draw_icon
from desktop.reports.pdf.words import CAPTION, HEAD, STRONG, TEXT, Rich, rich
from desktop.reports.report import Report, SystemReport
from desktop.text import count, say
from desktop.text.formatting import day, money, percent
from desktop.text.verdicts import verdict_sentence
from desktop.workbook.decision import Condition, Outcome

_REST, _ENDS = column(4) - 6, column(8) + 10
_GAP = 18.0
_MOST = 4


def recommendation(report: Report, one: SystemReport) -> Fragment:
    """The block of three columns."""
    block = Fragment()
    bottoms = (_choice(block, one), _rests(block, report, one), _ends(block, report, one))
    block.height = max(bottoms)
    return block


def _choice(block: Fragment, one: SystemReport) -> float:
    made, y = decided(one), HEAD.leading + 8
    block.line(0, HEAD.first_baseline(0), say("board.decision-head"), HEAD, _REST - _GAP)
    for outcome in Outcome:
        chosen, middle = outcome is made, y + 7.2
        _button(block, middle, chosen=chosen)
        style = STRONG.coloured("accent") if chosen else TEXT.coloured("quiet")
        block.line(17, TEXT.first_baseline(y), say(f"board.outcome-{outcome.value}"), style)
        y += 18
    if made is None:
        key = "board.undecided" if one.sprint.decision.outcome is None else "board.incomplete"
        y = block.paragraph(0, y + 1, say(key), STRONG, _REST - _GAP, 5)
    return y


def _button(block: Fragment, y: float, *, chosen: bool) -> None:
    if not chosen:
        block.dot(5.5, y, 5, None, "edge")
        return
    with block.within("Figure", say("board.chosen")):
        block.dot(5.5, y, 5, "accent", "accent")
        block.dot(5.5, y, 1.9, "surface")


def _rests(block: Fragment, report: Report, one: SystemReport) -> float:
    width, y = _ENDS - _REST - _GAP, HEAD.leading + 8
    head = "board.known-head" if decided(one) is Outcome.NO_GO else "board.rests-head"
    block.line(_REST, HEAD.first_baseline(0), say(head), HEAD, width)
    for state, content in (_evaluation(one), _return(report, one), _owner(report, one)):
        draw_icon(block, _REST + 4, y + 7, state)
        y = block.paragraph(_REST + 14, y, content, TEXT, width - 14, 3) + 4.5
    return y - 4.5


def _evaluation(one: SystemReport) -> tuple[str, Rich]:
    found = one.evaluation
    if found.latest is None:
        return "open", rich((say("board.rests-no-run"), TEXT))
    interval = found.latest.interval
    strong = say("board.rests-score", share=percent(interval.share))
    values = {"scored": f"{found.latest.scored:,}", "low": _points(interval.low), "high": _points(interval.high)}
    if found.threshold is None:
        rest = say("board.rests-score-open", **values)
    else:
        threshold = threshold_words(found.threshold)
        rest = say(f"board.rests-score-{'above' if found.cleared else 'short'}", **values, threshold=threshold)
    state = "met" if found.cleared else "open" if found.threshold is None else "failed"
    return state, rich((strong, STRONG), (f" {rest}", TEXT))


def _points(share: float) -> str:
    return percent(share).removesuffix(" %")


def _return(report: Report, one: SystemReport) -> tuple[str, Rich]:
    low = one.numbers.low
    if low is None:
        return "open", rich((say("board.rests-no-return"), TEXT))
    amount = money(abs(low.net), report.currency)
    gain = low.net >= 0
    strong, rest = (say(f"board.rests-{'gain' if gain else 'loss'}{part}", amount=amount) for part in ("", "-rest"))
    return "met" if gain else "failed", rich((strong, STRONG), (f" {rest}", TEXT))


def _owner(report: Report, one: SystemReport) -> tuple[str, Rich]:
    verdict = next((task.checked.verdict for task in one.tasks if task.id == "owner-named"), None)
    name = person(report, one.sprint.owner)
    if verdict is None or not verdict.met:
        text = verdict_sentence(verdict.code, verdict.values, report.currency) if verdict and name else ""
        return "failed" if name else "open", rich(
            (say("board.rests-no-owner"), TEXT), (f" {text}" if text else "", TEXT)
        )
    return "met", rich((name, STRONG), (f" {say('board.rests-owner')}", TEXT))


def _ends(block: Fragment, report: Report, one: SystemReport) -> float:
    made, width = decided(one), INNER - _ENDS
    if made is None:
        return _missing(block, one, width)
    if made is Outcome.NO_GO:
        return _reason(block, one, "board.reason-head", width)
    conditions = tuple(one.sprint.decision.conditions.values())
    if not conditions:
        return _reason(block, one, "board.no-conditions", width)
    y, lines = HEAD.leading + 8, 3 if len(conditions) < _MOST else 2
    shown = len(conditions) if len(conditions) <= _MOST else _MOST - 1
    block.line(_ENDS, HEAD.first_baseline(0), say("board.ends-head"), HEAD, width)
    for condition in sorted(conditions, key=lambda entry: (entry.due is None, entry.due))[:shown]:
        y = _condition(block, report, condition, y, width, lines)
    if len(conditions) > shown:
        y = block.paragraph(_ENDS, y, count("board.ends-more", len(conditions) - shown), CAPTION, width) + 4.5
    return y - 4.5


def _condition(block: Fragment, report: Report, condition: Condition, y: float, width: float, lines: int) -> float:
    block.dot(_ENDS + 2, y + 7, 1.4, "text")
    text = condition.text.strip() or say("board.unnamed")
    below = block.paragraph(_ENDS + 9, y, text, TEXT, width - 9, lines)
    owner = person(report, condition.owner) or say("board.no-owner")
    due = say("board.by", day=day(condition.due)) if condition.due else say("board.no-date")
    state = say("board.met-on", day=day(condition.met_on)) if condition.met_on else due
    return block.paragraph(_ENDS + 9, below, f"{state} · {owner}", CAPTION, width - 9, 1) + 4.5


def _reason(block: Fragment, one: SystemReport, head: str, width: float) -> float:
    block.line(_ENDS, HEAD.first_baseline(0), say(head), HEAD, width)
    reason = one.sprint.decision.reason.strip() or say("board.reason-none")
    return block.paragraph(_ENDS, HEAD.leading + 8, reason, TEXT, width, 6)


def _missing(block: Fragment, one: SystemReport, width: float) -> float:
    block.line(_ENDS, HEAD.first_baseline(0), say("board.missing-head"), HEAD, width)
    left = gaps(one)
    weeks = [task for task in left if task.week == 4]
    shown = sorted(weeks, key=lambda task: task.id in DECISION_CHECKS)[:_MOST] or list(left[:_MOST])
    y = HEAD.leading + 8
    for task in shown:
        draw_icon(block, _ENDS + 4, y + 7, task.state)
        y = block.paragraph(_ENDS + 14, y, task.checked.check.label, TEXT, width - 14, 2) + 3
    if len(left) > len(shown):
        y = block.paragraph(_ENDS + 14, y, count("board.missing-more", len(left) - len(shown)), CAPTION, width - 14) + 3
    return y - 3
