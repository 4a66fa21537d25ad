"""Every colour, type size and distance the product uses: one table for screen, Excel and PDF. No other file names a colour.

Ratios are those of WCAG 2.2 (relative luminance); ``tests/unit/reports/test_palette.py`` computes every pair that is used.
"""

from dataclasses import dataclass
from typing import Literal

StateToken = Literal["done", "track", "risk", "block", "progress", "open"]


@dataclass(frozen=True, slots=True)
class Palette:
    """Colour tokens as ``#rrggbb``. ``line`` is decorative; ``edge`` bounds controls; ``*_tint`` lies under its state."""

    name: str
    dark: bool
    surface: str
    raised: str
    sunk: str
    line: str
    edge: str
    text: str
    quiet: str
    accent: str
    accent_hover: str
    accent_press: str
    accent_soft: str
    on_accent: str
    done: str
    done_tint: str
    track: str
    track_tint: str
    risk: str
    risk_tint: str
    block: str
    block_tint: str
    heat: tuple[str, str, str, str, str]
    heat_text: tuple[str, str, str, str, str]

    def colour(self, token: str) -> str:
        """The colour of a token by name, for example ``risk_tint``, ``heat3`` or the state ``progress``."""
        if token.startswith("heat"):
            return self.heat[int(token.removeprefix("heat"))]
        value = getattr(self, _STATE_COLOURS.get(token, token))
        if not isinstance(value, str):
            raise KeyError(token)
        return value


_STATE_COLOURS = {"progress": "accent", "progress_tint": "accent_soft", "open": "quiet", "open_tint": "sunk"}

LIGHT = Palette(
    name="light",
    dark=False,
    surface="#F7F5F0",
    raised="#FFFEFC",
    sunk="#EFECE5",
    line="#DEDAD1",
    edge="#8A857B",
    text="#1E1D1A",
    quiet="#5F5B54",
    accent="#34489F",
    accent_hover="#4A5DAF",
    accent_press="#27367A",
    accent_soft="#E6E9F6",
    on_accent="#FFFFFF",
    done="#2B6A3F",
    done_tint="#E2EEE3",
    track="#0F6577",
    track_tint="#DDEDF0",
    risk="#8A5300",
    risk_tint="#F8EBD2",
    block="#A92B22",
    block_tint="#F9E4E0",
    heat=("#F3F0EA", "#D3DAEF", "#A5B3E0", "#5566B4", "#2A3A86"),
    heat_text=("#1E1D1A", "#1E1D1A", "#1E1D1A", "#FFFFFF", "#FFFFFF"),
)

DARK = Palette(
    name="dark",
    dark=True,
    surface="#161618",
    raised="#1E1E21",
    sunk="#111113",
    line="#36363C",
    edge="#85838A",
    text="#ECEAE5",
    quiet="#A9A6A0",
    accent="#A9B6F7",
    accent_hover="#C1CBFA",
    accent_press="#8C9CDD",
    accent_soft="#2B3050",
    on_accent="#14172B",
    done="#86C995",
    done_tint="#1D3224",
    track="#7CC4D2",
    track_tint="#17333C",
    risk="#E8B45E",
    risk_tint="#3B2D12",
    block="#F2988E",
    block_tint="#46221E",
    heat=("#27272B", "#333B5E", "#4D5B94", "#8C9CDD", "#C9D3FF"),
    heat_text=("#ECEAE5", "#ECEAE5", "#FFFFFF", "#14172B", "#14172B"),
)

# Black ground, white words and lines, one yellow for action: what people who switch high contrast on know from their system.
# Tints stay black, so that a state is told by its icon, word and a bright frame and never by a faint ground.
HIGH_CONTRAST = Palette(
    name="high_contrast",
    dark=True,
    surface="#000000",
    raised="#000000",
    sunk="#000000",
    line="#9A9A9A",
    edge="#FFFFFF",
    text="#FFFFFF",
    quiet="#E2E2E2",
    accent="#FFE14D",
    accent_hover="#FFF0A3",
    accent_press="#E0BF00",
    accent_soft="#33300F",
    on_accent="#000000",
    done="#7CF29B",
    done_tint="#000000",
    track="#70E4FF",
    track_tint="#000000",
    risk="#FFB84D",
    risk_tint="#000000",
    block="#FF9E94",
    block_tint="#000000",
    heat=("#000000", "#23305C", "#3D4F8F", "#A9B8FF", "#FFFFFF"),
    heat_text=("#FFFFFF", "#FFFFFF", "#FFFFFF", "#000000", "#000000"),
)

# The light tokens on white paper: a warm ground would print as a grey veil on every page.
PAPER = Palette(
    name="paper",
    dark=False,
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunk="#F4F3F0",
    line="#D9D7D2",
    edge="#7B776F",
    text="#1B1B1F",
    quiet="#5B5B63",
    accent="#34459E",
    accent_hover="#4A5DAF",
    accent_press="#27367A",
    accent_soft="#E6E9F6",
    on_accent="#FFFFFF",
    done="#2F6B3E",
    done_tint="#E2EEE3",
    track="#0F6577",
    track_tint="#DDEDF0",
    risk="#8A4B08",
    risk_tint="#F8EBD2",
    block="#A3261F",
    block_tint="#F9E4E0",
    heat=("#EEF0F8", "#D3DAF0", "#A4B3E0", "#5568B8", "#2A3A86"),
    heat_text=("#1B1B1F", "#1B1B1F", "#1B1B1F", "#FFFFFF", "#FFFFFF"),
)

SCREENS = (LIGHT, DARK, HIGH_CONTRAST)


@dataclass(frozen=True, slots=True)
class TypeRole:
    """Size and line height in logical pixels (points on paper) and the weight, 400 or 600."""

    size: int
    line: int
    weight: int = 400


TYPE = {
    "display": TypeRole(28, 36, 600),
    "title": TypeRole(18, 24, 600),
    "body": TypeRole(14, 20),
    "strong": TypeRole(14, 20, 600),
    "caption": TypeRole(12, 16),
    "caption_strong": TypeRole(12, 16, 600),
    "wall_display": TypeRole(40, 52, 600),
    "wall_title": TypeRole(28, 36, 600),
    "wall_strong": TypeRole(20, 28, 600),
    "wall_body": TypeRole(20, 28),
    "wall_small": TypeRole(16, 22),
    "wall_small_strong": TypeRole(16, 22, 600),
}

STEPS = (4, 8, 12, 16, 24, 32)
RADIUS_CARD, RADIUS_CONTROL, RADIUS_CELL, RADIUS_BAR = 8, 6, 4, 2
CONTROL_HEIGHT, TABLE_CONTROL_HEIGHT, ROW_HEIGHT = 36, 32, 36
RAIL_WIDTH, RAIL_FOLDED_WIDTH, SIDE_WIDTH = 216, 56, 296
MOTION_MS = 140

STATE_ICONS: dict[StateToken, str] = {
    "done": "circle-check",
    "track": "trending-up",
    "risk": "triangle-alert",
    "block": "octagon-x",
    "progress": "circle-dot",
    "open": "circle",
}


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, 0 black to 1 white (WCAG 2.2)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
