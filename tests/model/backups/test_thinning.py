"""Thinning keeps much of the last days and little of long ago, whatever the clock did."""

import random
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from model.backups import Reason, folder_of, take
from model.backups.listing import backups_of
from model.backups.thinning import Kept, superfluous, thin
from tests.model.backups.conftest import NOW, add_person, spoil

MEGABYTE = 1024**2
ROOM = 2048 * MEGABYTE
START = datetime(2024, 1, 1, 8)


def lived(days: int, size: int = MEGABYTE, seed: int | None = None) -> tuple[list[Kept], datetime]:
    """What is kept after so many days of work; with a seed the clock jumps now and then."""
    chance = random.Random(seed)
    kept: list[Kept] = []
    now, generation, taken = START, 0, 0
    for day in range(days):
        offset = timedelta(0)
        if seed is not None and chance.random() < 0.03:
            offset = timedelta(days=chance.choice([-9000, -400, -3, 2, 40, 5000, 26000]))
        for hour in range(chance.randint(0, 4) if seed is not None else 3):
            generation += chance.randint(1, 5)
            now = START + timedelta(days=day, hours=hour) + offset
            kept.append(Kept(now, size, generation))
            taken += 1
            gone = superfluous(kept, now, ROOM)
            assert kept[-1] not in gone, "the newest by generation"
            kept = [each for each in kept if each not in gone]
            assert len(kept) >= min(3, taken)
            assert sum(each.size for each in kept) <= max(ROOM, 6 * size)
    return kept, now


def test_800_days_leave_the_ladder() -> None:
    kept, now = lived(800)
    days = {each.at.date() for each in kept}
    assert {now.date() - timedelta(days=back) for back in range(14)} <= days
    weeks = {each.at.isocalendar()[:2] for each in kept}
    months = {(each.at.year, each.at.month) for each in kept}
    assert len(weeks) >= 10
    assert len(months) == 12
    assert len(kept) < 14 + 10 + 12 + 6
    assert sum(each.at.date() == now.date() for each in kept) == 3


@pytest.mark.parametrize("seed", range(2))
def test_800_days_with_a_clock_that_jumps(seed: int) -> None:
    kept, _now = lived(800, seed=seed)
    true = [each for each in kept if START <= each.at <= START + timedelta(days=800)]
    # What the wrong clock left takes no place away from the days there really were.
    assert len({each.at.date() for each in true}) >= 14
    assert len(kept) < 120


def test_big_ledgers_keep_fewer_but_three() -> None:
    kept, _now = lived(60, size=900 * MEGABYTE)
    assert 3 <= len(kept) <= 6


def test_the_several_of_one_day_go_before_the_days() -> None:
    kept = [Kept(START + timedelta(days=day, hours=hour), 1, day * 9 + hour)
            for day in range(6) for hour in range(9)]  # fmt: skip
    now = kept[-1].at
    left = set(kept) - set(superfluous(kept, now, room=9))
    assert {each.at.date() for each in left} == {each.at.date() for each in kept}


def test_after_a_restore_both_lines_are_held() -> None:
    before = [Kept(START - timedelta(days=900 + n), 1, 500 - n) for n in range(5)]
    after = [Kept(START - timedelta(hours=n), 1, 50 - n) for n in range(5)]
    left = set(before + after) - set(superfluous(before + after, START, room=0))
    assert left == {*before[:3], *after[:3]}


def backups(ledger: Path, ages: list[int]) -> None:
    for number, age in enumerate(ages):
        add_person(ledger, f"人员{number}")
        take(ledger, folder_of(ledger), NOW - timedelta(days=age), Reason.REGULAR)


AGES = [600, 599, 598, *range(40, 0, -1)]


def test_superfluous_files_go(ledger: Path) -> None:
    backups(ledger, AGES)
    before = len(backups_of(ledger))
    removed = thin(folder_of(ledger), ledger.stem, NOW, ledger.stat().st_size)
    assert removed
    assert len(backups_of(ledger)) == before - len(removed)
    assert thin(folder_of(ledger), ledger.stem, NOW, ledger.stat().st_size) == []


def test_nothing_goes_while_fewer_than_three_are_whole(ledger: Path) -> None:
    backups(ledger, AGES)
    whole = backups_of(ledger)
    for backup in whole[2:]:
        spoil(backup.path)
    assert thin(folder_of(ledger), ledger.stem, NOW, ledger.stat().st_size) == []
    assert backups_of(ledger) == whole
