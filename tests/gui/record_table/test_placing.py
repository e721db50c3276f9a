"""Where cells are on the screen."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gui.record_table import RecordTable


def test_a_cell_has_the_lines_around_it(sheet: RecordTable) -> None:
    cell = sheet.visualRect(sheet.records.index(1, 1))
    place = sheet.place_of((1, 1, 1, 1))
    assert (place.left(), place.top()) == (cell.left() - 1, cell.top() - 1)
    assert (place.right(), place.bottom()) == (cell.right() + 1, cell.bottom() + 1)


def test_the_first_cell_has_its_whole_frame_in_sight(sheet: RecordTable) -> None:
    place = sheet.place_of((0, 0, 0, 0))
    assert (place.left(), place.top()) == (0, 0)


def test_the_headings_reach_over_the_scroll_bar(sheet: RecordTable, qtbot: QtBot) -> None:
    sheet.resize(400, 90)
    bar = sheet.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    top = bar.mapTo(sheet, bar.rect().topLeft()).y()
    assert top >= sheet.horizontalHeader().geometry().bottom()
