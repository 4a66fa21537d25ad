"""Tool tips show what they are given. Qt takes a tip that looks like mark-up for mark-up, and a name or path may."""

from PySide6.QtGui import Qt

_LINE = 60  # characters; a longer tip is wrapped, which Qt does for mark-up only


def plain_tip(text: str) -> str:
    """``text`` so that a tool tip shows it letter by letter."""
    if len(text) <= _LINE and not Qt.mightBeRichText(text):
        return text
    from html import escape  # its table of two thousand names is not needed for short plain words

    return f"<p>{escape(text)}</p>"
