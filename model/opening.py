"""Opening a ledger that others may have open: one writes, all others read.

The one who writes brings an older ledger up to date, on a proven copy, after a backup.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from model.backups import Reason, folder_of, take
from model.frozen import Frozen
from model.refused import Refused
from model.store import Store
from model.store.connection import create, hold_name, recognise
from model.store.faults import UNWRITABLE, said_plainly
from model.store.identity import VERSION
from model.store.interrupted import can_be_written
from model.store.lock import WriterLock
from model.store.owner import Owner, own_self
from model.store.placing import cannot_make, plain_os_errors
from model.store.standing import barring

Now = Callable[[], datetime]


class Barred(Frozen):
    """Why we may not write, and who does instead, if that is why."""

    words: str
    owner: Owner | None = None


def open_ledger(
    path: Path,
    *,
    user: str = "",
    now: Now = datetime.now,
    new: bool = False,
    lock: WriterLock | None = None,
) -> Store:
    """The ledger at ``path``: to write in it, or read-only in words that say why.

    Closing it lets others write. ``new`` makes it where there is none yet; ``lock`` is the one on
    it that this process has already, and keeps where this is refused. Raises Refused for a file
    that is missing, damaged, or not ours; nothing is left beside it then.
    """
    claimed = lock or _claim(path, user, now, new)
    if isinstance(claimed, Barred):
        if new and not path.exists():
            raise _not_made(path, claimed)
        return Store(path, user=user, now=now, read_only=claimed.words, owner=claimed.owner)
    try:
        return _begun(path, user, now, new, claimed)
    except BaseException:
        if claimed is not lock:
            claimed.release()
        raise


def open_to_write(
    path: Path, *, user: str = "", now: Now = datetime.now, new: bool = False
) -> Store:
    """The ledger, for a command that writes. Refused while another one does, with who that is."""
    store = open_ledger(path, user=user, now=now, new=new)
    if not store.read_only:
        return store
    owner = store.standing.owner
    store.close()
    if owner is None:
        raise Refused(store.read_only)
    said = owner.said(own_self(user, now()))
    raise Refused(f"{said}，这次没有写入。请等那边关闭后再试。")


def try_writing(store: Store, now: Now = datetime.now) -> None:
    """Write from now on in a ledger that was opened read-only, if that is possible by now.

    If not, ``store.read_only`` says why. Raises Refused where the file cannot be opened.
    """
    claimed = _claim(store.path, store.user, now, new=False)
    if isinstance(claimed, Barred):
        store.stay_reading(claimed.words, claimed.owner)
        return
    try:
        store.begin_writing(claimed)
    except BaseException:
        claimed.release()
        raise


def is_older(path: Path) -> bool:
    """Whether an older version made the ledger. Raises Refused when it is not ours."""
    with said_plainly():
        return recognise(path) < VERSION


def bring_up_to_date(path: Path, *, user: str = "", now: Now = datetime.now) -> bool:
    """Upgrade the ledger at ``path`` if an older version made it; whether that was so.

    Raises Refused, with the file as it was, where the backup or the upgrade fails.
    """
    if not is_older(path):
        return False
    from model.store.upgrading import upgrade  # only an older file pays for it

    take(path, folder_of(path), now(), Reason.BEFORE_UPGRADE)
    upgrade(path, path, user=user, now=now)
    return True


def _claim(path: Path, user: str, now: Now, new: bool) -> WriterLock | Barred:
    """Ask to be the one who writes."""
    if new and not path.exists():
        hold_name(path)
        with plain_os_errors(path):
            path.resolve().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    else:
        with said_plainly():
            version = recognise(path)
        if version > VERSION or not can_be_written(path):
            return Barred(UNWRITABLE)
    try:
        claimed = WriterLock.take(path, user, now())
    except Refused as refusal:
        return Barred(refusal.text)
    if isinstance(claimed, Owner):
        return Barred(barring(claimed, user, now()), claimed)
    return claimed


def _not_made(path: Path, barred: Barred) -> Refused:
    """Why a new ledger is not there: its place takes none, or another one is just making it."""
    return (
        cannot_make(path) if barred.owner is None else Refused("这个台账正在新建，请稍候再打开。")
    )


def _begun(path: Path, user: str, now: Now, new: bool, lock: WriterLock) -> Store:
    if new and not path.exists():
        create(path)
    bring_up_to_date(path, user=user, now=now)
    return Store(path, user=user, now=now, lock=lock)
