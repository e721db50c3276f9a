"""Undo and redo with words, and the clipboard of whatever has the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from gui.office import Office
from model.changes import Operation, Way
from model.refused import Refused
from model.store.history import Entry

SAID = {Way.UNDO: "已撤销", Way.REDO: "已重做"}


def undo(office: Office) -> Operation | None:
    """Take back the last operation; None when there was none, or it was refused and said so."""
    return _reverted(office, office.store.undo)


def redo(office: Office) -> Operation | None:
    """Take back the last undo."""
    return _reverted(office, office.store.redo)


def _reverted(office: Office, revert: Callable[[], Operation | None]) -> Operation | None:
    try:
        return revert()
    except Refused as refusal:
        office.ask.refuse(refusal.text)
        return None


def name_action(action: QAction, verb: str, entry: Entry | None, barred: str) -> None:
    """Say in the menu what the action would take back: 撤销 修改问题表现; or why it cannot."""
    named = f"{verb} {entry.label}" if entry else verb
    action.setText(named)
    action.setEnabled(entry is not None and not barred)
    action.setToolTip(barred or (named if entry else f"没有可以{verb}的操作"))


def on_focused(deed: str) -> None:
    """Cut, copy or paste in the widget that has the keyboard, or in what holds it."""
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None:
        act = getattr(widget, deed, None)
        if callable(act):
            act()
            return
        widget = widget.parentWidget()
