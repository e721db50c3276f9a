"""A damaged or lost ledger is brought back from its backups before there is a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gui.backups import rescue as rescuing
from gui.backups.rescue import lead, offer_backups_of_lost, rescue
from gui.backups.restore_window import RestoreWindow
from gui.look import Look
from model.backups import Reason, folder_of, take
from model.store import Store
from model.store.copying import verify
from tests.gui.backups.conftest import NOW
from tests.gui.prepared import PreparedAsk
from tests.model.backups.conftest import spoil

Choose = Callable[[bool], list[str]]


@pytest.fixture
def ledger(store: Store) -> Path:
    """A closed ledger with one backup."""
    take(store.path, folder_of(store.path), NOW, Reason.CLOSING)
    store.close()
    return store.path


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Answers the restore window; what it was shown with."""
    shown: list[str] = []

    def prepared(takes: bool) -> list[str]:
        def run(window: RestoreWindow) -> int:
            shown.append(lead(window._ledger))
            window.chosen = window._backups[0].path if takes else None
            window.done(int(takes))
            return int(takes)

        monkeypatch.setattr(RestoreWindow, "exec", run)
        return shown

    return prepared


def test_a_whole_ledger_needs_none(ledger: Path, look: Look, ask: PreparedAsk) -> None:
    assert lead(ledger) == ""
    assert not rescue(look, ask, ledger, "张明")


def test_without_backups_there_is_nothing_to_offer(ledger: Path) -> None:
    for backup in folder_of(ledger).iterdir():
        backup.unlink()
    spoil(ledger)
    assert lead(ledger) == ""


@pytest.mark.parametrize("damage", ["middle", "header", "gone"])
def test_a_damaged_ledger_comes_back(
    ledger: Path, look: Look, ask: PreparedAsk, choose: Choose, damage: str
) -> None:
    shown = choose(True)
    if damage == "middle":
        spoil(ledger)
    elif damage == "header":
        ledger.write_bytes(b"\0" * 9000)
    else:
        ledger.unlink()
    assert rescue(look, ask, ledger, "张明")
    verify(ledger)
    assert "请选一个备份恢复" in shown[0]


def test_who_wants_none_keeps_the_damaged_file(
    ledger: Path, look: Look, ask: PreparedAsk, choose: Choose
) -> None:
    choose(False)
    spoil(ledger)
    before = ledger.read_bytes()
    assert not rescue(look, ask, ledger, "张明")
    assert ledger.read_bytes() == before


@pytest.mark.parametrize(("answer", "comes_back"), [(0, False), (1, True), (None, False)])
def test_before_an_empty_ledger_is_made_for_a_lost_one_it_is_asked(
    ledger: Path,
    look: Look,
    ask: PreparedAsk,
    choose: Choose,
    answer: int | None,
    comes_back: bool,
) -> None:
    offer_backups_of_lost(look, ask, ledger, "张明")  # it is there: nothing is asked
    ledger.unlink()
    choose(True)
    ask.expect("choose", answer)
    offer_backups_of_lost(look, ask, ledger, "张明")
    assert ledger.exists() is comes_back


def test_a_restore_that_fails_is_said(
    ledger: Path,
    look: Look,
    ask: PreparedAsk,
    choose: Choose,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(True)
    spoil(ledger)
    for backup in folder_of(ledger).iterdir():
        spoil(backup)
    ask.expect("refuse")
    assert not rescuing.rescue(look, ask, ledger, "张明")
    assert "损坏" in ask.asked[-1][1]
