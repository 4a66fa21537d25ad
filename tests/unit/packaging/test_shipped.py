"""Fonts and icons that ship: readable by Qt and reportlab, complete, with their licences."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from desktop.reports.palette import Palette

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
FONTS = sorted((RESOURCES / "fonts").glob("*.ttf"))
ICONS = sorted((RESOURCES / "icons").glob("*.svg"))
EUROPE = "Zürich Łódź Çeşme Århus Ðakovo Ραφήνα Άρτα Київ Ђурђево €£ – — − ≤ ≥ ± × → ≠ “” ‘’ …"
DIGITS = "0123456789"


def font(name: str) -> TTFont:
    return TTFont(name, str(RESOURCES / "fonts" / f"{name}.ttf"))


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_reportlab_can_embed_it(path: Path):
    """Outlines of OpenType's other kind (CFF) cannot be embedded."""
    assert "glyf" in font(path.stem).face.table


@pytest.mark.parametrize(
    "name", ["Inter-Regular", "Inter-SemiBold", "InterTabular-Regular", "InterTabular-SemiBold", "DejaVuSans"]
)
def test_it_writes_the_languages_of_europe(name: str):
    known = font(name).face.charToGlyph
    assert [letter for letter in EUROPE if ord(letter) not in known] == []


@pytest.mark.parametrize("weight", ["Regular", "SemiBold"])
def test_only_the_tabular_build_has_digits_of_one_width(weight: str):
    widths = {
        family: {font(f"{family}-{weight}").stringWidth(digit, 1000) for digit in DIGITS}
        for family in ("Inter", "InterTabular")
    }
    assert len(widths["InterTabular"]) == 1
    assert len(widths["Inter"]) > 1


@pytest.mark.parametrize("weight", ["Regular", "SemiBold"])
def test_everything_but_the_digits_is_as_wide_as_in_inter(weight: str):
    plain, tabular = font(f"Inter-{weight}"), font(f"InterTabular-{weight}")
    others = "".join(letter for letter in EUROPE if letter not in DIGITS)
    assert tabular.stringWidth(others, 1000) == plain.stringWidth(others, 1000)


def test_the_changed_build_has_a_name_of_its_own():
    assert font("InterTabular-Regular").face.name == b"InterTabular-Regular"


def test_licences_lie_beside_what_they_cover():
    assert "SIL OPEN FONT LICENSE" in (RESOURCES / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "Bitstream Vera" in (RESOURCES / "fonts" / "DejaVu-LICENSE.txt").read_text(encoding="utf-8")
    assert "ISC License" in (RESOURCES / "icons" / "LICENSE").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_takes_the_colour_it_is_given(path: Path):
    drawing = path.read_text(encoding="utf-8")
    assert 'stroke="currentColor"' in drawing
    assert 'viewBox="0 0 24 24"' in drawing
    assert re.findall(r"#[0-9a-fA-F]{3,6}\b|<script|href=|rgb\(", drawing) == []


def test_every_icon_that_code_names_is_there():
    # the PDF's draw_icon takes a state
    named = re.compile(r"""(?:Button|(?<!draw_)icon|pixmap)\((?:[^"'()\n]*, )?["']([a-z0-9-]+)["']""")
    desktop = RESOURCES.parent / "desktop"
    asked = {name for path in desktop.rglob("*.py") for name in named.findall(path.read_text(encoding="utf-8"))}
    colours = {field.name for field in fields(Palette)}  # stand where the name of the icon comes from a variable
    assert "chevron-down" in asked
    assert asked - {path.stem for path in ICONS} - colours == set()
