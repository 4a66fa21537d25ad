"""What the decision page shows, as plain values and finished sentences."""

from dataclasses import dataclass
from datetime import date

from desktop.analysis.decision import Term, terms
from desktop.analysis.record import facts_of, inputs_changed
from desktop.analysis.record_text import read
from desktop.analysis.seals import CURRENT, SHORT, Sealed, changes_since, decider, seals_of
from desktop.session.assess import Assessment
from desktop.session.decision_needs import Need, needs
from desktop.session.decision_rests import ChangeLine, RestLine, change_lines, rest_lines
from desktop.text import count, say
from desktop.text.formatting import day, day_long, join, money_exact
from desktop.workbook import Sprint, System, Workbook
from desktop.workbook.decision import Decision, Outcome

DECISION = "decision"


@dataclass(frozen=True)
class TermView:
    """One condition: its text, whose it is and by when, and how it stands. ``state`` is the term's."""

    id: str
    text: str
    detail: str
    state: str
    word: str
    met_on: date | None


@dataclass(frozen=True)
class PastView:
    """A sealed decision. ``lines`` are its terms as label and text; ``state`` how its seal stands, in ``word``."""

    id: str
    headline: str
    lines: tuple[tuple[str, str], ...]
    sha256: str
    sealed: str
    state: str
    word: str
    record: str


@dataclass(frozen=True)
class DecisionView:
    """The whole page. ``seal`` None: the present decision is not sealed."""

    headline: str
    lead: str
    state: str
    outcome: Outcome | None
    lines: tuple[tuple[str, str], ...]
    override: str
    terms: tuple[TermView, ...]
    rests: tuple[RestLine, ...]
    needs: tuple[Need, ...]
    seal: PastView | None
    changed: str
    changes: tuple[ChangeLine, ...]
    history: tuple[PastView, ...]

    @property
    def may_seal(self) -> bool:
        """Nothing keeps the decision from being sealed."""
        return self.seal is None and not any(need.needed for need in self.needs)


def decision_view(now: Assessment) -> DecisionView:
    """Everything the page says about the system's decision."""
    workbook, method, system, today = now.workbook, now.method, now.system, now.today
    decision, currency = (system.sprint or Sprint()).decision, workbook.engagement.currency
    found, facts = needs(workbook, method, system, now.gaps), facts_of(workbook, method, system, now.seen)
    sealed = seals_of(system)
    present = next((entry for entry in sealed if entry.id == CURRENT), None)
    changes = change_lines(changes_since(present.seal, facts), method, currency) if present else ()
    standing = terms(decision, today)
    return DecisionView(
        headline=_headline(decision, standing, found),
        lead=_lead(present, found),
        state=_state(decision, standing, found, present),
        outcome=decision.outcome,
        lines=record_lines(workbook, decision.model_copy(update={"override": None})),  # a notice tells of it
        override=override_words(decision),
        terms=tuple(_term(workbook, decision, term) for term in standing),
        rests=rest_lines(read(present.seal.record) if present else None, facts, currency),
        needs=found,
        seal=_past(workbook, present) if present else None,
        changed=_changed(present, system, len(changes)),
        changes=changes,
        history=tuple(_past(workbook, entry) for entry in reversed(sealed) if entry.id != CURRENT),
    )


def decision_note(now: Assessment) -> tuple[str, str]:
    """How the decision stands, for places that show it in passing: its seal or what is missing, and the override."""
    decision = (now.system.sprint or Sprint()).decision
    found = needs(now.workbook, now.method, now.system, now.gaps)
    seal = next((entry for entry in seals_of(now.system) if entry.id == CURRENT), None)
    if seal is not None:
        return say(f"decision.lead.{seal.state}", sealed=_sealed_words(seal)), override_words(decision)
    return _headline(decision, terms(decision, now.today), found), override_words(decision)


def outcome_words(outcome: Outcome) -> str:
    """The outcome as the pages name it."""
    return say(f"decision.outcome.{outcome.value}")


def _headline(decision: Decision, standing: tuple[Term, ...], found: tuple[Need, ...]) -> str:
    lacking = [need for need in found if need.needed]
    if decision.outcome is None:
        advice = sum(not need.verdict.met for need in found)
        return count("decision.headline.open", advice) if advice else say("decision.headline.ready")
    outcome = outcome_words(decision.outcome)
    if lacking and decision.seal is None:
        blocked = next((need for need in lacking if need.id == "unblocked"), None)
        if blocked is not None:
            n = int(blocked.verdict.values.get("n", 1))
            return count("decision.headline.refused", n, outcome=outcome)
        return count("decision.headline.incomplete", len(lacking), outcome=outcome)
    return f"{_made(decision, outcome)}{_terms_words(standing)}"


def _made(decision: Decision, outcome: str) -> str:
    on = day_long(decision.decided_on) if decision.decided_on else say("decision.no-day")
    return count("decision.headline.made", len(decision.decided_by), outcome=outcome, on=on)


def _terms_words(standing: tuple[Term, ...]) -> str:
    """How many conditions are met, and which day is next."""
    if not standing:
        return ""
    met, late = (sum(term.state == state for term in standing) for state in ("met", "late"))
    words = say("decision.headline.terms", met=met, total=len(standing))
    following = next((term.condition.due for term in standing if term.state == "due"), None)
    if late:
        words += count("decision.headline.late", late)
    elif following is not None:
        words += say("decision.headline.next", on=day(following, year=False))
    return words


def _state(decision: Decision, standing: tuple[Term, ...], found: tuple[Need, ...], present: Sealed | None) -> str:
    """A state token: blocked, at risk, done, on track or open."""
    if present is not None and present.state != "intact":
        return "block"
    if decision.outcome is None:
        return "open"
    if present is None and any(need.needed for need in found):
        return "block"
    if any(term.state == "late" for term in standing):
        return "risk"
    return "done" if present is not None else "track"


def _lead(present: Sealed | None, found: tuple[Need, ...]) -> str:
    if present is None:
        lacking = [need for need in found if need.needed]
        if any(need.id == "unblocked" for need in lacking):
            return say("decision.lead.refused")
        names = "; ".join(need.label[:1].lower() + need.label[1:] for need in lacking)
        return say("decision.lead.lacking", names=names) if lacking else say("decision.lead.unsealed")
    return say(f"decision.lead.{present.state}", sealed=_sealed_words(present))


def _sealed_words(entry: Sealed) -> str:
    on = day(entry.seal.on) if entry.seal.on else say("decision.no-day")
    return say("decision.sealed", on=on, by=entry.seal.by or say("decision.nobody"))


def _changed(present: Sealed | None, system: System, changes: int) -> str:
    if present is None:
        return ""
    if changes:
        return count("decision.changed", changes)
    return say("decision.changed-inputs" if inputs_changed(present.seal, system) else "decision.unchanged")


def record_lines(workbook: Workbook, decision: Decision) -> tuple[tuple[str, str], ...]:
    """What was decided, as label and text; what was left empty stays out."""
    names = join(tuple(decider(workbook, decision, person) or person for person in decision.decided_by))
    budget = money_exact(decision.budget, workbook.engagement.currency) if decision.budget is not None else ""
    pairs = (
        ("by", names),
        ("reason", decision.reason),
        ("resources", decision.resources),
        ("budget", budget),
        ("dissent", decision.dissent),
        ("override", override_words(decision)),
    )
    return tuple((say(f"decision.line.{name}"), text.strip()) for name, text in pairs if text.strip())


def override_words(decision: Decision) -> str:
    """Who decided over open blocking findings, and why; empty where nobody did."""
    held = decision.override
    if held is None:
        return ""
    n = len(held.findings)
    return count("decision.override-words", n, by=held.by, reason=held.reason.strip().rstrip("."))


def _term(workbook: Workbook, decision: Decision, term: Term) -> TermView:
    entry = term.condition
    owner = (entry.owner and decider(workbook, decision, entry.owner)) or say("decision.no-owner")
    due = say("decision.due", on=day(entry.due)) if entry.due else say("decision.no-due")
    word = say(f"decision.term.{term.state}")
    return TermView(
        term.id,
        entry.text.strip() or say("decision.untitled"),
        say("decision.term-detail", owner=owner, due=due),
        term.state,
        say("decision.met-on", on=day(entry.met_on)) if entry.met_on else word,
        entry.met_on,
    )


def _past(workbook: Workbook, entry: Sealed) -> PastView:
    decision = entry.decision
    outcome = outcome_words(decision.outcome) if decision.outcome else say("decision.nothing")
    conditions = tuple(
        (say("decision.line.condition"), f"{term.text} ({term.detail}; {term.word})")
        for term in (_term(workbook, decision, term) for term in terms(decision, date.min))
    )
    return PastView(
        entry.id,
        _made(decision, outcome),
        (*record_lines(workbook, decision), *conditions),
        entry.seal.sha256,
        _sealed_words(entry),
        entry.state,
        say(f"decision.seal.{entry.state}"),
        "".join(f"{text}\n" for text in entry.seal.record),
    )


def short_hash(sha256: str) -> str:
    """As much of a hash as names it where there is no room for all of it."""
    return sha256[:SHORT]
