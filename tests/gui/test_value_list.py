"""A list keeps its values and tells which is chosen."""

from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.value_list import VALUE, ValueList
from model.frozen import Frozen


class Page(Frozen):
    name: str
    hint: str = ""


class Pages(ValueList):
    def __init__(self) -> None:
        super().__init__("pages", "目录")
        self.seen = list[str]()

    def turned_to(self, value: Page) -> None:
        self.seen.append(value.name)


@pytest.fixture
def pages(qtbot: QtBot) -> Pages:
    made = Pages()
    qtbot.addWidget(made)
    made.records.show([Page("开始", "先读这个"), Page("台账")])
    return made


def test_the_model_is_sound(pages: Pages, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(pages.records)
    pages.records.show([])
    qtmodeltester.check(pages.records)


def test_a_row_gives_its_value_and_its_words(pages: Pages) -> None:
    index = pages.records.index(0)
    assert index.data(VALUE) == Page("开始", "先读这个")
    assert index.data() == "开始"


def test_it_tells_which_value_is_chosen(pages: Pages) -> None:
    pages.choose(1)
    assert (pages.seen, pages.value()) == (["台账"], Page("台账"))


def test_what_is_chosen_stays_chosen_when_the_rows_are_told_anew(pages: Pages) -> None:
    pages.choose(1)
    pages.records.renew([Page("开始"), Page("台账", "找到3处")])
    assert (pages.seen, pages.value()) == (["台账"], Page("台账", "找到3处"))
