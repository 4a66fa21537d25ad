"""What the findings page shows: the gaps, what closes or manages each, and which of it stands in the twelve-week plan."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from desktop.analysis.findings import Finding, risk_tier
from desktop.analysis.perspectives import voices
from desktop.method.schema import Kind, Remedy
from desktop.planning.schedule import Scheduled, system_schedule
from desktop.session.assess import QUESTIONS, VIEWS, Assessment, group_place, person_words, question_place, view_words
from desktop.session.assess_dashboard import Link
from desktop.session.planning import what_generating_changes
from desktop.session.view import Row
from desktop.text import count, say
from desktop.text.formatting import day, join, number
from desktop.workbook.path import Path
from desktop.workbook.plan import Plan
from desktop.workbook.rating import Treatment

CONDITIONS = "conditions"


@dataclass(frozen=True)
class TaskLine:
    """One task that closes a finding. ``at`` leads to it in the plan; empty: it is not in the plan."""

    title: str
    words: str
    at: Path = ()


@dataclass(frozen=True)
class FindingView:
    """One gap with what closes and manages it. ``rows``: the editors of a manageable one; a blocking one has none.

    ``chosen``: it is closed by tasks of the plan, as every blocking one is.
    """

    question: str
    prompt: str
    blocking: bool
    treated: bool
    gap: str
    state: str
    chosen: bool
    planned: str
    tasks: tuple[TaskLine, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class FindingsView:
    """All gaps, and what they mean together. ``plan_words``: what the plan would take up if it were drafted now.

    ``voices``: where the perspectives lie far apart, and where one was not heard; each is a finding of its own.
    """

    headline: str
    lead: str
    plan_words: str
    findings: tuple[FindingView, ...]
    voices: tuple[Link, ...]


def findings_view(now: Assessment) -> FindingsView:
    """Every gap, blocking ones first."""
    blocking = sum(gap.blocking for gap in now.gaps)
    bare = sum(not gap.blocking and not gap.treated for gap in now.gaps)
    answered = any(entry.level is not None for entry in now.found.values())
    if blocking:
        head = count("assess.findings.blocking", blocking)
    elif bare:
        head = count("assess.findings.bare", bare)
    else:
        head = say("assess.findings.none" if answered else "assess.findings.empty")
    found = system_schedule(now.workbook, now.system) if now.system.plan else None
    when = found.tasks if found else {}
    gaps = tuple(_finding(now, gap, when) for gap in now.gaps)
    return FindingsView(head, _lead(now), _plan_words(now), gaps, (*_apart(now), *_unheard(now)))


def _apart(now: Assessment) -> Iterator[Link]:
    """Every question on which the views lie two levels or more apart, with who says what."""
    for entry in now.seen.disagreements:
        said = join(tuple(_says(view.value, entry.levels) for view in VIEWS if view.value in entry.levels))
        prompt, at = now.method.question[entry.question].prompt, question_place(now.system.id, entry.question)
        yield Link(prompt, count("assess.voices.apart", entry.spread, said=said), "caution", QUESTIONS, at)


def _says(view: str, levels: Mapping[str, int]) -> str:
    return say("assess.voices.says", view=view_words(view), n=levels[view])


def _unheard(now: Assessment) -> Iterator[Link]:
    """Each perspective that has answered nothing about a condition of which others have."""
    for group in now.method.lens[CONDITIONS].groups:
        heard = voices(now.method, CONDITIONS, group.id, now.found)
        if any(voice.answered for voice in heard):
            at = group_place(now.system.id, CONDITIONS, group.id)
            for voice in heard:
                if not voice.answered:
                    title = say("assess.voices.unheard", view=view_words(voice.perspective), group=group.name)
                    yield Link(title, say("assess.voices.ask"), "caution", QUESTIONS, at)


def _lead(now: Assessment) -> str:
    tier = say("assess.findings.tier", tier=say(f"assess.tier.{risk_tier(now.system).value}"))
    manageable = [gap for gap in now.gaps if not gap.blocking]
    if not manageable:
        return tier
    managed = sum(gap.treated for gap in manageable)
    return f"{tier} {count('assess.findings.managed', len(manageable), managed=managed)}"


def _plan_words(now: Assessment) -> str:
    """Empty where the plan holds what it should."""
    proposed = what_generating_changes(now.workbook, now.method, now.system.id)
    added, removed = (sum(one.what == what for one in proposed) for what in ("added", "removed"))
    if now.system.plan is None or not now.system.plan.tasks:
        return count("assess.findings.no-plan", added) if added else ""
    parts = [count("assess.findings.joins", added)] if added else []
    parts += [count("assess.findings.leaves", removed)] if removed else []
    return " ".join(parts)


def _finding(now: Assessment, gap: Finding, when: Mapping[str, Scheduled]) -> FindingView:
    question, plan = now.method.question[gap.question], now.system.plan or Plan()
    state = "blocking" if gap.blocking else "treated" if gap.treated else "bare"
    tasks = tuple(_task(now, task, when) for task in question.tasks)
    chosen = gap.blocking or gap.question in plan.chosen
    inside = sum(bool(task.at) for task in tasks)
    return FindingView(
        question=gap.question,
        prompt=question.prompt,
        blocking=gap.blocking,
        treated=gap.treated,
        gap=say("assess.finding.gap", level=gap.level, needed=gap.needed, words=question.levels[gap.level]),
        state=say(f"assess.finding.{state}"),
        chosen=chosen,
        planned=count("assess.finding.planned", inside) if inside else say("assess.finding.chosen") if chosen else "",
        tasks=tasks,
        rows=() if gap.blocking else _rows(now, gap.question),
    )


def _task(now: Assessment, task: Remedy, when: Mapping[str, Scheduled]) -> TaskLine:
    """A task with its dates and owner where the plan holds it, else with its effort and role."""
    plan = now.system.plan or Plan()
    held, dates = plan.tasks.get(task.id), when.get(task.id)
    if held is None or held.dropped or dates is None:
        low, high = task.effort.low, task.effort.high
        days = say("assess.finding.effort", low=number(low or 0), high=number(high or 0), role=task.role)
        return TaskLine(task.title, days)
    who = person_words(now.workbook, held.owner) or held.role or say("assess.due.nobody")
    words = say("assess.finding.dates", start=day(dates.start, year=False), finish=day(dates.finish), who=who)
    return TaskLine(held.title, words, ("systems", now.system.id, "plan", "tasks", task.id))


def _rows(now: Assessment, question: str) -> tuple[Row, ...]:
    base: Path = ("systems", now.system.id, "treatments", question)
    held = now.system.treatments.get(question, Treatment())
    rows = (
        Row("mitigation", Kind.PARAGRAPH, say("assess.treat.mitigation"), (*base, "mitigation"), held.mitigation),
        Row("owner", Kind.PERSON, say("assess.treat.owner"), (*base, "owner"), held.owner),
        Row("due", Kind.DATE, say("assess.treat.due"), (*base, "due"), held.due, optional=True),
    )
    return tuple(replace(row, help=say("assess.treat.owner.help")) if row.id == "owner" else row for row in rows)
