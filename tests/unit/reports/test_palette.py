"""Every pair of colours that the product lays over each other is legible, in every theme and on paper."""

import pytest

from desktop.reports.palette import (
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    PAPER,
    SCREENS,
    STATE_ICONS,
    Palette,
    contrast,
    luminance,
)

ALL = (*SCREENS, PAPER)
STATES = ("done", "track", "risk", "block", "progress", "open")


@pytest.mark.parametrize("palette", ALL, ids=lambda p: p.name)
@pytest.mark.parametrize("ground", ["surface", "raised", "sunk"])
@pytest.mark.parametrize("token", ["text", "quiet", "accent", "done", "track", "risk", "block"])
def test_words_are_legible_on_every_ground(palette: Palette, ground: str, token: str):
    needed = 7 if palette is HIGH_CONTRAST else 4.5
    assert contrast(palette.colour(token), palette.colour(ground)) >= needed


@pytest.mark.parametrize("palette", ALL, ids=lambda p: p.name)
@pytest.mark.parametrize("state", STATES)
def test_states_are_legible_on_their_tint(palette: Palette, state: str):
    assert contrast(palette.colour(state), palette.colour(f"{state}_tint")) >= 4.5
    assert contrast(palette.text, palette.colour(f"{state}_tint")) >= 4.5


@pytest.mark.parametrize("palette", ALL, ids=lambda p: p.name)
def test_controls_are_bounded_and_actions_legible(palette: Palette):
    for ground in (palette.surface, palette.raised):
        assert contrast(palette.edge, ground) >= 3
    for fill in (palette.accent, palette.accent_hover, palette.accent_press):
        assert contrast(palette.on_accent, fill) >= 4.5
    for word in (palette.text, palette.accent, palette.quiet):
        assert contrast(word, palette.accent_soft) >= 4.5


@pytest.mark.parametrize("palette", ALL, ids=lambda p: p.name)
def test_heat_cells_carry_legible_figures_in_even_steps(palette: Palette):
    for fill, word in zip(palette.heat, palette.heat_text, strict=True):
        assert contrast(word, fill) >= 4.5
    steps = [luminance(fill) for fill in palette.heat]
    assert steps == sorted(steps, reverse=not palette.dark)
    assert all(contrast(a, b) >= 1.15 for a, b in zip(palette.heat, palette.heat[1:], strict=False))


@pytest.mark.parametrize("palette", ALL, ids=lambda p: p.name)
def test_chart_marks_stand_out_from_the_card(palette: Palette):
    for token in ("edge", "accent", "block", "risk", "heat3"):
        assert contrast(palette.colour(token), palette.raised) >= 3


def test_the_published_ratios_hold():
    assert round(contrast(LIGHT.text, LIGHT.surface), 1) == 15.5
    assert round(contrast(DARK.accent, DARK.raised), 1) == 8.5


def test_every_state_has_its_own_icon_and_unknown_tokens_are_refused():
    assert len(set(STATE_ICONS.values())) == len(STATES)
    with pytest.raises(AttributeError):
        LIGHT.colour("pink")
    with pytest.raises(KeyError):
        LIGHT.colour("dark")
