"""A number as it is shown to a room: its name, the number, its range, and what the project says while another is tried."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.session.value_view import Figure
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.words import Words, caption

_NARROW = 560


class FigureBlock(QWidget):
    """One number. ``large`` ones are the page's answer."""

    def __init__(self, theme: Theme, figure: Figure, *, large: bool) -> None:
        super().__init__()
        self._name = caption(theme, "")
        self._text = Words(theme, "", "display" if large else "title", wrap=False)
        self._note, self._before = caption(theme, ""), caption(theme, "", "risk")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self._name, self._text, self._note, self._before):
            column.addWidget(part)
        column.addStretch(1)
        self.show_figure(figure)

    def show_figure(self, figure: Figure) -> None:
        """Another state of the same number."""
        self._name.setText(figure.name)
        self._text.setText(figure.text)
        self._text.set_ink("accent" if figure.before else "text")
        self._note.setText(figure.note)
        before = say("value.before", text=figure.before) if figure.before else ""
        self._before.setText(before)
        self._note.setVisible(bool(figure.note))
        self._before.setVisible(bool(before))
        announce(self, figure.name, ". ".join(part for part in (figure.text, figure.note, before) if part))


class FigureGrid(QWidget):
    """Numbers side by side, as many in a row as ``columns``; half as many where there is little room."""

    def __init__(self, theme: Theme, columns: int, *, large: bool = False) -> None:
        super().__init__()
        self._theme, self._most, self._large = theme, columns, large
        self.blocks: dict[str, FigureBlock] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(16)
        self._columns = 0

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show these numbers in this order."""
        if [figure.id for figure in figures] != list(self.blocks):
            self._rebuild(figures)
        for figure in figures:
            self.blocks[figure.id].show_figure(figure)

    def _rebuild(self, figures: tuple[Figure, ...]) -> None:
        for block in self.blocks.values():
            block.hide()
            block.deleteLater()
        self.blocks = {figure.id: FigureBlock(self._theme, figure, large=self._large) for figure in figures}
        self._columns = 0
        self._arrange()

    def _arrange(self) -> None:
        columns = self._most if self.width() >= self._theme.scaled(_NARROW) else max(1, (self._most + 1) // 2)
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for place, block in enumerate(self.blocks.values()):
            self._grid.addWidget(block, *divmod(place, columns))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for half as many numbers in a row, which is what a narrow page gets."""
        fewest = max(1, (self._most + 1) // 2)
        widest = max((block.minimumSizeHint().width() for block in self.blocks.values()), default=0)
        return QSize(
            fewest * widest + (fewest - 1) * self._grid.horizontalSpacing(), super().minimumSizeHint().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
