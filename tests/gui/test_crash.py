"""A bug is logged and told once, with the assurance that the data is safe; a refusal is said."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.crash import LOG_NAME, MOST_LOGGED, MOST_TOLD, Crashes, without_values
from model.refused import Refused
from tests.gui.prepared import PreparedAsk


@pytest.fixture
def crashes(tmp_path: Path, ask: PreparedAsk) -> Crashes:
    return Crashes(tmp_path, lambda: ask)


@pytest.fixture
def hook() -> Iterator[None]:
    kept = sys.excepthook
    yield
    sys.excepthook = kept


def crash(crashes: Crashes, error: Exception) -> None:
    """As from a slot: it is told when Qt has finished what it was doing."""
    try:
        raise error
    except Exception as caught:
        crashes.take(type(caught), caught, caught.__traceback__)
    QApplication.processEvents()


def test_a_bug_is_logged_and_told(crashes: Crashes, ask: PreparedAsk, tmp_path: Path) -> None:
    ask.expect("report")
    crash(crashes, ZeroDivisionError("division by zero"))
    log = (tmp_path / LOG_NAME).read_text("utf-8")
    assert "test_crash.py" in log
    assert "ZeroDivisionError: division by zero" in log
    assert "数据是安全的" in ask.asked[0][1]
    assert log.strip() in ask.asked[0][1]


def test_a_refusal_is_said_as_it_is_and_not_logged(
    crashes: Crashes, ask: PreparedAsk, tmp_path: Path
) -> None:
    ask.expect("refuse")
    crash(crashes, Refused("磁盘已满。"))
    assert ask.asked == [("refuse", "磁盘已满。")]
    assert not (tmp_path / LOG_NAME).exists()


def test_a_crash_while_one_is_told_is_only_logged(tmp_path: Path) -> None:
    told: list[str] = []

    class Asking(PreparedAsk):
        def __init__(self) -> None:
            """Without a look: nothing is shown."""

        def report(self, title: str, text: str, details: str) -> None:
            told.append(details)
            crash(watch, ValueError("second"))

    watch = Crashes(tmp_path, Asking)
    crash(watch, ValueError("first"))
    assert len(told) == 1
    assert "second" in (tmp_path / LOG_NAME).read_text("utf-8")


def test_a_log_that_cannot_be_written_stops_nobody(ask: PreparedAsk, tmp_path: Path) -> None:
    ask.expect("report")
    crash(Crashes(tmp_path / "没有", lambda: ask), ValueError("lost"))


def test_a_long_log_begins_anew(crashes: Crashes, ask: PreparedAsk, tmp_path: Path) -> None:
    (tmp_path / LOG_NAME).write_text("x" * 1_000_001, "utf-8")
    ask.expect("report")
    crash(crashes, ValueError("new"))
    assert len((tmp_path / LOG_NAME).read_text("utf-8")) < 10_000


def test_it_takes_the_place_of_pythons_own(crashes: Crashes, hook: None) -> None:
    crashes.install()
    assert sys.excepthook == crashes.take


def test_it_says_where_the_log_is(crashes: Crashes, ask: PreparedAsk, tmp_path: Path) -> None:
    ask.expect("report")
    crash(crashes, ValueError("wrong"))
    assert str(tmp_path / LOG_NAME) in ask.asked[0][1]
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / LOG_NAME).stat().st_mode) == 0o600


def test_a_log_that_could_not_be_written_is_not_named(ask: PreparedAsk, tmp_path: Path) -> None:
    ask.expect("report")
    crash(Crashes(tmp_path / "没有", lambda: ask), ValueError("lost"))
    assert LOG_NAME not in ask.asked[0][1]


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ("'NoneType' object has no attribute 'due'", None),
        ("Issue.__init__() missing 1 required argument: 'campaign'", None),
        ('CHECK constraint failed: "state" IN', None),
        ("'吴霞'", "'…'"),
        ("invalid literal for int() with base 10: '13900001234'", None),
        ("no such person 吴霞 13900001234", "no such person … …"),
        ("Person(id=3, name='吴霞', phone='0715-2345678')", "Person(id=3, name='…', phone='…')"),
        ("'a b'", "'…'"),
    ],
)
def test_nothing_of_a_record_gets_into_a_message(message: str, kept: str | None) -> None:
    expected = message.replace("13900001234", "…") if kept is None else kept
    assert without_values(message) == expected


def test_nothing_of_a_record_gets_into_the_log(
    crashes: Crashes, ask: PreparedAsk, tmp_path: Path
) -> None:
    ask.expect("report")
    phone = "13900001234"
    try:
        try:
            raise KeyError(f"吴霞{phone}")
        except KeyError as cause:
            raise ValueError(f"{phone}?") from cause
    except ValueError as caught:
        crashes.take(type(caught), caught, caught.__traceback__)
    QApplication.processEvents()
    log = (tmp_path / LOG_NAME).read_text("utf-8")
    assert phone not in log + ask.asked[0][1]
    assert "KeyError" in log  # what led to it is told too
    assert "ValueError: …?" in log


class Broken(QWidget):
    """Fails each time it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        raise ZeroDivisionError("division by zero")


def test_what_fails_at_each_painting_is_told_once(
    qtbot: QtBot, crashes: Crashes, ask: PreparedAsk, hook: None, tmp_path: Path
) -> None:
    crashes.install()
    ask.expect("report")
    broken = Broken()
    qtbot.addWidget(broken)
    with qtbot.captureExceptions():
        sys.excepthook = crashes.take  # pytest-qt has put its own there
        broken.show()
        while broken.painted < 30:
            broken.update()
            qtbot.wait(1)
    assert len(ask.asked) == 1
    assert (tmp_path / LOG_NAME).read_text("utf-8").count("ZeroDivisionError: ") == MOST_LOGGED


def test_a_box_is_not_opened_while_a_window_is_painted(
    qtbot: QtBot, tmp_path: Path, hook: None
) -> None:
    painting: list[bool] = []
    broken = Broken()
    qtbot.addWidget(broken)

    class Asking(PreparedAsk):
        def __init__(self) -> None:
            """Without a look: nothing is shown."""

        def report(self, title: str, text: str, details: str) -> None:
            frame = sys._getframe()
            while frame.f_back is not None:
                frame = frame.f_back
                painting.append(frame.f_code.co_name == "paintEvent")

    with qtbot.captureExceptions():
        sys.excepthook = Crashes(tmp_path, Asking).take
        broken.show()
        qtbot.waitUntil(lambda: bool(painting))
    assert not any(painting)


def test_the_same_broken_button_does_not_nag_for_ever(
    qtbot: QtBot, crashes: Crashes, ask: PreparedAsk, hook: None
) -> None:
    button = QPushButton()
    qtbot.addWidget(button)

    def fail() -> None:
        raise ZeroDivisionError

    button.clicked.connect(fail)
    for _time in range(MOST_TOLD):
        ask.expect("report")
    with qtbot.captureExceptions():
        sys.excepthook = crashes.take
        for _time in range(MOST_TOLD + 2):
            button.click()
            QApplication.processEvents()
    assert len(ask.asked) == MOST_TOLD
    ask.expect("report")
    crash(crashes, ValueError("another fault is told"))
