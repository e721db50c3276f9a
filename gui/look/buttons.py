"""Buttons by rank: one primary in a window, plain ones, flat ones in panels, icons alone."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from gui.look.look import Look

HEIGHT = 28
DIALOG_HEIGHT = 36
BIG_HEIGHT = 40
ICON = 16
ICON_ROOM = 2


def primary_button(
    look: Look,
    name: str,
    text: str,
    *,
    icon: str = "",
    icon_after: bool = False,
    height: int = DIALOG_HEIGHT,
    parent: QWidget | None = None,
) -> QPushButton:
    """The one filled button of a window; 36 high in dialogs, 40 for the next move of an issue."""
    button = _button(look, name, text, "primary", parent)
    button.setFont(look.font("big_button" if height >= BIG_HEIGHT else "strong"))
    button.setFixedHeight(height)
    if icon:
        room = -ICON_ROOM if icon_after else ICON_ROOM
        _set_icon(look, button, icon, look.tokens.on_accent, room)
    if icon_after:
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return button


def plain_button(
    look: Look,
    name: str,
    text: str,
    *,
    icon: str = "",
    height: int = HEIGHT,
    parent: QWidget | None = None,
) -> QPushButton:
    """An outlined button: every verb but the one."""
    button = _button(look, name, text, "plain", parent)
    button.setFixedHeight(height)
    if icon:
        _set_icon(look, button, icon, look.tokens.ink, ICON_ROOM)
    return button


def flat_button(
    look: Look, name: str, text: str, *, icon: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A button without outline, in label type: 添加措施, 清除筛选, 全部历史."""
    button = _button(look, name, text, "flat", parent)
    button.setFont(look.font("label"))
    if icon:
        _set_icon(look, button, icon, look.tokens.ink2, ICON_ROOM)
    return button


def icon_button(
    look: Look,
    name: str,
    icon: str,
    meaning: str,
    *,
    size: int = 16,
    outlined: bool = False,
    height: int = HEIGHT,
    parent: QWidget | None = None,
) -> QToolButton:
    """An icon alone; `meaning` is its tooltip and accessible name."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setAccessibleName(meaning)
    button.setToolTip(meaning)
    button.setIcon(look.icon(icon, size))
    button.setIconSize(QSize(size, size))
    button.setFixedSize(max(height, HEIGHT), height)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setProperty("role", "plain" if outlined else "flat")
    return button


def set_role(button: QPushButton, role: str) -> None:
    """Make a button that exists, e.g. of a message box, "primary", "plain" or "flat"."""
    button.setProperty("role", role)
    button.style().unpolish(button)
    button.style().polish(button)


def _button(look: Look, name: str, text: str, role: str, parent: QWidget | None) -> QPushButton:
    button = Button(text, parent)
    button.setObjectName(name)
    button.setAccessibleName(text)
    button.setProperty("role", role)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAutoDefault(False)
    return button


class Button(QPushButton):
    """Enter presses the button that has the focus, not the filled one of its dialog.

    Qt knows that as ``autoDefault``, which also makes a button of a dialog without a filled one the
    one that Enter in any field presses.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enters and not event.isAutoRepeat():
            self.click()
        elif not enters:
            super().keyPressEvent(event)


def _set_icon(look: Look, button: QPushButton, icon: str, colour: QColor, room: int) -> None:
    off = look.tokens.off
    button.setIcon(look.icons.icon(icon, colour, ICON, off, room=room))
    button.setIconSize(QSize(ICON + ICON_ROOM, ICON))


def allow(button: QWidget, why_not: str) -> None:
    """Enable a button, or disable it with the reason as its tooltip."""
    if button.isEnabled():
        button.setProperty("usual_tip", button.toolTip())
    button.setEnabled(not why_not)
    button.setToolTip(why_not or str(button.property("usual_tip") or ""))
