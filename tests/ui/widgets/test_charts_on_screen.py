"""A chart on screen is the chart on paper, follows the theme, and can be read without being seen."""

import io

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from reportlab.pdfgen.canvas import Canvas

from desktop.reports.charts.bars import Part, stage_strip
from desktop.reports.charts.sheet import Look, draw_on
from desktop.reports.charts.trend import RunMark, TrendWords, interval_trend
from desktop.reports.palette import LIGHT
from desktop.ui.charts import ChartWidget
from desktop.ui.painter_canvas import PainterCanvas
from desktop.ui.theme import Mode, Theme

WIDTH, HEIGHT = 600, 240


def a_trend(look: Look) -> object:
    runs = [RunMark(str(day), 84 + day / 3, 80, 90, "Drop" if day == 17 else "") for day in range(11, 21)]
    return interval_trend(look, runs, TrendWords("88.6 %", "84.0 to 92.0", "Threshold 85 %"), 85)


def a_strip(look: Look) -> object:
    return stage_strip(
        look, [Part(name, n, str(n)) for name, n in (("Idea", 379), ("Build", 404), ("In operation", 906))]
    )


def on_paper(drawing: object) -> QImage:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(WIDTH, HEIGHT))
    draw_on(canvas, drawing)
    canvas.save()
    page = pypdfium2.PdfDocument(stream.getvalue())[0]
    bitmap = page.render(scale=2).to_pil().convert("RGB")
    return QImage(bitmap.tobytes(), bitmap.width, bitmap.height, bitmap.width * 3, QImage.Format.Format_RGB888).copy()


def on_screen(drawing: object) -> QImage:
    image = QImage(WIDTH * 2, HEIGHT * 2, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(2, 2)
        draw_on(PainterCanvas(painter, HEIGHT), drawing)
    return image


def difference(one: QImage, other: QImage) -> float:
    """Share of sampled points whose grey differs by more than a third."""
    points = [(x, y) for x in range(0, one.width(), 2) for y in range(0, one.height(), 2)]
    far = sum(abs(QColor(one.pixel(x, y)).lightness() - QColor(other.pixel(x, y)).lightness()) > 85 for x, y in points)
    return far / len(points)


@pytest.mark.parametrize("make", [a_trend, a_strip])
def test_screen_and_paper_show_the_same(theme: Theme, make):
    drawing = make(Look(LIGHT, WIDTH, HEIGHT))
    paper, screen = on_paper(drawing), on_screen(drawing)
    assert paper.size() == screen.size()
    assert difference(paper, screen) < 0.01
    blank = QImage(screen.size(), QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.white)
    assert difference(blank, screen) > 0.01


@pytest.fixture
def chart(theme: Theme, qtbot) -> ChartWidget:
    made = ChartWidget(theme, lambda palette, width, height, text: a_trend(Look(palette, width, height, text)), 240)
    made.describe("Baseline runs", "The last run is above the threshold.", (("Run", "Right"), ("20 Nov", "88.6 %")))
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    made.show()
    return made


def test_a_chart_says_its_name_what_it_shows_and_its_figures(chart: ChartWidget):
    interface = QAccessible.queryAccessibleInterface(chart)
    assert interface.text(QAccessible.Text.Name) == "Baseline runs"
    description = interface.text(QAccessible.Text.Description)
    assert "The last run is above the threshold." in description
    assert "20 Nov, 88.6 %" in description
    assert chart.table[0] == ("Run", "Right")


def test_a_chart_follows_the_theme_and_its_size(chart: ChartWidget, theme: Theme):
    light = chart.grab().toImage()
    theme.set_mode(Mode.DARK)
    dark = chart.grab().toImage()
    assert light != dark
    first = chart._drawing()
    assert chart._drawing() is first
    chart.resize(WIDTH + 100, HEIGHT)
    assert chart._drawing() is not first


def test_other_figures_are_drawn_at_once(chart: ChartWidget):
    before = chart.grab().toImage()
    chart.redraw(lambda palette, width, height, text: a_strip(Look(palette, width, height, text)))
    assert chart.grab().toImage() != before
