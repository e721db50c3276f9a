"""Long work gives its answer in the window's thread, also when it is stopped or fails."""

import threading

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from gui.background import Background, Watch
from model.refused import Refused


@pytest.fixture
def background() -> Background:
    return Background()


def test_the_answer_comes_in_the_windows_thread(qtbot: QtBot, background: Background) -> None:
    threads = []
    job = background.start("正在计算", lambda watch: threading.get_ident())
    job.succeeded.connect(lambda other: threads.extend([other, threading.get_ident()]))
    with qtbot.waitSignal(job.ended):
        pass
    assert threads[0] != threads[1] == threading.get_ident()


def test_progress_is_told_in_order(qtbot: QtBot, background: Background) -> None:
    def work(watch: Watch) -> None:
        for done in range(3):
            watch.progress(done, 3)

    told: list[int] = []
    job = background.start("正在导出", work)
    job.progressed.connect(lambda done, total: told.append(done))
    with qtbot.waitSignal(job.ended):
        pass
    assert told == [0, 1, 2]


def test_a_refusal_arrives_as_its_sentence(qtbot: QtBot, background: Background) -> None:
    def work(watch: Watch) -> None:
        raise Refused("磁盘已满。")

    job = background.start("正在导出", work)
    with qtbot.waitSignal(job.refused) as told:
        pass
    assert told.args == ["磁盘已满。"]


def test_a_stopped_job_is_cancelled_and_not_refused(qtbot: QtBot, background: Background) -> None:
    begun = threading.Event()

    def work(watch: Watch) -> None:
        begun.set()
        while not watch.cancelled():
            pass
        raise Refused("已取消。")

    job = background.start("正在导出", work)
    begun.wait()
    with qtbot.waitSignals([job.cancelled, job.ended]), qtbot.assertNotEmitted(job.refused):
        job.cancel()


def test_a_bug_is_raised_again_in_the_windows_thread(qtbot: QtBot, background: Background) -> None:
    def work(watch: Watch) -> None:
        raise ZeroDivisionError

    with capture_exceptions() as raised:
        job = background.start("正在导出", work)
        with qtbot.waitSignal(job.ended):
            pass
    assert [kind for kind, _error, _trace in raised] == [ZeroDivisionError]


def test_finishing_stops_and_waits(qtbot: QtBot, background: Background) -> None:
    stopped: list[bool] = []

    def work(watch: Watch) -> None:
        while not watch.cancelled():
            pass
        stopped.append(True)

    background.start("正在导出", work)
    background.finish()
    assert stopped == [True]


def test_waiting_stops_nothing(qtbot: QtBot, background: Background) -> None:
    job = background.start("正在计算", lambda watch: watch.cancelled())
    answers: list[bool] = []
    job.succeeded.connect(answers.append)
    background.wait()
    qtbot.waitUntil(lambda: answers == [False])
