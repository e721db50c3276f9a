"""How F6 goes from one pane of the window to the next, as it does in every office program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def go_on(panes: Sequence[QWidget], focused: QWidget | None, step: int) -> None:
    """Give the keyboard to the pane ``step`` (1, -1) away, to where it was last in there.

    Panes that are hidden or have nothing to type or press are passed over.
    """
    open_panes = [(pane, place) for pane in panes if (place := _place(pane)) is not None]
    if not open_panes:
        return
    holding = [at for at, (pane, _place) in enumerate(open_panes) if _holds(pane, focused)]
    at = holding[0] + step if holding else 0
    open_panes[at % len(open_panes)][1].setFocus(Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


def _place(pane: QWidget) -> QWidget | None:
    """What in a pane takes the keyboard: what speaks for it, what had it last, else the first."""
    if not pane.isVisible():
        return None
    wanted = (pane.focusProxy(), pane.focusWidget(), pane)
    inside = pane.findChildren(QWidget)
    return next((each for each in (*wanted, *inside) if each is not None and _takes(each)), None)


def _takes(widget: QWidget) -> bool:
    by_key = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_key) and widget.isVisible() and widget.isEnabled()
