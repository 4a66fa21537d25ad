"""Step 2: which column holds which fact. Every suggestion says why and shows what is in the column."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.exchange.mapping import Mapping, choose, choose_date_order, choose_value, resolve
from desktop.exchange.suggest import reason_text, target_name
from desktop.exchange.table import ColumnKey, Table
from desktop.exchange.vocabulary import targets
from desktop.session.view import Choice
from desktop.text import count, say
from desktop.ui.fields.choice import ChoiceEditor
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card, Line
from desktop.ui.widgets.collapsible import Collapsible
from desktop.ui.widgets.words import caption, strong
from desktop.workbook import Impact, Stage

SURE, LIKELY = 0.85, 0.65
_SAMPLES, _SAMPLE_LENGTH, _VALUES, _LABEL = 3, 40, 30, 168


class ColumnStep(QWidget):
    """Holds the mapping and sends ``mapped`` with every change to it."""

    mapped = Signal(object)
    load_wanted = Signal()
    save_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.mapping, self._table = Mapping(), Table((), (), ())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._cards: list[QWidget] = []
        row = QHBoxLayout()
        self._load = Button(theme, say("importing.mapping.load"), Kind.PLAIN, "folder-open")
        self._save = Button(theme, say("importing.mapping.save"), Kind.PLAIN, "save")
        self._load.clicked.connect(self.load_wanted)
        self._save.clicked.connect(lambda: self.save_wanted.emit(self.mapping))
        row.addWidget(caption(theme, say("importing.mapping.help")), 1)
        row.addWidget(self._load)
        row.addWidget(self._save)
        self._column.addLayout(row)
        self._column.addStretch(1)

    def show_mapping(self, table: Table, mapping: Mapping) -> None:
        """Show ``mapping`` over ``table``."""
        self.mapping, self._table = mapping, table
        for card in self._cards:
            self._column.removeWidget(card)
            card.deleteLater()
        known = targets()
        facts = [target for target in known if target.kind != "evidence"]
        evidence = [target for target in known if target.kind == "evidence"]
        self._cards = [self._card("facts", facts), self._card("evidence", evidence), self._unmapped()]
        for at, card in enumerate(self._cards, start=1):
            self._column.insertWidget(at, card)

    def _card(self, name: str, wanted: Iterable[object]) -> Card:
        card = Card(self._theme, say(f"importing.card.{name}"))
        card.body.addWidget(caption(self._theme, say(f"importing.card.{name}.lead")))
        card.body.setSpacing(12)
        for target in wanted:
            row = TargetRow(self._theme, self._table, target.id, target.kind, self.mapping)  # type: ignore[attr-defined]
            row.chosen.connect(self._choose)
            row.ordered.connect(self._order)
            row.meant.connect(self._mean)
            card.body.addWidget(Line(self._theme))
            card.body.addWidget(row)
        return card

    def _unmapped(self) -> QWidget:
        taken = set(resolve(self.mapping, self._table).columns.values())
        free = [key for at, key in enumerate(self._table.columns) if at not in taken]
        section = Collapsible(self._theme, count("importing.unmapped", len(free)), say("importing.unmapped.note"))
        section.body.addWidget(caption(self._theme, "\n".join(str(key) for key in free)))
        return section

    def _choose(self, target: str, column: object) -> None:
        self._become(choose(self.mapping, target, column if isinstance(column, ColumnKey) else None))

    def _order(self, target: str, order: str) -> None:
        self._become(choose_date_order(self.mapping, target, order or None))  # type: ignore[arg-type]

    def _mean(self, target: str, written: str, value: str) -> None:
        self._become(choose_value(self.mapping, target, written, value))

    def _become(self, mapping: Mapping) -> None:
        self.mapping = mapping
        self.mapped.emit(mapping)


class TargetRow(QWidget):
    """One fact: its name, the column that holds it, why, and the first cells of that column."""

    chosen = Signal(str, object)
    ordered = Signal(str, str)
    meant = Signal(str, str, str)

    def __init__(self, theme: Theme, table: Table, target: str, kind: str, mapping: Mapping) -> None:
        super().__init__()
        self._theme, self._table, self._target, self._kind = theme, table, target, kind
        self._entry = mapping.fields.get(target)
        self._at = resolve(mapping, table).columns.get(target)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(16)
        name = strong(theme, target_name(target))
        name.setFixedWidth(_LABEL)
        row.addWidget(name)
        row.addWidget(self._columns(), 1)
        column.addLayout(row)
        self._why = caption(theme, "")
        self._samples = caption(theme, "", "text")
        under = QVBoxLayout()
        under.setContentsMargins(_LABEL + 16, 0, 0, 0)
        under.setSpacing(4)
        self._extra = QVBoxLayout()
        under.addWidget(self._why)
        under.addWidget(self._samples)
        under.addLayout(self._extra)
        column.addLayout(under)
        self._say()

    def _columns(self) -> ChoiceEditor:
        keys = self._table.columns
        choices = [Choice("", say("importing.column.none"))]
        choices += [Choice(str(at), _short(str(key))) for at, key in enumerate(keys)]
        self._editor = ChoiceEditor(self._theme, tuple(choices))
        self._editor.name(say("importing.column.name", target=target_name(self._target)))
        self._editor.set_value("" if self._at is None else str(self._at))
        self._editor.edited.connect(self._choose)
        return self._editor

    def _choose(self, value: object) -> None:
        self._at = int(str(value)) if value else None
        key = None if self._at is None else self._table.columns[self._at]
        self._entry = None
        self.chosen.emit(self._target, key)
        self._say()

    def _say(self) -> None:
        self._why.setText(self._reason())
        self._why.set_ink("risk" if self._doubtful() else "quiet")
        self._samples.setText(self._cells())
        self._samples.setVisible(self._at is not None)
        while (item := self._extra.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        if self._at is not None and self._kind == "date":
            self._extra.addWidget(self._date_order())
        if self._at is not None and self._kind in ("stage", "impact"):
            self._extra.addWidget(self._meanings())

    def _reason(self) -> str:
        if self._at is None:
            return say("importing.reason.none")
        if self._entry is None or self._entry.reason == "chosen":
            return say("importing.reason.chosen")
        confidence = self._entry.confidence
        word = "sure" if confidence >= SURE else "likely" if confidence >= LIKELY else "look"
        return say(f"importing.confidence.{word}", why=reason_text(self._entry))

    def _doubtful(self) -> bool:
        return self._entry is not None and self._entry.confidence < LIKELY

    def _cells(self) -> str:
        if self._at is None:
            return ""
        seen = dict.fromkeys(" ".join(cell.split()) for cell in self._table.cells(self._at) if cell.strip())
        quoted = [f"“{_short(text)}”" for text in list(seen)[:_SAMPLES]]
        return " · ".join(quoted) or say("importing.column.empty")

    def _date_order(self) -> QWidget:
        from desktop.ui.widgets.segments import SegmentedChoice

        options = [(order, say(f"importing.order.{order}")) for order in ("day-first", "month-first")]
        segments = SegmentedChoice(self._theme, options, say("importing.order.name", target=target_name(self._target)))
        if self._entry is not None and self._entry.date_order:
            segments.set_value(self._entry.date_order)
        segments.chosen.connect(lambda order: self.ordered.emit(self._target, str(order)))
        return segments

    def _meanings(self) -> QWidget:
        """What each different cell stands for, the frequent ones first."""
        counted = Counter(cell for cell in self._table.cells(self._at or 0) if cell.strip())
        known = self._entry.values if self._entry else {}
        unknown = sum(written not in known for written in counted)
        note = count("importing.meanings.unknown", unknown) if unknown else say("importing.meanings.all")
        section = Collapsible(self._theme, count("importing.meanings", len(counted)), note, opened=False)
        section.body.setSpacing(6)
        choices = (Choice("", say("importing.meaning.nothing")), *_meanings(self._kind))
        for written, times in counted.most_common(_VALUES):
            section.body.addLayout(self._meaning(written, times, known.get(written), choices))
        return section

    def _meaning(self, written: str, times: int, value: str | None, choices: tuple[Choice, ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(caption(self._theme, f"{times:,} × {_short(' '.join(written.split()))}", "text"), 1)
        editor = ChoiceEditor(self._theme, choices, say("importing.meaning.open"))
        editor.setFixedWidth(200)
        editor.name(say("importing.meaning.name", text=_short(written)))
        editor.set_value(value)
        editor.edited.connect(lambda chosen: self.meant.emit(self._target, written, str(chosen or "")))
        row.addWidget(editor)
        return row


def _meanings(kind: str) -> tuple[Choice, ...]:
    values = Stage if kind == "stage" else Impact
    return tuple(Choice(value.value, say(f"portfolio.{kind}.{value.value}")) for value in values)


def _short(text: str) -> str:
    return text if len(text) <= _SAMPLE_LENGTH * 2 else text[: _SAMPLE_LENGTH * 2 - 1] + "…"
