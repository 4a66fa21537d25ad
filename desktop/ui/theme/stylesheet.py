"""The style sheet for Qt's own controls, filled from the tokens. ``desktop.ui.widgets`` paints the rest."""

from dataclasses import asdict
from string import Template

from desktop.reports.palette import Palette

_RULES = Template("""
QToolTip { background: $text; color: $surface; border: 0; padding: 4px 8px; }
QMainWindow, QDialog { background: $surface; }

QLineEdit, QPlainTextEdit, QTextEdit {
  background: $raised; color: $text; border: 1px solid $edge; border-radius: 6px;
  padding: 0 9px; selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $quiet;
}
QLineEdit { min-height: ${control}px; }
QPlainTextEdit, QTextEdit { padding: 5px 7px; }
QLineEdit:hover, QPlainTextEdit:hover { border-color: $text; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 0 8px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 4px 6px; }
QLineEdit:focus, QLineEdit[problem="true"] { min-height: ${within}px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QLineEdit:read-only, QPlainTextEdit:read-only {
  background: $sunk; color: $quiet; border-color: $line;
}
QLineEdit[problem="true"], QPlainTextEdit[problem="true"] { border: 2px solid $block; padding: 0 8px; }
QPlainTextEdit[problem="true"] { padding: 4px 6px; }
QLineEdit[place="cell"] { border: 0; border-radius: 0; background: transparent; padding: 0 8px; min-height: 0; }

QMenuBar { background: $surface; color: $text; padding: 2px 8px; }
QMenuBar::item { padding: 6px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $accent_soft; color: $accent; }
QMenu { background: $raised; color: $text; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 7px 28px 7px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $accent; }
QMenu::item:disabled { color: $quiet; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QAbstractItemView {
  background: $raised; color: $text; border: 0; outline: 0;
  selection-background-color: $accent_soft; selection-color: $text; gridline-color: $line;
}
QListView[popup="true"] { border: 1px solid $edge; border-radius: 6px; padding: 4px; }
QListView[board="true"] { background: transparent; }
QTableView, QTreeView { background: transparent; alternate-background-color: transparent; }
QTableView::item, QTreeView::item { border: 0; border-bottom: 1px solid $line; padding: 0 8px; }
QTableView::item:selected, QTreeView::item:selected { background: $accent_soft; color: $text; }
QTableView::item:focus { border: 2px solid $accent; padding: 0 6px; }
QTableView[cells="true"]::item, QTableView[cells="true"]::item:selected,
QTableView[cells="true"]::item:focus { border: 0; padding: 0; background: transparent; }
QTableView[cells="true"] { selection-background-color: transparent; }
QTableView[cells="true"] QHeaderView::section { padding: 6px 20px 6px 12px; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section {
  background: transparent; color: $quiet; border: 0; border-bottom: 1px solid $edge; padding: 6px 8px;
  font-size: ${caption}px;
}
QHeaderView::section:hover { color: $text; }
QTableCornerButton::section { background: transparent; border: 0; border-bottom: 1px solid $edge; }

QScrollArea { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar { background: $line; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QStatusBar { background: $surface; color: $quiet; border-top: 1px solid $line; }
QTabBar::tab { background: transparent; color: $quiet; padding: 8px 12px; border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
""")


def style_sheet(palette: Palette, text_scale: float = 1.0) -> str:
    """The rules for ``palette``; heights follow the text scale so that large type is not clipped."""
    tokens = {name: value for name, value in asdict(palette).items() if isinstance(value, str)}
    control = round(34 * max(1.0, text_scale))  # inside a border of 1 px; within one of 2 px, two less
    return _RULES.substitute(tokens, control=control, within=control - 2, caption=round(12 * text_scale))
