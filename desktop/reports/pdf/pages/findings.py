"""What the entries of one system say, as titles and leads: computed, never more than what was entered."""

from desktop.analysis.judging import Judged
from desktop.analysis.seals import decider
from desktop.planning.sprint_tasks import SprintTask
from desktop.reports.pdf.figures.trend import threshold_words
from desktop.reports.pdf.figures.weeks import days_sentence
from desktop.reports.pdf.paper import INNER
from desktop.reports.pdf.words import TITLE, named, rich, shorter, wrap
from desktop.reports.report import Report, SystemReport
from desktop.text import say
from desktop.text.formatting import day_long, join, money, number, percent
from desktop.workbook.decision import Outcome

DECISION_CHECKS = frozenset({"decision-made", "resources-committed", "conditions-owned"})
TITLE_LINES = 2
_NAME_WIDTHS = (2 * INNER, 380.0, 300.0, 210.0, 120.0)  # points that a name may take in a title
_ORDER = {"late": 0, "problem": 1, "soon": 2, "open": 3}


def decided(one: SystemReport) -> Outcome | None:
    """The decision, where it has an outcome, a date and named people; else None."""
    made = next((task for task in one.tasks if task.id == "decision-made"), None)
    return one.sprint.decision.outcome if made and made.checked.verdict.met else None


def gaps(one: SystemReport) -> tuple[SprintTask, ...]:
    """Checks that are not met: late ones first, then what fell short, each by due day."""
    left = [task for task in one.tasks if task.state != "done"]
    far = max((task.due for task in left if task.due), default=None)
    return tuple(sorted(left, key=lambda task: (_ORDER[task.state], task.due or far, task.week)))


def decidable(one: SystemReport) -> bool:
    """Nothing is open any more but what the decision itself brings."""
    return {task.id for task in gaps(one)} <= DECISION_CHECKS


def person(report: Report, person_id: str | None) -> str:
    """A person's name, or an empty text."""
    found = report.workbook.people.get(person_id or "")
    return found.name.strip() if found else ""


def decision_title(report: Report, one: SystemReport) -> str:
    """The first page's title: the decision, or that there is none and why. A long name gives way to the finding."""
    name = named(one.system.name)
    for width in _NAME_WIDTHS:
        title = _decision_title(report, one, shorter(name, width, TITLE))
        if len(wrap(rich((title, TITLE)), INNER)) <= TITLE_LINES:
            break
    return title


def _decision_title(report: Report, one: SystemReport, name: str) -> str:
    outcome, decision = decided(one), one.sprint.decision
    if outcome and decision.decided_on:
        values = {"on": day_long(decision.decided_on), "system": name}
        if decision.budget is not None and outcome is not Outcome.NO_GO:
            return say(f"board.title-{outcome.value}-budget", **values, budget=money(decision.budget, report.currency))
        return say(f"board.title-{outcome.value}", **values)
    left = gaps(one)
    if decidable(one):
        return say("board.title-ready", met=one.done, total=one.total, system=name)
    return say("board.title-not-ready", open=len(left), total=one.total, system=name)


def decision_lead(report: Report, one: SystemReport) -> str:
    """Sponsor, owner and how far the sprint is; with a decision also who made it."""
    parts = []
    if sponsor := person(report, report.workbook.engagement.sponsor):
        role = report.workbook.people[report.workbook.engagement.sponsor or ""].role.strip()
        parts.append(say("board.lead-sponsor", name=f"{sponsor}, {role}" if role else sponsor))
    else:
        parts.append(say("board.lead-no-sponsor"))
    if decided(one):
        made = one.sprint.decision
        names = tuple(decider(report.workbook, made, who) for who in made.decided_by)
        parts.append(say("board.lead-decided", names=join(names)))
    else:
        parts.append(days_sentence(one.start, report.stamp.as_of))
    return " ".join(parts)


def standing_title(one: SystemReport) -> str:
    """The second page's title: what the evaluation shows; a regression is said first, as on the screen."""
    found = one.evaluation
    if found.latest is None:
        return say("board.standing-no-run")
    share = percent(found.latest.interval.share)
    if one.sets and one.sets[0].verdict.regression:
        return _regression(one.sets[0].verdict, share)
    if found.threshold is None:
        return say("board.standing-no-threshold", share=share)
    values = {"share": share, "threshold": threshold_words(found.threshold)}
    if found.cleared:
        return say("board.standing-cleared", **values)
    if found.latest.interval.high < found.threshold:
        return say("board.standing-below", **values)
    return say("board.standing-not-shown", **values)


def _regression(judged: Judged, share: str) -> str:
    for what, comparison in (("last", judged.against_last), ("first", judged.against_first)):
        if comparison is not None and comparison.worse():
            fallen = number(abs(comparison.change) * 100, 1)
            return say(f"board.standing-worse-{what}", share=share, points=fallen)
    names = tuple(shorter(named(name), INNER / 2, TITLE) for name in judged.fallen[:3])
    return say("board.standing-fallen", share=share, names=join(names))


def standing_lead(one: SystemReport) -> str:
    """The interval and how many examples would settle a doubt."""
    found = one.evaluation
    if found.latest is None:
        return say("board.standing-lead-none")
    interval = found.latest.interval
    text = say(
        "board.standing-lead",
        correct=f"{found.latest.correct:,}",
        scored=f"{found.latest.scored:,}",
        low=percent(interval.low),
        high=percent(interval.high),
    )
    if found.needed and not found.cleared:
        return f"{text} {say('board.standing-needed', needed=f'{found.needed:,}')}"
    return text
