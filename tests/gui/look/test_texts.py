"""Texts are cut and broken as Chinese is set."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from gui.look import Look
from gui.look.texts import KEPT

LONG = "住院病历书写不规范，首次病程记录未在8小时内完成，上级医师查房记录滞后。"


def _inked(look: Look, align: Qt.AlignmentFlag) -> tuple[int, int]:
    """The first and last column of ink of a short word painted into 100 px."""
    image = QImage(100, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    rect = QRectF(0, 0, 100, 30)
    look.texts.line(painter, rect, "已销号", "body", QColor("black"), align)
    painter.end()
    inked = [
        x for x in range(100) if any(image.pixelColor(x, y).lightness() < 128 for y in range(30))
    ]
    return inked[0], inked[-1]


def test_a_line_that_fits_is_left_alone(look: Look) -> None:
    assert look.texts.cut("已销号", "body", 200)[0] == "已销号"
    assert not look.texts.is_cut("已销号", "body", 200)


def test_no_comma_stands_before_the_ellipsis(look: Look) -> None:
    whole = "考察学习、观摩互促活动"
    width = look.fonts.width("label", "考察学习、…")
    assert look.texts.cut(whole, "label", width + 1)[0] == "考察学习…"


def test_a_long_line_is_cut_with_one_ellipsis(look: Look) -> None:
    shown, width = look.texts.cut(LONG, "body", 120)
    assert shown.endswith("…")
    assert LONG.startswith(shown[:-1])
    assert width <= 120.5
    assert look.texts.is_cut(LONG, "body", 120)


def test_line_breaks_are_blanks_in_one_line(look: Look) -> None:
    assert look.texts.cut("一\n二", "body", 200)[0] == "一 二"


def test_two_lines_show_more_and_end_with_an_ellipsis(look: Look) -> None:
    layout = look.texts.layout(LONG, "body", 160, 2)
    assert layout.lineCount() == 2
    assert layout.text().endswith("…")
    assert layout.lineAt(1).naturalTextWidth() <= 160.5
    assert look.texts.is_cut(LONG, "body", 160, 2)


def test_lines_are_not_more_than_needed(look: Look) -> None:
    assert look.texts.line_count("已销号", "body", 160, 2) == 1
    assert look.texts.line_count(LONG, "body", 160, 6) == 4


@pytest.mark.parametrize("width", range(60, 200, 13))
def test_no_line_begins_with_a_mark(look: Look, width: int) -> None:
    layout = look.texts.layout(LONG, "body", width, 20)
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    assert not {layout.text()[line.textStart()] for line in lines} & set("，。、；：）》”")


def test_a_break_of_the_users_breaks_the_line(look: Look) -> None:
    assert look.texts.line_count("第一\n第二", "body", 400, 6) == 2
    assert not look.texts.is_cut("第一\n第二", "body", 400, 6)


def test_an_empty_text_takes_no_room_and_does_no_harm(look: Look) -> None:
    assert look.texts.line_count("", "body", 100, 2) <= 1
    assert look.texts.cut("", "body", 100) == ("", 0)


def test_found_words_stand_where_they_are_painted(look: Look) -> None:
    rect = QRectF(10, 0, 400, 36)
    (place,) = look.texts.places(rect, "村医培训走过场", "body", 1, [(2, 2)])
    before = look.fonts.width("body", "村医")
    assert place.left() == pytest.approx(10 + before, abs=1)
    assert place.width() == pytest.approx(before, abs=1)
    assert rect.contains(place)


def test_a_found_word_may_stand_in_two_lines(look: Look) -> None:
    text = "村医培训走过场"
    width = look.fonts.width("body", "村医培") + 1
    places = look.texts.places(QRectF(0, 0, width, 60), text, "body", 3, [(2, 2)])
    assert len(places) == 2
    assert places[0].top() < places[1].top()
    assert places[1].left() == pytest.approx(0, abs=1)


def test_words_stand_left_right_or_centred(look: Look) -> None:
    assert _inked(look, Qt.AlignmentFlag.AlignLeft)[0] < 4
    assert _inked(look, Qt.AlignmentFlag.AlignRight)[1] > 95
    left, right = _inked(look, Qt.AlignmentFlag.AlignHCenter)
    assert left + right == pytest.approx(99, abs=3)


def test_what_is_kept_does_not_grow_for_ever(look: Look) -> None:
    for number in range(KEPT + 10):
        look.texts.cut(f"第{number}条", "body", 300)
    assert look.texts.cut("第1条", "body", 300)[0] == "第1条"
    assert look.texts.kept() <= 2 * KEPT


def test_lines_are_as_far_apart_as_the_role_says(look: Look) -> None:
    layout = look.texts.layout(LONG, "body", 160, 2)
    first, second = (layout.lineAt(number).y() for number in (0, 1))
    assert second - first == pytest.approx(20, abs=0.1)
