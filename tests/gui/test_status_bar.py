"""The status bar says what was saved, offers what can be done next, and shows long work."""

import time
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gui.background import Background, Watch
from gui.look import Look
from gui.status_bar import StatusBar
from model.refused import Refused


@pytest.fixture
def bar(qtbot: QtBot, look: Look) -> StatusBar:
    made = StatusBar(look)
    qtbot.addWidget(made)
    made.resize(1366, 26)
    made.show()
    return made


def words(bar: StatusBar, name: str) -> str:
    found = bar.findChild(QLabel, name)
    assert found is not None
    return found.text()


def test_today_needs_no_date(bar: StatusBar) -> None:
    bar.show_saved(datetime(2011, 4, 20, 10, 32), datetime(2011, 4, 20, 18, 0))
    assert words(bar, "saved_label") == "已保存 10:32"


def test_a_clock_that_was_set_back_is_said(bar: StatusBar) -> None:
    tick = bar.findChild(QWidget, "saved_tick")
    assert tick is not None
    bar.show_saved(datetime(2011, 4, 20, 10, 32), datetime(2011, 4, 19, 9, 0))
    assert words(bar, "saved_label") == "电脑时间早于上次保存（4月20日 10:32），请核对日期"
    assert tick.isHidden()
    bar.show_saved(datetime(2011, 4, 19, 9, 1), datetime(2011, 4, 19, 9, 1))
    assert words(bar, "saved_label") == "已保存 09:01"
    assert tick.isVisible()


def test_the_clocks_of_two_pcs_may_differ_a_little(bar: StatusBar) -> None:
    bar.show_saved(datetime(2011, 4, 20, 10, 32), datetime(2011, 4, 20, 10, 20))
    assert words(bar, "saved_label") == "已保存 10:32"


def test_an_earlier_day_is_named(bar: StatusBar) -> None:
    bar.show_saved(datetime.now() - timedelta(days=400))
    assert words(bar, "saved_label").startswith("上次保存 ")
    assert "年" in words(bar, "saved_label")


def test_news_come_with_what_can_be_done_next(qtbot: QtBot, bar: StatusBar) -> None:
    done: list[str] = []
    bar.show_news("已删除2011-007", (("撤销", lambda: done.append("undo")),))
    button = bar.findChild(QToolButton, "news_button_0")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["undo"]


def test_a_click_ends_the_news(qtbot: QtBot, bar: StatusBar) -> None:
    bar.show_news("已导出", (("打开文件", lambda: None),))
    news = bar.findChild(QWidget, "news")
    button = bar.findChild(QToolButton, "news_button_0")
    assert news is not None
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert news.isHidden()


def test_long_work_can_be_cancelled(qtbot: QtBot, bar: StatusBar) -> None:
    def work(watch: Watch) -> None:
        watch.progress(3, 10)
        while not watch.cancelled():
            time.sleep(0.001)  # or the window hardly gets a turn
        raise Refused("已取消。")

    background = Background()
    background.started.connect(bar.follow_job)
    job = background.start("正在导出问题台账", work)
    progress = bar.findChild(QProgressBar, "work_bar")
    button = bar.findChild(QToolButton, "work_cancel")
    assert progress is not None
    assert button is not None
    qtbot.waitUntil(lambda: (progress.value(), progress.maximum()) == (3, 10))
    with qtbot.waitSignal(job.cancelled):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not progress.isVisible()
