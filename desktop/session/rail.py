"""The rail: where one can go, and how each place stands."""

from dataclasses import dataclass
from datetime import date

from desktop.analysis.portfolio import is_stalled
from desktop.analysis.progress import PageState, page_progress, sprint_day, sprint_start
from desktop.method import Method
from desktop.method.schema import Page
from desktop.session.assess import DASHBOARD, FINDINGS, LENSES, QUESTIONS, Assessment, assess
from desktop.text import say
from desktop.workbook import System, Workbook


@dataclass(frozen=True)
class RailEntry:
    """One place. ``note`` is the small text at its right; ``state`` None: it has none."""

    page: str
    label: str
    icon: str
    note: str = ""
    state: PageState | None = None
    number: int | None = None


@dataclass(frozen=True)
class RailSection:
    """Places under one heading."""

    title: str
    note: str
    entries: tuple[RailEntry, ...]


def rail(workbook: Workbook, method: Method, system_id: str | None, today: date) -> tuple[RailSection, ...]:
    """The sections for the chosen system; without one only the engagement's own places."""
    system = workbook.systems.get(system_id or "")
    setup = [page for page in method.pages if page.scope == "engagement"]
    portfolio = RailEntry("portfolio", say("rail.portfolio"), "layers", f"{len(workbook.systems):,}")
    sections = [RailSection("", "", (portfolio, *(_entry(workbook, page, None) for page in setup)))]
    if system is not None:
        sections.append(RailSection(say("rail.system"), "", (_entry(workbook, method.page["profile"], system),)))
    if system is not None:
        sections.append(
            RailSection(say("assess.rail.section"), "", _assessment(assess(workbook, method, system.id, today)))
        )
        weeks = tuple(_entry(workbook, page, system) for page in method.sprint_weeks)
        sections.append(RailSection(say("rail.sprint"), _sprint_note(workbook, system, today), weeks))
    sections.append(
        RailSection(say("rail.output"), "", (RailEntry("reports", say("rail.reports"), "file-chart-column"),))
    )
    return tuple(sections)


def _entry(workbook: Workbook, page: Page, system: System | None) -> RailEntry:
    progress = page_progress(workbook, page, system)
    note = "" if progress.state == "done" else say("rail.of", done=progress.done, total=len(progress.checks))
    return RailEntry(page.id, page.name, page.icon, note, progress.state, page.week)


def _assessment(now: Assessment) -> tuple[RailEntry, ...]:
    """The four places of the assessment. A rung by hand says so here too."""
    answered, total = sum(entry.answered for entry in now.found.values()), len(now.found)
    state: PageState = "done" if answered == total else "started" if answered else "empty"
    rung = say("assess.rail.by-hand" if now.rung.overridden else "assess.rail.rung", rung=now.rung.rung)
    asked = "" if state == "done" else say("rail.of", done=answered, total=total)
    blocking = sum(gap.blocking for gap in now.gaps)
    return (
        RailEntry(
            DASHBOARD, say("assess.rail.dashboard"), "layout-dashboard", rung if answered or now.rung.overridden else ""
        ),
        RailEntry(QUESTIONS, say("assess.rail.questions"), "circle-help", asked, state),
        RailEntry(LENSES, say("assess.rail.lenses"), "eye"),
        RailEntry(
            FINDINGS,
            say("assess.rail.findings"),
            "flag",
            f"{len(now.gaps):,}" if now.gaps else "",
            "problem" if blocking else None,
        ),
    )


def _sprint_note(workbook: Workbook, system: System, today: date) -> str:
    if system.sprint is None:
        return say("rail.stalled") if is_stalled(system, today) else say("rail.not-entered")
    number = sprint_day(sprint_start(workbook, system), today)
    return say("rail.day", n=number) if number is not None else ""
