"""What can be done with the chosen issues together, for menus: the moves with their counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.actions import FILL, MERGE, TOGETHER
from gui.office import Office
from model.lifecycle.duplicates import stayers
from model.lifecycle.together import possible
from model.records import Issue
from model.words import Move


def chosen(office: Office, ids: Sequence[int]) -> list[Issue]:
    """The issues of these ids that are still there."""
    found = (office.store.find(Issue, id) for id in ids)
    return [issue for issue in found if issue is not None]


def offers(issues: Sequence[Issue]) -> dict[str, str]:
    """The words of each action that can be done with these issues: 启动整改 3项…"""
    if len(issues) < 2:
        return {}
    counts = possible(issues)
    offered = {id: f"{move} {counts[move]}项…" for id, move in TOGETHER.items() if move in counts}
    offered[FILL] = "批量填写…"
    if counts.get(Move.MERGE) and stayers(issues):
        offered[MERGE] = "合并重复问题…"
    return offered


def add_offers(
    menu: QMenu, offered: Mapping[str, str], want: Callable[[str], object], barred: str
) -> None:
    """Put what is offered into a menu; ``barred`` says why nothing can be altered now."""
    for id, words in offered.items():
        if id == FILL and len(menu.actions()):
            menu.addSeparator()
        action = QAction(words, menu)
        action.setObjectName(f"offer_{id}")
        action.setEnabled(not barred)
        action.setToolTip(barred or words)
        action.triggered.connect(lambda _checked=False, id=id: want(id))
        menu.addAction(action)
