"""The evaluation's place in the rail: how its newest run stands."""

from desktop.analysis.judging import judge
from desktop.analysis.progress import PageState
from desktop.analysis.series import all_series
from desktop.session.evidence import EVALUATION
from desktop.session.rail_entry import RailEntry
from desktop.text import say
from desktop.text.formatting import percent
from desktop.workbook import System


def evaluation_entry(system: System) -> RailEntry:
    """The share of the leading set's newest run, and whether it is a regression or not above the threshold."""
    series = all_series(system.sprint.scoring) if system.sprint else ()
    if system.sprint is None or not series:
        return RailEntry(EVALUATION, say("evidence.rail"), "chart-column", "", "empty")
    run = series[0].latest
    judged = judge(system.sprint.scoring, run.id)
    bad = judged.regression or judged.below
    state: PageState = "problem" if bad else "started" if judged.threshold is None else "done"
    return RailEntry(EVALUATION, say("evidence.rail"), "chart-column", percent(run.interval.share), state)
