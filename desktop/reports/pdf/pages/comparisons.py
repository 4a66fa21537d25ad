"""Published figures beside ours. They measure other populations, so nothing here is averaged or used as a forecast."""

from dataclasses import dataclass

from desktop.method.schema import Benchmark
from desktop.reports.report import Report, SystemReport
from desktop.text import count, say
from desktop.text.formatting import number
from desktop.workbook import Stage

_WEEKS_A_MONTH = 365.2425 / 12 / 7
_INDUSTRY_ALONE = ("failure", "cost", "blocker")


@dataclass(frozen=True)
class Comparison:
    """One published figure with ours, or with a dash where a client has no counterpart."""

    benchmark: Benchmark
    ours: str
    has_ours: bool
    source: str


def comparisons(report: Report, one: SystemReport) -> tuple[Comparison, ...]:
    """Published figures that the entries have a counterpart to; the industry's own comes last."""
    found = {
        "time-to-production": _launch(one),
        "roi-success": _roi(one),
        "metrics-success": _metrics(one),
        "stall-months": _months(one),
    }
    industry = report.workbook.engagement.industry
    ids = {key: ours for key, ours in found.items() if ours}
    if industry:
        ids[f"industry-{industry.value}-production"] = _production(report)
    known = report.method.benchmark
    return tuple(_comparison(report, known[key], ours) for key, ours in ids.items() if key in known)


def industry_alone(report: Report) -> tuple[Comparison, ...]:
    """What is published for the client's industry and has no counterpart in one engagement."""
    industry, known = report.workbook.engagement.industry, report.method.benchmark
    ids = [f"industry-{industry.value}-{part}" for part in _INDUSTRY_ALONE] if industry else []
    return tuple(_comparison(report, known[key], "") for key in ids if key in known)


def _comparison(report: Report, benchmark: Benchmark, ours: str) -> Comparison:
    source = report.method.source[benchmark.source]
    cited = say("board.source", title=source.title, publisher=source.publisher, date=source.date)
    if benchmark.reported_by != source.publisher:
        cited = say("board.source-in", reported=benchmark.reported_by, source=cited)
    return Comparison(benchmark, ours or say("board.none"), bool(ours), cited)


def _launch(one: SystemReport) -> str:
    months = one.sprint.value.months_to_launch
    return "" if months is None else count("board.ours-months", months, weeks=number(months * _WEEKS_A_MONTH, 0))


def _roi(one: SystemReport) -> str:
    roi = one.numbers.likely.roi if one.numbers.likely else None
    return "" if roi is None else f"{'+' if roi > 0 else ''}{number(roi * 100, 0)} %"


def _metrics(one: SystemReport) -> str:
    metrics = one.sprint.metrics.values()
    agreed = sum(metric.agreed_on is not None for metric in metrics)
    return say("board.ours-agreed", agreed=agreed, total=len(one.sprint.metrics)) if metrics else ""


def _months(one: SystemReport) -> str:
    waiting = one.row.months is not None and one.system.stage not in (Stage.OPERATION, Stage.RETIRED)
    return say("board.ours-started", months=number(one.row.months or 0, 1)) if waiting else ""


def _production(report: Report) -> str:
    live = report.summary.stages.get(Stage.OPERATION, 0)
    return say("board.met-of-bare", met=f"{live:,}", total=f"{report.summary.systems:,}")
