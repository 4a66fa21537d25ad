"""What an inventory already says about readiness, as *proposed* answers. Nothing counts until a person accepts it."""

from dataclasses import dataclass

from desktop.exchange.normalise import not_applicable, says_nothing
from desktop.exchange.vocabulary import fold, holds, topics
from desktop.text import say
from desktop.workbook.system import Proposal

# Under a question such as "can it act without a human", a bare no is a claim that it is bounded and a bare yes is bad.
_INVERTED = {"absent": (1, "stated"), "bare-yes": (0, "unbounded")}


@dataclass(frozen=True, slots=True)
class ProposalReading:
    """The question and its proposal; no proposal and not ``understood`` means that a person has to read the cell."""

    question: str
    proposal: Proposal | None = None
    understood: bool = True


def propose(topic: str, cell: str, header: str, column: int) -> ProposalReading:
    """What ``cell`` proposes for a topic; ``column`` is its position in the source. Blank proposes nothing."""
    known = topics()[topic]
    if not_applicable(cell):
        return ProposalReading(
            known.question, Proposal(level=None, not_applicable=True, reason="not-applicable", column=column)
        )
    if says_nothing(cell):
        return ProposalReading(known.question)
    folded = fold(cell)
    rule = next((rule for rule in known.rules if rule.fits(folded)), None)
    if rule is None:
        return ProposalReading(known.question, understood=False)
    inverted = any(holds(fold(header), phrase) for phrase in known.inverted)
    level, why = _INVERTED.get(rule.why, (rule.level, rule.why)) if inverted else (rule.level, rule.why)
    return ProposalReading(known.question, Proposal(level=level, reason=why, column=column))


def proposal_reason(proposal: Proposal) -> str:
    """Why a level is proposed, in words."""
    return say(f"exchange.proposed.{proposal.reason}")
