"""What the menu can do now: undo and redo with words, the clipboard of what has the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from gui.actions import ACTIONS, Needs
from gui.office import Office
from model.changes import Operation, Way
from model.records import Campaign
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


def allow_actions(
    actions: Mapping[str, QAction], office: Office, campaign: Campaign | None, working: bool
) -> None:
    """Enable what can be done now, and say of the rest why it cannot.

    ``working``: a campaign is shown, not the page that makes one.
    """
    store = office.store
    why_not = {Needs.WRITING: office.barred(campaign), Needs.LEDGER: store.read_only}
    for id, action in actions.items():
        needs = ACTIONS[id].needs
        barred = why_not.get(needs, "")
        action.setEnabled(needs is Needs.NOTHING or (working and not barred))
        action.setToolTip(barred or ACTIONS[id].text)
    name_action(actions["undo"], "撤销", store.undoable(), store.read_only)
    name_action(actions["redo"], "重做", store.redoable(), store.read_only)


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
