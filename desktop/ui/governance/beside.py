"""What stands beside the entries: the proposed tier, the categories of the Act, hand-off bands, build or buy."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.reports.palette import RADIUS_CELL
from desktop.session.governance import BandView, CategoryView, ChoiceView, ProposalView
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.paint import announce, box
from desktop.ui.widgets.words import Words, caption, strong, title


class ProposalCard(Card):
    """The tier that the entries propose, with each rule; ``taken`` when somebody accepts it."""

    taken = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("governance.proposal"))
        self.body.setSpacing(8)
        self._theme = theme
        self._shown: tuple[str, ...] = ()
        self._headline, self.grounds = strong(theme, ""), QGridLayout()
        self.grounds.setHorizontalSpacing(8)
        self.grounds.setVerticalSpacing(4)
        self.grounds.setColumnStretch(1, 1)
        self.take = Button(theme, say("governance.take"))
        self.take.clicked.connect(self.taken)
        self.body.addWidget(self._headline)
        self.body.addLayout(self.grounds)
        self.body.addWidget(caption(theme, say("governance.proposal.note")))
        self.body.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)

    def show_proposal(self, view: ProposalView) -> None:
        """Show what is proposed and by which rules, the gravest first."""
        self._headline.setText(view.headline)
        self.take.setVisible(view.tier is not None and not view.taken)
        if view.grounds != self._shown:
            self._shown = view.grounds
            self._list(view.grounds)

    def _list(self, grounds: tuple[str, ...]) -> None:
        """One line a rule; what wraps stands under its words and not under the dot."""
        while (item := self.grounds.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for row, ground in enumerate(grounds):
            self.grounds.addWidget(Words(self._theme, "·", ink="quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
            self.grounds.addWidget(Words(self._theme, ground), row, 1)


class Rows(QWidget):
    """Names on the left, what they mean on the right; one row can be marked as this system's."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 5)

    def show_rows(self, rows: tuple[tuple[str, str, str, bool], ...]) -> None:
        """Rows of name, text, small print, and whether it is this system's."""
        if rows == self._shown:
            return
        self._shown = rows
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for at, (name, text, small, chosen) in enumerate(rows):
            self._grid.addWidget(self._name(name, chosen=chosen), at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._text(text, small), at, 1, Qt.AlignmentFlag.AlignTop)

    def _name(self, name: str, *, chosen: bool) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strong(self._theme, name) if chosen else Words(self._theme, name))
        if chosen:
            chip = StateChip(self._theme, "progress", say("governance.chosen"), small=True)
            column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _text(self, text: str, small: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Words(self._theme, text))
        if small:
            column.addWidget(caption(self._theme, small))
        return holder


class CategoriesCard(Card):
    """The categories of the Act beside the tier, and where the two disagree."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("governance.crosswalk"))
        self.body.setSpacing(12)
        self._words, self._rows = strong(theme, ""), Rows(theme)
        self.body.addWidget(self._words)
        self.body.addWidget(self._rows)

    def show_categories(self, categories: tuple[CategoryView, ...], crosswalk: str) -> None:
        """Show the categories and the sentence about this system's."""
        self._words.setText(crosswalk)
        self._rows.show_rows(tuple((one.name, one.about, one.reference, one.chosen) for one in categories))


class WaysCard(Card):
    """Build or buy: each way with the published figure about it, kept apart from this system."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("governance.ways"))
        self.body.setSpacing(12)
        self._rows = Rows(theme)
        self.body.addWidget(caption(theme, say("governance.ways.note")))
        self.body.addWidget(self._rows)

    def show_ways(self, ways: tuple[ChoiceView, ...]) -> None:
        """Show the ways."""
        self._rows.show_rows(tuple((way.name, way.about, _figure(way), way.chosen) for way in ways))


def _figure(way: ChoiceView) -> str:
    return say("governance.way-figure", figure=way.figure, measures=way.measures, cite=way.cite)


class Band(QWidget):
    """One band: the confidence above, what happens below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._confidence, self._name, self._act = caption(theme, ""), title(theme, ""), caption(theme, "", "text")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(2)
        for part in (self._confidence, self._name, self._act):
            column.addWidget(part)
        column.addStretch(1)

    def show_band(self, view: BandView) -> None:
        """Show what happens at this confidence."""
        self._confidence.setText(view.confidence)
        self._name.setText(view.name)
        self._act.setText(view.act)
        announce(self, view.confidence, f"{view.name}. {view.act}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            box(painter, QRectF(self.rect()), RADIUS_CELL, self._theme.colour("sunk"))


class BandsRow(QWidget):
    """The three bands side by side, from sure to unsure."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._bands = tuple(Band(theme) for _ in range(3))
        for band in self._bands:
            row.addWidget(band, 1)

    def show_bands(self, bands: tuple[BandView, ...]) -> None:
        """Show the bands."""
        for band, view in zip(self._bands, bands, strict=True):
            band.show_band(view)
