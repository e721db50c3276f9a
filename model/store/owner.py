"""Who writes in a ledger, in words for everybody else: a note beside it, never the lock itself."""

from __future__ import annotations

import contextlib
import json
import os
from datetime import datetime
from pathlib import Path

from model.dates import show_date
from model.frozen import Frozen

MOST_LETTERS = 40  # of a name, which somebody may have written into the note by hand


class Owner(Frozen):
    """Who, on which PC, since when; blank where the note did not say."""

    user: str = ""
    host: str = ""
    since: datetime | None = None
    pid: int = 0

    def is_beside(self, here: Owner) -> bool:
        """Whether this is the same account on the same PC."""
        return bool(self.host) and (self.user, self.host) == (here.user, here.host)

    def said(self, here: Owner) -> str:
        """The beginning of a sentence: 李 在 PC-3 上 09:10 起正在使用这个台账."""
        since = f" {_moment(self.since, here.since)} 起" if self.since else ""
        if self.is_beside(here):
            return f"这个台账{since}已在另一个窗口里打开"
        place = f" 在 {self.host} 上" if self.host else ""
        if self.host == here.host:
            place = " 在这台电脑上"
        return f"{self.user or '有人'}{place}{since}正在使用这个台账"


def own_self(user: str, at: datetime) -> Owner:
    """What we write into the note."""
    # Not socket.gethostname(): to load socket takes 3 ms of the start.
    host = os.uname().nodename if os.name == "posix" else os.environ.get("COMPUTERNAME", "")
    return Owner(user, host, at.replace(microsecond=0), os.getpid())


def note_of(ledger: Path) -> Path:
    """Where the note on a ledger lies."""
    return ledger.with_name(f"{ledger.name}.owner")


def write_note(ledger: Path, owner: Owner, mode: int) -> None:
    """Say who writes. Where that cannot be said, the lock holds all the same."""
    note = note_of(ledger)
    draft = note.with_name(f".{note.name}.{owner.pid}")
    since = owner.since.isoformat() if owner.since else ""
    said = {"user": owner.user, "host": owner.host, "since": since, "pid": owner.pid}
    with contextlib.suppress(OSError):
        try:
            handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
            with open(handle, "w", encoding="utf-8") as text:
                json.dump(said, text, ensure_ascii=False)
            os.replace(draft, note)
        finally:
            draft.unlink(missing_ok=True)


def read_note(ledger: Path) -> Owner:
    """Who says that they write; blank where there is no note or it is garbled."""
    try:
        said = json.loads(note_of(ledger).read_bytes())
        since = datetime.fromisoformat(said["since"]).replace(tzinfo=None)
        return Owner(_name(said["user"]), _name(said["host"]), since, int(said["pid"]))
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return Owner()


def remove_note(ledger: Path, owner: Owner) -> None:
    """Take our note away, and nobody else's."""
    with contextlib.suppress(OSError):
        if read_note(ledger) == owner:
            note_of(ledger).unlink()


def _name(said: object) -> str:
    return "".join(letter for letter in str(said) if letter.isprintable())[:MOST_LETTERS]


def _moment(at: datetime, now: datetime | None) -> str:
    today = now.date() if now else None
    if at.date() == today:
        return f"{at:%H:%M}"
    return f"{show_date(at.date(), today.year if today else None)} {at:%H:%M}"
