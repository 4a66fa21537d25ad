"""The verb ``score``: append a run of an evaluation to a project, for a schedule. Exit 1: worse, or below the threshold."""

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.contract import DONE, WITH_PROBLEMS, CannotError, print_json, print_line, report
from desktop.text import say
from desktop.text.formatting import join, percent

if TYPE_CHECKING:
    from desktop.analysis.judging import Judged
    from desktop.analysis.paired import Comparison
    from desktop.session.scoring import Scored
    from desktop.workbook.kept_texts import KeptTexts


def add(verbs: Any) -> None:
    """Register the verb with the command line's parser."""
    about = say("cli.verb.score")
    verb = verbs.add_parser("score", help=about, description=about, allow_abbrev=False)
    verb.add_argument("file", type=Path, metavar="FILE", help=say("score.file"))
    verb.add_argument("run", type=Path, metavar="RUN", help=say("score.run"))
    verb.add_argument("--system", required=True, metavar="ID", help=say("score.system"))
    verb.add_argument("--set", default="", dest="test_set", metavar="NAME", help=say("score.set"))
    verb.add_argument("--column", action="append", default=[], metavar="WHAT=HEADING", help=say("score.column"))
    verb.add_argument("--keep-texts", default="none", choices=("none", "wrong", "all"), help=say("score.keep-texts"))
    verb.add_argument("--json", action="store_true", help=say("score.json"))
    verb.set_defaults(carry_out=score)


def score(call: argparse.Namespace) -> int:
    """Score, save, say what came out."""
    from desktop.session.projects import open_file

    if call.system not in open_file(call.file).workbook.systems:
        raise CannotError(say("cli.no-system", id=call.system))
    found = _scored(call)
    if call.json:
        print_json(found.judged.as_json())
    else:
        print_line(_line(found))
    for sentence in (*found.notices, *_warnings(found)):
        report(sentence)
    return WITH_PROBLEMS if found.judged.regression or found.judged.below else DONE


def _scored(call: argparse.Namespace) -> "Scored":
    from desktop.exchange.evaluation.batch import ResultsRefusedError
    from desktop.session.scoring import score_to_file
    from desktop.workbook.kept_texts import Keep

    try:
        return score_to_file(
            call.file,
            call.run,
            call.system,
            today=date.today(),  # noqa: DTZ011  # the day where the computer stands
            test_set=call.test_set.strip(),
            columns=_columns(call.column),
            keep=Keep(call.keep_texts),
        )
    except ResultsRefusedError as refused:
        raise CannotError(str(refused)) from refused


def _columns(pairs: list[str]) -> dict[str, str]:
    said = {}
    for pair in pairs:
        role, sign, heading = pair.partition("=")
        if not sign:
            raise CannotError(say("score.column-word", word=pair[:60]))
        said[role.strip()] = heading
    return said


def _line(found: "Scored") -> str:
    judged = found.judged
    values = {
        "id": found.run_id,
        "correct": f"{judged.correct:,}",
        "n": f"{judged.scored:,}",
        "score": percent(judged.interval.share),
        "low": percent(judged.interval.low),
        "high": percent(judged.interval.high),
    }
    return say("score.line", **values)


def _warnings(found: "Scored") -> Iterator[str]:
    """What a person should look at, the gravest last."""
    judged = found.judged
    if found.entered_sprint:
        yield say("score.entered")
    if not found.added:
        yield say("score.known", id=found.run_id)
    if found.wanted is not None:
        yield _texts(found.wanted, found.run.kept)
    if found.other_examples:
        yield say("score.others")
    if not judged.minimum_met:
        yield say("score.few", n=f"{judged.scored:,}")
    yield from _regressions(judged)
    if judged.below and judged.threshold is not None:
        yield say("score.below", low=percent(judged.interval.low), threshold=percent(judged.threshold))


def _texts(wanted: "KeptTexts", kept: "KeptTexts | None") -> str:
    from desktop.session.evidence_texts import kept_words

    return f"{kept_words(wanted, kept)} {say('score.texts')}" if wanted.examples else kept_words(wanted, kept)


def _regressions(judged: "Judged") -> Iterator[str]:
    for what, comparison in (("last", judged.against_last), ("first", judged.against_first)):
        if comparison and comparison.worse():
            yield _worse(what, comparison)
    if judged.fallen:
        yield say("score.fallen", names=join(judged.fallen))


def _worse(what: str, comparison: "Comparison") -> str:
    points = percent(-comparison.change).removesuffix(" %")
    if comparison.paired:
        return say(f"score.worse-{what}-paired", points=points, lost=comparison.lost, gained=comparison.gained)
    return say(f"score.worse-{what}", points=points)
