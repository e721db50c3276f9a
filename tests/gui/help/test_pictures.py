"""A picture of the help is a part of a snapshot in 256 colours."""

import pytest
from PySide6.QtGui import QColor, QImage

from gui.help.pictures import Crop, cut, reduced
from model.refused import Refused


def gradient(width: int, height: int) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    for left in range(width):
        for top in range(height):
            made.setPixelColor(left, top, QColor(left % 256, top % 256, 0))
    return made


def test_a_part_is_cut_from_the_left_or_from_the_right_edge() -> None:
    whole = gradient(60, 40)
    part = cut(whole, Crop("甲", "乙", (10, 5, 20, 10)))
    assert (part.width(), part.height(), part.pixelColor(0, 0).red()) == (20, 10, 10)
    assert cut(whole, Crop("甲", "乙", (-20, 5, 20, 10))).pixelColor(0, 0).red() == 40
    assert cut(whole, Crop("甲", "乙")).size() == whole.size()


def test_a_part_ends_where_the_snapshot_ends() -> None:
    assert cut(gradient(60, 40), Crop("甲", "乙", (50, 0, 99, 99))).width() == 10


def test_a_snapshot_that_is_not_there_is_named() -> None:
    with pytest.raises(Refused, match="乙"):
        cut(QImage(), Crop("甲", "乙"))


def test_few_colours_stay_as_they_are_and_many_become_256() -> None:
    few, many = gradient(10, 10), gradient(60, 60)
    assert reduced(few).convertToFormat(few.format()) == few
    assert reduced(many).format() == QImage.Format.Format_Indexed8
    assert len(reduced(many).colorTable()) == 256
