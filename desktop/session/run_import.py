"""Importing a run in the window: what a file is, which column holds what, and what the run would show once it is in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from desktop.analysis.series import OWN_SET
from desktop.session.evidence import EvaluationView, evaluation_view
from desktop.session.evidence_edits import runs_place
from desktop.session.evidence_texts import kept_words
from desktop.session.evidence_words import day_words, kept, set_name
from desktop.session.scoring import scored_others, with_run
from desktop.text import count, say
from desktop.workbook import System, Workbook
from desktop.workbook.kept_texts import Keep
from desktop.workbook.path import value_at
from desktop.workbook.sprint import Figures, Run, Sprint

if TYPE_CHECKING:
    from desktop.exchange.evaluation.batch import Example
    from desktop.exchange.evaluation.opening import Source
    from desktop.exchange.evaluation.tabular import Tabular

Progress = Callable[[int, int], None]
ROLES = (
    "expected", "predicted", "correct", "score", "id", "slice", "confidence", "second_label",
    "latency", "seconds", "cost", "version", "date", "input", "reason",
)  # fmt: skip
_TOLD = 500  # examples between two steps of progress


@dataclass(frozen=True)
class ColumnChoice:
    """One kind of content: the heading that holds it (empty: none), and the first cells under that heading."""

    role: str
    label: str
    heading: str
    cells: str


@dataclass(frozen=True)
class ReadFile:
    """A file of results as it was read. ``run`` is None where ``refused`` says why; a log has no ``columns``."""

    path: Path
    kind: str
    headings: tuple[str, ...]
    columns: tuple[ColumnChoice, ...]
    sheet: str
    sheets: tuple[str, ...]
    run: Run | None
    notices: tuple[str, ...]
    refused: str = ""

    @property
    def mapping(self) -> dict[str, str]:
        """The choice of columns as it was read with: every kind of content, an empty heading for none."""
        return {choice.role: choice.heading for choice in self.columns}


@dataclass(frozen=True)
class Asked:
    """What is to be read: the file, the choice of columns (None: by headings), the sheet of a workbook, whose texts stay."""

    path: Path
    columns: Mapping[str, str] | None = None
    sheet: str = ""
    keep: Keep = Keep.NONE


def read_run_file(asked: Asked, today: date, progress: Progress | None = None) -> ReadFile:
    """Read a file and forget its examples but the texts that are asked for; ``progress`` is told and may raise to stop.

    What cannot be taken is a sentence in ``refused``; nothing is raised but what ``progress`` raises.
    """
    from desktop.exchange.evaluation.batch import ResultsRefusedError
    from desktop.exchange.evaluation.opening import open_source

    tell = progress or (lambda _done, _total: None)
    tell(0, 0)
    try:
        with open_source(asked.path, asked.sheet, asked.keep) as source:
            tell(0, 0)
            return _read(source, asked, today, tell)
    except ResultsRefusedError as refused:
        return ReadFile(asked.path, "", (), (), "", (), None, (), str(refused))


def _read(source: "Source", asked: Asked, today: date, tell: Progress) -> ReadFile:
    from desktop.exchange.evaluation.batch import Batch, ResultsRefusedError
    from desktop.exchange.evaluation.derive import derive

    found = ReadFile(asked.path, "", (), (), "", (), None, ())
    try:
        if isinstance(source, Batch):
            batch = source
        else:
            found = _in_columns(found, source, source.suggested if asked.columns is None else asked.columns)
            batch = source.make(found.mapping)
        told = replace(batch, examples=_counted(batch.examples, tell))
        derived = derive(told, today, name=asked.path.name, keep=asked.keep)
    except ResultsRefusedError as refused:
        return replace(found, refused=str(refused))
    return replace(found, kind=batch.kind, run=derived.run, notices=derived.notices)


def _in_columns(found: ReadFile, source: "Tabular", mapping: Mapping[str, str]) -> ReadFile:
    choices = tuple(_choice(source, role, mapping.get(role, "")) for role in ROLES)
    return replace(
        found, kind=source.kind, headings=source.headings, columns=choices, sheet=source.sheet, sheets=source.sheets
    )


def _counted(examples: "Iterator[Example]", tell: Progress) -> "Iterator[Example]":
    for number, example in enumerate(examples):
        if number % _TOLD == 0:
            tell(number, 0)
        yield example


def _choice(source: "Tabular", role: str, heading: str) -> ColumnChoice:
    known = heading if heading in source.headings else ""
    cells = " · ".join(f"“{cell}”" for cell in source.seen_under(known))
    return ColumnChoice(role, say(f"evidence.role.{role}"), known, cells)


@dataclass(frozen=True)
class Wanted:
    """What a person has said of a run besides its file: its test set, day, and model and prompt."""

    test_set: str
    on: date
    version: str


@dataclass(frozen=True)
class ImportPreview:
    """The run with what it would show in its place. ``known``: it stands there already, so that nothing is to be added.

    ``remark`` says so, or what else speaks against the set that was chosen; mostly it is empty. ``texts`` says what is
    kept of its examples.
    """

    run: Run
    headline: str
    lead: str
    view: EvaluationView
    known: bool
    remark: str
    notices: tuple[str, ...]
    texts: str


def likely_wanted(system: System, found: ReadFile, shown_set: str) -> Wanted | None:
    """What to begin with: the set whose newest run scored the same examples, else the one that is shown."""
    if found.run is None or found.run.on is None:
        return None
    test_set = _same_examples(system.sprint or Sprint(), found.run)
    return Wanted(shown_set if test_set is None else test_set, found.run.on, found.run.version)


def _same_examples(sprint: Sprint, run: Run) -> str | None:
    wanted = run.figures.set_fingerprint if run.figures else ""
    if not wanted:
        return None
    runs = sprint.scoring.runs.values()
    return next((one.test_set for one in runs if one.figures and one.figures.set_fingerprint == wanted), None)


def known_sets(system: System) -> tuple[str, ...]:
    """The names of the sets that a run can belong to: the system's own, those with runs, those that are described."""
    sprint = system.sprint or Sprint()
    names = [OWN_SET, *(run.test_set for run in sprint.scoring.runs.values())]
    names += [entry.name.strip() for entry in sprint.more_sets.values() if entry.name.strip()]
    return tuple(dict.fromkeys(names))


def import_preview(workbook: Workbook, system_id: str, found: ReadFile, wanted: Wanted) -> ImportPreview | None:
    """The page as it would be with the run in its place; None where the file gives no run."""
    if found.run is None:
        return None
    changed = {"test_set": wanted.test_set, "on": wanted.on, "version": wanted.version}
    run = Run.model_validate({**dict(found.run), **changed})
    after, run_id, added = with_run(workbook, system_id, run)
    known = after is workbook
    view = evaluation_view(after.systems[system_id], run.test_set, run_id)
    return ImportPreview(
        run,
        kept(_headline(found, run, view)),
        kept(_lead(found)),
        view,
        known,
        _remark(workbook.systems[system_id], run, run_id, "added" if added else "known" if known else "texts"),
        found.notices,
        _texts(run, value_at(after, (*runs_place(system_id), run_id))),
    )


def _texts(run: Run, stored: Run) -> str:
    """What the run as it will stand keeps of what was asked for; an earlier wish stays where nothing else is asked for."""
    if run.kept is not None:
        return kept_words(run.kept, stored.kept if stored.kept and stored.kept.which is run.kept.which else None)
    return kept_words(stored.kept, stored.kept) if stored.kept else say("evidence.texts.none")


def _headline(found: ReadFile, run: Run, view: EvaluationView) -> str:
    return say(
        "evidence.import.headline",
        file=_short(found.path.name),
        correct=f"{run.correct or 0:,}",
        n=f"{run.scored or 0:,}",
        share=view.run.share if view.run else "",
        between=view.run.between if view.run else "",
    )


def _lead(found: ReadFile) -> str:
    return f"{say(f'evidence.kind.{found.kind}')} {say('evidence.import.stored')}"


def _remark(system: System, run: Run, run_id: str, what: Literal["added", "known", "texts"]) -> str:
    """It is there already, stands under another set, or scored other examples than the set's newest run."""
    runs = (system.sprint or Sprint()).scoring.runs
    if what != "added":
        return say(f"evidence.import.{what}", on=day_words(runs[run_id].on))
    for one in runs.values():
        if _figures(one).fingerprint == _figures(run).fingerprint and one.test_set != run.test_set:
            return say("evidence.import.elsewhere", set=_short(set_name(one.test_set)), on=day_words(one.on))
    return say("evidence.import.others") if scored_others(runs.values(), run) else ""


def _figures(run: Run) -> Figures:
    return run.figures or Figures()


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def reading_words(done: int) -> str:
    """How far the reading has come."""
    return count("evidence.import.read", done) if done else say("evidence.import.reading")
