"""Where the four voices stand: the rung and what keeps it from the next, the conditions, findings and warnings."""

from desktop.reports.pdf.book import Book
from desktop.reports.pdf.fragment import Figure
from desktop.reports.pdf.pages.assessment_findings import findings_table, warnings_table
from desktop.reports.pdf.pages.assessment_ladder import ladder
from desktop.reports.pdf.pages.assessment_voices import condition_figures, voices
from desktop.reports.pdf.pages.decision import headline
from desktop.reports.pdf.words import named
from desktop.reports.report import Report, SystemReport
from desktop.text import count, say
from desktop.text.formatting import join, percent

_APART = 10.0


def assessment_page(book: Book, report: Report, one: SystemReport) -> None:
    """Compose the page; a system without any answer has none, and page 1 says so."""
    if not one.assessment.answered:
        return
    section = say("board-assessment.section")
    book.begin(named(one.system.name), section, section, 1)
    head = headline(_title(one), _lead(one))
    head.figures += _figures(one)
    book.place(head)
    book.divide(_APART)
    book.place(ladder(report, one))
    book.divide(_APART)
    block = voices(one)
    block.figures += condition_figures(one)
    book.place(block)
    book.divide(_APART)
    findings_table(book, report, one)
    book.divide(_APART)
    warnings_table(book, one)


def _title(one: SystemReport) -> str:
    found = one.assessment
    rung, top = found.rung, len(found.steps)
    if rung.overridden:
        return say("board-assessment.title-override", rung=rung.rung, top=top, earned=rung.earned)
    if not any(step.total for step in found.steps):
        return say("board-assessment.title-nothing")
    if rung.next_rung is None:
        return say("board-assessment.title-top", top=top)
    following = found.steps[rung.next_rung - 1].group.name.lower()
    if not rung.earned:
        return count("board-assessment.title-none", len(rung.unmet), name=following)
    name = found.steps[rung.earned - 1].group.name.lower()
    values = {"rung": rung.rung, "top": top, "name": name, "next": rung.next_rung}
    return count("board-assessment.title", len(rung.unmet), **values)


def _lead(one: SystemReport) -> str:
    found = one.assessment
    parts = [say("board-assessment.lead", answered=found.answered, total=len(found.standings)), _accepted(one)]
    if found.silent:
        names = tuple(say(f"board-assessment.voice-{name}").lower() for name in found.silent)
        parts.append(say("board-assessment.lead-silent", names=join(tuple(map(_spelt, names)))))
    else:
        parts.append(count("board-assessment.lead-apart", len(found.disagreements)))
    return " ".join(parts)


def _spelt(name: str) -> str:
    return name.replace("it ", "IT ", 1) if name.startswith("it ") else name


def _accepted(one: SystemReport) -> str:
    reviewed = one.assessment.reviewed
    if not reviewed.given:
        return say("board-assessment.lead-agreed-only")
    values = {"accepted": reviewed.accepted, "given": reviewed.given, "share": percent(reviewed.share or 0, 0)}
    text = say("board-assessment.lead-accepted", **values)
    return f"{text} {count('board-assessment.lead-challenged', reviewed.challenged)}" if reviewed.challenged else text


def _figures(one: SystemReport) -> list[Figure]:
    found, entry, key = one.assessment, say("board-assessment.entry"), one.system.id
    rung, reviewed, of = found.rung, found.reviewed, "board-assessment.of"
    made = say("board-assessment.made-rung")
    if override := one.system.rung_override:
        values = {"earned": rung.earned, "by": override.by, "reason": override.reason}
        made = f"{made} {say('board-assessment.made-override', **values)}"
    shares = (
        ("answered", found.answered, len(found.standings)),
        ("accepted", reviewed.accepted, reviewed.given),
        ("blocking", len(found.blocking), len(found.findings)),
        ("apart", len(found.disagreements), len(found.standings)),
    )
    warned = f"{len(found.warnings):,}"
    return [
        Figure(say("board-assessment.figure-rung"), say(of, part=rung.rung, all=len(found.steps)), made, entry, key),
        *(_share(one, name, say(of, part=part, all=whole)) for name, part, whole in shares if whole),
        _share(one, "warnings", warned),
    ]


def _share(one: SystemReport, name: str, value: str) -> Figure:
    title, made = say(f"board-assessment.figure-{name}"), say(f"board-assessment.made-{name}")
    return Figure(title, value, made, say("board-assessment.entry"), one.system.id)
