"""Backups are known by their names; foreign files are passed over."""

import shutil
from datetime import timedelta
from pathlib import Path

from model.backups import Reason, folder_of, take
from model.backups.listing import backups_of, is_backed_up, listed, read_summary
from tests.model.backups.conftest import NOW, add_person, spoil


def test_the_newest_comes_first(ledger: Path) -> None:
    for hours, reason in ((0, Reason.OPENING), (2, Reason.BY_HAND), (1, Reason.REGULAR)):
        take(ledger, folder_of(ledger), NOW + timedelta(hours=hours), reason)
    found = backups_of(ledger)
    assert [each.reason for each in found] == [Reason.BY_HAND, Reason.REGULAR, Reason.OPENING]
    assert found[0].at == NOW + timedelta(hours=2)
    assert found[0].size == found[0].path.stat().st_size > 0


def test_foreign_files_are_passed_over(ledger: Path) -> None:
    folder = folder_of(ledger)
    made = take(ledger, folder, NOW, Reason.CLOSING)
    for name in (
        "说明.txt", "taizhang.db", "别_20260302_095800_打开.db", "taizhang_20261302_095800_打开.db",
        "taizhang_20260302_095800_随便.db", f".{made.name}.x1", "taizhang_20260302_打开.db",
    ):  # fmt: skip
        shutil.copy(made, folder / name)
    assert [each.path for each in backups_of(ledger)] == [made]


def test_two_in_one_second_are_two(ledger: Path) -> None:
    made = {take(ledger, folder_of(ledger), NOW, Reason.BY_HAND) for _time in range(3)}
    assert {each.path for each in backups_of(ledger)} == made
    assert len(made) == 3


def test_a_link_leads_to_the_backups_of_its_ledger(ledger: Path, tmp_path: Path) -> None:
    link = tmp_path / "桌面" / "台账.db"
    link.parent.mkdir()
    link.symlink_to(ledger)
    made = take(link, folder_of(link), NOW, Reason.BY_HAND)
    assert made.parent == ledger.parent / "备份" / "taizhang"
    assert [each.path for each in backups_of(ledger)] == [made]
    assert [each.path for each in backups_of(link)] == [made]


def test_backups_that_were_put_beside_a_link_are_still_there(ledger: Path, tmp_path: Path) -> None:
    link = tmp_path / "台账.db"
    link.symlink_to(ledger)
    made = take(ledger, folder_of(ledger), NOW, Reason.BY_HAND)
    former = tmp_path / "备份" / "台账" / "台账_20260301_080000_关闭.db"
    former.parent.mkdir(parents=True)
    shutil.copy(made, former)
    assert [each.path for each in backups_of(link)] == [made, former]


def test_a_linked_folder_lists_each_backup_once(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "链接").symlink_to(ledger.parent)
    take(ledger, folder_of(ledger), NOW, Reason.BY_HAND)
    assert len(backups_of(tmp_path / "链接" / ledger.name)) == 1


def test_a_folder_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert listed(tmp_path / "没有", "taizhang") == []


def test_a_ledger_is_backed_up_until_its_next_write(ledger: Path) -> None:
    assert not is_backed_up(ledger, backups_of(ledger))
    take(ledger, folder_of(ledger), NOW, Reason.OPENING)
    assert is_backed_up(ledger, backups_of(ledger))
    add_person(ledger, "李芳")
    assert not is_backed_up(ledger, backups_of(ledger))


def test_a_backup_from_a_clock_set_back_counts(ledger: Path) -> None:
    take(ledger, folder_of(ledger), NOW, Reason.OPENING)
    add_person(ledger, "李芳")
    take(ledger, folder_of(ledger), NOW - timedelta(days=6000), Reason.REGULAR)
    assert is_backed_up(ledger, backups_of(ledger))


def test_a_damaged_backup_has_no_summary_and_stands_for_nothing(ledger: Path) -> None:
    made = take(ledger, folder_of(ledger), NOW, Reason.OPENING)
    made.write_bytes(b"")
    assert read_summary(backups_of(ledger)[0]) is None
    assert not is_backed_up(ledger, backups_of(ledger))


def test_a_summary_survives_a_spoilt_middle_or_is_none(ledger: Path) -> None:
    made = take(ledger, folder_of(ledger), NOW, Reason.OPENING)
    spoil(made)
    assert read_summary(backups_of(ledger)[0]) is None
