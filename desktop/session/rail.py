"""The rail: where one can go, and how each place stands."""

from collections.abc import Callable, Mapping
from datetime import date

from desktop.analysis.memo import Memo
from desktop.analysis.portfolio import is_stalled
from desktop.analysis.progress import PageState, page_progress, sprint_day, sprint_start
from desktop.method import Method
from desktop.method.schema import Page
from desktop.session.assess import DASHBOARD, FINDINGS, LENSES, QUESTIONS, Assessment
from desktop.session.decision_rail import decision_entry
from desktop.session.evidence_rail import evaluation_entry
from desktop.session.integration_rail import map_entry
from desktop.session.plan_page_rail import plan_entry
from desktop.session.rail_entry import Around, RailEntry, RailSection
from desktop.session.steering_rail import steering_section
from desktop.session.value_rail import value_entry
from desktop.session.workshop_rail import workshop_entry
from desktop.text import say
from desktop.workbook import System, Workbook

Builder = Callable[[Around], RailSection]


def rail(
    workbook: Workbook, method: Method, system_id: str | None, today: date, memo: Memo | None = None
) -> tuple[RailSection, ...]:
    """The sections for the chosen system; without one only the engagement's own places."""
    system = workbook.systems.get(system_id or "")
    around = Around(workbook, method, system, today, memo) if system is not None else None
    of_system = tuple(build(around) for build in OF_SYSTEM) if around is not None else ()
    return (_engagement(workbook, method), *of_system, steering_section(system, today), _hand_over())


def _engagement(workbook: Workbook, method: Method) -> RailSection:
    portfolio = RailEntry("portfolio", say("rail.portfolio"), "layers", f"{len(workbook.systems):,}")
    setup = (page_entry(workbook, page, None) for page in method.pages if page.scope == "engagement")
    return RailSection("", "", (portfolio, *setup))


def _system(around: Around) -> RailSection:
    pages = (around.method.page[name] for name in ("profile", "governance"))
    entries = tuple(page_entry(around.workbook, page, around.system) for page in pages)
    return RailSection(say("rail.system"), "", entries, "file-text")


def _assessment(around: Around) -> RailSection:
    return RailSection(say("assess.rail.section"), "", _assessment_entries(around.assess()), "clipboard-check")


def _sprint(around: Around) -> RailSection:
    entries: list[RailEntry] = []
    for page in around.method.sprint_weeks:
        entries.append(page_entry(around.workbook, page, around.system))
        entries.extend(make(around) for make in BESIDE_WEEK.get(page.week or 0, ()))
    note = _sprint_note(around.workbook, around.system, around.today)
    return RailSection(say("rail.sprint"), note, tuple(entries), "calendar-days")


BESIDE_WEEK: Mapping[int, tuple[Callable[[Around], RailEntry], ...]] = {
    2: (lambda around: evaluation_entry(around.system),),
    3: (map_entry,),
    4: (value_entry, decision_entry),
}
"""What stands under a week of the sprint: the pages that compute from what the week writes down."""


def _twelve_weeks(around: Around) -> RailSection:
    pages = tuple(page_entry(around.workbook, page, around.system) for page in around.method.plan_pages)
    return RailSection(say("planpage.rail"), "", (workshop_entry(around), plan_entry(around), *pages), "chart-gantt")


def _hand_over() -> RailSection:
    return RailSection(
        say("rail.output"), "", (RailEntry("reports", say("rail.reports"), "file-chart-column"),), "file-chart-column"
    )


OF_SYSTEM: tuple[Builder, ...] = (_system, _assessment, _sprint, _twelve_weeks)


def page_entry(workbook: Workbook, page: Page, system: System | None) -> RailEntry:
    """The place of a page that the method declares, with how many of its checks are met."""
    progress = page_progress(workbook, page, system)
    note = "" if progress.state == "done" else say("rail.of", done=progress.done, total=len(progress.checks))
    return RailEntry(page.id, page.name, page.icon, note, progress.state, page.week)


def _assessment_entries(now: Assessment) -> tuple[RailEntry, ...]:
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
