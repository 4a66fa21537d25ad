"""The side column of the decision page: what is settled, live, and why it matters."""

from desktop.method import Method
from desktop.session.decision import DECISION, DecisionView
from desktop.session.view import CheckView, PageView, WhyView
from desktop.text import say


def why_words(method: Method) -> tuple[WhyView, ...]:
    """Why a decision matters, as week 4 says it."""
    return tuple(WhyView(why.headline, why.text, method.cite(why.benchmark)) for why in method.page["sprint-4"].why)


def decision_page(view: DecisionView, system_id: str, why: tuple[WhyView, ...] = ()) -> PageView:
    """The checks of the page as every page has them. A check leads to the entry that would change it."""
    checks = tuple(
        CheckView(need.id, need.label, need.verdict.state, need.detail, ("systems", system_id, *need.at))
        for need in view.needs
    )
    sealed = view.seal is not None and view.seal.state == "intact"
    broken = view.seal is not None and not sealed
    last = CheckView(
        "sealed",
        say("decision.need.sealed"),
        "met" if sealed else "failed" if broken else "open",
        view.seal.word if view.seal else say("decision.not-sealed"),
        ("systems", system_id, "seal"),
    )
    return PageView(DECISION, say("decision.rail"), "", view.headline, view.lead, (), (*checks, last), why, None, None)
