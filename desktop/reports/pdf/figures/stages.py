"""How many systems stand at each stage: a column each, its number above, its name below."""

from desktop.analysis.portfolio import PortfolioSummary
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.words import CAPTION, HEAD
from desktop.text import say
from desktop.workbook import Stage

_PLOT, _GAP = 84.0, 7.0


def stage_columns(summary: PortfolioSummary, width: float) -> Fragment:
    """Idea to retired, and *unknown* where systems without a stage exist. Heights are in proportion."""
    block = Fragment()
    stages: list[Stage | None] = [*Stage, *([None] if summary.stages.get(None) else [])]
    step = (width - _GAP * (len(stages) - 1)) / len(stages)
    most, floor = max((*summary.stages.values(), 1)), _PLOT + 16
    for place, stage in enumerate(stages):
        x, n = place * (step + _GAP), summary.stages.get(stage, 0)
        height = _PLOT * n / most
        fill = "accent" if stage is Stage.OPERATION else "heat1" if stage is None else "heat2"
        block.bar(x, floor - height, step, height, fill)
        block.line(x + step / 2, floor - height - 5, f"{n:,}", HEAD.coloured("text" if n else "quiet"), None, "middle")
        block.rule(floor, x, x + step, "text", 1.0)
        word = stage.value if stage else "unknown"
        block.line(x + step / 2, floor + 12, say(f"board.stage-{word}"), CAPTION.coloured("text"), step + 4, "middle")
    block.height = floor + 16
    return block
