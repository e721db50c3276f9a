"""Backing up as the office wants it: only what is new, thinned, and to a second place if there."""

from datetime import datetime
from pathlib import Path

from model.backups.listing import Backup, is_backed_up, listed
from model.backups.taking import FOLDER, Reason, folder_of, take
from model.backups.thinning import thin
from model.frozen import Frozen
from model.refused import Refused
from model.store.copying import copy_verified


class Places(Frozen):
    """Where backups go.

    ``second`` is a folder on another disk or a USB stick that each backup is copied into as well.
    ``share`` is the office's file on a network share whose working copy the ledger is: what was
    done is published beside it.
    """

    own: Path
    second: Path | None = None
    share: Path | None = None

    @classmethod
    def of(cls, ledger: Path) -> "Places":
        """Only the ledger's own place, beside it."""
        return cls(folder_of(ledger))


class Outcome(Frozen):
    """The newest backup now, whether it was taken just now, and what is to be said of the rest."""

    newest: Backup | None
    is_new: bool
    words: tuple[str, ...] = ()


def back_up(
    ledger: Path, places: Places, at: datetime, reason: Reason, *, always: bool = False
) -> Outcome:
    """Back the ledger up unless that was done since its last write (``always``: even then).

    Raises Refused where no backup could be made in the own place; trouble with the other places is
    said in ``words`` and tried again the next time.
    """
    ledger = ledger.resolve()
    present = listed(places.own, ledger.stem)
    is_new = always or not is_backed_up(ledger, present)
    if is_new:
        made = take(ledger, places.own, at, reason)
        thin(places.own, ledger.stem, at, ledger.stat().st_size)
        present = listed(places.own, ledger.stem)
        newest = next((each for each in present if each.path == made), None)
    else:
        newest = present[0] if present else None
    words = [_second(ledger, newest, places.second, at), _publish(ledger, places.share, at)]
    return Outcome(newest, is_new, tuple(filter(None, words)))


def second_folder(place: Path, ledger: Path) -> Path:
    """Where in the second place the backups of this ledger lie."""
    return place / f"活动台账{FOLDER}" / ledger.stem


def _second(ledger: Path, newest: Backup | None, place: Path | None, at: datetime) -> str:
    if place is None or newest is None:
        return ""
    if not place.is_dir():
        return f"第二备份位置“{place}”现在不在，接上后会自动补上。"
    target = second_folder(place, ledger) / newest.path.name
    try:
        if not target.exists():
            copy_verified(newest.path, target)
            thin(target.parent, ledger.stem, at, newest.size)
    except Refused as refusal:
        return f"第二备份没有做成：{refusal.text}"
    return ""


def _publish(ledger: Path, share: Path | None, at: datetime) -> str:
    """A whole snapshot beside the office's file, under its name and the time; never over it."""
    if share is None:
        return ""
    if not share.parent.is_dir():
        return f"共享文件夹“{share.parent}”现在连不上，连上后会自动发布。"
    try:
        if not is_backed_up(ledger, listed(share.parent, ledger.stem)):
            take(ledger, share.parent, at, Reason.PUBLISHED)
            thin(share.parent, ledger.stem, at, ledger.stat().st_size)
    except Refused as refusal:
        return f"没有发布到共享文件夹：{refusal.text}"
    return ""
