"""The pages: which there are, what each shows, and how one leads to the next."""

from datetime import date, timedelta

from desktop.analysis.progress import Checked, page_progress, sprint_start, week_days
from desktop.analysis.verdict import Verdict
from desktop.method import Method
from desktop.method.schema import Page
from desktop.planning.sprint_tasks import week_tasks
from desktop.session.method_entries import states
from desktop.session.rows import Scope, row
from desktop.session.view import CardView, CheckView, PageView, WhyView
from desktop.text import say
from desktop.text.formatting import day
from desktop.text.verdicts import verdict_sentence
from desktop.workbook import System, Workbook
from desktop.workbook.path import Path


def page_view(workbook: Workbook, method: Method, page_id: str, system_id: str | None, today: date) -> PageView:
    """What the page shows for the system (None for pages of the engagement); KeyError for an unknown page or system."""
    page = method.page[page_id]
    system = workbook.systems[system_id] if page.scope == "system" and system_id else None
    progress = page_progress(workbook, page, system, method)
    checked = progress.checks
    computed = states(workbook, system) if page.track == "plan" and system else {}
    tasks = week_tasks(workbook, system, progress, today) if page.track == "sprint" and system else ()
    scope = Scope(workbook, system, today, _verdicts(checked, system), tasks, computed)
    return PageView(
        id=page.id,
        name=page.name,
        kicker=_kicker(workbook, page, system),
        title=page.title,
        lead=page.lead,
        cards=tuple(
            CardView(
                card.id,
                card.title,
                card.lead,
                tuple(row(scope, field, scope.base) for field in card.fields),
                card.picture,
            )
            for card in page.cards
        ),
        checks=tuple(_check_view(entry, scope) for entry in checked),
        why=tuple(WhyView(why.headline, why.text, method.cite(why.benchmark)) for why in page.why),
        back=_neighbour(method, page, -1),
        next=_neighbour(method, page, 1),
    )


def _verdicts(checked: tuple[Checked, ...], system: System | None) -> dict[Path, Verdict]:
    base: Path = () if system is None else ("systems", system.id)
    found: dict[Path, Verdict] = {}
    for entry in reversed(checked):
        if entry.verdict.state == "failed":
            found[(*base, *entry.verdict.at)] = entry.verdict
    return found


def _check_view(checked: Checked, scope: Scope) -> CheckView:
    verdict = checked.verdict
    detail = verdict_sentence(verdict.code, verdict.values, scope.currency)
    return CheckView(checked.check.id, checked.check.label, verdict.state, detail, (*scope.base, *verdict.at))


def _kicker(workbook: Workbook, page: Page, system: System | None) -> str:
    if page.track == "plan":
        return plan_kicker(workbook, system)
    if page.track != "sprint" or page.week is None:
        return say(f"pages.kicker.{page.scope}")
    start = sprint_start(workbook, system) if system else None
    if start is None:
        return say("pages.kicker.sprint", week=page.week)
    first, last = week_days(start, page.week)
    return say("pages.kicker.sprint-dates", week=page.week, first=day(first, year=False), last=day(last, year=False))


def plan_kicker(workbook: Workbook, system: System | None) -> str:
    """The stretch of weeks 9 to 12, with its days where a start is known."""
    start = (system.plan.start if system and system.plan else None) or workbook.engagement.start
    if start is None:
        return say("launch.kicker")
    first, last = start + timedelta(weeks=8), start + timedelta(days=83)
    return say("launch.kicker-dates", first=day(first, year=False), last=day(last, year=False))


def _neighbour(method: Method, page: Page, step: int) -> tuple[str, str] | None:
    planned = page.track == "plan"
    line = [other for other in method.pages if other.scope == page.scope and (other.track == "plan") is planned]
    at = line.index(page) + step
    return (line[at].id, line[at].name) if 0 <= at < len(line) else None
