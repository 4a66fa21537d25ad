"""How cells look: the tokens of the documents as openpyxl styles. Input cells are tinted and unlocked, all others locked."""

from dataclasses import dataclass, replace

INK, QUIET, LINE, SURFACE, RULE = "1B1B1F", "5B5B63", "D9D7D2", "F4F3F0", "8C8C94"
ACCENT, OCHRE, RED, GREEN = "34459E", "8A4B08", "A3261F", "2F6B3E"
SOFT_ACCENT, SOFT_OCHRE = "A4B3E0", "C7A27C"
DEEP_ACCENT, PALE_OCHRE = "5568B8", "F6E9DA"
TINT = "FFF8E1"
FONT = "Calibri"  # prints as Carlito, which has the same widths, where Calibri is missing

WHOLE = "#,##0;−#,##0"
CENTS = "#,##0.00;−#,##0.00"
SIGNED = "+General;−General;0"  # optional decimals (``0.##``) would leave a bare point behind whole numbers
ONE_PLACE = "0.0;−0.0"
SHARE = "0.0 %"
WHOLE_SHARE = "0 %"
CHANGE = "+0 %;−0 %;0 %"
DAY = "d mmm yyyy"
SHORT_DAY = "d mmm"
GENERAL = "General"


@dataclass(frozen=True)
class Look:
    """One way a cell can look. ``above``, ``below`` and ``before`` are the colours of its rules, empty for none.

    ``turned`` is the angle in degrees by which the text stands up.
    """

    size: float = 10
    bold: bool = False
    colour: str = INK
    fill: str = ""
    align: str = "left"
    upright: str = "center"
    wrap: bool = False
    shrink: bool = False
    above: str = ""
    below: str = ""
    form: str = GENERAL
    entry: bool = False
    quoted: bool = False
    indent: int = 0
    turned: int = 0
    before: str = ""

    def but(self, **changes: object) -> "Look":
        """The same look with some changes."""
        return replace(self, **changes)  # type: ignore[arg-type]  # the names are the fields above

    def tinted(self) -> "Look":
        """The same look for a cell that people fill in."""
        return replace(self, fill=TINT, entry=True)


TITLE = Look(size=18, bold=True)
SUBTITLE = Look(size=10, colour=QUIET)
SECTION = Look(size=12, bold=True)
HEADER = Look(size=9, bold=True, colour=QUIET, fill=SURFACE, wrap=True, above=LINE, below=RULE)
HEADER_RIGHT = HEADER.but(align="right")
CELL = Look(below=LINE, wrap=True)
QUIET_CELL = CELL.but(colour=QUIET)
NUMBER = Look(below=LINE, align="right", form=WHOLE, shrink=True)
DATE = NUMBER.but(form=DAY)
TOTAL = NUMBER.but(bold=True, above=RULE)
TOTAL_NAME = CELL.but(bold=True, above=RULE)
CAPTION = Look(size=9, colour=QUIET)
FIGURE_NAME = Look(size=9, colour=QUIET, above=RULE, upright="center")
FIGURE = Look(size=18, bold=True, form=WHOLE)
FIGURE_NOTE = Look(size=9, colour=QUIET, below=LINE)
