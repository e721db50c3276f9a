"""A disk that remembers what was synced, and what becomes of it when the power is cut.

What was not synced survives at the whim of the disk: a write whole, torn into sectors, or not at
all, in any order; new names and deletions of names in their order, up to any point.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from random import Random
from typing import Any

import apsw

from model.frozen import Frozen

SECTOR = 512


class Wrote(Frozen):
    file: str
    offset: int
    data: bytes


class Truncated(Frozen):
    file: str
    size: int


class Made(Frozen):
    """A new name in the folder."""

    file: str


class Synced(Frozen):
    """The file is durable, and with the sync of a new journal its name."""

    file: str


class Deleted(Frozen):
    file: str
    durably: bool


class Acknowledged(Frozen):
    """The user was told that this operation is stored."""

    operation: int


Event = Wrote | Truncated | Made | Synced | Deleted | Acknowledged


class Recorder(apsw.VFS):
    """The usual file system, with a log of what is done to it."""

    def __init__(self, name: str) -> None:
        self.log: list[Event] = []
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        if name is None:
            return super().xOpen(name, flags)
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        is_new = not os.path.exists(path)
        file = _File(self.log, name, os.path.basename(path), flags)
        if is_new and os.path.exists(path):
            self.log.append(Made(os.path.basename(path)))
        return file

    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        self.log.append(Deleted(os.path.basename(filename), bool(syncdir)))


class _File(apsw.VFSFile):
    def __init__(self, log: list[Event], name: Any, file: str, flags: list[int]) -> None:
        self._log, self._name = log, file
        super().__init__("", name, flags)

    def xWrite(self, data: Any, offset: int) -> None:
        super().xWrite(data, offset)
        self._log.append(Wrote(self._name, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        self._log.append(Truncated(self._name, newsize))

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._log.append(Synced(self._name))


class _Inode:
    """A file: what is durable of it and what was done since."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = bytearray(data)
        self.pending: list[Wrote | Truncated] = []

    def sync(self) -> None:
        for event in self.pending:
            _do(self.data, event)
        self.pending.clear()

    def left(self, rng: Random, luck: float) -> bytes:
        data = bytearray(self.data)
        for event in self.pending:
            if isinstance(event, Truncated):
                if rng.random() < luck:
                    _do(data, event)
            else:
                for piece in _pieces(event, rng, luck):
                    _do(data, piece)
        return bytes(data)


def _do(data: bytearray, event: Wrote | Truncated) -> None:
    if isinstance(event, Truncated):
        del data[event.size :]
        data.extend(bytes(event.size - len(data)))
        return
    if len(data) < event.offset:
        data.extend(bytes(event.offset - len(data)))
    data[event.offset : event.offset + len(event.data)] = event.data


def _pieces(event: Wrote, rng: Random, luck: float) -> list[Wrote]:
    """What reaches the disk of one write."""
    if rng.random() < 0.6:
        return [event] if rng.random() < luck else []
    found = []
    for start in range(0, len(event.data), SECTOR):
        if rng.random() < luck:
            sector = event.data[start : start + SECTOR]
            if rng.random() < 0.1:
                sector = sector[: rng.randrange(len(sector) + 1)]
            found.append(Wrote(event.file, event.offset + start, sector))
    return found


class Disk:
    """Follows the log; ``cut`` tells what may be found after a power cut at this point."""

    def __init__(self, files: dict[str, bytes], acknowledged: int) -> None:
        self.acknowledged = acknowledged
        self._durable = {name: _Inode(data) for name, data in files.items()}
        self._names = dict(self._durable)
        self._folder: list[tuple[str, _Inode | None]] = []

    def follow(self, events: Sequence[Event]) -> None:
        for event in events:
            self._follow(event)

    def _follow(self, event: Event) -> None:
        if isinstance(event, Acknowledged):
            self.acknowledged = event.operation
        elif isinstance(event, Made):
            self._entry(event.file, _Inode())
        elif isinstance(event, Deleted):
            self._entry(event.file, None)
            if event.durably:
                self._sync_folder(len(self._folder))
        elif isinstance(event, Synced):
            self._names[event.file].sync()
            # SQLite syncs the folder with the first sync of a journal.
            if event.file.endswith("-journal"):
                self._sync_folder(len(self._folder))
        else:
            self._names[event.file].pending.append(event)

    def _entry(self, name: str, inode: _Inode | None) -> None:
        self._folder.append((name, inode))
        _enter(self._names, name, inode)

    def _sync_folder(self, count: int) -> None:
        for name, inode in self._folder[:count]:
            _enter(self._durable, name, inode)
        del self._folder[:count]

    def cut(self, rng: Random) -> dict[str, bytes]:
        """The files as they are found when the power is back."""
        luck = rng.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        names = dict(self._durable)
        for name, inode in self._folder[: rng.randrange(len(self._folder) + 1)]:
            _enter(names, name, inode)
        return {name: inode.left(rng, luck) for name, inode in names.items()}


def _enter(names: dict[str, _Inode], name: str, inode: _Inode | None) -> None:
    if inode is None:
        names.pop(name, None)
    else:
        names[name] = inode
