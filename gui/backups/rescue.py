"""A ledger that cannot be opened, or is gone, while its backups are there: they are offered."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from gui.ask import Ask
from gui.backups.restore_window import RestoreWindow
from gui.look import Look
from model.backups.listing import backups_of
from model.backups.restoring import restore
from model.refused import Refused
from model.store.copying import verify
from model.store.faults import DAMAGED, NOT_OURS

LOST = "没有找到台账文件"
LOST_TEXT = (
    "“{name}”不在原来的位置，但它的{count}个备份还在。可以从备份恢复，也可以建立一个空白台账。"
)


def lead(ledger: Path) -> str:
    """Why a backup should be brought back, in a plain sentence; blank where it should not."""
    if not backups_of(ledger):
        return ""
    if not ledger.exists():
        return f"没有找到“{ledger.name}”。请选一个备份恢复。"
    try:
        verify(ledger)
    except Refused as refusal:
        if refusal.text in (DAMAGED, NOT_OURS):
            return (
                f"“{ledger.name}”已损坏，打不开，没有改动它。"
                "请选一个备份恢复，损坏的文件会留存在旁边。"
            )
    return ""


def rescue(look: Look, ask: Ask, ledger: Path, user: str) -> bool:
    """Show the backups of a ledger that cannot be opened; whether one was brought back."""
    why = lead(ledger)
    return bool(why) and _shown(look, ask, ledger, user, why)


def offer_backups_of_lost(look: Look, ask: Ask, ledger: Path, user: str) -> None:
    """Ask before a new, empty ledger is made where there was one."""
    backups = backups_of(ledger)
    if ledger.exists() or not backups:
        return
    text = LOST_TEXT.format(name=ledger.name, count=len(backups))
    if ask.choose(LOST, text, ("建立空白台账", "从备份恢复…")) == 1:
        _shown(look, ask, ledger, user, lead(ledger))


def _shown(look: Look, ask: Ask, ledger: Path, user: str, why: str) -> bool:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    # The main window comes after this one.
    app.setQuitOnLastWindowClosed(False)
    window = RestoreWindow(None, look, ask, ledger, lead=why)
    try:
        window.exec()
        return window.chosen is not None and _restored(ask, ledger, window.chosen, user)
    finally:
        window.deleteLater()
        app.setQuitOnLastWindowClosed(True)


def _restored(ask: Ask, ledger: Path, backup: Path, user: str) -> bool:
    try:
        restore(ledger, backup, user=user, at=datetime.now())
    except Refused as refusal:
        ask.refuse(refusal.text)
        return False
    return True
