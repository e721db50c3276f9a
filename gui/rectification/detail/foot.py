"""The foot of the detail, always in sight: what is missing, and the button for the next move.

Beside that button stands the other usual way on: 延期 of what is under way, 补课 of what is handed
in (an acceptance that fails is as usual as one that does not), 退回补课 of what waits for the end.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from gui.look import Look, paint
from gui.look.buttons import (
    BIG_HEIGHT,
    allow,
    icon_button,
    plain_button,
    primary_button,
    set_role,
)
from gui.look.panels import label
from model.lifecycle import Readiness, Transition
from model.words import Move

MARGIN = 20
BESIDE = {Move.EXTEND: "extend", Move.SEND_BACK: "round", Move.RETURN: "round"}
"""The moves with a button of their own beside the next one, and their icons."""
SETTLED_WORDS = "已经办结，只读；备注仍可修改"


class Foot(QWidget):
    """The next move as the one filled button, the other usual one beside it, the rarer behind ⋯."""

    move_wanted = Signal(object)  # the Move
    together_wanted = Signal(QPoint)  # where a menu of what can be done together shall stand

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rarer: Sequence[Move] = ()
        self._next: Move | None = None
        self._many = False
        self._words = ""
        self.setObjectName("foot")
        self._missing: QLabel = label(look, "missing", "", "label", "ink2")
        self._next_button = primary_button(look, "next_move", "", height=BIG_HEIGHT)
        self._beside_buttons = {
            move: plain_button(look, move.name.lower(), str(move), icon=icon, height=BIG_HEIGHT)
            for move, icon in BESIDE.items()
        }
        self._more_button = icon_button(
            look, "more_moves", "more", "其他流转", outlined=True, height=BIG_HEIGHT
        )
        self._next_button.clicked.connect(self._press)
        for move, button in self._beside_buttons.items():
            button.clicked.connect(lambda _checked, move=move: self.move_wanted.emit(move))
        self._more_button.clicked.connect(self._open_menu)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._next_button, 1)
        for button in self._beside_buttons.values():
            row.addWidget(button)
        row.addWidget(self._more_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 5, MARGIN, 6)
        column.setSpacing(3)
        column.addWidget(self._missing)
        column.addLayout(row)

    def show_moves(
        self,
        possible: Sequence[Transition],
        ready: Readiness | None,
        *,
        settled: bool = False,
        barred: str = "",
    ) -> None:
        """Offer these moves, the first as the next one; ``ready`` says what that still needs.

        A ``settled`` issue is at its goal: the way back is offered, but not urged. ``barred`` says
        why no move can be made.
        """
        self._many = False
        moves = [each.move for each in possible]
        self._next = moves[0] if moves else None
        self._next_button.setVisible(self._next is not None)
        self._next_button.setText(f"{self._next}" if self._next else "")
        self._next_button.setAccessibleName(f"{self._next}" if self._next else "")
        for move, button in self._beside_buttons.items():
            button.setVisible(move in moves)
        self._rarer = [move for move in moves[1:] if move not in BESIDE]
        self._more_button.setVisible(bool(self._rarer))
        set_role(self._next_button, "plain" if settled else "primary")
        for each in (self._next_button, *self._beside_buttons.values(), self._more_button):
            allow(each, barred)
        self._words = barred or (SETTLED_WORDS if settled else _words(ready))
        self._say()

    def show_many(self, count: int, barred: str) -> None:
        """Offer what can be done with ``count`` selected issues together."""
        self._many, self._next, self._rarer = True, None, ()
        self._next_button.setText("批量办理…")
        self._next_button.setAccessibleName(f"批量办理选中的{count}个问题")
        set_role(self._next_button, "primary")
        self._next_button.show()
        for button in self._beside_buttons.values():
            button.hide()
        self._more_button.hide()
        allow(self._next_button, barred)
        self._words = barred or f"选中{count}个问题，可以一起办理"
        self._say()

    def _press(self) -> None:
        if self._many:
            self.together_wanted.emit(self._next_button.mapToGlobal(QPoint(0, 0)))
        else:
            self.move_wanted.emit(self._next)

    def _say(self) -> None:
        shown, _width = self._look.texts.cut(self._words, "label", self.width() - 2 * MARGIN)
        self._missing.setText(shown)
        self._missing.setToolTip(self._words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    def rarer_menu(self, parent: QWidget) -> QMenu:
        """The moves that have no button of their own."""
        menu = QMenu(parent)
        menu.setObjectName("rarer_moves")
        for move in self._rarer:
            action = QAction(f"{move}…", menu)
            action.setObjectName(f"move_{move.name.lower()}")
            action.setEnabled(self._more_button.isEnabled())
            action.triggered.connect(lambda _=False, move=move: self.move_wanted.emit(move))
            menu.addAction(action)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.tokens.surface)
        paint.across(painter, self._look.tokens.line2, 0, self.width(), 0)

    def _open_menu(self) -> None:
        menu = self.rarer_menu(self)
        menu.popup(self._more_button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))


def _words(ready: Readiness | None) -> str:
    """还差3项：措施3、整改情况、完成时间."""
    if ready is None:
        return ""
    if not ready.missing:
        return "已具备全部条件"
    short = [_short(each.text) for each in ready.missing]
    return f"还差{len(short)}项：" + "、".join(short)


def _short(text: str) -> str:
    """整改情况 of 整改情况未填写: the foot has room for the thing alone."""
    for ending in ("未填写", "还没有确认", "还没有", "未完成"):
        text = text.removesuffix(ending)
    return text.removeprefix("三看：")
