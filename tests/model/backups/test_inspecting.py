"""Ledger and newest backup are looked over together."""

from datetime import timedelta
from pathlib import Path

from model.backups import Reason, folder_of, take
from model.backups.inspecting import inspect, look_over
from tests.model.backups.conftest import NOW, spoil


def faults(path: Path) -> list[str]:
    """What is wrong by the light look and by the full one, which agree here."""
    light = {each.name for each in look_over(path) if each.faults}
    full = {each.name for each in inspect(path) if each.faults}
    assert light == full
    return sorted(full)


def test_no_backup_is_no_fault(ledger: Path) -> None:
    assert faults(ledger) == []
    assert look_over(ledger)[-1].fact == "还没有备份"


def test_a_damaged_newest_backup_is_one(ledger: Path) -> None:
    take(ledger, folder_of(ledger), NOW, Reason.OPENING)
    newest = take(ledger, folder_of(ledger), NOW + timedelta(hours=1), Reason.REGULAR)
    assert faults(ledger) == []
    spoil(newest)
    assert faults(ledger) == ["最近的备份"]


def test_a_damaged_ledger_is_one(ledger: Path) -> None:
    take(ledger, folder_of(ledger), NOW, Reason.OPENING)
    spoil(ledger)
    assert "文件结构" in [each.name for each in look_over(ledger) if each.faults]
