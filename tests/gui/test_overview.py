"""The strip: one button a tile, as wide as drawn, nothing lost in a low or narrow window."""

import itertools

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.look import Look
from gui.overview import Overview, TileButton
from gui.room import LISTS
from gui.rooms import DOORS
from model.judgements.lights import Light
from model.judgements.overview import Tile

TILES = (
    Tile("phase", "当前阶段", "整改处理", fact="第三阶段 · 还剩21天", share=0.3),
    Tile(
        "submission", "下一报送", "整改台账", fact="4月25日前", light=Light.AMBER, words="还剩3天"
    ),
    Tile("tasks_today", "今日待办", "3", "项", words="考察学习"),
    Tile("overdue", "逾期", "2", "项", light=Light.RED, words="最长5天", hint="2个问题逾期"),
    Tile("awaiting", "待验收", "4", "项", words="最早4月19日"),
    Tile("closed", "销号", "9", "/ 57", "整改率16%", share=0.16),
    Tile("effective", "见成效", "3", "/ 5项", words="还差2项", pips=(3, 5)),
)


@pytest.fixture
def strip(qtbot: QtBot, look: Look) -> Overview:
    made = Overview(look)
    qtbot.addWidget(made)
    made.resize(1366, 72)
    made.show_tiles(TILES)
    made.show()
    return made


def buttons(strip: Overview) -> list[TileButton]:
    return [button for button in strip.children() if isinstance(button, TileButton)]


def test_tiles_are_as_wide_as_drawn(strip: Overview) -> None:
    widths = [button.width() for button in buttons(strip)]
    assert widths == [236, 244, 116, 132, 116, 258, 264]


@pytest.mark.parametrize("low", [True, False])
@pytest.mark.parametrize("width", [960, 1180, 1366, 1920])
def test_tiles_fill_the_strip(strip: Overview, width: int, low: bool) -> None:
    strip.set_low(low)
    strip.resize(width, strip.height())
    places = [button.geometry() for button in buttons(strip)]
    assert places[0].left() == 0
    assert places[-1].right() == width - 1
    assert all(a.right() + 1 == b.left() for a, b in itertools.pairwise(places))


def test_a_tile_asks_for_its_list(qtbot: QtBot, strip: Overview) -> None:
    with qtbot.waitSignal(strip.list_wanted) as wanted:
        qtbot.mouseClick(buttons(strip)[3], Qt.MouseButton.LeftButton)
    assert wanted.args == ["overdue"]


def test_a_tile_tells_a_screen_reader_all(strip: Overview) -> None:
    tile = buttons(strip)[3]
    assert tile.accessibleName() == "逾期 2项"
    assert tile.toolTip() == "逾期 2项\n最长5天\n2个问题逾期"


def test_a_low_strip_without_room_gives_up_facts_and_no_values(strip: Overview) -> None:
    strip.set_low(True)
    strip.resize(960, 44)
    spared = [button.spare for button in buttons(strip)]
    assert any(spared)
    assert all(button.width() >= button.sizeHint().width() for button in buttons(strip))


def test_other_tiles_take_the_place_of_the_former(strip: Overview) -> None:
    strip.show_tiles([tile._replace(value="7") for tile in TILES])
    assert [button.accessibleName() for button in buttons(strip)][3] == "逾期 7项"


def test_every_list_has_a_room() -> None:
    assert sorted(name for door in DOORS for name in door.lists) == sorted(LISTS)
