"""Tab goes where the eye goes: the order of the layouts, not the order in which widgets happened to be made."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


def move_focus(here: QWidget | None, parts: Sequence[QWidget], *, forward: bool) -> bool:
    """Give the keyboard to the stop after ``here``, or before it, and bring it into view; False where there is none."""
    stops = [stop for part in parts for stop in stops_of(part)]
    if not stops:
        return False
    at = next((n for n, stop in enumerate(stops) if stop is here), None)
    if at is None:
        at = next((n for n, stop in enumerate(stops) if here and stop.isAncestorOf(here)), -1 if forward else 0)
    target = stops[(at + (1 if forward else -1)) % len(stops)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_view(target)
    return True


def _bring_into_view(target: QWidget) -> None:
    above = target.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(target, 0, 24)
        above = above.parentWidget()


def stops_of(part: QWidget) -> Iterator[QWidget]:
    """Everything in ``part`` that Tab stops at, in reading order."""
    if part.isHidden() or part.isWindow() or not part.isEnabled():
        return
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None:
        yield part
    for inner in _inside(part):
        yield from stops_of(inner)


def _inside(part: QWidget) -> Iterator[QWidget]:
    if isinstance(part, QScrollArea):
        if widget := part.widget():
            yield widget
    elif isinstance(part, QStackedWidget):
        if widget := part.currentWidget():
            yield widget
    elif layout := part.layout():
        yield from _laid_out(layout)
    else:
        yield from (child for child in part.children() if isinstance(child, QWidget))


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        if inner := item.layout():
            yield from _laid_out(inner)
        elif widget := item.widget():
            yield widget
