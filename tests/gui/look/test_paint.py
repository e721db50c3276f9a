"""The painted elements: what tells one light from another, where a notch stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from gui.look import Look, paint

GROUND = QColor("#ffffff")


def _painted(draw: Callable[[QPainter], object], ratio: float = 1.0) -> QImage:
    """What `draw` paints on 80 × 24 logical px of white."""
    image = QImage(round(80 * ratio), round(24 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(GROUND)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def _points(image: QImage, wanted: QColor | None = None) -> set[tuple[int, int]]:
    """Where the image shows this colour (without one: anything but the ground)."""

    def fits(colour: QColor) -> bool:
        return colour == wanted if wanted is not None else colour != GROUND

    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if fits(image.pixelColor(x, y))
    }


def _light(look: Look, kind: str) -> QImage:
    rect = QRectF(0, 0, 24, 24)
    return _painted(lambda painter: paint.light(painter, look, rect, kind))


@pytest.mark.parametrize(("one", "other"), list(combinations(("red", "amber", "green", "grey"), 2)))
def test_lights_differ_by_shape_too(look: Look, one: str, other: str) -> None:
    assert len(_points(_light(look, one)) ^ _points(_light(look, other))) > 20


def test_no_light_paints_nothing(look: Look) -> None:
    assert not _points(_light(look, "none"))


def test_a_light_is_12_px_in_the_middle(look: Look) -> None:
    points = _points(_light(look, "red"))
    for axis in (0, 1):
        places = [point[axis] for point in points]
        assert (min(places), max(places)) == (6, 17)


def test_only_overdue_words_are_bold_and_red(look: Look) -> None:
    tokens = look.tokens
    assert paint.light_role("red") == "label_strong"
    assert paint.light_role("amber") == "label"
    assert paint.light_ink(tokens, "red") == tokens.red_t
    assert paint.light_ink(tokens, "grey") == paint.light_ink(tokens, "none") == tokens.ink3


def test_words_beside_a_light_have_the_width_that_is_told(look: Look) -> None:
    widths: list[float] = []
    rect = QRectF(0, 0, 80, 24)
    image = _painted(
        lambda painter: widths.append(paint.light_words(painter, look, rect, "green", "还剩4天"))
    )
    right = max(x for x, _y in _points(image))
    assert widths[0] == pytest.approx(right, abs=3)


def _bar(look: Look, share: float, due: float | None = None) -> QImage:
    rect = QRectF(0, 0, 60, 24)
    return _painted(lambda painter: paint.mini_bar(painter, look, rect, share, due))


@pytest.mark.parametrize(("share", "wide"), [(0.5, 30), (1.0, 60), (3.0, 60), (0.01, 6)])
def test_a_bar_is_as_long_as_its_share(look: Look, share: float, wide: int) -> None:
    slate = _points(_bar(look, share), look.tokens.slate)
    assert max(x for x, _y in slate) + 1 == pytest.approx(wide, abs=1)


def test_an_empty_bar_is_all_track(look: Look) -> None:
    assert not _points(_bar(look, 0), look.tokens.slate)


@pytest.mark.parametrize(("due", "left"), [(0.5, 29), (0.0, 0), (1.0, 58), (7.0, 58), (-1.0, 0)])
def test_the_notch_stands_beneath_the_elapsed_time(look: Look, due: float, left: int) -> None:
    notch = _points(_bar(look, 0.5, due), look.tokens.ink2)
    assert {x for x, _y in notch} == {left, left + 1}
    assert len({y for _x, y in notch}) == 5
    bar = _points(_bar(look, 0.5), look.tokens.slate)
    assert min(y for _x, y in notch) > max(y for _x, y in bar)


def test_pips_show_what_is_done(look: Look) -> None:
    rect = QRectF(0, 0, 80, 24)
    image = _painted(lambda painter: paint.pips(painter, look, rect, 1, 3))
    assert max(x for x, _y in _points(image, look.tokens.slate)) < 18
    assert max(x for x, _y in _points(image, look.tokens.slate3)) > 44


def test_pips_without_room_are_left_out(look: Look) -> None:
    rect = QRectF(0, 0, 62, 24)
    image = _painted(lambda painter: paint.pips(painter, look, rect, 1, 10**7))
    assert 62 > max(x for x, _y in _points(image, look.tokens.slate3)) > 44


@pytest.mark.parametrize(("ratio", "thick"), [(1.0, 1), (1.5, 1), (2.0, 2)])
def test_a_hairline_is_crisp(look: Look, ratio: float, thick: int) -> None:
    line = look.tokens.line2
    image = _painted(lambda painter: paint.across(painter, line, 0, 80, 7), ratio)
    assert _points(image) == _points(image, line)
    assert len({y for _x, y in _points(image)}) == thick
    image = _painted(lambda painter: paint.down(painter, line, 7, 0, 24), ratio)
    assert _points(image) == _points(image, line)
    assert len({x for x, _y in _points(image)}) == thick


def test_a_frame_stays_inside_its_cell(look: Look) -> None:
    rect = QRectF(10, 2, 40, 20)
    for frame in (paint.current_frame, paint.block_frame, paint.refused_frame):
        points = _points(_painted(partial(frame, look=look, rect=rect)))
        assert all(rect.contains(x + 0.5, y + 0.5) for x, y in points)


def test_smoothness_is_given_back(look: Look) -> None:
    before = []

    def draw(painter: QPainter) -> None:
        paint.light(painter, look, QRectF(0, 0, 24, 24), "red")
        before.append(painter.testRenderHint(QPainter.RenderHint.Antialiasing))

    _painted(draw)
    assert before == [False]


def test_a_ticked_box_is_slate(look: Look) -> None:
    rect = QRectF(0, 0, 24, 24)
    images = [
        _painted(partial(paint.tick_box, look=look, rect=rect, ticked=on)) for on in (True, False)
    ]
    ticked, empty = (len(_points(image, look.tokens.slate)) for image in images)
    assert ticked > 100
    assert empty == 0
