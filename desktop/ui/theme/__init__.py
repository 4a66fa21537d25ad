"""How everything looks: ``desktop.reports.palette`` turned into Qt palettes, fonts, icons and a style sheet."""

from desktop.ui.theme.apply import apply
from desktop.ui.theme.theme import Mode, Theme

__all__ = ["Mode", "Theme", "apply"]
