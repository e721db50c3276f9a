"""What the window does with its keeper: the foot says how the backups are, the menu opens them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui import desktop
from gui.backups.keeper import SECOND_KEY, Keeper
from gui.office import Office
from gui.status_bar import StatusBar
from model.backups import folder_of
from model.refused import Refused

NO_SECOND = "第二备份位置：未设置"


class Tending(QObject):
    """Asks the program for what only it can do: to close the ledger and open another."""

    restore_wanted = Signal(Path)  # the backup
    ledger_wanted = Signal(Path)
    standing_changed = Signal()  # nothing may be written any more

    def __init__(self, office: Office, status: StatusBar, window: QWidget) -> None:
        super().__init__(window)
        self._office, self._status, self._window = office, status, window
        self.keeper = Keeper(office, self)
        self.keeper.told.connect(status.show_backup)
        self.keeper.news.connect(self._show_news)
        self.keeper.barred.connect(self._offer_backup)
        self.keeper.doubted.connect(self._tell_doubt)
        self.keeper.shared.connect(self._offer_working_copy)

    def back_up(self) -> None:
        """立即备份."""
        self.keeper.back_up_by_hand()

    def show_backups(self) -> None:
        """备份与恢复: the list, and the one that is chosen is brought back."""
        # Loaded with the first look at the backups, not at the start.
        from gui.backups.restore_window import RestoreWindow

        office = self._office
        second = (self._second(), self._choose_second)
        window = RestoreWindow(
            self._window,
            office.look,
            office.ask,
            office.store.path,
            second=second if office.keeps_backups else None,
        )
        window.exec()
        chosen = window.chosen
        window.deleteLater()
        if chosen is not None:
            self.restore_wanted.emit(chosen)

    # -- the second place ----------------------------------------------------------------------

    def _second(self) -> str:
        place = self._office.settings.get(SECOND_KEY)
        return f"第二备份位置：{place}" if place else NO_SECOND

    def _choose_second(self) -> str:
        """Another disk or a stick; what is new goes there with the next backup."""
        folder = self._office.ask.folder("第二备份位置（另一个磁盘或U盘）", Path.home())
        if folder is not None:
            self._office.settings.put(SECOND_KEY, str(folder))
            self._office.settings.save()
        return self._second()

    # -- what the keeper tells -----------------------------------------------------------------

    def _show_news(self, words: str, is_there: bool) -> None:
        offer = (("打开备份文件夹", self._show_folder),) if is_there else ()
        self._status.show_news(words, offer)

    def _show_folder(self) -> None:
        try:
            desktop.open_file(folder_of(self._office.store.path))
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)

    def _offer_backup(self, faults: str) -> None:
        self.standing_changed.emit()
        text = f"{faults}\n\n文件没有改动，现在只能查看。可以选一个备份恢复，原文件会留存在旁边。"
        if self._office.ask.confirm("台账文件有损坏", text, "从备份恢复…", "先只看"):
            self.show_backups()

    def _tell_doubt(self, faults: str) -> None:
        text = f"{faults}\n\n没有改动任何内容。请核对后改正，或从备份恢复。"
        if self._office.ask.confirm("核对时发现不一致", text, "看备份…", "知道了"):
            self.show_backups()

    def _offer_working_copy(self) -> None:
        from gui.backups import working_copy  # only for a ledger on a share

        self._status.show_news(working_copy.WORDS, ((working_copy.OFFER, self._make_copy),))

    def _make_copy(self) -> None:
        from gui.backups.working_copy import working_copy  # only for a ledger on a share

        copy = working_copy(self._office.ask, self._office.store.path)
        if copy is not None:
            self.ledger_wanted.emit(copy)
