"""A look is one value of one theme."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from gui.look import Look, load_look
from gui.look.palette import DARK, LIGHT


def test_a_theme_has_its_own_tokens(look: Look) -> None:
    assert load_look(dark=False).tokens is LIGHT
    assert load_look(dark=True).tokens is DARK


def test_the_texts_are_set_in_the_fonts_of_the_look(look: Look) -> None:
    larger = load_look(dark=False, scale=2)
    assert larger.texts.cut("已销号", "body", 500)[1] > look.texts.cut("已销号", "body", 500)[1]


def test_a_look_cannot_be_altered(look: Look) -> None:
    with pytest.raises(FrozenInstanceError):
        look.dark = True  # type: ignore[misc]
