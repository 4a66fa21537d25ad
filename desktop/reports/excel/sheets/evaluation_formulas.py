"""Formulas that several tables of the evaluation share, each as the analysis computes it."""

from desktop.reports.excel.columns import Block, Formula
from desktop.reports.excel.words import quoted
from desktop.text import say

P_VALUE = "0.000"


def wilson(sign: str) -> str:
    """The Wilson score interval at 95 % (Wilson 1927), as ``analysis.statistics`` computes it."""
    centre = "{share}+WilsonZ^2/(2*{scored})"
    half = "WilsonZ*SQRT({share}*(1-{share})/{scored}+WilsonZ^2/(4*{scored}^2))"
    return f"({centre}{sign}{half})/(1+WilsonZ^2/{{scored}})"


def newest(runs: Block, series: int, key: str) -> Formula:
    """A cell of the newest usable run of one series; blank where it has none."""
    latest = f"SUMPRODUCT(MAX(({runs.cells('series')}={series})*{runs.cells('order')}))"
    return Formula(f'IF({latest}=0,"",INDEX({runs.cells(key)},MATCH({latest},{runs.cells("order")},0)))')


def judgement(threshold: str = "{threshold}") -> str:
    """Cleared when the interval's lower end lies above the threshold; judged on what is shown, not on the point."""
    cleared, below, unclear = (quoted(say(f"tracker.{key}")) for key in ("cleared", "below", "not-shown"))
    judged = f"IF({{low}}>{threshold},{cleared},IF({{high}}<{threshold},{below},{unclear}))"
    known = f"IF(ISNUMBER({threshold}),{judged},{quoted(say('tracker.no-threshold'))})"
    return f"IF(ISNUMBER({{share}}),{known},{quoted(say('tracker.no-run'))})"


def two_shares() -> str:
    """The two-sided p-value for two independent shares (Fleiss et al. 2003), as ``analysis.paired`` computes it."""
    pooled = "({correct}+{correct_before})/({scored}+{scored_before})"
    spread = f"SQRT({pooled}*(1-{pooled})*(1/{{scored}}+1/{{scored_before}}))"
    apart = "MAX(0,ABS({share}-{correct_before}/{scored_before})-(1/{scored}+1/{scored_before})/2)"
    return f"IF({spread}=0,1,2*(1-NORMSDIST({apart}/{spread})))"
