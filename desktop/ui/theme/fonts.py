"""The bundled typeface: loaded once per process, handed out by role."""

from PySide6.QtGui import QFont, QFontDatabase

from desktop.reports.palette import TypeRole
from desktop.resources import resource

FAMILY = "Inter"
FALLBACKS = ("DejaVu Sans", "Noto Sans")
_FILES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")
_TABULAR = QFont.Tag("tnum")


def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt; returns the families that arrived (none where a file is missing)."""
    known = FAMILY in QFontDatabase.families()
    if known:
        return (FAMILY,)
    numbers = (QFontDatabase.addApplicationFont(str(resource("fonts", name))) for name in _FILES)
    families = [family for number in numbers if number >= 0 for family in QFontDatabase.applicationFontFamilies(number)]
    return tuple(dict.fromkeys(families))


def font(role: TypeRole, scale: float = 1.0, *, figures: bool = False) -> QFont:
    """A font for a type role; ``figures`` makes digits equally wide (leave it off in prose: it widens hyphens too)."""
    made = QFont([FAMILY, *FALLBACKS])
    made.setPixelSize(round(role.size * scale))
    made.setWeight(QFont.Weight(role.weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if role.size >= 24:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
    if figures:
        made.setFeature(_TABULAR, 1)
    return made
