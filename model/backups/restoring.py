"""Bringing a backup back: step by step, so that whenever it is cut off one whole file is there."""

import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from model.backups.taking import Reason, folder_of, take
from model.frozen import Frozen
from model.refused import Refused
from model.store.copying import copy_verified, verify
from model.store.lock import WriterLock
from model.store.owner import Owner, own_self
from model.store.placing import flush_folder, plain_os_errors


class Step(Frozen):
    """One step, said in words; it can be done again after it was cut off."""

    words: str
    do: Callable[[], None]


class Restoring:
    """Puts ``backup`` in the place of ``ledger``, which nobody has open.

    The present file is never deleted: it stays beside under a name with 恢复前, or 损坏 where it
    could not be backed up as usual. Until the last but one step the ledger is the old file, from
    then on the new one.
    """

    def __init__(self, ledger: Path, backup: Path, at: datetime) -> None:
        self._ledger, self._backup, self._at = ledger.resolve(), backup, at
        # Beside the file itself: a link to it may lie on another disk.
        self._staged = self._ledger.with_name(f".{self._ledger.name}.恢复中")
        self._is_damaged = False
        self.steps = (
            Step("核对备份并准备副本", self._stage),
            Step("备份现在的台账", self._back_up),
            Step("留存现在的文件", self._set_aside),
            Step("换上备份", self._replace),
            Step("核对恢复后的台账", self._verify),
        )

    def run(self) -> None:
        """Do all the steps. Raises Refused, and then the ledger is one of the two, whole."""
        for step in self.steps:
            step.do()

    @property
    def aside(self) -> Path:
        """Where the file that was replaced lies afterwards."""
        word = "损坏" if self._is_damaged else Reason.BEFORE_RESTORE.value
        return self._ledger.with_name(f"{self._ledger.stem}_{word}_{self._at:%Y%m%d_%H%M%S}.db")

    def _stage(self) -> None:
        copy_verified(self._backup, self._staged)

    def _back_up(self) -> None:
        if not self._ledger.exists():
            return
        try:
            take(self._ledger, folder_of(self._ledger), self._at, Reason.BEFORE_RESTORE)
        except Refused:
            self._is_damaged = True

    def _set_aside(self) -> None:
        """The old file gets a second name; its own is taken away only by the new file."""
        with plain_os_errors(self._ledger):
            if self._ledger.exists():
                _also_named(self._ledger, self.aside)
            if _size(self._journal):
                _also_named(self._journal, Path(f"{self.aside}-journal"))
                # Beside the new file it would be taken for that one's and spoil it.
                self._journal.unlink()
            flush_folder(self._ledger.parent)

    def _replace(self) -> None:
        with plain_os_errors(self._ledger):
            try:
                os.replace(self._staged, self._ledger)
            except PermissionError as error:
                raise Refused(
                    f"“{self._ledger.name}”还被别的程序打开着，没有恢复。请关闭它再试一次。"
                ) from error
            flush_folder(self._ledger.parent)

    def _verify(self) -> None:
        verify(self._ledger)

    @property
    def _journal(self) -> Path:
        return Path(f"{self._ledger}-journal")


def restore(
    ledger: Path, backup: Path, *, user: str, at: datetime, lock: WriterLock | None = None
) -> Path:
    """Bring ``backup`` back while nobody else may write; where the former file lies afterwards.

    ``lock`` is the one on the ledger that this process has already; it is released in any case.
    Raises Refused, also while another one writes.
    """
    held = lock or WriterLock.take(ledger, user, at)
    if isinstance(held, Owner):
        raise Refused(f"{held.said(own_self(user, at))}，没有恢复。请等那边关闭后再试。")
    restoring = Restoring(ledger, backup, at)
    try:
        restoring.run()
    finally:
        held.release()
    return restoring.aside


def _also_named(path: Path, name: Path) -> None:
    """``path`` under a second name; where the disk knows no links (a USB stick), as a copy."""
    if name.exists():
        return
    try:
        os.link(path, name)
    except OSError:
        partial = name.with_name(f".{name.name}.部分")
        shutil.copyfile(path, partial)
        os.replace(partial, name)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
