"""The closed check-ins: when, whether the sponsor was active, what was told; a steering meeting is marked here too."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from desktop.reports.palette import StateToken
from desktop.session.checkin import Past
from desktop.session.checkin_edits import mark_meeting, remove_checkin
from desktop.text import say
from desktop.text.formatting import day
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.ticks import CheckBox
from desktop.ui.widgets.words import caption, strong
from desktop.workbook.checkin import Sponsor

_SPONSOR: dict[Sponsor | None, StateToken] = {
    Sponsor.ACTIVE: "done",
    Sponsor.INACTIVE: "risk",
    Sponsor.UNKNOWN: "open",
    None: "open",
}


class PastCard(Card):
    """``edited`` carries an edit; ``removed`` says what was taken away."""

    edited = Signal(object)
    removed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("checkin.past"))
        self._theme = theme
        self._shown: tuple[Past, ...] | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(2, 1)
        self._none = caption(theme, say("checkin.past.none"))
        self.body.addLayout(self._grid)
        self.body.addWidget(self._none)

    def show_past(self, system: str, past: tuple[Past, ...]) -> None:
        """Show the closed check-ins, newest first."""
        if past is self._shown:
            return
        self._shown = past
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._none.setVisible(not past)
        for at, entry in enumerate(past):
            self._row(system, at, entry)

    def _row(self, system: str, at: int, entry: Past) -> None:
        checkin, when = entry.checkin, entry.checkin.on.isoformat()
        shown, top = day(checkin.on), Qt.AlignmentFlag.AlignTop
        word = say(f"checkin.past.sponsor.{checkin.sponsor_state.value if checkin.sponsor_state else 'unasked'}")
        meeting = CheckBox(self._theme, say("checkin.past.meeting"))
        meeting.setChecked(checkin.steering)
        meeting.setAccessibleName(say("checkin.past.meeting-named", day=shown))
        meeting.clicked.connect(lambda on: self.edited.emit(mark_meeting(system, when, steering=on)))
        remove = IconButton(self._theme, "trash-2", say("checkin.past.remove", day=shown))
        remove.clicked.connect(lambda: self._remove(system, when, shown))
        self._grid.addWidget(strong(self._theme, shown), at, 0, top)
        self._grid.addWidget(StateChip(self._theme, _SPONSOR[checkin.sponsor_state], word, small=True), at, 1, top)
        self._grid.addWidget(caption(self._theme, _told(entry)), at, 2)
        self._grid.addWidget(meeting, at, 3, top)
        self._grid.addWidget(remove, at, 4, top)

    def _remove(self, system: str, when: str, shown: str) -> None:
        self.edited.emit(remove_checkin(system, when))
        self.removed.emit(say("checkin.past.removed", day=shown))


def _told(entry: Past) -> str:
    decided = " ".join(ruling.text for _, ruling in sorted(entry.checkin.decisions.items()))
    return " ".join(part for part in (entry.told, decided, entry.checkin.sponsor_note) if part)
