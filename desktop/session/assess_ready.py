"""Ready or not, and by whose word: the five questions before scaling and the four about an agent, as lines that lead on."""

from dataclasses import dataclass

from desktop.analysis.readiness import FIVE, Readiness, Reply
from desktop.method.practice import load_practice
from desktop.session.assess import QUESTIONS, Assessment, person_words, question_place
from desktop.session.assess_dashboard import Link
from desktop.text import say
from desktop.text.formatting import join


@dataclass(frozen=True)
class ReadyView:
    """One set of questions with its verdict."""

    headline: str
    lines: tuple[Link, ...]


def ready_to_scale(now: Assessment) -> ReadyView:
    """The five questions; each needs a yes by the word of the named owner."""
    verdict = now.seen.five_questions
    names = {group.id: group.name for group in now.method.lens[FIVE].groups}
    lines = tuple(
        _line(now, reply, names[reply.id], now.method.group(FIVE, reply.id), _owners_word(now, verdict, reply))
        for reply in verdict.replies
    )
    return ReadyView(_verdict(verdict), lines)


def ready_to_act(now: Assessment) -> ReadyView:
    """The four yes-or-no questions about an agent; one no means not ready."""
    checks = {check.id: check for check in load_practice().agent_checks}
    verdict = now.seen.agent_checks
    lines = tuple(
        _line(now, reply, checks[reply.id].prompt, checks[reply.id].questions, _word(now, reply))
        for reply in verdict.replies
    )
    return ReadyView(_verdict(verdict), lines)


def _line(now: Assessment, reply: Reply, title: str, questions: tuple[str, ...], detail: str) -> Link:
    first = next(iter(reply.because or questions), "")
    answer = say(f"assess.ready.{reply.answer}")
    return Link(title, detail, reply.answer, QUESTIONS, question_place(now.system.id, first), answer)


def _verdict(verdict: Readiness) -> str:
    if verdict.ready is None:
        return say("assess.ready.nothing")
    return say("assess.ready.ready" if verdict.ready else "assess.ready.not-ready")


def _word(now: Assessment, reply: Reply) -> str:
    by = tuple(person_words(now.workbook, name) for name in reply.by)
    return say("assess.ready.by", names=join(by)) if by else say("assess.ready.by-nobody")


def _owners_word(now: Assessment, verdict: Readiness, reply: Reply) -> str:
    """Whose word it is, and whether the owner's is among them."""
    if not verdict.owner:
        return say("assess.ready.no-owner", words=_word(now, reply))
    if reply.owner_spoke:
        return _word(now, reply)
    return say("assess.ready.owner-silent", words=_word(now, reply), owner=verdict.owner)
