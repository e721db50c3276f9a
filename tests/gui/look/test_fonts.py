"""The type is tabular, sized by role, and grows as a whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from gui.look import Look
from gui.look.fonts import FAMILIES, SIZES, Fonts, Role


@pytest.mark.parametrize("role", SIZES)
def test_digits_are_equally_wide(look: Look, role: Role) -> None:
    assert len({look.fonts.width(role, digit) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("role", SIZES)
def test_only_regular_and_bold(look: Look, role: Role) -> None:
    assert look.font(role).weight() in (QFont.Weight.Normal, QFont.Weight.Bold)
    assert not look.font(role).italic()


def test_the_first_family_present_is_used(look: Look) -> None:
    present = set(QFontDatabase.families())
    wanted = next((family for family in FAMILIES if family in present), None)
    if wanted is None:
        pytest.skip("this machine has none of our families")
    assert QFontInfo(look.font("body")).family() == wanted


def test_a_family_of_the_users_comes_first(look: Look) -> None:
    assert Fonts(preferred=["仿宋"]).font("body").families()[0] == "仿宋"


def test_the_scale_enlarges_every_role(look: Look) -> None:
    larger = Fonts(scale=1.5)
    assert larger.font("label").pointSizeF() == 13.5
    assert larger.em("body") == pytest.approx(1.5 * look.fonts.em("body"))


def test_lines_are_two_points_high_a_point(look: Look) -> None:
    assert [look.fonts.line_height(role) for role in ("label", "body", "lead")] == [18, 20, 22]


def test_a_line_sits_optically_in_the_middle(look: Look) -> None:
    middle = look.fonts.baseline("body", QRectF(0, 100, 10, 36)) - 0.38 * look.fonts.em("body")
    assert middle == pytest.approx(118)
