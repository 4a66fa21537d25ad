"""Behind the last question: what the room has settled, what it left apart, and what blocks production."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.session.assess import Assessment
from desktop.session.assess_dashboard import Link
from desktop.session.assess_questions import item, scoring_words
from desktop.session.workshop import mark, progress, workshop_of
from desktop.text import count, say
from desktop.ui.assess.lines import LinkList
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.scroll_page import ScrollPage

_MOST = 40


class Summary(QWidget):
    """``chosen`` carries a question to go back to; ``findings``, ``more`` and ``left`` are what one can do next."""

    chosen = Signal(str)
    findings = Signal()
    more = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        outside, scroll = QVBoxLayout(self), ScrollPage(1000)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)
        self.head = PageHead(theme)
        self.to_findings = Button(theme, say("workshop.to-findings"), Kind.PRIMARY, "arrow-right", sign_after=True)
        self.to_more = Button(theme, say("workshop.to-more"))
        self.leave = Button(theme, say("workshop.leave"), Kind.QUIET)
        for button, signal in ((self.leave, self.left), (self.to_more, self.more), (self.to_findings, self.findings)):
            button.clicked.connect(signal)
            self.head.right.addWidget(button)
        self.lines = LinkList(theme, say("workshop.scope.nothing"), _MOST)
        self.lines.chosen.connect(lambda link: self.chosen.emit(link.at[0]))
        card = Card(theme)
        card.body.addWidget(self.lines)
        scroll.column.addWidget(self.head)
        scroll.column.addWidget(card)
        scroll.column.addStretch(1)

    def show_now(self, now: Assessment) -> None:
        """Show how it ended."""
        found = progress(now)
        head = count("workshop.done", found.done, of=found.total)
        parts = [count("workshop.done.settled", found.settled)] if found.settled else []
        parts += [count("workshop.done.apart", found.apart)] if found.apart else []
        parts.append(count("workshop.done.blocking", found.blocking) if found.blocking else say("workshop.done.free"))
        self.head.set_words(say("workshop.title"), head, " ".join(parts))
        self.lines.show_links([_line(now, name) for name in workshop_of(now).questions])


def _line(now: Assessment, name: str) -> Link:
    entry, prompt = now.found[name], now.method.question[name].prompt
    if mark(now, name) == "open":
        return Link(prompt, say("workshop.not-revealed"), "open", "", (name,))
    blocking = any(gap.blocking and gap.question == name for gap in now.gaps)
    shown = item(entry, prompt, blocking=blocking)
    sign = "blocking" if blocking else "below" if shown.state == "apart" else "yes"
    return Link(prompt, scoring_words(entry), sign, "", (name,))
