"""Before the plan is generated: which findings it closes, and what would be different about each task."""

from dataclasses import dataclass

from desktop.analysis.findings import Finding, findings
from desktop.analysis.scoring import standings
from desktop.method import Method
from desktop.planning.regenerate import Proposed, edited_fields
from desktop.session.plan_page_edits import choosing
from desktop.session.planning import what_generating_changes
from desktop.text import count, say
from desktop.text.formatting import join
from desktop.workbook import System, Workbook
from desktop.workbook.plan import Plan

KINDS = ("added", "changed", "removed", "superseded")


@dataclass(frozen=True)
class FindingLine:
    """One gap that the plan can close. Blocking ones always belong to it."""

    question: str
    title: str
    detail: str
    blocking: bool


@dataclass(frozen=True)
class Generation:
    """What generating would do with these findings chosen. ``kept``: tasks that stay as somebody edited them."""

    findings: tuple[FindingLine, ...]
    chosen: frozenset[str]
    proposed: tuple[Proposed, ...]
    kept: tuple[str, ...]

    def of_kind(self, kind: str) -> tuple[Proposed, ...]:
        """The proposals of one kind."""
        return tuple(entry for entry in self.proposed if entry.what == kind)

    @property
    def changes(self) -> bool:
        """Generating would change a task."""
        return any(entry.what != "superseded" for entry in self.proposed)


def gaps_of(workbook: Workbook, method: Method, system: System) -> tuple[Finding, ...]:
    """Every finding of the system."""
    return findings(workbook, method, system, standings(method, system))


def generation(workbook: Workbook, method: Method, system_id: str, chosen: frozenset[str]) -> Generation:
    """The preview with these manageable findings chosen."""
    system = workbook.systems[system_id]
    gaps = gaps_of(workbook, method, system)
    known = frozenset(gap.question for gap in gaps if not gap.blocking)
    proposed = what_generating_changes(choosing(workbook, system_id, chosen), method, system_id)
    changed = {entry.task for entry in proposed}
    tasks = (system.plan or Plan()).tasks
    edited = [
        name for name, task in tasks.items() if (task.drafted is None or edited_fields(task)) and name not in changed
    ]
    return Generation(
        tuple(_line(method, gap) for gap in gaps), chosen & known, proposed, tuple(tasks[name].title for name in edited)
    )


def chosen_now(workbook: Workbook, system_id: str) -> frozenset[str]:
    """The manageable findings that the plan is to close as it stands."""
    return frozenset((workbook.systems[system_id].plan or Plan()).chosen)


def proposed_words(entry: Proposed) -> str:
    """What would be different about a task, and what would stay."""
    if entry.what == "changed":
        said = say("planpage.generate.fields", fields=_fields(entry.fields))
    else:
        said = say(f"planpage.generate.{entry.what}.detail")
    return f"{said} {say('planpage.generate.kept', fields=_fields(entry.kept))}" if entry.kept else said


def summary(found: Generation) -> str:
    """The whole preview in one line."""
    if not found.changes:
        return say("planpage.generate.nothing")
    (first, number), *others = [(kind, len(group)) for kind in KINDS if (group := found.of_kind(kind))]
    parts = [count(f"planpage.generate.{kind}", number) for kind, number in others]
    return join((count(f"planpage.generate.tasks-{first}", number), *parts))


def _fields(names: tuple[str, ...]) -> str:
    return join(tuple(say(f"planpage.field.{name}") for name in names))


def _line(method: Method, gap: Finding) -> FindingLine:
    key = "blocking" if gap.blocking else "treated" if gap.treated else "manageable"
    detail = say(f"planpage.finding.{key}", level=gap.level, needed=gap.needed)
    return FindingLine(gap.question, method.question[gap.question].prompt, detail, gap.blocking)
