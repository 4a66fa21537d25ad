"""The pictures that the pages of weeks 9 to 12 name, each drawn from what the analysis computed."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from desktop.analysis.phase_days import PhaseDays, phase_days
from desktop.analysis.rollout import phase_states
from desktop.analysis.workflow import confidence_mix, flow, queue, saving
from desktop.method.practice import load_practice
from desktop.reports import launch_charts as charts
from desktop.reports import launch_words as words
from desktop.reports.palette import Palette
from desktop.text import say
from desktop.text.formatting import day, number
from desktop.ui.launch.picture import Drawn, LaunchPicture, Reader
from desktop.ui.pages.page import Present
from desktop.ui.theme import Theme
from desktop.workbook.launch import Launch
from desktop.workbook.system import RiskTier
from desktop.workbook.workflow import HandOff

if TYPE_CHECKING:
    from desktop.reports.charts.flows import FlowColumn

_TEXT = 12
_BAND_HEIGHT, _BARE_BANDS, _QUEUE_HEIGHT, _PHASE_ROW = 206, 170, 118, 34
_CONFIDENCES = ("low", "medium", "high")


def _launch(present: Present) -> Launch:
    return (present.system.launch if present.system else None) or Launch()


def _flows(present: Present) -> Drawn | None:
    work = _launch(present).workflow
    if not work.today and not work.redesigned:
        return None
    from desktop.reports.charts.flows import flows_height, two_flows

    columns = charts.flow_columns(work)

    def make(palette: Palette, width: float, height: float, size: float) -> Any:
        from desktop.reports.charts.sheet import Look

        return two_flows(Look(palette, width, height, size), *columns)

    told = words.saved_words(saving(work), flow(work.today, work.volume), flow(work.redesigned, work.volume))
    return Drawn(make, round(flows_height(columns, _TEXT)) + 2, _flow_table(columns), told)


def _flow_table(columns: "tuple[FlowColumn, ...]") -> tuple[tuple[str, ...], ...]:
    head = tuple(say(f"launch.picture.{key}") for key in ("step", "who", "part", "hours"))
    rows = (
        (f"{column.title}: {step.name}", step.detail, step.part_word, step.figure)
        for column in columns
        for step in column.steps
    )
    return (head, *rows)


def _bands(present: Present) -> Drawn | None:
    from desktop.reports.charts.handoff import BandCell, BandShare, BandTable, band_table

    bands, practice = _launch(present).workflow.bands, load_practice()
    risks = tuple(say(f"launch.band.risk.{risk.value}") for risk in RiskTier)
    found = [[practice.band(confidence, risk).id for confidence in _CONFIDENCES] for risk in RiskTier]
    cells = tuple(tuple(BandCell(part, words.part_word(part)) for part in line) for line in found)
    table = BandTable(_limits(bands), risks, cells)
    known = (("automate", bands.automated), ("suggest", bands.suggested), ("escalate", bands.escalated))
    shares = [
        BandShare(part, float(share), words.part_word(part), say("launch.band.share", share=number(share)))
        for part, share in known
        if share is not None
    ]

    def make(palette: Palette, width: float, height: float, size: float) -> Any:
        from desktop.reports.charts.sheet import Look

        return band_table(Look(palette, width, height, size), table, shares)

    head = (say("launch.picture.risk"), *table.confidences)
    rows = ((risk, *(cell.word for cell in line)) for risk, line in zip(risks, cells, strict=True))
    mix = confidence_mix(present.system.sprint if present.system else None, bands)
    height = _BAND_HEIGHT if shares else _BARE_BANDS
    return Drawn(make, height, (head, *rows), aside=words.mix_words(mix) if mix else "")


def _limits(bands: HandOff) -> tuple[str, str, str]:
    """The three confidences with their limits, as far as these are set."""
    if bands.low_below is None or bands.high_from is None:
        return say("launch.band.low-open"), say("launch.band.medium-open"), say("launch.band.high-open")
    low, high = number(bands.low_below), number(bands.high_from)
    middle = say("launch.band.medium", low=low, high=high)
    return say("launch.band.low", limit=low), middle, say("launch.band.high", limit=high)


def _queue(present: Present) -> Drawn | None:
    found = queue(_launch(present).workflow)
    if found is None:
        return None
    from desktop.reports.charts.handoff import review_queue

    loads, heads = charts.queue_loads(found), charts.queue_heads(found)

    def make(palette: Palette, width: float, height: float, size: float) -> Any:
        from desktop.reports.charts.sheet import Look

        return review_queue(Look(palette, width, height, size), loads, float(found.capacity), heads)

    bars = ((heads.needed, heads.needed_figure), (heads.there, heads.there_figure))
    return Drawn(make, _QUEUE_HEIGHT, (*bars, *((load.figure, "") for load in loads)), words.queue_words(found))


def _phases(present: Present) -> Drawn | None:
    if present.system is None:
        return None
    days = phase_days(phase_states(present.workbook, present.system, load_practice().rollout))
    if not days:
        return None

    def make(palette: Palette, width: float, height: float, size: float) -> Any:
        from desktop.reports.charts.phases import phase_bars
        from desktop.reports.charts.sheet import Look

        return phase_bars(Look(palette, width, height, size), charts.phase_rows(days, present.today))

    return Drawn(make, _PHASE_ROW * len(days), _phase_table(days), aside=words.whole_words(days))


def _phase_table(days: tuple[PhaseDays, ...]) -> tuple[tuple[str, ...], ...]:
    head = tuple(say(f"launch.picture.{key}") for key in ("phase", "start", "earliest", "latest"))
    return (head, *((e.state.phase.name, day(e.start), day(e.earliest), day(e.latest)) for e in days))


_READERS: Mapping[str, Reader] = MappingProxyType(
    {"workflow-flows": _flows, "hand-off-bands": _bands, "review-queue": _queue, "rollout-phases": _phases}
)


def launch_picture(name: str, theme: Theme) -> LaunchPicture | None:
    """The picture of that name; None where it is none of weeks 9 to 12."""
    return LaunchPicture(theme, name, _READERS[name]) if name in _READERS else None
