"""Looks after the open ledger: backs it up when there is something new, checks it, says how it is.

All work is done outside the window's thread, on paths and values; the window hears the outcome.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from gui.background import Background, Watch
from gui.office import Office
from model.backups import Reason, folder_of
from model.frozen import Frozen
from model.refused import Refused
from model.store.faults import BARRED

FIRST_LOOK_MILLISECONDS = 1500  # after the first paint
HALF_AN_HOUR = 30 * 60_000
AFTER_A_FAILURE = 5 * 60_000
SWEEP_EVERY = timedelta(days=7)
SECOND_KEY = "backup/second"
STRUCTURE = ("文件结构", "表结构")


def share_key(ledger: Path) -> str:
    """Under which the file on a share is kept whose working copy this ledger is."""
    return f"share/{ledger.name}"


def sweep_key(ledger: Path) -> str:
    """Under which is kept on which day the ledger was last checked in full."""
    return f"checked_on/{ledger.name}"


class Found(Frozen):
    """What a look at the file found: faults that bar writing, a bad backup, a network share."""

    barring: tuple[str, ...]
    backup: tuple[str, ...]
    on_share: bool


class Keeper(QObject):
    """Idle for a ledger that keeps no backups (the sample)."""

    told = Signal(str, str, bool)  # the last backup in words, more of it, whether all is well
    news = Signal(str, bool)  # what was just done; whether there is a backup to show
    barred = Signal(str)  # the file is damaged: what was found
    doubted = Signal(str)  # a value is not what it was: what was found
    shared = Signal()  # the ledger lies on a network share

    def __init__(
        self, office: Office, parent: QObject, now: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__(parent)
        self._office, self._now = office, now
        self._ledger = office.store.path
        self._background = Background(self)
        self._is_damaged = False
        self._finished = False
        self._timer = QTimer(self, interval=HALF_AN_HOUR)
        self._timer.timeout.connect(partial(self.back_up, Reason.REGULAR))
        if office.keeps_backups:
            QTimer.singleShot(FIRST_LOOK_MILLISECONDS, self, self.begin)

    # -- when ----------------------------------------------------------------------------------

    def begin(self) -> None:
        """Look the file over, then back it up if it is well; from then on every half hour."""
        if self._finished:
            return
        ledger = self._ledger
        job = self._background.start("正在检查台账", lambda watch: _looked_over(ledger))
        job.succeeded.connect(self._hear_look)
        job.refused.connect(self._tell_failure)
        self._timer.start()

    def back_up(self, reason: Reason, *, always: bool = False) -> None:
        """Back up what was written since the last backup; ``always``: even if nothing was."""
        if not self._office.keeps_backups:
            self.news.emit("这份台账不做备份", False)
            return
        may = not (self._office.store.read_only or self._is_damaged)
        work = _backed_up if may else _newest_of
        places = self._places()
        ledger, at = self._ledger, self._now()
        job = self._background.start(
            "正在备份", lambda watch: work(ledger, places, at, reason, always)
        )
        job.succeeded.connect(partial(self._hear_backup, reason if may else None))
        job.refused.connect(self._tell_failure)

    def back_up_by_hand(self) -> None:
        """立即备份."""
        self.back_up(Reason.BY_HAND, always=True)

    def finish(self) -> None:
        """The window has gone: back up what is new and wait until that is done."""
        if self._finished:
            return
        self._finished = True
        self._timer.stop()
        self._background.finish()
        if self._office.keeps_backups:
            self.back_up(Reason.CLOSING)
            self._background.finish()

    # -- where ---------------------------------------------------------------------------------

    def _places(self) -> tuple[Path, Path | None, Path | None]:
        """Own folder, second place, and the file on a share whose working copy this is."""
        keys = (SECOND_KEY, share_key(self._ledger))
        named = (self._office.settings.get(key) for key in keys)
        second, share = (Path(name) if isinstance(name, str) and name else None for name in named)
        return folder_of(self._ledger), second, share

    # -- what came of it -----------------------------------------------------------------------

    def _hear_look(self, found: Found) -> None:
        if self._finished:
            return
        if found.on_share:
            self.shared.emit()
        if found.barring:
            self._is_damaged = True
            if not self._office.store.read_only:
                self._office.store.stay_reading(BARRED, None)
            self.barred.emit("\n".join(found.barring))
        # What is wrong with the newest backup is mended by another one.
        self.back_up(Reason.OPENING, always=bool(found.backup) and not found.barring)
        if not found.barring and self._sweep_is_due():
            self._sweep()

    def _hear_backup(self, reason: Reason | None, outcome: object) -> None:
        # Loaded with the first backup: the start does not wait for it.
        from gui.backups.words import last_backup
        from model.backups.keeping import Outcome

        assert isinstance(outcome, Outcome)
        if self._finished:
            return
        self._timer.setInterval(HALF_AN_HOUR)
        newest = outcome.newest
        more = [f"在“{newest.path.parent}”里" if newest else "写入内容后会自动备份"]
        if share := self._places()[2]:
            more.append(f"这是本机副本，备份时发布到“{share.parent}”")
        self.told.emit(
            last_backup(newest, self._now()),
            "\n".join((*more, *outcome.words)),
            not outcome.words,
        )
        if reason is Reason.BY_HAND:
            self.news.emit("；".join(("已备份", *outcome.words)), True)

    def _tell_failure(self, why: str) -> None:
        from gui.backups.words import FAILED  # loaded with the first backup

        if not self._finished:
            self._timer.setInterval(AFTER_A_FAILURE)
            self.told.emit(FAILED, f"{why}\n过几分钟会再试。", False)

    # -- once a week ---------------------------------------------------------------------------

    def _sweep_is_due(self) -> bool:
        """Also where the last one was in the future, by a clock that was wrong."""
        try:
            last = date.fromisoformat(str(self._office.settings.get(sweep_key(self._ledger))))
        except ValueError:
            return True
        return not timedelta(0) <= self._now().date() - last < SWEEP_EVERY

    def _sweep(self) -> None:
        ledger = self._ledger
        job = self._background.start("正在核对台账", lambda watch: _swept(ledger, watch))
        job.succeeded.connect(self._hear_sweep)
        job.refused.connect(self._tell_failure)

    def _hear_sweep(self, faults: tuple[str, ...]) -> None:
        if self._finished:
            return
        today = self._now().date()
        self._office.settings.put(sweep_key(self._ledger), today.isoformat())
        if faults:
            self.doubted.emit("\n".join(faults))


# What the workers do. Each loads what it needs there, not at the start.


def _looked_over(ledger: Path) -> Found:
    from model.backups.inspecting import look_over
    from model.network import is_on_share

    checked = look_over(ledger)
    barring = (each for each in checked if each.name in STRUCTURE)
    backup = (each for each in checked if each.name not in STRUCTURE)
    return Found(
        tuple(fault for each in barring for fault in each.faults),
        tuple(fault for each in backup for fault in each.faults),
        is_on_share(ledger),
    )


def _backed_up(
    ledger: Path,
    places: tuple[Path, Path | None, Path | None],
    at: datetime,
    reason: Reason,
    always: bool,
) -> object:
    from model.backups.keeping import Places, back_up

    return back_up(ledger, Places(*places), at, reason, always=always)


def _newest_of(
    ledger: Path,
    places: tuple[Path, Path | None, Path | None],
    at: datetime,
    reason: Reason,
    always: bool,
) -> object:
    """Of a ledger that may only be read the newest backup is told, and none is made."""
    from model.backups.keeping import Outcome
    from model.backups.listing import backups_of

    return Outcome(next(iter(backups_of(ledger)), None), False)


def _swept(ledger: Path, watch: Watch) -> tuple[str, ...]:
    from model.backups.inspecting import inspect

    checked = inspect(ledger, watch.cancelled)
    if watch.cancelled():
        raise Refused("已停止。")
    return tuple(fault for each in checked for fault in each.faults)
