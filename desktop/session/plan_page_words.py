"""The sentences above the plan: whether it fits, what sets the date, the forecast, and the slip since it was agreed."""

from dataclasses import dataclass
from datetime import date

from desktop.planning.schedule_baseline import slipped
from desktop.planning.schedule_fit import Option
from desktop.session.plan_page import PlanView
from desktop.session.plan_page_outlook import Outlook
from desktop.session.planning_values import option_sentence
from desktop.text import count, say
from desktop.text.formatting import MINUS, day, day_long

NO_BREAK = "\u00a0"
_WITHOUT_YEAR = 300  # days from today within which a date is clear without its year


@dataclass(frozen=True)
class Fact:
    """One of the three things beside each other under the headline. ``mark`` is the state that it stands for."""

    label: str
    answer: str
    detail: str
    mark: str = ""


@dataclass(frozen=True)
class Way:
    """One way out of a plan that does not fit. ``action`` names its button, if any; ``applies``: that edits the plan."""

    option: Option
    title: str
    effect: str
    action: str
    applies: bool
    fits: bool


def headline(view: PlanView) -> str:
    """Whether the plan fits and when the launch is, as an answer."""
    launch, total, late = view.schedule.launch, len(view.schedule.tasks), len(view.stand.beyond)
    if launch is None:
        return say("planpage.headline.all-cut")
    words = {"launch": spoken(launch, view.today).replace(" ", NO_BREAK), "fit": total - late}
    if view.stand.done == total:
        return count("planpage.headline.done", total, **words)
    return count("planpage.headline.late" if late else "planpage.headline.fits", total, **words)


def lead(view: PlanView) -> str:
    """How far the plan is and what sets its date."""
    stand = view.stand
    parts = [say("planpage.lead.done", done=stand.done, total=len(view.schedule.tasks))]
    if stand.blocked:
        parts.append(count("planpage.lead.blocked", stand.blocked))
    chain = [view.tasks[name].title for name in stand.critical]
    if len(chain) == 1:
        parts.append(say("planpage.lead.single", first=chain[0]))
    elif chain:
        parts.append(count("planpage.lead.chain", len(chain), first=chain[0], last=chain[-1]))
    return " ".join(parts)


def forecast_fact(view: PlanView, found: Outlook | None) -> Fact:
    """The range of the launch, or that it is being worked out."""
    label = say("planpage.forecast")
    if found is None:
        return Fact(label, say("planpage.forecast.computing"), say("planpage.forecast.method-short"))
    if found.forecast is None:
        return Fact(label, say("planpage.forecast.none"), "")
    span = found.forecast.launch
    low, high = spoken(span.p10, view.today), spoken(span.p90, view.today)
    detail = say("planpage.forecast.even", middle=spoken(span.p50, view.today))
    if low == high:
        return Fact(label, say("planpage.forecast.sure", day=low), detail)
    return Fact(label, say("planpage.forecast.range", low=low, high=high), detail)


def forecast_method(found: Outlook | None) -> str:
    """How the range was found and where the method is published, for the tip and the screen reader."""
    if found is None or found.forecast is None:
        return say("planpage.forecast.computing")
    return say("planpage.forecast.method", draws=f"{found.forecast.draws:,}", seed=found.forecast.seed)


def slip_fact(view: PlanView) -> Fact:
    """How far the decision has moved since the plan was agreed."""
    label = say("planpage.slip")
    if view.baseline is None:
        return Fact(label, say("planpage.slip.none"), say("planpage.slip.none-detail"))
    later, decision = slipped(view.baseline, view.schedule, view.prepared.frame.days)
    agreed = spoken(view.baseline.taken_on, view.today)
    detail = count("planpage.slip.tasks", later, agreed=agreed)
    if decision > 0:
        return Fact(label, count("planpage.slip.later", decision), detail, "risk")
    if decision < 0:
        return Fact(label, count("planpage.slip.earlier", -decision), detail, "done")
    return Fact(label, say("planpage.slip.same"), detail, "done" if not later else "")


def fit_fact(view: PlanView) -> Fact:
    """What ends after the twelve weeks."""
    label = say("planpage.fit")
    end = spoken(view.schedule.window_end, view.today)
    late = view.stand.beyond
    if not late:
        room = view.prepared.frame.days
        spare = room.last_until(view.schedule.window_end) - room.index(view.schedule.decision or view.today)
        return Fact(label, say("planpage.fit.all"), count("planpage.fit.spare", max(0, spare), end=end), "done")
    titles = ", ".join(view.tasks[name].title for name in late[:2])
    more = count("planpage.fit.more", len(late) - 2) if len(late) > 2 else ""
    return Fact(label, count("planpage.fit.late", len(late), end=end), f"{titles}{more}", "risk")


def ways(found: Outlook | None, view: PlanView) -> tuple[Way, ...]:
    """The ways out, with what each would change. An earlier start that lies before today is a way no more."""
    if found is None or found.overrun is None:
        return ()
    return tuple(_hand_over(option, found, view) or _way(option, view.today) for option in found.overrun.options)


def _way(option: Option, today: date) -> Way:
    effect = option_sentence(option).partition(": ")[2]
    gone = option.kind == "start-earlier" and option.start < today
    if gone:
        effect = say("planpage.way.gone", effect=effect)
    return Way(
        option=option,
        title=say(f"planpage.way.{option.kind}"),
        effect=effect[:1].upper() + effect[1:],
        action="" if gone else say(f"planpage.way.{option.kind}.action"),
        applies=option.kind != "add-people",
        fits=option.fits and not gone,
    )


def _hand_over(option: Option, found: Outlook, view: PlanView) -> Way | None:
    """Adding people: the best that handing tasks over to one person does, before anybody has to choose."""
    if option.kind != "add-people" or not view.stand.critical:
        return None
    best, people = found.hand_over, view.workbook.people
    said = say("planpage.hand.nobody")
    if best is not None and best.effect.launch is not None:
        names = {"name": people[best.person].name, "launch": spoken(best.effect.launch, view.today)}
        said = count("planpage.hand.best", len(best.tasks), **names)
    return Way(
        option=option,
        title=say("planpage.way.add-people"),
        effect=said,
        action=say("planpage.way.add-people.action"),
        applies=False,
        fits=best is not None and best.effect.fits,
    )


def slack_words(view: PlanView, name: str) -> str:
    """Critical, or by how many working days it can slip."""
    entry = view.entry(name)
    if entry is None:
        return ""
    return say("plan.critical") if entry.critical else count("plan.slack", entry.slack)


def task_words(view: PlanView, name: str) -> str:
    """Everything about a task in a few lines: the tip of its bar, and what a screen reader says."""
    task, entry = view.tasks[name], view.entry(name)
    person = view.workbook.people.get(task.owner or "")
    owner = person.name if person else say("plan.nobody")
    lines = [say("planpage.tip.title", n=view.number[name], title=task.title)]
    if entry is None:
        return "\n".join((*lines, say("planpage.tip.cut")))
    state = say(f"planpage.state.{view.state(name)}")
    lines.append(say("planpage.tip.state", state=state, percent=task.percent, owner=owner))
    lines.append(
        say("planpage.tip.run", start=day(entry.start), finish=day(entry.finish), slack=slack_words(view, name))
    )
    slip = view.slip(name)
    if slip:
        signed = f"+{slip}" if slip > 0 else f"{MINUS}{-slip}"
        lines.append(say("planpage.tip.slip", days=signed))
    if task.blocker:
        lines.append(say("planpage.tip.blocker", blocker=task.blocker))
    if task.deliverable:
        lines.append(say("plan.calendar.deliverable", what=task.deliverable))
    if entry.waits:
        numbers = ", ".join(str(view.number[one]) for one in entry.waits)
        lines.append(say("planpage.tip.waits", numbers=numbers))
    return "\n".join(lines)


def moving_words(view: PlanView, moved: PlanView, name: str) -> str:
    """What dragging a task would do, while it is dragged."""
    entry, before = moved.schedule.tasks[name], view.schedule.tasks[name]
    start = day(entry.start, year=False)
    if entry.start == before.start:
        return say("planpage.drag.still", start=start)
    said = say("planpage.drag.to", start=start, finish=day(entry.finish, year=False))
    return " · ".join((said, *follow_words(view, moved, name)))


def follow_words(view: PlanView, moved: PlanView, name: str) -> tuple[str, ...]:
    """How many tasks follow one that begins on another day, and by how much the launch moves."""
    index, after = view.prepared.frame.days.index, moved.schedule.tasks
    others = [one for one in view.reach(name) if after[one].start != view.schedule.tasks[one].start]
    decided, was = moved.schedule.decision, view.schedule.decision
    shift = index(decided) - index(was) if decided and was else 0
    parts = [count("planpage.drag.others", len(others))] if others else []
    if shift:
        key = "planpage.drag.later" if shift > 0 else "planpage.drag.earlier"
        parts.append(count(key, abs(shift)))
    return tuple(parts)


def cut_short(text: str, most: int) -> str:
    """At most so many characters, the last one an ellipsis where there were more."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def spoken(value: date, today: date) -> str:
    """``8 February``; with the year where it is far from today."""
    long = day_long(value)
    return long if abs((value - today).days) > _WITHOUT_YEAR else long.rpartition(" ")[0]
