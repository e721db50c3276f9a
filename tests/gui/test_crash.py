"""A bug is logged and told once, with the assurance that the data is safe; a refusal is said."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.crash import LOG_NAME, Crashes
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
    try:
        raise error
    except Exception as caught:
        crashes.take(type(caught), caught, caught.__traceback__)


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
