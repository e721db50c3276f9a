"""Every window of a ledger is painted, whatever it holds."""

from __future__ import annotations

from pathlib import Path

from gui.main_window import MainWindow
from gui.office import Office
from gui.snapshot import Snapshots
from model.deletion import deletion
from model.records import Issue
from model.store import Store


def test_a_campaign_without_an_issue_can_be_painted(
    office: Office, store: Store, window: MainWindow, tmp_path: Path
) -> None:
    store.apply(deletion(store.get(Issue, 1), store), "删除问题")
    pictures = tmp_path / "图"
    pictures.mkdir()
    painted = list(Snapshots(office, window, pictures).paint())
    assert painted[-1] == pictures / "first-start-copy.png"
    assert sorted(painted) == sorted(pictures.iterdir())
