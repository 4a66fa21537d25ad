"""What stands below its level: blocking findings to close, manageable ones with mitigation and owner."""

from PySide6.QtWidgets import QVBoxLayout

from desktop.session.assess import QUESTIONS, question_place
from desktop.session.assess_edits import treat
from desktop.session.assess_findings import FindingsView, FindingView, findings_view
from desktop.session.planning import choose
from desktop.session.view import Row
from desktop.text import count, say
from desktop.ui.assess.finding_block import FindingBlock
from desktop.ui.assess.lines import LinkList
from desktop.ui.pages.page import Page, Present
from desktop.ui.pages.wizard import sentence_for
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card, Line
from desktop.ui.widgets.notice import EmptyState, Notice
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.scroll_page import WIDE, ScrollPage
from desktop.ui.widgets.segments import SegmentedChoice
from desktop.ui.widgets.words import caption
from desktop.workbook.path import Path

_ALL, _FILTERS = "all", ("all", "blocking", "bare", "treated")


def _kind(finding: FindingView) -> str:
    return "blocking" if finding.blocking else "treated" if finding.treated else "bare"


class FindingsPage(Page):
    """One block a finding, folded; a block stays the same widget while its finding exists."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._present: Present | None = None
        self._blocks: dict[str, tuple[FindingBlock, Line]] = {}
        self._kinds: dict[str, str] = {}
        self._sending: tuple[FindingBlock, str] | None = None
        self._scroll = ScrollPage(WIDE)
        self.head = PageHead(theme, say("assess.kicker"))
        self.filter = SegmentedChoice(
            theme, [(name, say(f"assess.finding.filter.{name}")) for name in _FILTERS], say("assess.finding.filter")
        )
        self.filter.set_value(_ALL)
        self.filter.chosen.connect(lambda _value: self._narrow())
        self._count = caption(theme, "")
        self._card = Card(theme)
        self._card.body.setSpacing(0)
        self._empty = EmptyState(
            theme,
            "flag",
            say("assess.findings.empty"),
            say("assess.findings.empty.text"),
            say("assess.findings.action"),
        )
        self._empty.chosen.connect(lambda: self._go(()))
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._scroll)
        self.plan = Notice(theme, "progress", "")
        self.plan.add_action(say("assess.findings.to-plan")).clicked.connect(lambda: self._to_plan(()))
        self._voices_card, self.voices = (
            Card(theme, say("assess.voices"), say("assess.voices.note")),
            LinkList(theme, "", 4, columns=2, brief=True),
        )
        self._voices_card.body.addWidget(self.voices)
        self.voices.chosen.connect(lambda link: self._go(link.at))
        for part in (self.head, self.plan, self._voices_card, self.filter, self._count, self._card, self._empty):
            self._scroll.column.addWidget(part)
        self._scroll.column.addStretch(1)

    def show_present(self, present: Present) -> None:
        self._present = present
        if present.system is None:
            return
        now = present.assess()
        view = findings_view(now)
        self.head.set_words(say("assess.kicker"), view.headline, view.lead)
        self.plan.say(view.plan_words)
        self.plan.setVisible(bool(view.plan_words))
        self.voices.show_links(view.voices)
        self._voices_card.setVisible(bool(view.voices))
        self._arrange(view)
        for finding in view.findings:
            self._blocks[finding.question][0].show_finding(now, finding)
        answered = any(entry.answered for entry in now.found.values())
        self._empty.setVisible(not answered)
        self.head.setVisible(answered)
        self._narrow()

    def _arrange(self, view: FindingsView) -> None:
        """Blocks in the order of the findings; what is gone is taken away, what is new is made."""
        wanted = [finding.question for finding in view.findings]
        self._kinds = {finding.question: _kind(finding) for finding in view.findings}
        for gone in [key for key in self._blocks if key not in self._kinds]:
            for widget in self._blocks.pop(gone):
                widget.hide()
                widget.deleteLater()
        for key in wanted:
            if key not in self._blocks:
                self._blocks[key] = (self._block(key), Line(self._theme))
        if [key for key in self._order() if key in self._kinds] != wanted:
            for key in wanted:
                for widget in self._blocks[key]:
                    self._card.body.removeWidget(widget)
                    self._card.body.addWidget(widget)

    def _order(self) -> list[str]:
        at = {id(block): key for key, (block, _) in self._blocks.items()}
        items = (self._card.body.itemAt(n) for n in range(self._card.body.count()))
        return [at[id(item.widget())] for item in items if item is not None and id(item.widget()) in at]

    def _block(self, question: str) -> FindingBlock:
        block = FindingBlock(self._theme, lambda: self._here.today)
        block.changed.connect(lambda row, value: self._treat(block, question, row, value))
        block.chosen.connect(lambda on: self.edited.emit(choose(self._here.system_id or "", question, chosen=on)))
        block.followed.connect(self._to_plan)
        block.opened.connect(lambda key: self._go(question_place(self._here.system_id or "", key)))
        return block

    @property
    def _here(self) -> Present:
        if self._present is None:
            raise RuntimeError("nothing is shown")
        return self._present

    def _treat(self, block: FindingBlock, question: str, row: Row, value: object) -> None:
        self._sending = (block, row.id)
        self.edited.emit(treat(self._here.system_id or "", question, row, value, self._here.tag()))
        self._sending = None

    def refuse(self, error: Exception) -> None:
        if self._sending is not None:
            block, name = self._sending
            block.frames[name].set_problem(sentence_for(error))

    def _narrow(self) -> None:
        wanted = self.filter.value or _ALL
        shown = [key for key, kind in self._kinds.items() if wanted in (_ALL, kind)]
        for key, (block, line) in self._blocks.items():
            block.setVisible(key in shown)
            line.setVisible(key in shown and key != shown[-1])
        self._card.setVisible(bool(shown))
        self.filter.setVisible(bool(self._kinds))
        self._count.setVisible(bool(self._kinds))
        self._count.setText(count("assess.finding.shown", len(shown)))

    def _go(self, at: Path) -> None:
        self.left_for.emit((QUESTIONS, self._here.system_id, at))

    def _to_plan(self, at: Path) -> None:
        self.left_for.emit(("plan", self._here.system_id, at))

    def flush(self) -> int:
        return sum(block.flush() for block, _ in tuple(self._blocks.values()))

    def focus_first(self) -> None:
        self.filter.focus_first()

    def focus_place(self, path: Path) -> bool:
        if path[2:3] != ("treatments",) or path[3] not in self._blocks:
            return False
        self.filter.set_value(_ALL)
        self._narrow()
        block = self._blocks[path[3]][0]
        block.head.setChecked(True)
        frame = block.frames.get(path[4]) if len(path) > 4 else None
        if frame is not None:
            frame.editor.focus_first()
        else:
            block.head.setFocus()
        self._scroll.bring_to_top(block)
        return True
