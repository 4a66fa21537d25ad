"""Builds `resources/fonts` again from the two published packages, byte for byte.

    npm pack inter-ui@4.1.1 dejavu-fonts-ttf@2.37.3     (then unpack both with tar)
    python packaging/make_fonts.py INTER_PACKAGE_FOLDER DEJAVU_PACKAGE_FOLDER

Needs fonttools 4.68 and brotli 1.2 beside Python. The app never runs this.
"""

import shutil
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
WEIGHTS = ("Regular", "SemiBold")
DIGIT_GLYPHS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
# Name records that carry the family: family, unique id, full name, PostScript name, typographic and WWS family.
FAMILY_NAMES = (1, 3, 4, 6, 16, 21)


def open_unpacked(source: Path) -> TTFont:
    """The font as plain TrueType; its own dates are kept so that every build has the same bytes."""
    font = TTFont(source, recalcTimestamp=False)
    if "glyf" not in font:
        raise SystemExit(f"{source} has no TrueType outlines; reportlab cannot embed it.")
    font.flavor = None
    return font


def point_digits_at_tabular(font: TTFont) -> None:
    """Characters 0–9 show the glyphs of equal width, for programs that cannot switch the `tnum` feature on."""
    for table in font["cmap"].tables:
        table.cmap.update({ord("0") + value: f"{name}.tf" for value, name in enumerate(DIGIT_GLYPHS)})
    widths = {font["hmtx"][f"{name}.tf"][0] for name in DIGIT_GLYPHS}
    if len(widths) != 1:
        raise SystemExit(f"The tabular digits have different widths: {sorted(widths)}.")


def rename_family(font: TTFont) -> None:
    """`Inter` becomes `Inter Tabular`, so that nobody mistakes the changed build for the original."""
    for record in font["name"].names:
        if record.nameID in FAMILY_NAMES:
            joined = "InterTabular" if record.nameID in (3, 6) else "Inter Tabular"
            record.string = str(record).replace("Inter", joined)


def build_weight(inter: Path, weight: str) -> None:
    """Writes one weight twice: as published, and with tabular digits under its own name."""
    source = inter / "web" / f"Inter-{weight}.woff2"
    open_unpacked(source).save(FONTS / f"Inter-{weight}.ttf")
    tabular = open_unpacked(source)
    point_digits_at_tabular(tabular)
    rename_family(tabular)
    tabular.save(FONTS / f"InterTabular-{weight}.ttf")


def main(inter: Path, dejavu: Path) -> None:
    """Writes all fonts and their licences into `resources/fonts`."""
    FONTS.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        build_weight(inter, weight)
    shutil.copyfile(inter / "LICENSE.txt", FONTS / "OFL.txt")
    shutil.copyfile(dejavu / "ttf" / "DejaVuSans.ttf", FONTS / "DejaVuSans.ttf")
    shutil.copyfile(dejavu / "LICENSE", FONTS / "DejaVu-LICENSE.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
