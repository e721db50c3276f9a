"""Which backups may go: many of the last days, few of long ago, never the last good ones."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from model.backups.listing import Backup, listed, read_summary
from model.frozen import Frozen
from model.refused import Refused
from model.store.copying import verify

ALL_OF = timedelta(days=2)
DAYS, WEEKS, MONTHS = 14, 10, 12
LEAST_ROOM = 2 * 1024**3
LEDGERS_ROOM = 20
LEAST_VERIFIED = 3


class Kept(Frozen):
    """A backup as thinning sees it. ``generation`` counts the writes of the ledger in it."""

    at: datetime
    size: int
    generation: int


def superfluous(kept: Sequence[Kept], now: datetime, room: int) -> list[Kept]:
    """Which of the backups may go, given ``room`` bytes for all of them.

    What a clock that was wrong for a while left behind takes no place away from the rest: backups
    of the past and of the “future” are judged apart. The last ones by generation and the last
    ones by time never go, whatever the clock says.
    """
    behind = [each for each in kept if each.at <= now]
    ahead = [each for each in kept if each.at > now]
    ladder = {*_ladder(behind), *_ladder(ahead)}
    recent = {each for each in kept if abs(now - each.at) <= ALL_OF}
    held = _held(kept) | _held(behind)
    staying = ladder | recent | held
    # Too much for the room: first the several of one day, then the oldest.
    order = sorted(staying - held, key=lambda each: (each in ladder, _by_generation(each)))
    total = sum(each.size for each in staying)
    for each in order:
        if total <= room:
            break
        staying.discard(each)
        total -= each.size
    return [each for each in kept if each not in staying]


def _held(kept: Iterable[Kept]) -> set[Kept]:
    """The last ones in either order: of two that disagree it is not known which is right."""
    together = list(kept)
    last = (sorted(together, key=key)[-LEAST_VERIFIED:] for key in (_by_generation, _by_time))
    return {each for few in last for each in few}


def _ladder(kept: Iterable[Kept]) -> set[Kept]:
    """The last of each of the last days, weeks and months that have any."""
    together = sorted(kept, key=_by_time)
    steps: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
        (DAYS, lambda at: at.date()),
        (WEEKS, lambda at: at.isocalendar()[:2]),
        (MONTHS, lambda at: (at.year, at.month)),
    )
    found: set[Kept] = set()
    for most, span in steps:
        last_of = {span(each.at): each for each in together}
        found.update(list(last_of.values())[-most:])
    return found


def _by_generation(each: Kept) -> tuple[int, datetime]:
    return each.generation, each.at


def _by_time(each: Kept) -> tuple[datetime, int]:
    return each.at, each.generation


def thin(folder: Path, stem: str, now: datetime, ledger_size: int) -> list[Path]:
    """Remove the backups that may go; those that were to go.

    Nothing is removed unless three of those that stay are verified. One that cannot be read is
    never counted, and never removed either: somebody may want to look at it.
    """
    known = {_kept(backup): backup for backup in listed(folder, stem)}
    readable = [each for each in known if each.generation >= 0]
    room = max(LEAST_ROOM, LEDGERS_ROOM * ledger_size)
    going = superfluous(readable, now, room)
    staying = sorted(set(readable) - set(going), key=_by_generation, reverse=True)
    if not going or not _three_verified(known[each].path for each in staying):
        return []
    removed = [known[each].path for each in going]
    for path in removed:
        # One that somebody has open, or on a stick that is write-protected, goes another time.
        with suppress(OSError):
            path.unlink()
    return removed


def _kept(backup: Backup) -> Kept:
    found = read_summary(backup)
    return Kept(backup.at, backup.size, found.generation if found else -1)


def _three_verified(paths: Iterable[Path]) -> bool:
    count = 0
    for path in paths:
        count += _is_whole(path)
        if count == LEAST_VERIFIED:
            return True
    return False


def _is_whole(path: Path) -> bool:
    try:
        verify(path)
    except Refused:
        return False
    return True
