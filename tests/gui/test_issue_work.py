"""Nothing is begun with issues that cannot be altered now."""

from __future__ import annotations

import pytest

from gui.issue_work import IssueWork
from gui.main_window import MainWindow
from model.store import Store
from model.words import Move
from tests.gui.prepared import PreparedAsk


@pytest.fixture
def work(window: MainWindow, store: Store, monkeypatch: pytest.MonkeyPatch) -> IssueWork:
    monkeypatch.setattr(store, "read_only", "李芳正在使用。")
    return window._deeds.issues


def test_a_move_is_refused_with_the_reason(work: IssueWork, ask: PreparedAsk) -> None:
    ask.expect("refuse")
    work.move(1, Move.START)
    assert ask.asked[0][1] == "李芳正在使用。"


def test_so_is_what_is_done_with_several(work: IssueWork, ask: PreparedAsk) -> None:
    ask.expect("refuse")
    work.work_together("together_start")
    assert ask.asked[0][1] == "李芳正在使用。"
