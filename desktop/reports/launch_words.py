"""What the redesigned workflow, its queue and the rollout come to, in sentences that screen and board share."""

from dataclasses import dataclass
from decimal import Decimal

from desktop.analysis.phase_days import PhaseDays
from desktop.analysis.rollout import Bound, CriterionState
from desktop.analysis.workflow import Flow, FlowStep, Mix, Queue, Saving
from desktop.text import count, say
from desktop.text.formatting import day, number, percent

NO_PART = "person"


@dataclass(frozen=True)
class Told:
    """A finding: its state token, what it is, and what follows from it."""

    state: str
    headline: str
    detail: str = ""


def saved_words(saving: Saving | None, today: Flow, then: Flow) -> Told | None:
    """What the redesign saves or costs, and how errors change; None as long as it cannot be said."""
    if saving is None:
        return None
    hours = number(abs(saving.hours), 0)
    if saving.hours <= 0:
        return Told("block", say("launch.saved.not", hours=hours), say("launch.saved.not.detail"))
    errors, state = "", "done"
    if today.faulty is not None and then.faulty is not None:
        errors = say("launch.saved.errors", today=number(today.faulty, 0), then=number(then.faulty, 0))
        state = "risk" if then.faulty > today.faulty else state
    share = percent(float(saving.share or 0), 0)
    each = say("launch.saved.each", minutes=number(saving.minutes, 1)) if saving.minutes is not None else ""
    return Told(state, say("launch.saved", hours=hours, share=share), f"{each} {errors}".strip())


def queue_words(queue: Queue) -> Told:
    """Whether the reviewers can take the queue, and how many cases they can take at most."""
    values = {"needed": number(queue.needed, 1), "there": number(queue.capacity, 1), "over": number(queue.over, 1)}
    cases, most = number(queue.cases, 0), number(queue.bearable or Decimal(0), 0)
    detail = say("launch.queue.bearable", most=most, cases=cases)
    if queue.state == "over":
        return Told("block", say("launch.queue.over", **values), detail)
    use = percent(float(queue.use or 0), 0)
    if queue.state == "tight":
        return Told("risk", say("launch.queue.tight", use=use), f"{detail} {say('launch.queue.limit')}")
    return Told("done", say("launch.queue.fits", use=use), detail)


def mix_words(mix: Mix) -> str:
    """How sure the newest run was, as shares of its examples."""
    shares = {"high": percent(mix.high, 0), "medium": percent(mix.medium, 0), "low": percent(mix.low, 0)}
    return count("launch.mix", mix.examples, **shares)


def flow_figure(flow: Flow) -> str:
    """Hours a month of a way of working; a dash as long as a step lacks its minutes or cases."""
    return say("launch.flow.hours", hours=number(flow.hours, 0)) if flow.hours is not None else "–"


def step_detail(step: FlowStep) -> str:
    """Who, minutes a case and cases: what is known of them."""
    minutes = say("launch.flow.minutes", n=number(step.minutes)) if step.minutes is not None else ""
    cases = count("launch.flow.cases", step.volume) if step.volume is not None else ""
    load = say("launch.flow.load", minutes=minutes, cases=cases) if minutes and cases else minutes or cases
    return " · ".join(part for part in (step.who, load) if part)


def part_word(part: str) -> str:
    """The AI's part in a step, as a word; empty where it has none."""
    return "" if part == NO_PART else say(f"launch.part.{part}")


def criterion_words(state: CriterionState) -> str:
    """What is measured and its bound: ``Uptime: at least 99.5 %``; without a bound, what it waits for."""
    measures = state.criterion.measures
    if state.bound is None:
        return say("launch.criterion.waits", measures=measures, against=state.criterion.against)
    return say("launch.criterion", measures=measures, bound=bound_words(state.bound))


def bound_words(bound: Bound) -> str:
    """``at least 99.5 %``."""
    key = f"launch.bound.{bound.side}"
    return say(key, value=number(bound.value), unit=bound.unit).strip()


def whole_words(days: tuple[PhaseDays, ...]) -> str:
    """Between which days the last phase is over."""
    return say("launch.phases.told", first=day(days[-1].earliest), last=day(days[-1].latest))
