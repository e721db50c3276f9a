"""The report before something is stored: how many can be done, and who is held back and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.look import Look
from gui.look.buttons import DIALOG_HEIGHT, plain_button, primary_button
from gui.look.panels import Hairline, label
from model.lifecycle.together import Held

WIDTH, MARGIN = 600, 28
MOST = 320  # px of the list; more is scrolled


class HeldReport(QDialog):
    """Nothing is stored yet: ``agreed`` does what can be done, ``dropped`` nothing at all.

    Closed in any other way it leads back to the form.
    """

    agreed = Signal()
    dropped = Signal()
    help_page = "closing"

    def __init__(
        self, look: Look, verb: str, ready: int, held: Sequence[Held], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("held_report")
        title = _title(ready, len(held))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setFixedWidth(WIDTH)
        self.setProperty("ground", "surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 24, MARGIN, 24)
        column.setSpacing(12)
        column.addWidget(label(look, "held_title", title, "dialog_title"))
        column.addWidget(label(look, "held_lead", f"下面的还不能{verb}：", "body", "ink2"))
        column.addWidget(_HeldList(look, held))
        column.addSpacing(4)
        column.addLayout(self._foot(ready))

    def _foot(self, ready: int) -> QHBoxLayout:
        look = self._look
        note = label(look, "held_note", "还没有改动任何内容", "label", "ink2")
        make_back = plain_button if ready else primary_button
        back = make_back(look, "held_back", "返回填写", height=DIALOG_HEIGHT)
        back.clicked.connect(self.reject)
        none = plain_button(look, "held_none", "都不办", height=DIALOG_HEIGHT)
        none.clicked.connect(self._drop)
        buttons = [none, back]
        if ready:
            some = primary_button(look, "held_some", f"只办能办的{ready}项")
            some.clicked.connect(self._agree)
            buttons = [back, none, some]
        buttons[-1].setDefault(True)
        buttons[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(note, 1)
        for button in buttons:
            row.addWidget(button)
        return row

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()

    def _drop(self) -> None:
        self.reject()
        self.dropped.emit()


def _title(ready: int, held: int) -> str:
    if ready:
        return f"能办{ready}项，不能办{held}项"
    return "这一项还不能办" if held == 1 else f"这{held}项都还不能办"


class _HeldList(QScrollArea):
    """2011-003 挂号排队时间长 / 牵头领导未填写；整改措施还没有"""

    def __init__(self, look: Look, held: Sequence[Held]) -> None:
        super().__init__()
        self.setObjectName("held_list")
        self.setAccessibleName("不能办的问题")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet = QWidget()
        self._sheet.setProperty("ground", "surface")
        self._sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for each in held:
            for part in self._row(look, each):
                column.addWidget(part)
        self.setWidget(self._sheet)

    def sizeHint(self) -> QSize:
        wide = WIDTH - 2 * MARGIN
        return QSize(wide, min(self._sheet.heightForWidth(wide), MOST))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _row(self, look: Look, each: Held) -> list[QWidget]:
        number = each.issue.number
        subject = f"{number} {each.issue.content}".replace("\n", " ")
        shown = look.texts.cut(subject, "strong", WIDTH - 2 * MARGIN - 24)[0]
        head: QLabel = label(look, f"held_{number}", shown, "strong")
        head.setToolTip(subject)
        why: QLabel = label(look, f"held_{number}_why", "；".join(each.reasons), "body", "ink2")
        why.setWordWrap(True)
        return [head, why, Hairline(look.tokens.line)]
