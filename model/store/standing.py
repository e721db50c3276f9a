"""How we stand to the file we opened: whether we may write in it, and if not, why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from model.store.faults import FREE, GONE, REPLACED
from model.store.identity import mark_of
from model.store.lock import WriterLock, is_held
from model.store.owner import Owner, own_self, read_note


def barring(owner: Owner, user: str, now: datetime) -> str:
    """Why nothing can be written while ``owner`` writes."""
    return f"{owner.said(own_self(user, now))}，现在只能查看。"


class Standing:
    """``words`` say why we may not write; blank while we may.

    ``owner`` is who writes instead of us, where that is why. ``is_lost`` tells that the file is no
    longer the one we opened: it must be opened anew. A file without a ``lock`` is one that nobody
    else knows of.
    """

    def __init__(
        self,
        path: Path,
        user: str,
        now: Callable[[], datetime],
        words: str,
        lock: WriterLock | None,
        owner: Owner | None,
    ) -> None:
        self.words = words
        self.owner = owner
        self.is_lost = False
        self._path, self._user, self._now = path, user, now
        self._lock = lock
        self._mark = mark_of(path)

    def look(self) -> None:
        """See again how we stand."""
        found = mark_of(self._path)
        if self.is_lost:
            return
        if found != self._mark:
            self.lose(REPLACED if found else GONE)
        elif self._lock is not None and not self._lock.holds():
            self._take_again()
        elif self.owner is not None:
            self._see_owner()

    def lose(self, words: str) -> None:
        """The file cannot be worked on any more."""
        self.is_lost, self.owner, self.words = True, None, words

    def win(self, lock: WriterLock) -> None:
        """Write from now on."""
        self.owner, self.words, self._lock = None, "", lock

    def bar(self, words: str, owner: Owner | None) -> None:
        """Only read from now on."""
        self.owner, self.words = owner, words

    def part_with_lock(self) -> WriterLock | None:
        """Give the lock to whoever opens the file anew, in this process."""
        lock, self._lock = self._lock, None
        return lock

    def take_back(self, lock: WriterLock) -> None:
        """The lock again: it was not opened anew."""
        self._lock = lock

    def release(self) -> None:
        """Let others write, at the end."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _take_again(self) -> None:
        """The lock's file was deleted: whoever is first makes it anew."""
        assert self._lock is not None
        self._lock.release()
        self._lock = None
        taken = WriterLock.take(self._path, self._user, self._now())
        if isinstance(taken, WriterLock):
            self._lock = taken
        else:
            self.bar(barring(taken, self._user, self._now()), taken)

    def _see_owner(self) -> None:
        """Another one may write by now, or nobody."""
        if not is_held(self._path):
            self.words = FREE
        else:
            self.owner = read_note(self._path)
            self.words = barring(self.owner, self._user, self._now())
