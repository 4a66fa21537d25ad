"""What has come since the last check-in, or since the last steering meeting; each line leads to its task."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from desktop.planning.compared import Compared
from desktop.reports.since_words import Happened, Kind, Words, happened, summary
from desktop.session.all_tasks import TASKS
from desktop.session.assess_dashboard import Link
from desktop.session.checkin import CheckinView
from desktop.session.task_edits import TaskRef
from desktop.text import say
from desktop.text.formatting import day
from desktop.ui.assess.lines import LinkList
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.segments import SegmentedChoice
from desktop.ui.widgets.words import strong

_MARKS: dict[Kind, str] = {
    "done": "yes",
    "earlier": "yes",
    "freed": "yes",
    "slipped": "caution",
    "blocked": "serious",
    "decided": "info",
    "metric": "info",
}
_WEEK, _MEETING = "week", "meeting"


class SinceCard(Card):
    """``left_for`` carries page, system and place."""

    left_for = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("checkin.since"), " ")
        self._view: CheckinView | None = None
        self._words: Callable[[], Words] | None = None
        self.body.setSpacing(12)
        options = ((_WEEK, say("checkin.since.week")), (_MEETING, say("checkin.since.meeting")))
        self.which = SegmentedChoice(theme, options, say("checkin.since"))
        self.which.set_value(_WEEK)
        self.summary = strong(theme, "")
        self.lines = LinkList(theme, say("checkin.since.nothing"), 8)
        for part in (self.which, self.summary, self.lines):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.which.chosen.connect(lambda _value: self._fill())
        self.lines.chosen.connect(lambda link: self.left_for.emit((link.page, self._system(), link.at)))

    def _system(self) -> str | None:
        return self._view.system.id if self._view else None

    def show_view(self, view: CheckinView, words: Words) -> None:
        """Show the comparison."""
        self._view, self._words = view, lambda: words
        self._fill()

    def _fill(self) -> None:
        view, words = self._view, self._words
        if view is None or words is None:
            return
        found = view.week if self.which.value == _WEEK else view.meeting
        if self.note is not None:
            self.note.setText(say("checkin.since.day", day=day(found.checkin.on)) if found else "")
        missing = "checkin.since.no-week" if self.which.value == _WEEK else "checkin.since.no-meeting"
        self.summary.setText(summary(found.since) if found else say(missing))
        self.lines.setVisible(found is not None and not found.since.empty)
        self.lines.show_links(self._links(found, words()) if found else ())

    def _links(self, found: Compared, words: Words) -> tuple[Link, ...]:
        return tuple(self._link(line) for line in happened(found.since, words))

    def _link(self, line: Happened) -> Link:
        track, _, task = line.key.partition(".")
        system = self._system() or ""
        at = TaskRef(system, track, task).path if line.key else ()  # type: ignore[arg-type]  # keys hold tracks
        detail = " · ".join(part for part in (line.words, line.who) if part)
        return Link(line.title, detail, _MARKS.get(line.kind, "open"), TASKS, at)
