"""What a value case says, in the sentences that screen and board summary share."""

from decimal import Decimal

from desktop.analysis.value import Case, ThreeNumbers
from desktop.analysis.value_simulation import Simulation
from desktop.analysis.value_tornado import LAUNCH, Swing
from desktop.text import say
from desktop.text.formatting import money, number, percent


def headline(now: ThreeNumbers, currency: str) -> str:
    """Whether it pays, judged on the low case: in today's money where a rate is known."""
    worth = now.npv or now.net
    if worth is None or worth.low is None or worth.likely is None:
        return say("value.headline.open")
    kind = "npv" if now.npv else "net"
    values = {"likely": money(worth.likely, currency), "horizon": now.horizon}
    if worth.low >= 0:
        return say(f"value.headline.{kind}-low-pays", **values)
    if worth.likely >= 0:
        return say(f"value.headline.{kind}-low-loses", loss=money(-worth.low, currency), **values)
    return say(f"value.headline.{kind}-loses", loss=money(-worth.likely, currency), horizon=now.horizon)


def lead(now: ThreeNumbers, swings: tuple[Swing, ...], currency: str) -> str:
    """When it pays back, what waiting costs, and what moves it most."""
    parts = []
    if now.likely is not None:
        parts.append(_payback_words(now.likely, now.horizon))
    if now.delay is not None and now.delay.likely is not None and now.delay.likely > 0:
        parts.append(say("value.lead.delay", amount=money(now.delay.likely, currency)))
    if swings and swings[0].width:
        parts.append(say("value.lead.moves", name=input_name(swings[0].part, swings[0].name)))
    return " ".join(parts) or say("value.lead.open")


def _payback_words(case: Case, horizon: int) -> str:
    if case.payback_month is None:
        return say("value.lead.never", horizon=horizon)
    return say("value.lead.payback", month=case.payback_month)


def input_name(part: str, name: str) -> str:
    """What an input is called: its own name, or what its part is."""
    if part in (LAUNCH, "horizon", "rate"):
        return say(f"value.input.{part}")
    return name.strip() or say("value.input.unnamed")


def input_value(part: str, amount: Decimal, currency: str) -> str:
    """An input's amount for reading, months for the launch."""
    return say("value.months", n=number(amount)) if part == LAUNCH else money(amount, currency)


def change(amount: Decimal, currency: str) -> str:
    """By how much a result changes, with its sign and without the currency."""
    text = money(amount, currency).removeprefix(f"{currency} ")
    return f"+{text}" if amount > 0 and text != "0" else text


def chance(simulation: Simulation) -> str:
    """How many draws end above zero."""
    if simulation.positive in (0.0, 1.0):
        key = "value.chance.all" if simulation.positive else "value.chance.none"
        return say(key, draws=number(simulation.draws))
    return say("value.chance.some", share=chance_figure(simulation), draws=number(simulation.draws))


def chance_figure(simulation: Simulation) -> str:
    """The share of draws above zero for a figure: never 0 or 100 per cent, because no simulation can give those."""
    shown = percent(simulation.positive, 0)
    if shown in {"0 %", "100 %"}:
        return say("value.chance.almost-none" if shown == "0 %" else "value.chance.almost-all")
    return shown
