"""Adding a run of an evaluation to a system: read, derive, compare, one undoable step. Window and command line share it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.analysis.judging import Judged, judge
from desktop.workbook import Workbook
from desktop.workbook.edits.kept_texts import fitting, put_texts
from desktop.workbook.ids import next_id
from desktop.workbook.kept_texts import Keep, KeptTexts
from desktop.workbook.path import replace_at
from desktop.workbook.sprint import Run, Scoring


@dataclass(frozen=True)
class Scored:
    """What scoring a file did. ``added`` False: the run stood there already, under ``run_id``; at most its texts are new.

    ``wanted`` are the texts that the file had to keep, None where none were asked for; ``run`` holds those that it keeps.
    ``other_examples``: the newest run of its set scored other ones, so that the set may be the wrong one.
    """

    run_id: str
    run: Run
    added: bool
    entered_sprint: bool
    judged: Judged
    notices: tuple[str, ...]
    wanted: KeptTexts | None = None
    other_examples: bool = False


def score_to_file(  # noqa: PLR0913
    path: Path,
    results: Path,
    system_id: str,
    *,
    today: date,
    test_set: str = "",
    columns: dict[str, str] | None = None,
    keep: Keep = Keep.NONE,
) -> Scored:
    """Append the run in ``results`` to the project at ``path``, unless it stands there. ``keep`` says whose texts stay.

    Raises ResultsRefusedError for the results and Refused for the project; nothing has been written then. A project that
    another program saves in between is read again and the run added to that.
    """
    from desktop.exchange.evaluation.derive import derive
    from desktop.exchange.evaluation.opening import open_results
    from desktop.files.problem import Refused
    from desktop.files.project import open_project, save_project

    with open_results(results, columns, keep=keep) as batch:
        derived = derive(batch, today, name=results.name, test_set=test_set, keep=keep)
    for attempt in range(3):
        opened = open_project(path)
        workbook, run_id, added = with_run(opened.workbook, system_id, derived.run)
        try:
            if workbook is not opened.workbook:
                save_project(path, workbook, opened)
        except Refused as refused:
            if refused.problem.code == "changed-on-disk" and attempt < 2:
                continue
            raise
        break
    entered = opened.workbook.systems[system_id].sprint is None
    scoring = _scoring(workbook, system_id)
    judged = judge(scoring, run_id)
    other = added and scored_others(_scoring(opened.workbook, system_id).runs.values(), derived.run)
    return Scored(run_id, scoring.runs[run_id], added, entered, judged, derived.notices, derived.run.kept, other)


def with_run(workbook: Workbook, system_id: str, run: Run) -> tuple[Workbook, str, bool]:
    """The workbook with ``run`` among the system's runs, its id, and whether it is new there.

    A system that is not in the sprint enters it with its first run. A run that stands there already takes on the texts
    that ``run`` comes with. Raises KeyError for a system that does not exist.
    """
    runs = _scoring(workbook, system_id).runs
    known = next((key for key, stored in runs.items() if _same(stored, run)), None)
    if known is not None:
        kept = fitting(workbook, run.kept, instead_of=runs[known].kept) or runs[known].kept
        return put_texts(workbook, system_id, known, kept), known, False
    run = run.model_copy(update={"kept": fitting(workbook, run.kept)})
    tag = run.figures.fingerprint[:4] if run.figures else "0000"
    run_id = next_id(runs, tag)
    return replace_at(workbook, ("systems", system_id, "sprint", "scoring", "runs", run_id), run), run_id, True


def scored_others(stored: Iterable[Run], run: Run) -> bool:
    """The newest of the ``stored`` runs on the set of ``run`` scored other examples, as far as both name theirs."""
    before = max(
        (one for one in stored if one.test_set == run.test_set), key=lambda one: one.on or date.min, default=None
    )
    prints = {one.figures.set_fingerprint if one.figures else "" for one in (before, run) if one is not None}
    return len(prints - {""}) == 2


def _scoring(workbook: Workbook, system_id: str) -> Scoring:
    sprint = workbook.systems[system_id].sprint
    return sprint.scoring if sprint else Scoring()


def _same(stored: Run, run: Run) -> bool:
    if not (stored.figures and run.figures):
        return False
    return stored.test_set == run.test_set and stored.figures.fingerprint == run.figures.fingerprint
