"""Everything that is written can be read, in both themes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from gui.look.palette import DARK, LIGHT, Tokens, palette

GROUNDS = ("window", "surface", "head", "tint", "hover")
WORDS = ("ink", "ink2", "ink3", "accent", "red_t", "amber_t", "green_t")
# The amber triangle is seen by its outline.
LIGHTS = ("red", "amber_o", "green", "grey")
ON_FILLS = (
    ("on_accent", "accent_fill"),
    ("on_accent", "accent_fill_hover"),
    ("on_chip", "chip"),
    ("ink", "slate3"),
    ("ink", "hit"),
    ("ink", "hit2"),
    ("ink", "alt"),
    ("ink3", "alt"),
    ("ink", "field"),
    ("ink3", "field"),
    ("red_t", "tint2"),
)


def _luminance(colour: QColor) -> float:
    """Relative luminance by WCAG 2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_wcag_measures_it() -> None:
    assert _contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert _contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("word", WORDS)
def test_words_are_readable_on_every_ground(tokens: Tokens, ground: str, word: str) -> None:
    assert _contrast(getattr(tokens, word), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("word", "fill"), ON_FILLS)
def test_words_are_readable_on_fills(tokens: Tokens, word: str, fill: str) -> None:
    assert _contrast(getattr(tokens, word), getattr(tokens, fill)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("light", LIGHTS)
def test_lights_are_seen(tokens: Tokens, light: str) -> None:
    assert _contrast(getattr(tokens, light), tokens.surface) >= 3


def test_the_tokens_are_named_for_style_sheets() -> None:
    assert LIGHT.names()["accent_fill_hover"] == "#8b1b15"


def test_disabled_text_is_off_in_the_palette() -> None:
    made = palette(LIGHT)
    disabled = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert disabled == LIGHT.off
    assert made.color(QPalette.ColorRole.ButtonText) == LIGHT.ink
