"""A restore can be cut off after any step: the old or the new file is there, whole."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from model.backups import Reason, folder_of, take
from model.backups.listing import backups_of
from model.backups.restoring import Restoring, restore
from model.refused import Refused
from model.store.copying import verify
from model.store.lock import WriterLock
from tests.model.backups.conftest import NOW, add_person, people, spoil

STEPS = 5
OLD, NEW = ["张明"], ["张明", "李芳"]


@pytest.fixture
def backup(ledger: Path) -> Path:
    """A backup of OLD; after it the ledger became NEW."""
    made = take(ledger, folder_of(ledger), NOW, Reason.OPENING)
    add_person(ledger, "李芳")
    return made


def test_the_backup_takes_the_place_of_the_ledger(ledger: Path, backup: Path) -> None:
    restoring = Restoring(ledger, backup, NOW)
    restoring.run()
    assert people(ledger) == OLD
    assert people(restoring.aside) == NEW
    assert restoring.aside.name == "taizhang_恢复前_20260302_095800.db"
    reasons = {each.reason: each for each in backups_of(ledger)}
    assert people(reasons[Reason.BEFORE_RESTORE].path) == NEW
    assert people(backup) == OLD


@pytest.mark.parametrize("done", range(STEPS + 1))
def test_cut_off_after_a_step_one_whole_file_is_there(
    ledger: Path, backup: Path, done: int
) -> None:
    steps = Restoring(ledger, backup, NOW).steps
    assert len(steps) == STEPS
    for step in steps[:done]:
        step.do()
    verify(ledger)
    assert people(ledger) == (NEW if done < 4 else OLD)
    # Begun anew, it comes to its end.
    Restoring(ledger, backup, NOW).run()
    assert people(ledger) == OLD


@pytest.mark.parametrize("done", range(STEPS + 1))
def test_cut_off_in_a_damaged_ledger_nothing_is_lost(ledger: Path, backup: Path, done: int) -> None:
    ledger.write_bytes(b"\x55" * 9000)
    Path(f"{ledger}-journal").write_bytes(b"journal" * 100)
    spoilt = ledger.read_bytes()
    restoring = Restoring(ledger, backup, NOW)
    for step in restoring.steps[:done]:
        step.do()
    if done >= 3:
        assert restoring.aside.name == "taizhang_损坏_20260302_095800.db"
        assert restoring.aside.read_bytes() == spoilt
        assert Path(f"{restoring.aside}-journal").read_bytes() == b"journal" * 100
    if done >= 4:
        assert people(ledger) == OLD
    else:
        assert ledger.read_bytes() == spoilt


def test_a_spoilt_middle_is_set_aside_as_damaged(ledger: Path, backup: Path) -> None:
    spoil(ledger)
    spoilt = ledger.read_bytes()
    restoring = Restoring(ledger, backup, NOW)
    restoring.run()
    assert "损坏" in restoring.aside.name
    assert restoring.aside.read_bytes() == spoilt
    assert [each.reason for each in backups_of(ledger)] == [Reason.OPENING]


def test_a_lost_ledger_comes_back(ledger: Path, backup: Path) -> None:
    ledger.unlink()
    Restoring(ledger, backup, NOW).run()
    assert people(ledger) == OLD


def test_a_ledger_behind_a_link_to_another_disk_comes_back(
    ledger: Path, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "桌面" / "台账.db"
    link.parent.mkdir()
    link.symlink_to(ledger)
    monkeypatch.setattr(os, "replace", _between_disks(os.replace))
    Restoring(link, backup, NOW).run()
    assert link.is_symlink()
    assert people(ledger) == OLD
    assert not list(link.parent.glob(".*"))


def test_an_error_of_the_disk_in_the_exchange_is_said_plainly(
    ledger: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    restoring = Restoring(ledger, backup, NOW)
    for step in restoring.steps[:3]:
        step.do()
    monkeypatch.setattr(os, "replace", _refusing(OSError))
    with pytest.raises(Refused, match="建不了文件"):
        restoring.steps[3].do()
    assert people(ledger) == NEW


def test_a_damaged_backup_changes_nothing(ledger: Path, backup: Path) -> None:
    spoil(backup)
    before = sorted(ledger.parent.iterdir())
    with pytest.raises(Refused, match="损坏"):
        Restoring(ledger, backup, NOW).run()
    assert people(ledger) == NEW
    assert sorted(ledger.parent.iterdir()) == before


def test_a_ledger_that_somebody_has_open_stays(
    ledger: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    restoring = Restoring(ledger, backup, NOW)
    for step in restoring.steps[:3]:
        step.do()
    monkeypatch.setattr(os, "replace", _refusing(PermissionError))
    with pytest.raises(Refused, match="还被别的程序打开着"):
        restoring.steps[3].do()
    assert people(ledger) == NEW


def test_a_disk_without_links_gets_a_copy(
    ledger: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _refusing(OSError))
    restoring = Restoring(ledger, backup, NOW)
    restoring.run()
    assert people(restoring.aside) == NEW
    assert not list(ledger.parent.glob(".*"))


def test_a_backup_from_elsewhere_will_do(ledger: Path, backup: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "U盘.db"
    shutil.copy(backup, elsewhere)
    Restoring(ledger, elsewhere, NOW).run()
    assert people(ledger) == OLD


@pytest.mark.usefixtures("impatient")
def test_nobody_is_pulled_the_ledger_from_under(ledger: Path, backup: Path) -> None:
    lock = WriterLock.take(ledger, "李芳", NOW)
    assert isinstance(lock, WriterLock)
    try:
        with pytest.raises(Refused, match="没有恢复"):
            restore(ledger, backup, user="张明", at=NOW)
        assert people(ledger) == NEW
    finally:
        aside = restore(ledger, backup, user="李芳", at=NOW, lock=lock)
    assert people(ledger) == OLD
    assert people(aside) == NEW
    # The lock was released.
    restore(ledger, backup, user="张明", at=NOW)


def _between_disks(replace: Callable[[Path, Path], None]) -> Callable[[Path, Path], None]:
    """As if every folder were a disk of its own."""

    def replace_on_one_disk(source: Path, target: Path) -> None:
        if Path(source).parent != Path(target).parent:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        replace(source, target)

    return replace_on_one_disk


def _refusing(error: type[OSError]) -> Callable[..., None]:
    def refuse(*_arguments: object) -> None:
        raise error("no")

    return refuse
