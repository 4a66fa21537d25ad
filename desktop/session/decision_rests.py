"""What a decision rests on, as lines to read: when it was sealed beside how it stands now."""

from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from desktop.analysis.record import RANGES
from desktop.analysis.record_text import Facts
from desktop.analysis.seals import Changed
from desktop.method import Method
from desktop.method.practice import load_practice
from desktop.text import count, say
from desktop.text.formatting import money, percent

_ENDS = ("low", "likely", "high")


@dataclass(frozen=True)
class RestLine:
    """One thing the decision rests on. ``then`` is empty while nothing is sealed."""

    id: str
    label: str
    then: str
    now: str
    recorded: bool = True

    @property
    def changed(self) -> bool:
        """It is different since the seal; what an older record does not know is not."""
        return self.recorded and bool(self.then) and self.then != self.now


def rest_lines(then: Facts | None, now: Facts, currency: str) -> tuple[RestLine, ...]:
    """The figures that carry the decision, in the order in which a board asks for them."""
    before, after = (_figures(then, currency) if then is not None else {}), _figures(now, currency)
    lines = (RestLine(name, say(f"decision.rest.{name}"), before.get(name, ""), words) for name, words in after.items())
    return tuple(entry if then is None or _is_known(then, entry.id) else _unknown(entry) for entry in lines)


def _is_known(then: Facts, name: str) -> bool:
    """A record of an earlier version may lack a range."""
    return name not in RANGES or f"numbers/{name}/likely" in then


def _unknown(entry: RestLine) -> RestLine:
    return replace(entry, then=say("decision.rest-unrecorded"), recorded=False)


def _figures(facts: Facts, currency: str) -> dict[str, str]:
    return {
        "continuing": _range(facts, "continuing", currency),
        "investment": _range(facts, "investment", currency),
        "net": _range(facts, "net", currency),
        "npv": _range(facts, "npv", currency),
        "delay": _range(facts, "delay", currency),
        "evaluation": _evaluation(facts),
        "rung": say("decision.rest-rung", rung=facts.get("ladder/rung", "–")),
        "blocking": _findings(facts, "blocking"),
        "manageable": _findings(facts, "manageable"),
        "scale": _yes(facts, "ready/scale/"),
        "agent": _yes(facts, "ready/agent/"),
        "controls": _controls(facts),
    }


def _range(facts: Facts, name: str, currency: str) -> str:
    ends = [_decimal(facts.get(f"numbers/{name}/{end}", "")) for end in _ENDS]
    low, likely, high = (None if value is None else money(value, currency) for value in ends)
    if likely is None:
        return say("decision.rest-unknown")
    return say("decision.rest-range", low=low, likely=likely, high=high)


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _evaluation(facts: Facts) -> str:
    share, low, high, threshold = (
        _decimal(facts.get(f"evaluation/{name}", "")) for name in ("share", "low", "high", "threshold")
    )
    if share is None or low is None or high is None:
        return say("decision.rest-no-run")
    words = say("decision.rest-score", share=_percent(share), low=_percent(low), high=_percent(high))
    return words if threshold is None else f"{words}, {say('decision.rest-threshold', threshold=_percent(threshold))}"


def _percent(share: Decimal) -> str:
    return percent(float(share))


def _findings(facts: Facts, kind: str) -> str:
    found = [value for key, value in facts.items() if key.startswith(f"findings/{kind}/")]
    if kind == "blocking" or not found:
        return count("decision.rest-findings", len(found))
    return say("decision.rest-managed", n=len(found), managed=sum(value.endswith(", managed") for value in found))


def _yes(facts: Facts, start: str) -> str:
    answers = [value for key, value in facts.items() if key.startswith(start) and value != "not-applicable"]
    if not answers:
        return say("decision.rest-none-applies")
    return say("decision.rest-yes", yes=answers.count("yes"), total=len(answers))


def _controls(facts: Facts) -> str:
    states = [value for key, value in facts.items() if key.startswith("controls/") and value != "not-applicable"]
    return say("decision.rest-controls", held=states.count("in-place"), total=len(states))


@dataclass(frozen=True)
class ChangeLine:
    """One fact that is different since the seal."""

    label: str
    then: str
    now: str


def change_lines(changes: tuple[Changed, ...], method: Method, currency: str) -> tuple[ChangeLine, ...]:
    """Each change with its name and both values in words."""
    return tuple(
        ChangeLine(
            _name(change.key, method), *(_value(change.key, text, currency) for text in (change.then, change.now))
        )
        for change in changes
    )


def _name(key: str, method: Method) -> str:
    area, _, rest = key.partition("/")
    last = rest.rpartition("/")[2]
    if area == "findings":
        return method.question[last].prompt if last in method.question else last
    if area == "controls":
        names = {control.id: control.name for tier in load_practice().tiers for control in tier.controls}
        return names.get(last, last)
    if area == "ready":
        return say(f"decision.fact.ready-{rest.partition('/')[0]}", name=_reply(last, method))
    if area == "numbers" and rest.count("/"):
        return say(f"decision.fact.{last}", name=say(f"decision.rest.{rest.partition('/')[0]}"))
    return say(f"decision.fact.{area}-{rest}") if f"{area}/{rest}" in _NAMED else key


_NAMED = frozenset(
    {
        "numbers/horizon_months", "numbers/payback_month", "evaluation/run", "evaluation/on", "evaluation/correct",
        "evaluation/scored", "evaluation/share", "evaluation/low", "evaluation/high", "evaluation/threshold",
        "evaluation/cleared", "ladder/rung", "ladder/earned", "answers/answered", "answers/total", "system/name",
        "system/stage", "system/impact", "system/tier", "system/tier_decided",
    }
)  # fmt: skip


def _reply(reply: str, method: Method) -> str:
    from desktop.analysis.readiness import FIVE

    groups = {group.id: group.name for group in method.lens[FIVE].groups}
    checks = {check.id: check.prompt for check in load_practice().agent_checks}
    return groups.get(reply) or checks.get(reply, reply)


def _value(key: str, text: str | None, currency: str) -> str:
    if text is None:
        return say("decision.fact-absent")
    value = _decimal(text)
    if value is not None and key.startswith("numbers/") and key.rpartition("/")[2] in _ENDS:
        return money(value, currency)
    if value is not None and key in {f"evaluation/{name}" for name in ("share", "low", "high", "threshold")}:
        return _percent(value)
    if key.startswith("controls/"):
        return say(f"governance.state.{text}")
    if key.startswith("ready/"):
        return say(f"assess.ready.{text}")
    return text or say("decision.fact-empty")
