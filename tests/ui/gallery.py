"""Draws every widget, field and chart in every theme, for the eye: ``python -m tests.ui.gallery FOLDER [SHEET …]``."""

import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QLocale, QPoint, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop.method.schema import Kind
from desktop.reports.charts.bars import Part, Point, range_bar, stacked_cost_bar, stage_strip, stall_bar
from desktop.reports.charts.cash import CashCurves, Curve, Payback, cash_curve
from desktop.reports.charts.rows import MixWords, Slice, Spread, Week, dumbbell, slice_mix, week_progress
from desktop.reports.charts.sheet import Look
from desktop.reports.charts.trend import RunMark, TrendWords, interval_trend
from desktop.session.view import Choice, Entry, Row
from desktop.ui.charts import ChartWidget
from desktop.ui.fields.calendar import MonthGrid
from desktop.ui.fields.make import Setting, make_field
from desktop.ui.fields.notation import region
from desktop.ui.fields.person import matching
from desktop.ui.fields.popup import Popup
from desktop.ui.fields.row_table import RowTable
from desktop.ui.theme import Mode, Theme, apply
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.buttons import Kind as ButtonKind
from desktop.ui.widgets.card import Card, Line
from desktop.ui.widgets.collapsible import Collapsible
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.marks import Kbd, ProgressSegments, RungBar, StateChip
from desktop.ui.widgets.notice import EmptyState, Notice, UndoBar
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.rail import RailHeading, RailItem
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.search import SearchField
from desktop.ui.widgets.segments import SegmentedChoice
from desktop.ui.widgets.side_panel import CheckLine, Fact, SideSection
from desktop.ui.widgets.ticks import CheckBox, Radio, ToggleSwitch
from desktop.ui.widgets.words import Words, caption, heading, lead, strong, title
from desktop.workbook import Person
from desktop.workbook.base import Range

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsverantwortlichkeitszuordnung"


def row(*parts: QWidget, gap: int = 12) -> QWidget:
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(4, 4, 4, 4)
    layout.setSpacing(gap)
    for part in parts:
        layout.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
    layout.addStretch(1)
    return made


def buttons(theme: Theme) -> QWidget:
    card = Card(theme, "Buttons", "rest, off, with icons")
    for kind in ButtonKind:
        off = Button(theme, "Export…", kind)
        off.setEnabled(False)
        card.body.addWidget(
            row(
                Button(theme, "Next", kind),
                off,
                Button(theme, "Export…", kind, "file-chart-column"),
                Button(theme, "Next: Integration", kind, "arrow-right", sign_after=True),
                Button(theme, "Small", kind, small=True),
            )
        )
    card.body.addWidget(
        row(IconButton(theme, "settings", "Settings"), IconButton(theme, "x", "Close"), Kbd(theme, "Ctrl+K"))
    )
    return card


def states(theme: Theme) -> QWidget:
    card = Card(theme, "States: icon, word, colour")
    pairs = [
        ("done", "Done"),
        ("track", "On track"),
        ("risk", "At risk"),
        ("block", "Blocked"),
        ("progress", "In progress"),
        ("open", "Not started"),
    ]
    card.body.addWidget(row(*(StateChip(theme, state, word) for state, word in pairs)))
    card.body.addWidget(row(*(StateChip(theme, state, word, tinted=True) for state, word in pairs)))
    card.body.addWidget(row(*(StateChip(theme, state, word, small=True) for state, word in pairs)))
    card.body.addWidget(row(*(RungBar(theme, rung, f"Rung {rung} of 5") for rung in range(6))))
    card.body.addWidget(ProgressSegments(theme, 3, 5, "3 of 5 done"))
    return card


def ticks(theme: Theme) -> QWidget:
    card = Card(theme, "Choices")
    on, off, dead = (
        ToggleSwitch(theme, "On, each day at 02:00"),
        ToggleSwitch(theme, "Daily scoring off"),
        ToggleSwitch(theme, "Not here"),
    )
    on.setChecked(True)
    dead.setEnabled(False)
    card.body.addWidget(row(on, off, dead))
    boxes = [CheckBox(theme, name) for name in ("Selected", "Not selected", "Some", "Off")]
    boxes[0].setChecked(True)
    boxes[2].setTristate(True)
    boxes[2].setCheckState(Qt.CheckState.PartiallyChecked)
    boxes[3].setEnabled(False)
    card.body.addWidget(row(*boxes))
    radios = [Radio(theme, name) for name in ("Blocking", "Manageable")]
    radios[0].setChecked(True)
    go = SegmentedChoice(theme, [("go", "Go"), ("if", "Conditional go"), ("no", "No-go")], "Decision")
    go.set_value("if")
    card.body.addWidget(row(*radios, go))
    return card


def notices(theme: Theme) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    recover = Notice(
        theme,
        "risk",
        "Changes from 20 Nov, 18:07 were not saved",
        "Northwind claims triage: 14 edits, last “Set threshold”. The saved file is whole.",
        framed=True,
    )
    recover.add_action("Discard", ButtonKind.QUIET)
    recover.add_action("Open saved")
    recover.add_action("Recover", ButtonKind.PRIMARY)
    column.addWidget(recover)
    column.addWidget(
        Notice(
            theme,
            "block",
            "Injury claims are 18 % of real work but 9 % of the test set.",
            "Add 28, or write down why the mix may differ.",
        )
    )
    column.addWidget(Notice(theme, "progress", "This is a fictitious engagement."))
    column.addWidget(Notice(theme, "done", "Saved", "Northwind.readiness.json · " + LONG))
    return holder


def texts(theme: Theme) -> QWidget:
    card = Card(theme)
    card.body.setSpacing(4)
    card.body.addWidget(caption(theme, "30-day sprint · Week 2 of 4 · 9 to 15 November"))
    card.body.addWidget(heading(theme, "How good is it, measured on real claims?"))
    card.body.addWidget(
        lead(
            theme,
            "A labelled test set, one stored baseline run with its interval, and a score that updates every day.",
        )
    )
    card.body.addSpacing(8)
    card.body.addWidget(Line(theme))
    card.body.addWidget(title(theme, "Test set <b>plain</b> & simple"))
    card.body.addWidget(strong(theme, "Where they come from"))
    card.body.addWidget(Words(theme, f"{LONG} {LONG}"))
    fold = Collapsible(theme, "Evidence", "2 files", opened=True)
    fold.body.addWidget(Words(theme, "claims-test-set-v3.xlsx"))
    card.body.addWidget(fold)
    card.body.addWidget(Collapsible(theme, "Source record", "62 columns"))
    return card


def side(theme: Theme) -> QWidget:
    made = QWidget()
    made.setFixedWidth(296)
    column = QVBoxLayout(made)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(16)
    done = SideSection(theme, "Done when", "3 of 5")
    done.body.addWidget(ProgressSegments(theme, 3, 5, "3 of 5 done"))
    for state, text, detail in (
        ("done", "200 or more real examples", "246, no duplicates found"),
        ("done", "Baseline run stored with interval", "20 Nov, 02:00, model 4.1, prompt v15"),
        ("block", "Mix within 5 points of real work", "Motor, injury is 9 points short"),
        ("open", "Alerts reach a named person", "Nobody chosen yet"),
    ):
        done.body.addWidget(CheckLine(theme, state, text, detail))
    column.addWidget(done)
    column.addWidget(Line(theme))
    why = SideSection(theme, "Why it matters")
    why.body.addWidget(
        Fact(
            theme,
            "3× longer",
            "to reach stable production for teams that skip evaluation infrastructure.",
            "“Why 85% of AI Pilots Never Reach Production”, 2026. A claim about all AI projects.",
        )
    )
    column.addWidget(why)
    column.addStretch(1)
    return made


def rail(theme: Theme) -> QWidget:
    made = QWidget()
    made.setFixedWidth(216)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 12, 0, 12)
    column.setSpacing(0)
    group = QButtonGroup(made)
    items = [
        RailItem(theme, "Portfolio", "layers", note="2,133"),
        RailItem(theme, "Dashboard", "layout-dashboard"),
        RailHeading(theme, "30-day sprint", "day 20"),
    ]
    items += [
        RailItem(theme, "1  Audit", state="done"),
        RailItem(theme, "2  Baseline", state="risk", note="3 of 5"),
        RailItem(theme, "3  Integration", state="progress", note="2 of 6"),
        RailItem(theme, "4  Verpflichtungserklärung", state="open", note="0 of 4"),
    ]
    for item in items:
        column.addWidget(item)
        if isinstance(item, RailItem):
            group.addButton(item)
    items[4].setChecked(True)
    column.addStretch(1)
    return made


def empties(theme: Theme) -> QWidget:
    card = Card(theme)
    card.body.addWidget(
        EmptyState(
            theme,
            "plug",
            "No interfaces yet",
            "List every system that the assistant reads from or writes to, so that the limits show early.",
            "Add an interface",
        )
    )
    holder = QWidget()
    FlowLayout(holder)
    for name in ("Stage", "Rung", "Owner", "Risk tier", "Months without change", LONG[:24]):
        holder.layout().addWidget(Button(theme, name, sign="chevron-down", sign_after=True))
    card.body.addWidget(holder)
    found = SearchField(theme, "Filter by name", "Ctrl+F")
    typed = SearchField(theme, "Filter by name")
    typed.setText("claims")
    card.body.addWidget(row(found, typed))
    bar = UndoBar(theme, card)
    card.setMinimumHeight(480)
    bar.offer("Removed “Claims triage”")
    return card


def _setting(theme: Theme) -> Setting:
    people = {
        "p1": Person(id="p1", name="Maria Keller", role="Head of claims", team="Claims"),
        "p2": Person(id="p2", name="Tomas Novak", role="Product owner"),
    }
    return Setting(theme, region(QLocale("en_GB")), people, lambda: date(2026, 11, 21))


def fields(theme: Theme) -> QWidget:
    card = Card(theme, "Test set", "one column, labels above")
    setting = _setting(theme)
    options = (
        Choice("random", "Random draw from real work"),
        Choice("hand", "Picked by hand", "Says little about real work"),
    )
    rows = [
        Row("a", Kind.INTEGER, "Labelled examples", (), 1246, "200 or more, drawn from real work", unit="claims"),
        Row("b", Kind.CHOICE, "How they were chosen", (), "random", choices=options),
        Row("c", Kind.CHOICE, "Not chosen yet", (), None, choices=options, placeholder="Choose how"),
        Row(
            "d",
            Kind.TEXT,
            "How they were labelled",
            (),
            "",
            placeholder="For example: two handlers each",
            optional=True,
        ),
        Row("e", Kind.TEXT, "Name", (), "IT and Claims", problem="Not a person. Choose or add one."),
        Row(
            "f",
            Kind.PARAGRAPH,
            "Where they come from",
            (),
            "Closed claims, July to September 2026.\nRandom draw within each kind of case.",
        ),
        Row("g", Kind.PERCENT, "Threshold agreed in week 1", (), Decimal(85)),
        Row("h", Kind.MONEY, "Budget", (), Decimal(410000), unit="EUR"),
        Row("i", Kind.DATE, "Agreed on", (), date(2027, 2, 8)),
        Row("j", Kind.PERSON, "Alert goes to", (), None, "A named person, not a mailbox"),
        Row("k", Kind.PEOPLE, "Decided by", (), ("p1", "p2")),
        Row(
            "l",
            Kind.MONEY_RANGE,
            "One-time investment",
            (),
            Range(low=Decimal(340000), likely=Decimal(410000), high=Decimal(520000)),
            unit="EUR",
        ),
        Row("m", Kind.TOGGLE, "Scored automatically every day", (), True),
        Row("n", Kind.CHOICES, "What there is", (), ("hand",), choices=options),
    ]
    for entry in rows:
        card.body.addWidget(make_field(setting, entry))
    unread = make_field(setting, Row("o", Kind.DATE, "Deputy from", (), None))
    unread.editor.box.setText("mid-spring")
    unread.editor.flush()
    card.body.addWidget(unread)
    off = make_field(setting, Row("p", Kind.TEXT, "Read-only copy", (), "Maria Keller"))
    off.editor.set_enabled(enabled=False)
    card.body.addWidget(off)
    return card


def popups(theme: Theme) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    setting = _setting(theme)
    grid = MonthGrid(theme, setting.region)
    grid.show_day(date(2026, 11, 24), date(2026, 11, 27), date(2026, 11, 21))
    anchor = QWidget(holder)
    anchor.setFixedWidth(280)
    popup = Popup(theme, anchor)
    popup.offer((*matching(setting.people, "M"), *matching({}, "Maria K")), "p1", 2)
    popup.setWindowFlags(Qt.WindowType.Widget)
    for part in (grid, popup):
        line.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
    popup.setFixedSize(300, 160)
    popup.show()
    line.addStretch(1)
    return holder


def tables(theme: Theme) -> QWidget:
    card = Card(theme, "Mix, against real claims")
    setting = _setting(theme)
    template = (
        Row("name", Kind.TEXT, "Kind of case", ()),
        Row("share", Kind.PERCENT, "Real work", ()),
        Row("n", Kind.INTEGER, "Examples", ()),
    )
    data = (("Motor, damage", 46, 121), ("Motor, injury", 18, 22), ("Property, water", 21, 64))
    entries = tuple(
        Entry(
            str(i),
            name,
            (
                Row("name", Kind.TEXT, "Kind", (), name),
                Row("share", Kind.PERCENT, "Real", (), Decimal(share)),
                Row("n", Kind.INTEGER, "Examples", (), n, problem="9 points short of real work." if n == 22 else ""),
            ),
        )
        for i, (name, share, n) in enumerate(data)
    )
    mix = RowTable(
        setting, Row("slices", Kind.TABLE, "Mix", (), columns=template, entries=entries, add_label="Add a kind of case")
    )
    mix.grid.setCurrentIndex(mix.model.index(0, 1))
    card.body.addWidget(mix)
    money = (
        Row("name", Kind.TEXT, "Name", ()),
        Row("amount", Kind.MONEY_RANGE, "Amount", (), unit="EUR"),
        Row("owner", Kind.PERSON, "Who", ()),
        Row("due", Kind.DATE, "By", (), placeholder="4 Dec"),
    )
    lines = tuple(
        Entry(
            str(i),
            name,
            (
                Row("name", Kind.TEXT, "Name", (), name),
                Row(
                    "amount",
                    Kind.MONEY_RANGE,
                    "Amount",
                    (),
                    Range(low=Decimal(20000), likely=Decimal(26000), high=Decimal(31000)),
                    unit="EUR",
                ),
                Row("owner", Kind.PERSON, "Who", (), "p1" if i else None),
                Row("due", Kind.DATE, "By", (), None, placeholder="4 Dec"),
            ),
        )
        for i, name in enumerate(("Team", "Cloud and licences"))
    )
    card.body.addWidget(
        RowTable(setting, Row("x", Kind.ASSIGNMENTS, "Task", (), columns=money, entries=lines, fixed=True))
    )
    card.body.addWidget(
        RowTable(
            setting,
            Row(
                "y",
                Kind.TABLE,
                "Runs",
                (),
                columns=template,
                empty_text="No run yet. Score the pilot on the test set once and enter the result.",
                add_label="Add a run",
            ),
        )
    )
    return card


def _chart(theme: Theme, name: str, make: Callable[[Look], object], height: int) -> Card:
    card = Card(theme, name)
    chart = ChartWidget(theme, lambda palette, width, height, text: make(Look(palette, width, height, text)), height)
    chart.describe(name, "A picture for the gallery", ())
    card.body.addWidget(chart)
    return card


def _trend(look: Look) -> object:
    shares = (84.5, 85.3, 86.5, 86.1, 86.9, 87.3, 82.5, 86.9, 88.1, 88.6)
    runs = [
        RunMark(str(11 + n), share, share - 4.9, share + 3.9, "Regression alert, prompt v14" if n == 6 else "")
        for n, share in enumerate(shares)
    ]
    return interval_trend(look, runs, TrendWords("88.6 %", "84.0 to 92.0", "Threshold 85 %"), 85)


def _cash(look: Look) -> object:
    def path(cost: float, gain: float) -> tuple[float, ...]:
        return tuple(-cost * month if month <= 5 else -cost * 5 + gain * (month - 5) for month in range(1, 25))

    curves = CashCurves(
        Curve(path(100e3, 63e3), "low", "700k"),
        Curve(path(80e3, 105e3), "likely", "1.6M"),
        Curve(path(60e3, 142e3), "high", "2.4M"),
        Curve(tuple(-38e3 * m for m in range(1, 25)), "no path", "−912k"),
        "month",
    )
    return cash_curve(
        look, curves, (Payback(8, "month 8"), Payback(9, "pays back in month 9", True), Payback(13, "month 13"))
    )


CHARTS: dict[str, tuple[Callable[[Look], object], int]] = {
    "interval_trend": (_trend, 240),
    "trend_close": (
        lambda look: interval_trend(
            look, [RunMark("20 Nov", 85.2, 80, 89)], TrendWords("85.2 %", "80.0 to 89.0", "Threshold 85 %"), 85
        ),
        200,
    ),
    "slice_mix": (
        lambda look: slice_mix(
            look,
            [
                Slice("Motor, damage", 46, 49, "+3", True),
                Slice("Motor, injury", 18, 9, "−9", False),
                Slice("Property, water", 21, 26, "+5", True),
                Slice(LONG, 15, 16, "+1", True),
            ],
            MixWords("real work", "test set", "Points off"),
        ),
        190,
    ),
    "stage_strip": (
        lambda look: stage_strip(
            look,
            [
                Part("Idea", 379, "379"),
                Part("Build", 404, "404"),
                Part("Pilot", 287, "287"),
                Part("In operation", 906, "906"),
                Part("Retired", 157, "157"),
            ],
            4,
        ),
        66,
    ),
    "strip_small": (
        lambda look: stage_strip(
            look,
            [
                Part("Acquisition", 2, "2"),
                Part("Initiated", 4, "4"),
                Part("Implementation", 800, "800"),
                Part("Operation", 3, "3"),
                Part("Retired", 1, "1"),
            ],
            4,
        ),
        66,
    ),
    "stacked_cost_bar": (
        lambda look: stacked_cost_bar(
            look, [Part("Team", 26, "EUR 26k"), Part("Cloud", 7, "7k"), Part("Licences", 5, "5k")]
        ),
        66,
    ),
    "range_bar": (
        lambda look: range_bar(
            look, Point(29, "29 Jan"), Point(43, "12 Feb"), Point(71, "12 Mar"), Point(22, "Plan 22 Jan")
        ),
        64,
    ),
    "stall_bar": (lambda look: stall_bar(look, 11.9, 18), 36),
    "week_progress": (
        lambda look: week_progress(
            look,
            [
                Week("1 Audit", 5, 5, "5 of 5", "done"),
                Week("2 Baseline", 3, 5, "3 of 5", "risk", True),
                Week("3 Integration", 2, 6, "2 of 6", "progress"),
                Week("4 Commitment", 0, 4, "0 of 4", "open"),
            ],
        ),
        34,
    ),
    "cash_curve": (_cash, 300),
    "dumbbell": (
        lambda look: dumbbell(
            look,
            [
                Spread("Strategy and trade-offs", 2.0, 3.0, "1.0"),
                Spread("Production architecture", 0.8, 2.5, "1.7", True),
                Spread("Data stewardship", 1, 3, "2.0", True),
            ],
        ),
        130,
    ),
}


def charts(theme: Theme) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    for name, (make, height) in CHARTS.items():
        column.addWidget(_chart(theme, name, make, height))
    return holder


def screen(theme: Theme) -> QWidget:
    """A whole sprint page, 1280 by 720, as the parts make it together."""
    made = QWidget()
    made.setFixedSize(1280, 720)
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    page = ScrollPage()
    top = PageHead(theme, "30-day sprint · Week 2 of 4 · 9 to 15 November", "How good is it, measured on real claims?")
    top.set_lead("A labelled test set, one stored run with its interval, and a score that updates.")
    top.show_state("risk", "3 of 5 done · 6 days over")
    page.column.addWidget(top)
    runs = _chart(theme, "Baseline runs", _trend, 230)
    runs.body.addWidget(
        Notice(
            theme,
            "risk",
            "Above 85 % is likely, not yet shown: the interval starts at 84.0 %.",
            "About 350 examples at this score would settle it.",
        )
    )
    for part in (runs, fields(theme), tables(theme)):
        page.column.addWidget(part)
    line.addWidget(rail(theme))
    line.addWidget(page, 1)
    line.addWidget(side(theme))
    return made


SHEETS: dict[str, Callable[[Theme], QWidget]] = {
    "buttons": buttons,
    "states": states,
    "ticks": ticks,
    "notices": notices,
    "texts": texts,
    "side": side,
    "rail": rail,
    "empties": empties,
    "fields": fields,
    "popups": popups,
    "tables": tables,
    "charts": charts,
    "screen": screen,
}


def picture(widget: QWidget, ratio: int) -> QPixmap:
    size = widget.size()
    made = QPixmap(QSize(size.width() * ratio, size.height() * ratio))
    made.setDevicePixelRatio(ratio)
    widget.render(made, QPoint(0, 0))
    return made


def page(theme: Theme, names: list[str], width: int = 860) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(16)
    for name in names:
        column.addWidget(SHEETS[name](theme))
    column.addStretch(1)
    window.setFixedWidth(width)
    return window


def main(folder: Path, names: list[str]) -> None:
    app = QApplication.instance() or QApplication(["gallery"])
    assert isinstance(app, QApplication)
    theme = Theme(Mode.LIGHT)
    apply(app, theme)
    folder.mkdir(parents=True, exist_ok=True)
    window = page(theme, names or [name for name in SHEETS if name != "screen"], 1328 if "screen" in names else 860)
    window.show()
    for mode in (Mode.LIGHT, Mode.DARK, Mode.HIGH_CONTRAST):
        theme.set_mode(mode)
        app.processEvents()
        window.adjustSize()
        app.processEvents()
        for ratio in (1, 2):
            picture(window, ratio).save(str(folder / f"{'-'.join(names) or 'all'}_{mode}_{ratio}x.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
