"""Native charts in the look of the documents: quiet axes, no frames, lines labelled at a point instead of by a legend."""

from typing import Any

from desktop.reports.excel.look import FONT, INK, LINE, QUIET
from desktop.reports.excel.plain import one_line

_EMU_A_POINT = 12_700
_LONGEST_TITLE = 120


def fonts(points: float, colour: str, *, bold: bool = False) -> Any:
    """Text properties for a part of a chart."""
    from openpyxl.chart.text import RichText
    from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties

    text = CharacterProperties(sz=int(points * 100), b=bold, solidFill=colour, latin=Font(typeface=FONT))
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=text), endParaRPr=text)])


def titled(chart: Any, title: str) -> None:
    """A title of our words and user text: small, bold, one line."""
    from openpyxl.chart.shapes import GraphicalProperties
    from openpyxl.chart.title import Title
    from openpyxl.chart.text import RichText, Text  # isort: skip
    from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties, RegularTextRun

    text = CharacterProperties(sz=1100, b=True, solidFill=INK, latin=Font(typeface=FONT))
    run = RegularTextRun(rPr=text, t=one_line(title, _LONGEST_TITLE))
    rich = RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=text), r=[run])])
    chart.title = Title(tx=Text(rich=rich), overlay=False)
    chart.graphical_properties = GraphicalProperties(noFill=True)
    chart.graphical_properties.line.noFill = True


def quiet_axes(chart: Any, form: str) -> None:
    """Visible axes with small grey figures and hairlines."""
    from openpyxl.chart.shapes import GraphicalProperties

    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
        axis.txPr = fonts(9, QUIET)
        axis.majorTickMark = "none"
        axis.graphicalProperties = GraphicalProperties()
        axis.graphicalProperties.line.solidFill = LINE
    chart.y_axis.majorGridlines.spPr = GraphicalProperties()
    chart.y_axis.majorGridlines.spPr.line.solidFill = LINE
    chart.y_axis.number_format = form
    chart.y_axis.numFmt.sourceLinked = False
    chart.x_axis.tickLblPos = "low"
    chart.visible_cells_only = False


def line(series: Any, colour: str, *, points: float = 1.5, dash: str | None = None) -> None:
    """A plain line without markers."""
    series.smooth = False
    series.marker.symbol = "none"
    series.graphicalProperties.line.solidFill = colour
    series.graphicalProperties.line.width = int(points * _EMU_A_POINT)
    if dash:
        series.graphicalProperties.line.dashStyle = dash


def label_at(series: Any, index: int, colour: str, place: str = "t") -> None:
    """The series' name beside one of its points."""
    from openpyxl.chart.label import DataLabel, DataLabelList

    label = DataLabel(idx=index, dLblPos=place, showSerName=True)
    label.showVal = label.showCatName = label.showLegendKey = label.showPercent = False
    label.txPr = fonts(9, colour, bold=True)
    series.dLbls = DataLabelList(dLbl=[label])
    series.dLbls.showVal = series.dLbls.showSerName = series.dLbls.showCatName = series.dLbls.showLegendKey = False
    series.dLbls.showPercent = False


def fill(series: Any, colour: str) -> None:
    """A bar without an outline."""
    series.graphicalProperties.solidFill = colour
    series.graphicalProperties.line.noFill = True


def legend_below(chart: Any) -> None:
    """A small legend under the chart, where bars cannot be labelled directly."""
    chart.legend.position = "b"
    chart.legend.txPr = fonts(9, QUIET)
