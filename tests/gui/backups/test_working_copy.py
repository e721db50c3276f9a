"""A ledger on a share is copied to this PC; the copy knows where it is published to."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.backups.keeper import share_key
from gui.backups.working_copy import working_copy
from gui.office import Office
from gui.settings import Settings
from model.store.copying import verify
from tests.gui.prepared import PreparedAsk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "本机"
    made.mkdir()
    return made


def test_the_copy_is_whole_and_knows_the_share(
    kept: Office, ask: PreparedAsk, folder: Path
) -> None:
    ask.expect("confirm", True)
    ask.expect("folder", folder)
    copy = working_copy(ask, kept.store.path)
    assert copy == folder / "台账.db"
    verify(copy)
    assert Settings.beside(copy).get(share_key(copy)) == str(kept.store.path)


@pytest.mark.parametrize("answers", [[("confirm", False)], [("confirm", True), ("folder", None)]])
def test_thought_better_of(
    kept: Office, ask: PreparedAsk, answers: list[tuple[str, object]]
) -> None:
    for method, answer in answers:
        ask.expect(method, answer)
    assert working_copy(ask, kept.store.path) is None


def test_nothing_there_is_covered(kept: Office, ask: PreparedAsk, folder: Path) -> None:
    (folder / "台账.db").write_text("别的")
    for method, answer in (("confirm", True), ("folder", folder), ("refuse", None)):
        ask.expect(method, answer)
    assert working_copy(ask, kept.store.path) is None
    assert (folder / "台账.db").read_text() == "别的"


def test_another_share_will_not_do(
    kept: Office, ask: PreparedAsk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.backups.working_copy.is_on_share", lambda path: True)
    for method, answer in (("confirm", True), ("folder", folder), ("refuse", None)):
        ask.expect(method, answer)
    assert working_copy(ask, kept.store.path) is None
    assert "也在网络共享上" in ask.asked[-1][1]
