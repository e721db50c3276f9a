"""Only what is new is backed up; a second place that is away is a gentle word."""

from datetime import timedelta
from pathlib import Path

import pytest

from model.backups import Reason
from model.backups.keeping import Places, back_up, second_folder
from model.backups.listing import backups_of, listed
from model.refused import Refused
from model.store import Store
from tests.model.backups.conftest import NOW, add_person, people, spoil

LATER = NOW + timedelta(minutes=30)


def test_only_what_was_written_since_is_backed_up(ledger: Path) -> None:
    places = Places.of(ledger)
    first = back_up(ledger, places, NOW, Reason.OPENING)
    again = back_up(ledger, places, LATER, Reason.REGULAR)
    assert (first.is_new, again.is_new) == (True, False)
    assert again.newest == first.newest
    add_person(ledger, "李芳")
    after = back_up(ledger, places, LATER, Reason.REGULAR)
    assert after.newest is not None
    assert after.newest.at == LATER
    assert people(after.newest.path) == ["张明", "李芳"]


def test_by_hand_is_always(ledger: Path) -> None:
    back_up(ledger, Places.of(ledger), NOW, Reason.OPENING)
    assert back_up(ledger, Places.of(ledger), LATER, Reason.BY_HAND, always=True).is_new
    assert len(backups_of(ledger)) == 2


def test_a_new_empty_ledger_needs_none(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    Store.open_or_create(path).close()
    found = back_up(path, Places.of(path), NOW, Reason.OPENING)
    assert (found.newest, found.is_new) == (None, False)


def test_through_a_link_the_same_backup_is_not_made_twice(ledger: Path, tmp_path: Path) -> None:
    link = tmp_path / "台账.db"
    link.symlink_to(ledger)
    first = back_up(ledger, Places.of(ledger), NOW, Reason.OPENING)
    again = back_up(link, Places.of(link), LATER, Reason.REGULAR)
    assert not again.is_new
    assert again.newest == first.newest


def test_a_damaged_ledger_gives_no_backup(ledger: Path) -> None:
    back_up(ledger, Places.of(ledger), NOW, Reason.OPENING)
    add_person(ledger, "李芳")
    spoil(ledger)
    with pytest.raises(Refused, match="损坏"):
        back_up(ledger, Places.of(ledger), LATER, Reason.BY_HAND, always=True)
    assert len(backups_of(ledger)) == 1


def test_the_second_place_gets_the_same(ledger: Path, tmp_path: Path) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    places = Places(Places.of(ledger).own, second=stick)
    made = back_up(ledger, places, NOW, Reason.OPENING)
    assert made.words == ()
    (copied,) = listed(second_folder(stick, ledger), ledger.stem)
    assert people(copied.path) == ["张明"]


def test_a_second_place_that_is_away_is_made_good_later(ledger: Path, tmp_path: Path) -> None:
    stick = tmp_path / "U盘"
    places = Places(Places.of(ledger).own, second=stick)
    made = back_up(ledger, places, NOW, Reason.OPENING)
    assert made.is_new
    assert "接上后会自动补上" in made.words[0]
    stick.mkdir()
    assert back_up(ledger, places, LATER, Reason.REGULAR).words == ()
    assert len(listed(second_folder(stick, ledger), ledger.stem)) == 1


def test_trouble_in_the_second_place_does_not_spoil_the_first(ledger: Path, tmp_path: Path) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    (stick / "活动台账备份").write_text("不是文件夹")
    made = back_up(ledger, Places(Places.of(ledger).own, second=stick), NOW, Reason.OPENING)
    assert made.is_new
    assert made.words[0].startswith("第二备份没有做成")


def test_a_working_copy_is_published_beside_the_offices_file(ledger: Path, tmp_path: Path) -> None:
    share = tmp_path / "共享" / "taizhang.db"
    share.parent.mkdir()
    share.write_bytes(ledger.read_bytes())
    places = Places(Places.of(ledger).own, share=share)
    add_person(ledger, "李芳")
    back_up(ledger, places, NOW, Reason.OPENING)
    back_up(ledger, places, LATER, Reason.REGULAR)
    (published,) = listed(share.parent, "taizhang")
    assert published.path.name == "taizhang_20260302_095800_发布.db"
    assert people(published.path) == ["张明", "李芳"]
    assert people(share) == ["张明"]
    share = tmp_path / "断开" / "taizhang.db"
    gone = back_up(ledger, Places(places.own, share=share), LATER, Reason.REGULAR)
    assert "连不上" in gone.words[0]
