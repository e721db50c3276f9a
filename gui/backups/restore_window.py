"""备份与恢复: every backup with what is in it, to be verified, copied out, or brought back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.ask import LEDGER, Ask
from gui.background import Background, Watch
from gui.backups import words
from gui.backups.details import Details, Opened
from gui.look import Look
from gui.look.buttons import DIALOG_HEIGHT, plain_button, primary_button
from gui.look.panels import EmptyState, Hairline, label
from gui.record_table import LIST, RecordTable, Row, TableColumn, TableModel
from model.backups.listing import Backup, backups_of, from_elsewhere, read_summary
from model.fields import Field
from model.kinds import Text, Whole
from model.refused import Refused
from model.store.copying import copy_verified, verify
from model.store.summary import difference, summary

SIZE = (1040, 600)
DETAILS_WIDTH = 340
SECOND_WIDTH = 300
MARGIN = 28
EMPTY = "还没有备份。写入内容后，打开、关闭和每半小时各自动备份一次。"
LEAD = "备份在打开、关闭和每半小时自动做一次，只在有改动时做。"


class RestoreWindow(QDialog):
    """``chosen`` is the backup to bring back, once the window was accepted.

    Works on paths alone, so that it also serves where the ledger cannot be opened. ``lead`` says
    why it is shown; ``second`` asks where the second place is and returns what to say of it.
    """

    help_page = "safety"

    def __init__(
        self,
        parent: QWidget | None,
        look: Look,
        ask: Ask,
        ledger: Path,
        *,
        lead: str = LEAD,
        now: Callable[[], datetime] = datetime.now,
        second: tuple[str, Callable[[], str]] | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._ask, self._ledger, self._now = look, ask, ledger, now
        self._background = Background(self)
        self._backups = backups_of(ledger)
        self._opened: dict[Path, Opened] = {}
        self._shown: Backup | None = None
        self.chosen: Path | None = None
        self.setObjectName("restore_window")
        self.setWindowTitle("备份与恢复")
        self.resize(*SIZE)
        self._table = self._made_table()
        self._details = Details(look)
        self._details.setFixedWidth(DETAILS_WIDTH)
        self._edge = Hairline(look.tokens.line2, upright=True)
        self._restore_button = primary_button(look, "backup_restore", "恢复到这个备份")
        self._elsewhere_button = plain_button(
            look, "backup_elsewhere", "选别处的备份…", icon="folder", height=DIALOG_HEIGHT
        )
        self._empty = EmptyState(look, "no_backups", "history", EMPTY)
        self._build(lead, second)
        self._wire()
        self._show()

    # -- building ------------------------------------------------------------------------------

    def _made_table(self) -> RecordTable:
        columns = [
            TableColumn("at", _field("at", "时间"), 132, show=self._when, order=datetime.timestamp),
            TableColumn("reason", _field("reason", "原因"), 72),
            TableColumn("size", Field("size", "大小", Whole()), 80, show=words.size, quiet=True),
            TableColumn("contents", _field("contents", "内容"), quiet=True),
        ]
        return RecordTable(TableModel(columns), self._look, LIST, "backup_table", title="备份")

    def _when(self, at: datetime) -> str:
        return words.when(at, self._now())

    def _build(self, lead: str, second: tuple[str, Callable[[], str]] | None) -> None:
        look = self._look
        lead_label = label(look, "restore_lead", lead, "body", "ink2")
        lead_label.setWordWrap(True)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, 20, MARGIN, 14)
        top.setSpacing(6)
        top.addWidget(label(look, "restore_title", "备份与恢复", "dialog_title"))
        top.addWidget(lead_label)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._table, 1)
        middle.addWidget(self._empty, 1)
        middle.addWidget(self._edge)
        middle.addWidget(self._details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Hairline(look.tokens.line))
        column.addLayout(middle, 1)
        column.addWidget(Hairline(look.tokens.line))
        column.addLayout(self._foot(second))

    def _foot(self, second: tuple[str, Callable[[], str]] | None) -> QHBoxLayout:
        look = self._look
        close = plain_button(look, "restore_close", "关闭", height=DIALOG_HEIGHT)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 12, MARGIN, 16)
        row.setSpacing(12)
        if second is not None:
            said, choose = second
            place = label(look, "second_place", said, "label", "ink2")
            button = plain_button(look, "second_choose", "更改…")
            button.clicked.connect(lambda: _say(place, choose()))
            row.addWidget(place)
            row.addWidget(button)
            _say(place, said)
        row.addStretch(1)
        for made in (self._elsewhere_button, close, self._restore_button):
            row.addWidget(made)
        return row

    def _wire(self) -> None:
        self._table.current_changed.connect(self._choose)
        self._table.opened.connect(lambda _id: self._restore())
        self._restore_button.clicked.connect(self._restore)
        self._restore_button.setDefault(True)
        self._elsewhere_button.clicked.connect(self._take_from_elsewhere)
        self._details.verify_button.clicked.connect(self._verify)
        self._details.copy_button.clicked.connect(self._save_copy)

    # -- what is shown -------------------------------------------------------------------------

    def _show(self) -> None:
        backups = self._backups
        for part in (self._table, self._edge, self._details):
            part.setVisible(bool(backups))
        self._empty.setVisible(not backups)
        self._restore_button.setEnabled(False)
        self._table.records.show_rows(_row(n, each, "") for n, each in enumerate(backups, 1))
        if not backups:
            return
        self._table.select_id(1)
        self._choose(1)  # also where the first row was the current one before
        self._table.setFocus()
        job = self._background.start("正在读取备份", partial(_read_all, backups))
        job.succeeded.connect(self._table.records.update_rows)

    @property
    def _backup(self) -> Backup | None:
        """The one that is chosen in the list."""
        current = self._table.current_id()
        return self._backups[current - 1] if current else None

    def _choose(self, id: int) -> None:
        backup = self._backup
        if backup is None or backup == self._shown:
            return
        self._shown = backup
        self._restore_button.setEnabled(False)
        self._details.show_backup(backup, self._now())
        if backup.path in self._opened:
            self._show_opened(backup, self._opened[backup.path])
            return
        ledger = self._ledger
        job = self._background.start("正在读取备份", lambda watch: _opened(backup, ledger))
        job.succeeded.connect(partial(self._show_opened, backup))

    def _show_opened(self, backup: Backup, found: Opened) -> None:
        self._opened[backup.path] = found
        if backup == self._backup:
            self._details.show_opened(found, self._now())
            self._restore_button.setEnabled(found.summary is not None)

    # -- deeds ---------------------------------------------------------------------------------

    def _verify(self) -> None:
        backup = self._backup
        if backup is not None:
            job = self._background.start("正在核对", lambda watch: verify(backup.path))
            job.succeeded.connect(lambda _none: self._details.say("已核对，完好。", is_well=True))
            job.refused.connect(
                lambda why: self._details.say(f"核对没有通过：{why}", is_well=False)
            )

    def _save_copy(self) -> None:
        backup = self._backup
        if backup is None:
            return
        name = f"{self._ledger.stem}_副本_{backup.at:%Y%m%d_%H%M}.db"
        path = self._ask.save_path("另存为副本", self._ledger.with_name(name), LEDGER)
        if path is None:
            return
        if path.resolve() in (self._ledger.resolve(), backup.path.resolve()):
            self._ask.refuse("不能覆盖现在的台账或备份本身。请换一个文件名。")
            return
        job = self._background.start("正在另存", lambda watch: copy_verified(backup.path, path))
        say = self._details.say
        job.succeeded.connect(lambda _none: say(f"已另存为“{path.name}”。", is_well=True))
        job.refused.connect(lambda why: say(why, is_well=False))

    def _take_from_elsewhere(self) -> None:
        path = self._ask.open_path("选别处的备份", self._ledger.parent, LEDGER)
        if path is None:
            return
        try:
            backup = from_elsewhere(path)
        except Refused as refusal:
            self._ask.refuse(refusal.text)
            return
        self._backups = [backup, *(each for each in self._backups if each.path != path)]
        self._show()

    def _restore(self) -> None:
        backup = self._backup
        if backup is None or not self._restore_button.isEnabled():
            return
        when = self._when(backup.at)
        text = f"{self._loss(backup)}恢复后窗口会重新打开台账。"
        if self._ask.confirm(f"恢复到{when}的备份？", text, "恢复"):
            self.chosen = backup.path
            self.accept()

    def _loss(self, backup: Backup) -> str:
        """What happens to the present content."""
        opened = self._opened[backup.path]
        if opened.is_other:
            return "这是另一份台账的备份，现在的内容全部换掉，原文件留存在旁边。"
        if opened.difference is None:
            return "现在的文件读不出来，会留存在旁边，不会删除。"
        altered = words.since(opened.difference)
        lost = f"这之后的改动（{altered}）会从台账里消失。" if altered else ""
        return f"{lost}现在的台账会先备份一次，原文件也留存在旁边，不会删除。"

    def wait_until_read(self) -> None:
        """Wait for what is being read; it is shown when events are processed. For pictures."""
        self._background.wait()

    def done(self, result: int) -> None:
        self._background.finish()
        super().done(result)


def _say(place: QLabel, said: str) -> None:
    """A long path is cut; the tooltip has the whole."""
    place.setToolTip(said)
    metrics = place.fontMetrics()
    place.setText(metrics.elidedText(said, Qt.TextElideMode.ElideMiddle, SECOND_WIDTH))


def _field(name: str, text: str) -> Field:
    return Field(name, text, Text())


def _row(number: int, backup: Backup, contents: str) -> Row:
    return (number, backup.at, str(backup.reason), backup.size, contents)


# What the workers do.


def _read_all(backups: list[Backup], watch: Watch) -> list[Row]:
    rows = []
    for number, backup in enumerate(backups, 1):
        if watch.cancelled():
            break
        rows.append(_row(number, backup, words.contents(read_summary(backup))))
    return rows


def _opened(backup: Backup, ledger: Path) -> Opened:
    found = read_summary(backup)
    if found is None:
        return Opened(None, None, is_other=False)
    try:
        is_other = summary(ledger).uuid != found.uuid
        return Opened(found, difference(backup.path, ledger), is_other)
    except Refused:
        return Opened(found, None, is_other=False)
