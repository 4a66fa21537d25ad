"""The rung as it is shown wherever it is shown: number and name, and who set it by hand and why."""

from dataclasses import dataclass

from desktop.analysis.ladder import LADDER
from desktop.session.assess import Assessment, person_words
from desktop.text import say


@dataclass(frozen=True)
class RungWords:
    """``label`` is short and complete; ``detail`` the sentence behind it. ``of``: how many rungs the ladder has."""

    rung: int
    of: int
    label: str
    detail: str
    by_hand: bool


def rung_words(now: Assessment) -> RungWords | None:
    """The rung in words; None while nobody has answered or set anything."""
    rung, groups = now.rung, now.method.lens[LADDER].groups
    if not rung.overridden and not any(entry.answered for entry in now.found.values()):
        return None
    name = groups[rung.rung - 1].name if rung.rung else say("assess.rung.below")
    label = say("assess.rung.label-by-hand" if rung.overridden else "assess.rung.label", n=rung.rung, name=name)
    detail = override_words(now) or say("assess.rung.detail", n=rung.rung, of=len(groups), name=name)
    return RungWords(rung.rung, len(groups), label, detail, rung.overridden)


def override_words(now: Assessment) -> str:
    """Who set the rung by hand and why, and what the answers earn; empty where the answers decide."""
    by_hand = now.system.rung_override
    if by_hand is None:
        return ""
    return say(
        "assess.override.words",
        rung=by_hand.rung,
        name=person_words(now.workbook, by_hand.by),
        reason=by_hand.reason.strip().rstrip("."),
        earned=now.rung.earned,
    )
